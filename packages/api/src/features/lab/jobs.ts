// Jobs of the lab: at most one per kind and content, a bounded number at once, the rest waiting in order. What is
// running lives in this process only and is gone with it; what is finished is kept by content. The work itself is done
// elsewhere (`Lab`), so that nothing here takes long.
import type {
  DifferenceReport,
  FindingsReport,
  MergeReport,
  MutationReport,
  Profile,
  ProofReport,
  RuleSet,
} from "@jumelage/engine";
import type { Log } from "../../deps.ts";
import type { JobKind, JobProgress } from "./lab.schemas.ts";

export interface Reports {
  readonly proofs: ProofReport;
  readonly findings: FindingsReport;
  readonly mutation: MutationReport;
  readonly difference: DifferenceReport;
  readonly merge: MergeReport;
}
export type Report = Reports[JobKind];

export type Work =
  | {
      readonly kind: "proofs" | "findings" | "mutation";
      readonly ruleSet: RuleSet;
      readonly profiles: readonly Profile[];
    }
  | { readonly kind: "difference"; readonly base: RuleSet; readonly head: RuleSet }
  | ({ readonly kind: "merge" } & MergedRuleSets);

/** Two rule sets, what they began from, and what was made of them. */
export interface MergedRuleSets {
  /** Absent when they had nothing in common. */
  readonly base?: RuleSet | undefined;
  readonly mine: RuleSet;
  readonly theirs: RuleSet;
  readonly merged: RuleSet;
}

/** Whoever does the work: the composition root gives one that leaves this process's event loop alone. */
export interface Lab {
  /** Names what the reports are made with: another version does not rely on what an earlier one found. */
  readonly version: string;
  /** Rejects when aborted, at once; whatever it started is ended then. */
  run(
    work: Work,
    options: { readonly signal: AbortSignal; readonly onProgress: (progress: JobProgress) => void },
  ): Promise<Report>;
}

export type JobState =
  | { readonly state: "none" }
  | { readonly state: "running"; readonly startedAt: Date; readonly progress: JobProgress }
  | { readonly state: "done"; readonly startedAt: Date; readonly finishedAt: Date; readonly report: Report }
  | { readonly state: "failed" | "cancelled"; readonly startedAt: Date; readonly finishedAt: Date };

export interface JobKey {
  readonly kind: JobKind;
  readonly hash: string;
}

export interface LabJobsOptions {
  readonly lab: Lab;
  /** How many run at once, and how many may wait. */
  readonly most: number;
  readonly mostWaiting: number;
  readonly clock: { now(): Date };
  readonly log: Log;
  /** Keeps a finished report. When it cannot, the job has failed. */
  keep(
    result: JobKey & { readonly report: Report; readonly startedAt: Date; readonly finishedAt: Date },
  ): Promise<void>;
}

export interface LabJobs {
  /** Where a job of this process stands; `undefined` when it knows of none. */
  look(key: JobKey): Exclude<JobState, { state: "done" | "none" }> | undefined;
  /**
   * Starts the work unless it is running already. `owner` is what it is started for: an earlier job of that kind for the
   * same owner is cancelled when nobody else asked for it. `false` when too many wait.
   */
  start(key: JobKey, work: Work, owner: string): boolean;
  /** Cancels it at once. Nothing of it is kept. */
  cancel(key: JobKey): void;
  /** Cancels everything and waits until it has ended. */
  stop(): Promise<void>;
}

interface Running {
  readonly key: JobKey;
  readonly work: Work;
  readonly owners: Set<string>;
  readonly abort: AbortController;
  readonly startedAt: Date;
  progress: JobProgress;
}

/** How many ended jobs are remembered. */
const mostEnded = 200;

export function labJobs(options: LabJobsOptions): LabJobs {
  const { lab, most, mostWaiting, clock, log } = options;
  const known = new Map<string, Running>();
  const waiting: Running[] = [];
  const under = new Set<Promise<void>>();
  const ended = new Map<string, Exclude<JobState, { state: "done" | "none" | "running" }>>();

  const end = (job: Running, state: "failed" | "cancelled" | "done"): void => {
    const name = nameOf(job.key);
    if (known.get(name) === job) known.delete(name);
    if (state === "done") return;
    ended.set(name, { state, startedAt: job.startedAt, finishedAt: clock.now() });
    for (const oldest of ended.keys()) {
      if (ended.size <= mostEnded) break;
      ended.delete(oldest);
    }
  };

  const run = async (job: Running): Promise<void> => {
    const { signal } = job.abort;
    try {
      const report = await lab.run(job.work, {
        signal,
        onProgress: (progress) => {
          job.progress = progress;
        },
      });
      if (signal.aborted) return;
      await options.keep({ ...job.key, report, startedAt: job.startedAt, finishedAt: clock.now() });
      end(job, "done");
    } catch (error) {
      // Whoever cancelled it has said so already.
      if (signal.aborted) return;
      log.error({ err: error, job: job.key.kind }, "lab job failed");
      end(job, "failed");
    }
  };

  const fill = (): void => {
    while (under.size < most) {
      const next = waiting.shift();
      if (!next) return;
      next.progress = { done: 0, total: 0, current: "" };
      const ending: Promise<void> = run(next).finally(() => {
        under.delete(ending);
        fill();
      });
      under.add(ending);
    }
  };

  const cancel = (job: Running): void => {
    const at = waiting.indexOf(job);
    if (at >= 0) waiting.splice(at, 1);
    job.abort.abort();
    end(job, "cancelled");
  };

  return {
    look(key) {
      const job = known.get(nameOf(key));
      if (job) return { state: "running", startedAt: job.startedAt, progress: job.progress };
      return ended.get(nameOf(key));
    },
    start(key, work, owner) {
      const same = known.get(nameOf(key));
      for (const other of known.values()) {
        if (other === same || other.key.kind !== key.kind || !other.owners.delete(owner)) continue;
        if (other.owners.size === 0) cancel(other);
      }
      if (same) {
        same.owners.add(owner);
        return true;
      }
      if (under.size >= most && waiting.length >= mostWaiting) return false;
      const job: Running = {
        key,
        work,
        owners: new Set([owner]),
        abort: new AbortController(),
        startedAt: clock.now(),
        progress: { done: 0, total: 0, current: "waiting" },
      };
      ended.delete(nameOf(key));
      known.set(nameOf(key), job);
      waiting.push(job);
      fill();
      return true;
    },
    cancel(key) {
      const job = known.get(nameOf(key));
      if (job) cancel(job);
    },
    async stop() {
      for (const job of known.values()) cancel(job);
      await Promise.all(under);
    },
  };
}

function nameOf({ kind, hash }: JobKey): string {
  return `${kind}/${hash}`;
}
