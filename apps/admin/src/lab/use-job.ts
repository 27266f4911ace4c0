// A job of the proof lab as a screen sees it: its state, its last report (also when the content has changed since),
// and how to start and cancel it. The server runs it; here it is only asked for.
import { allows, type Job, type JobKind, type Target } from "@jumelage/api/schemas";
import { useMutation, useQuery } from "@tanstack/react-query";
import { ofContent, queryClient, trpc } from "../api/client.ts";
import { useWorkspace } from "../draft/use-draft.ts";

export type JobOf<K extends JobKind> = Extract<Job, { readonly kind: K }>;
export type ReportOf<K extends JobKind> = NonNullable<JobOf<K>["report"]>;

/** Where a job stands, whatever it reports. */
export interface JobStanding {
  /** What the server says of the job for the content as it was last saved; undefined while loading. */
  readonly job: Pick<Job, "state" | "hash" | "obstacle" | "progress" | "startedAt"> | undefined;
  /** Whether the server was asked for the first time and has not answered. */
  readonly loading: boolean;
  /** The last report, of this content or of an earlier one. */
  readonly report: unknown;
  /** When that report was made. */
  readonly reportedAt: string | undefined;
  /** Whether the report is of another content than what is on screen. */
  readonly stale: boolean;
  /** Whether the role lets this person run it. */
  readonly allowed: boolean;
  readonly error: unknown;
  readonly start: () => void;
  readonly starting: boolean;
  readonly cancel: () => void;
  readonly retry: () => void;
}

export interface JobView<K extends JobKind> extends JobStanding {
  readonly report: ReportOf<K> | undefined;
}

/** What the lab looks at on this screen: the open draft, else the release on show. */
export function useTarget(): Target | undefined {
  const { draft, program, baseline } = useWorkspace();
  if (draft) return { draft: draft.id };
  return baseline ? { program, release: baseline.number } : undefined;
}

interface Kept<K extends JobKind> {
  readonly hash: string;
  readonly report: ReportOf<K>;
  readonly at: string | undefined;
}

export function useJob<K extends JobKind>(kind: K): JobView<K> {
  const { served, saveState, flush, roles } = useWorkspace();
  const target = useTarget();
  const request = { target: target ?? { draft: "" }, kind };
  const query = useQuery(
    ofContent(
      trpc.lab.job.queryOptions(request, {
        enabled: target !== undefined,
        staleTime: 0,
        refetchInterval: ({ state }) => (state.data?.state === "running" ? 500 : false),
      }),
      served?.hash,
    ),
  );
  const job = query.data?.kind === kind ? (query.data as JobOf<K>) : undefined;
  const askAgain = async (): Promise<void> => {
    const asked = { queryKey: trpc.lab.job.queryKey(request) };
    // A first answer still on its way may be of before: an invalidation alone would wait for that one.
    await queryClient.cancelQueries(asked);
    await queryClient.invalidateQueries(asked);
  };
  const started = useMutation(trpc.lab.start.mutationOptions({ onSettled: askAgain }));
  const cancelled = useMutation(trpc.lab.cancel.mutationOptions({ onSettled: askAgain }));

  // The last report stays in sight after an edit, and says that it is of another content.
  const shelf = ["lab-report", JSON.stringify(target), kind];
  const fresh = job?.report as ReportOf<K> | undefined;
  if (job && fresh !== undefined) {
    const known = queryClient.getQueryData<Kept<K>>(shelf);
    if (known?.report !== fresh) {
      const kept: Kept<K> = { hash: job.hash, report: fresh, at: job.finishedAt };
      queryClient.setQueryData(shelf, kept);
    }
  }
  const kept = queryClient.getQueryData<Kept<K>>(shelf);
  const run = async (): Promise<void> => {
    if (target !== undefined && (await flush())) started.mutate(request);
  };
  return {
    job,
    loading: query.isLoading,
    report: fresh ?? kept?.report,
    reportedAt: fresh === undefined ? kept?.at : job?.finishedAt,
    stale: (fresh === undefined && kept !== undefined) || saveState !== "saved",
    allowed: allows("lab.run", roles),
    error: query.error ?? started.error ?? cancelled.error,
    start: () => void run(),
    starting: started.isPending,
    cancel: () => cancelled.mutate(request),
    retry: () => void query.refetch(),
  };
}
