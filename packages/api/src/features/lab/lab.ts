// The lab's jobs of a draft or a release, found again by the content they look at.
import { labResult } from "@jumelage/db";
import {
  differenceReportSchema,
  findingsReportSchema,
  mergeReportSchema,
  mutationReportSchema,
  proofReportSchema,
} from "@jumelage/engine";
import type { z } from "zod";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { hashOf } from "../../hash.ts";
import type { JobState, MergedRuleSets, Report, Reports, Work } from "./jobs.ts";
import { jobSchema, type Job, type JobKind, type JobObstacle, type Target } from "./lab.schemas.ts";
import { contentOf, lastMergeOf, type Content } from "./target.ts";
import { withoutTexts } from "./without-texts.ts";

const reportSchemas = {
  proofs: proofReportSchema,
  findings: findingsReportSchema,
  mutation: mutationReportSchema,
  difference: differenceReportSchema,
  merge: mergeReportSchema,
} as const satisfies Readonly<Record<JobKind, z.ZodType>>;

/** A job with its report read. */
export interface Found<K extends JobKind> {
  readonly state: JobState["state"];
  readonly hash: string;
  readonly obstacle?: JobObstacle;
  readonly report?: Reports[K];
  readonly job: JobState;
}

/** Where the job of a content stands. */
export async function findJob<K extends JobKind>(kind: K, content: Content, deps: Deps): Promise<Found<K>> {
  const hash = await hashOfWork(kind, content, deps);
  const obstacle = obstacleOf(kind, content);
  const job = await stateOf(kind, hash, deps);
  return {
    state: job.state,
    hash,
    job,
    ...(obstacle === undefined ? {} : { obstacle }),
    ...(job.state === "done" ? { report: job.report as Reports[K] } : {}),
  };
}

export async function jobOf(target: Target, kind: JobKind, deps: Deps): Promise<Job> {
  return asJob(kind, await findJob(kind, await contentFor(target, kind, deps), deps));
}

/**
 * Starts a job, unless the answer is there already or under way.
 * @throws Refusal `undecided` with the obstacle when it cannot be asked yet, `rate-limited` when too many wait.
 */
export async function startJob(target: Target, kind: JobKind, deps: Deps): Promise<Job> {
  const content = await contentFor(target, kind, deps);
  const found = await findJob(kind, content, deps);
  if (found.obstacle !== undefined) throw new Refusal("undecided", { reason: found.obstacle });
  const work = workOf(kind, content);
  const settled = found.job.state === "done" && isConclusive(kind, found.job.report);
  if (!settled && work && !deps.labJobs.start({ kind, hash: found.hash }, work, ownerOf(target))) {
    throw new Refusal("rate-limited", { reason: "lab-busy" });
  }
  return asJob(kind, await findJob(kind, content, deps));
}

export async function cancelJob(target: Target, kind: JobKind, deps: Deps): Promise<Job> {
  const content = await contentFor(target, kind, deps);
  deps.labJobs.cancel({ kind, hash: await hashOfWork(kind, content, deps) });
  return asJob(kind, await findJob(kind, content, deps));
}

/** What a job looks at; of a merge also what was merged. */
async function contentFor(target: Target, kind: JobKind, deps: Deps): Promise<Content> {
  const content = await contentOf(target, deps);
  return kind === "merge" && "draft" in target
    ? { ...content, merge: await lastMergeOf(target.draft, content.program, deps) }
    : content;
}

/** What a kind of job looks at: two contents alike in this give the same report. */
function hashOfWork(kind: JobKind, content: Content, deps: Deps): Promise<string> {
  const { ruleSet, profiles, base } = content;
  const made = { kind, version: deps.lab.version };
  switch (kind) {
    case "proofs":
    case "findings":
      return hashOf({ ...made, ruleSet: withoutTexts(ruleSet) }, deps.digest);
    case "mutation": {
      const judged = profiles.map(({ id, facts, evaluatedOn, expected }) => ({
        id,
        facts,
        evaluatedOn,
        expected,
      }));
      return hashOf({ ...made, ruleSet: withoutTexts(ruleSet), profiles: judged }, deps.digest);
    }
    case "difference":
      // It tells of changed texts too.
      return hashOf({ ...made, base: base ?? null, head: ruleSet }, deps.digest);
    case "merge":
      return hashOf({ ...made, merge: logicOfMerge(content.merge) }, deps.digest);
    default:
      return kind satisfies never;
  }
}

function logicOfMerge(merge: MergedRuleSets | undefined): unknown {
  if (!merge) return null;
  const { base, mine, theirs, merged } = merge;
  return {
    base: base ? withoutTexts(base) : null,
    ...Object.fromEntries(Object.entries({ mine, theirs, merged }).map(([k, r]) => [k, withoutTexts(r)])),
  };
}

function obstacleOf(kind: JobKind, { complete, base, merge }: Content): JobObstacle | undefined {
  if (kind === "merge") return merge ? undefined : "no-update";
  if (!complete) return "incomplete";
  return kind === "difference" && !base ? "no-base" : undefined;
}

function workOf(kind: JobKind, { complete, base, profiles, merge }: Content): Work | undefined {
  if (kind === "merge") return merge && { kind, ...merge };
  if (!complete) return undefined;
  if (kind !== "difference") return { kind, ruleSet: complete, profiles };
  return base && { kind, base, head: complete };
}

/** What this process is doing, else what is kept, else how its last try ended. */
async function stateOf(kind: JobKind, hash: string, deps: Deps): Promise<JobState> {
  const here = deps.labJobs.look({ kind, hash });
  if (here?.state === "running") return here;
  const kept = await labResult(deps.db, kind, hash);
  const report = kept && reportSchemas[kind].safeParse(kept.report);
  // A report of another shape is as good as none: it is made again.
  if (kept && report?.success) {
    return { state: "done", report: report.data, startedAt: kept.startedAt, finishedAt: kept.finishedAt };
  }
  return here ?? { state: "none" };
}

/** Whether more time could not change it. */
function isConclusive(kind: JobKind, report: Report): boolean {
  switch (kind) {
    case "proofs": {
      const { properties, standard } = report as Reports["proofs"];
      return [...properties, ...standard].every((p) => p.status !== "undecided");
    }
    case "findings":
      return (report as Reports["findings"]).undecided.length === 0;
    case "mutation":
      return (report as Reports["mutation"]).survivors.every((s) => s.status !== "undecided");
    case "difference":
    case "merge":
      return (report as Reports["difference" | "merge"]).status === "complete";
    default:
      return kind satisfies never;
  }
}

function ownerOf(target: Target): string {
  return "draft" in target ? `draft:${target.draft}` : `release:${target.program}/${target.release}`;
}

function asJob(kind: JobKind, { hash, obstacle, job }: Found<JobKind>): Job {
  return jobSchema.parse({
    kind,
    hash,
    state: job.state,
    ...(obstacle === undefined ? {} : { obstacle }),
    ...(job.state === "running" ? { progress: job.progress } : {}),
    ...(job.state === "done" ? { report: job.report } : {}),
    ...("startedAt" in job ? { startedAt: job.startedAt.toISOString() } : {}),
    ...("finishedAt" in job ? { finishedAt: job.finishedAt.toISOString() } : {}),
  });
}
