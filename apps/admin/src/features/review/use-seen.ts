// Which changes of the draft on screen who has seen, and marking them: for a screen, through one context. The changes are
// the engine's; the marks are the server's, for the content as it was last saved.
import { allows, type ChangesToSee } from "@jumelage/api/schemas";
import { changesToSee, type ChangeToSee } from "@jumelage/engine";
import { useMutation, useQuery } from "@tanstack/react-query";
import { createContext, use, useMemo } from "react";
import { ofContent, queryClient, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";

export type Listed = ChangesToSee["changes"][number];

export interface Seen {
  /** Every change since the release, in the order of the page; none where there was no release. */
  readonly changes: readonly ChangeToSee[];
  /** Whether this person may mark changes and see who has marked them. */
  readonly allowed: boolean;
  /** Whether the marks are there, of this content or of the one before. */
  readonly known: boolean;
  /** Whether they are of what is on screen. */
  readonly current: boolean;
  /** Who has seen a change as it stands, oldest mark first; the one who looks among them. */
  readonly seenBy: (anchor: string) => Listed["seenBy"];
  readonly seen: (anchor: string) => boolean;
  /** The anchors that this person has not marked, in the order of the page. */
  readonly unseen: readonly string[];
  readonly mark: (anchors: readonly string[], seen: boolean) => void;
  readonly error: unknown;
  readonly retry: () => void;
}

export const SeenContext = createContext<Seen | null>(null);

/** The marks of the review on screen. */
export function useSeen(): Seen {
  const seen = use(SeenContext);
  if (seen === null) throw new Error("useSeen outside a review");
  return seen;
}

/** Asks for the marks of the draft on screen; once for a screen. */
export function useSeenOfDraft(): Seen {
  const { ruleSet, profiles, hazards, baseline, served, saveState, roles } = useWorkspace();
  const me = useQuery(trpc.session.get.queryOptions()).data?.person?.id;
  const id = served?.id ?? "";
  const allowed = served !== null && allows("review.see", roles);
  const changes = useMemo(
    () => (baseline === null ? [] : changesToSee(baseline, { ruleSet, profiles, hazards })),
    [baseline, ruleSet, profiles, hazards],
  );
  const options = ofContent(
    trpc.review.changes.queryOptions(
      { id },
      // What is known stays on screen while a save is asked about.
      { enabled: allowed, staleTime: 0, placeholderData: (before) => before },
    ),
    served?.hash,
  );
  const query = useQuery(options);
  const marking = useMutation(
    trpc.review.see.mutationOptions({
      onSuccess: (answer) => {
        queryClient.setQueryData(options.queryKey, answer);
      },
      onError: () => void query.refetch(),
    }),
  );
  const listed = useMemo(() => new Map(query.data?.changes.map((c) => [c.anchor, c])), [query.data]);
  const seenBy = (anchor: string): Listed["seenBy"] => listed.get(anchor)?.seenBy ?? [];
  const seen = (anchor: string): boolean => seenBy(anchor).some((mark) => mark.by.id === me);
  return {
    changes,
    allowed,
    known: query.data !== undefined,
    current: saveState === "saved" && query.data?.hash === served?.hash,
    seenBy,
    seen,
    unseen: changes.map((c) => c.anchor).filter((anchor) => !seen(anchor)),
    mark: (anchors, isSeen) => {
      const marked = anchors.flatMap((anchor) => {
        const fingerprint = listed.get(anchor)?.fingerprint;
        return fingerprint === undefined ? [] : [{ anchor, fingerprint }];
      });
      if (marked.length > 0) marking.mutate({ id, changes: marked, seen: isSeen });
    },
    error: query.error ?? marking.error,
    retry: () => {
      marking.reset();
      void query.refetch();
    },
  };
}
