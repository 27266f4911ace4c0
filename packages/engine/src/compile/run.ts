// The working memory of one run. A run ends before another can begin: all runs of a rule set share one memory, and
// nothing of it leaves this folder.
import type { Words } from "./person.ts";
import type { Plan } from "./plan.ts";

/**
 * The verdicts of all enabled criteria, as bits in the order of the document: `yes` where one is true, `no` where one is
 * false; unknown where neither is.
 */
export interface Masks {
  readonly yes: Int32Array;
  readonly no: Int32Array;
}

export interface Run {
  person: Words;
  readonly masks: Masks;
  /** For every decision of kind `one` once it is decided: the outcomes still possible, by place, in their order. */
  readonly possible: number[][];
  /** Its state: an outcome's place, or a computed state. */
  readonly state: Int32Array;
  /** The facts its open outcomes rest on, as bits. */
  readonly missing: readonly Int32Array[];
  /** What each node has answered in this run, one more than its verdict; 0 where it was not asked. */
  readonly verdicts: Uint8Array;
  /** The collection of facts in which each node was visited last. */
  readonly visited: Int32Array;
  collection: number;
}

const nobody: Words = { words: new Int32Array(0), numbers: new Float64Array(0) };

export function newMasks(plan: Plan): Masks {
  const words = Math.ceil(plan.criteria.length / 32);
  return { yes: new Int32Array(words), no: new Int32Array(words) };
}

export function newRun(plan: Plan): Run {
  const facts = Math.ceil(plan.layout.slots.length / 32);
  return {
    person: nobody,
    masks: newMasks(plan),
    possible: plan.steps.map(() => []),
    state: new Int32Array(plan.steps.length),
    missing: plan.steps.map(() => new Int32Array(facts)),
    verdicts: new Uint8Array(plan.nodes.length),
    visited: new Int32Array(plan.nodes.length),
    collection: 0,
  };
}

/** Begins a run: what is not cleared here is overwritten before it is read. */
export function begin(run: Run, person: Words): void {
  run.person = person;
  run.verdicts.fill(0);
}

/** Lets go of the person, so that nothing of them outlives the run. */
export function end(run: Run): void {
  run.person = nobody;
}
