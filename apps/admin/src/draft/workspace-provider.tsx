// Loads a program with its open draft or its current release, and gives it to the screens as one workspace.
import type { Draft, Program, Release } from "@jumelage/api/schemas";
import { allows } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { api, queryClient, rememberDraft, trpc } from "../api/client.ts";
import { refusalOf } from "../api/refusal.ts";
import frame from "../frame/frame.module.css";
import { useLanguage } from "../i18n/i18n.tsx";
import { homePath } from "../paths.ts";
import { ErrorNotice, ErrorPage } from "../ui/error-notice.tsx";
import { AppLink } from "../ui/link.tsx";
import { LoadingPage } from "../ui/loading.tsx";
import { EmptyState, PageTitle } from "../ui/page.tsx";
import { chooseDraft } from "./choose-draft.ts";
import { desks, recall, type Kept } from "./desk.ts";
import { createDraftStore, type DraftStore, type Failure } from "./draft-store.ts";
import { changedKeys } from "./entries.ts";
import { WorkspaceContext, type Baseline, type Workspace } from "./use-draft.ts";
import { useUndoKeys } from "./use-undo-keys.ts";
import { nothing, withoutDraft } from "./without-draft.ts";

/** The workspace of a program for everything below; says so while it loads or when it cannot. */
export function WorkspaceProvider({
  program,
  children,
}: {
  readonly program: string;
  readonly children: ReactNode;
}) {
  const found = useQuery(trpc.programs.get.queryOptions({ program }, { refetchInterval: 30_000 }));
  const session = useQuery(trpc.session.get.queryOptions(undefined, { staleTime: 60_000 }));
  const { ebauche: asked } = useSearch({ strict: false });
  const draftId =
    found.data && chooseDraft(found.data.drafts, { asked, person: session.data?.person?.id })?.id;
  const draft = useQuery(
    trpc.drafts.get.queryOptions(
      { id: draftId ?? "" },
      { enabled: draftId !== undefined, refetchInterval: 30_000 },
    ),
  );
  const number = draftId === undefined ? found.data?.current?.number : draft.data?.base?.number;
  const release = useQuery(
    trpc.releases.get.queryOptions(
      { program, number: number ?? 1 },
      { enabled: number !== undefined, staleTime: Infinity },
    ),
  );
  // Read anew each time a draft is opened: the desk is written to by the page itself.
  const kept = useQuery({
    queryKey: ["desk", draftId],
    queryFn: () => recall(draftId ?? ""),
    enabled: draftId !== undefined,
    networkMode: "always",
    staleTime: Infinity,
    gcTime: 0,
  });
  const failed = [session, found, draft, release].find((query) => query.isError && query.data === undefined);
  if (failed) {
    return (
      <div className={frame.page}>
        <ErrorPage error={failed.error} onRetry={() => void failed.refetch()} />
      </div>
    );
  }
  const awaited =
    session.data === undefined ||
    found.data === undefined ||
    (draftId !== undefined && (draft.data === undefined || kept.data === undefined)) ||
    (number !== undefined && release.data === undefined);
  if (awaited) {
    return (
      <div className={frame.page}>
        <LoadingPage />
      </div>
    );
  }
  const baseline = number !== undefined && release.data !== undefined ? baselineOf(release.data) : null;
  return draft.data !== undefined && draftId !== undefined ? (
    <DraftWorkspace
      key={draftId}
      program={found.data}
      draft={draft.data}
      kept={kept.data ?? null}
      baseline={baseline}
    >
      {children}
    </DraftWorkspace>
  ) : (
    <ReleaseWorkspace program={found.data} baseline={baseline}>
      {children}
    </ReleaseWorkspace>
  );
}

const baselines = new WeakMap<Release, Baseline>();
/** One baseline object for one answer, so that what is computed from it is computed once. */
export function baselineOf(release: Release): Baseline {
  const known = baselines.get(release) ?? {
    number: release.number,
    ruleSet: release.ruleSet,
    profiles: release.profiles,
    hazards: release.hazards,
  };
  baselines.set(release, known);
  return known;
}

interface InnerProps {
  readonly program: Program;
  readonly baseline: Baseline | null;
  readonly children: ReactNode;
}

interface DraftProps extends InnerProps {
  readonly draft: Draft;
  readonly kept: Kept | null;
}

function DraftWorkspace({ program, draft, kept, baseline, children }: DraftProps) {
  const { lang } = useLanguage();
  const t = useTranslations("frame.reason");
  const undoReason = t("undone");
  const store = useDraftStore(draft, { kept, undoReason });
  useUndoKeys(store);
  const state = useSyncExternalStore(store.subscribe, store.snapshot);
  useEffect(() => store.serve(draft), [store, draft]);
  const workspace = useMemo((): Workspace => {
    const { present, past, future } = state.history;
    return {
      program: program.program,
      lang,
      roles: program.roles,
      ruleSet: present.ruleSet,
      profiles: present.profiles,
      hazards: present.hazards,
      baseline,
      editable: allows("draft.edit-criteria", program.roles),
      profilesEditable: allows("draft.edit-profiles", program.roles),
      draft: state.served,
      drafts: program.drafts,
      served: state.served,
      start: null,
      starting: false,
      startError: null,
      update: store.update,
      undo: store.undo,
      redo: store.redo,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
      saveState: state.saveState,
      savedAt: state.served.updatedAt,
      unsent: state.saveState === "offline" ? changedKeys(state.acked, present).length : 0,
      onDevice: state.onDevice,
      flush: store.flush,
      recordReason: store.recordReason,
      cite: store.cite,
      citations: state.citations,
      unexplained: state.unexplained,
      conflict: state.conflict,
      settle: store.settle,
      refusal: state.refusal,
      retry: store.retry,
      serve: store.serve,
    };
  }, [program, lang, baseline, state, store]);
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

function ReleaseWorkspace({ program, baseline, children }: InnerProps) {
  const { lang } = useLanguage();
  const start = useMutation(
    trpc.drafts.start.mutationOptions({
      onSuccess: async (draft) => {
        rememberDraft(draft);
        await queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() });
      },
    }),
  );
  if (baseline === null)
    return (
      <NeverReleased
        program={program.program}
        start={allows("draft.start", program.roles) ? () => start.mutate({ program: program.program }) : null}
        starting={start.isPending}
        error={start.error}
      />
    );
  const workspace: Workspace = {
    program: program.program,
    lang,
    roles: program.roles,
    ruleSet: baseline.ruleSet,
    profiles: baseline.profiles,
    hazards: [],
    baseline,
    editable: false,
    profilesEditable: false,
    ...withoutDraft,
    start: allows("draft.start", program.roles) ? () => start.mutate({ program: program.program }) : null,
    starting: start.isPending,
    startError: start.error,
    update: nothing,
    undo: nothing,
    redo: nothing,
    canUndo: false,
    canRedo: false,
  };
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

/** A program without release or draft: there is nothing to show yet, only something to begin. */
function NeverReleased({
  program,
  start,
  starting,
  error,
}: {
  readonly program: string;
  readonly start: (() => void) | null;
  readonly starting: boolean;
  readonly error: unknown;
}) {
  const t = useTranslations("common");
  const tf = useTranslations("frame.notFound");
  return (
    <div className={`${frame.page} j-stack`}>
      <PageTitle title={program} />
      {error ? <ErrorNotice error={error} /> : null}
      <EmptyState
        title={t("neverReleased", { program })}
        action={
          start === null ? (
            <AppLink href={homePath}>{tf("home")}</AppLink>
          ) : (
            <Button loading={starting} onClick={start}>
              {t("edit")}
            </Button>
          )
        }
      >
        {start === null ? t("startRefused") : null}
      </EmptyState>
    </div>
  );
}

function failureOf(error: unknown): Failure {
  const refusal = refusalOf(error);
  if (refusal === null) return "unreachable";
  if (refusal.code === "stale-revision") return "stale";
  return refusal.code === "rate-limited" ? "unreachable" : "refused";
}

/** One store for one draft, kept while the page changes; it saves on leaving and when the connection returns. */
function useDraftStore(
  draft: Draft,
  { kept, undoReason }: { readonly kept: Kept | null; readonly undoReason: string },
): DraftStore {
  const [store] = useState(() =>
    createDraftStore(draft, {
      save: (input) => api.drafts.save.mutate(input),
      load: (id) => api.drafts.get.query({ id }),
      failureOf,
      desks,
      kept,
      schedule: (run, delay) => {
        const timer = window.setTimeout(run, delay);
        return () => window.clearTimeout(timer);
      },
      undoReason: () => undoReason,
    }),
  );
  useEffect(() => {
    const online = (): void => store.retry();
    window.addEventListener("online", online);
    window.addEventListener("pagehide", store.keepNow);
    document.addEventListener("visibilitychange", store.keepNow);
    return () => {
      window.removeEventListener("online", online);
      window.removeEventListener("pagehide", store.keepNow);
      document.removeEventListener("visibilitychange", store.keepNow);
      store.keepNow();
      void store.flush();
    };
  }, [store]);
  return store;
}
