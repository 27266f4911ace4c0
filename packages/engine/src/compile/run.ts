// The working memory of one run. A run ends before another can begin: all runs of a rule set share one memory, and
// nothing of it leaves this folder.
import { wordsFor } from "./bits.ts";
import type { Words } from "./person.ts";
import type { Plan } from "./plan.ts";

/**
 * Verdicts as bits: `yes` where one is true, `no` where one is false; unknown where neither is. First those of all enabled
 * criteria, in the order of the document; then, from a word of its own on, for every decision those of its outcomes: what
 * the criteria for it say together.
 */
export interface Masks {
  readonly yes: Int32Array;
  readonly no: Int32Array;
}

export interface Run {
  person: Words;
  readonly masks: Masks;
  /** For every decision of kind `one` once it is decided: where its walk ended, by place. */
  readonly end: Int32Array;
  /** The outcomes that are open before that, as bits. */
  readonly open: readonly Int32Array[];
  /** Its state: an outcome's place, or a computed state. */
  readonly state: Int32Array;
  /** The facts its open outcomes rest on, as bits; nothing while it is not open. */
  readonly missing: readonly Int32Array[];
  /** What each node answered last: the number of that run, and its verdict in the two lowest bits. */
  readonly verdicts: Int32Array;
  number: number;
  /** The collection of facts in which each node was visited last. */
  readonly visited: Int32Array;
  collection: number;
}

const nobody: Words = { words: new Int32Array(0), numbers: new Float64Array(0) };

export function newRun(plan: Plan): Run {
  const facts = wordsFor(plan.layout.slots.length);
  return {
    person: nobody,
    masks: { yes: new Int32Array(plan.words), no: new Int32Array(plan.words) },
    end: new Int32Array(plan.steps.length),
    open: plan.steps.map((s) => new Int32Array(s.words)),
    state: new Int32Array(plan.steps.length),
    missing: plan.steps.map(() => new Int32Array(facts)),
    verdicts: new Int32Array(plan.nodes.length),
    number: 0,
    visited: new Int32Array(plan.nodes.length),
    collection: 0,
  };
}

const mostRuns = 2 ** 24;

/** Begins a run: what is not cleared here is overwritten before it is read. */
export function begin(run: Run, person: Words): void {
  run.person = person;
  run.number += 1;
  // Numbers are used again after a while, and then nothing may be left of who had them before.
  if (run.number < mostRuns) return;
  run.number = 1;
  run.collection = 0;
  run.verdicts.fill(0);
  run.visited.fill(0);
}

/** Lets go of the person, so that nothing of them outlives the run. */
export function end(run: Run): void {
  run.person = nobody;
}
