// The evidence: every line of every promise with what its runs reached, and whether that is enough.
import type { Line, Promised } from "./promised.ts";
import { promises } from "./promises.ts";
import type { RunRecord } from "./run-record.ts";

export type Tier = "quick" | "long";

/** `met`: everything passed and enough of it; `short`: passed, and not enough; `failed`; `not-run`. */
export type State = "met" | "short" | "failed" | "not-run";

/** What ran for one line, all in one go. */
export interface LineRuns {
  readonly runs: readonly RunRecord[];
  /** The commit, with a `+` when more was changed than committed. */
  readonly commit: string;
  /** When, in UTC. */
  readonly at: string;
}

export interface LineEvidence extends Omit<Line, "must"> {
  readonly must: number | null;
  readonly state: State;
  /** How many this tier asked for and reached: of the kind of run that reached least. */
  readonly asked: number;
  readonly reached: number;
  readonly seconds: number;
  readonly seeds: readonly string[];
  readonly ran: LineRuns | null;
}

export interface PromiseEvidence extends Omit<Promised, "lines"> {
  readonly state: State;
  readonly lines: readonly LineEvidence[];
}

export interface Evidence {
  readonly tier: Tier;
  readonly at: string;
  readonly commit: string;
  readonly state: State;
  readonly promises: readonly PromiseEvidence[];
}

interface Ran {
  readonly tier: Tier;
  readonly at: string;
  readonly commit: string;
  readonly byLine: ReadonlyMap<string, LineRuns>;
}

/** What ran, beside what is promised. In the quick tier a line without any run that only a command shows is left out. */
export function evidenceOf({ tier, at, commit, byLine }: Ran, promised = promises): Evidence {
  const found = promised
    .map(({ lines, ...rest }) => {
      const shown = lines
        .filter((line) => tier === "long" || line.command === undefined || byLine.has(line.id))
        .map((line) => lineEvidence(line, byLine.get(line.id), tier));
      return { ...rest, state: worst(shown.map((line) => line.state)), lines: shown };
    })
    .filter(({ lines }) => lines.length > 0);
  return { tier, at, commit, state: worst(found.map((p) => p.state)), promises: found };
}

function lineEvidence(line: Line, ran: LineRuns | undefined, tier: Tier): LineEvidence {
  const runs = ran?.runs ?? [];
  const kinds = [...Map.groupBy(runs, ({ kind }) => kind).values()].map((some) => ({
    asked: sum(some.map((run) => run.asked)),
    reached: sum(some.map((run) => run.reached)),
  }));
  const least = kinds.toSorted((a, b) => a.reached - b.reached)[0] ?? { asked: 0, reached: 0 };
  const enough =
    kinds.every(({ asked, reached }) => reached >= asked) &&
    (tier === "quick" || least.reached >= (line.must ?? 1));
  return {
    ...line,
    must: line.must ?? null,
    state:
      !ran || runs.length === 0
        ? "not-run"
        : runs.some((run) => !run.passed)
          ? "failed"
          : enough
            ? "met"
            : "short",
    ...least,
    seconds: sum(runs.map((run) => run.seconds)),
    seeds: [...new Set(runs.flatMap(({ seed }) => seed ?? []))],
    ran: ran ? { ...ran, runs: together(runs) } : null,
  };
}

/** More tests of one file than this are told as one: a table of cells is one test a cell, and nobody reads them all. */
const many = 20;

/** The runs, those of a file with many of them as one; what failed, or has a seed, is told by itself. */
function together(runs: readonly RunRecord[]): readonly RunRecord[] {
  const fileOf = ({ by }: RunRecord): string => by.split(": ")[0] ?? by;
  const groups = Map.groupBy(runs, (run) => `${run.kind} ${run.passed} ${fileOf(run)}`);
  return [...groups.values()].flatMap((some) => {
    const [first] = some;
    const isPlain = some.every(({ passed, seed }) => passed && seed === null);
    if (first === undefined || some.length <= many || !isPlain) return some;
    return {
      ...first,
      by: fileOf(first),
      asked: sum(some.map((run) => run.asked)),
      reached: sum(some.map((run) => run.reached)),
      seconds: sum(some.map((run) => run.seconds)),
      tests: sum(some.map((run) => run.tests ?? 1)),
    };
  });
}

const order: readonly State[] = ["failed", "short", "not-run", "met"];

function worst(states: readonly State[]): State {
  return order.find((state) => states.includes(state)) ?? "not-run";
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
