// The work of one job of the lab, in the thread it is done in: what is asked, by which methods, and with how much time
// for one question. It decides nothing about caching, order or who may ask.
import type { Report, Work } from "@jumelage/api";
import { mutate, noticeQuestion, type LocalDate, type RuleSet } from "@jumelage/engine";
import {
  compareAll,
  crossChecks,
  findFaults,
  memoryCache,
  neitherGave,
  prove,
  type Solver,
} from "@jumelage/prover";

/** The most time for one question: past it the answer is open, and never counts as proved. */
const milliseconds = 60_000;

// As long as the thread lives: a property that was changed does not have the others proved again.
const cache = memoryCache();

export interface WorkOptions {
  /** The evaluation date of the persons that are made up. */
  readonly at: LocalDate;
  readonly onProgress: (progress: {
    readonly done: number;
    readonly total: number;
    readonly current: string;
  }) => void;
}

/** Does the work. There is no cancelling here: the thread is ended from outside. */
export async function doWork(work: Work, solver: Solver, { at, onProgress }: WorkOptions): Promise<Report> {
  const ways = { at, milliseconds, onProgress };
  switch (work.kind) {
    case "proofs":
      return prove(work.ruleSet, { answerers: [solver, ...crossChecks()], cache, ...ways });
    case "findings":
      return findFaults(work.ruleSet, { answerer: solver, ...ways });
    case "difference":
      return compareAll(work.base, work.head, { answerer: solver, ...ways });
    case "merge":
      return neitherGave(work, { answerer: solver, ...ways });
    case "mutation":
      return mutate(work.ruleSet, work.profiles, {
        isEquivalent: (faulty: RuleSet) =>
          solver.ask(noticeQuestion(work.ruleSet, faulty), { at, milliseconds }),
        onProgress,
        now: () => performance.now(),
      });
    default:
      return work satisfies never;
  }
}
