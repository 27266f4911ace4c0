// The working memory of one run, and the three codes of a verdict. Nothing of it leaves this folder.
import type { EncodedPerson } from "./encode.ts";

// In this order `all` is the least, `any` the greatest and negation the mirror image.
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;
export type Verdict3 = typeof FALSE | typeof UNKNOWN | typeof TRUE;

/** The mirror image. */
export function mirror(verdict: Verdict3): Verdict3 {
  return (2 - verdict) as Verdict3;
}

/**
 * A compiled condition. INVARIANT: a code that answers UNKNOWN has pushed the facts its undecided leaves rest on to
 * `run.rests`; one that answers TRUE or FALSE leaves the stack as it found it.
 */
export type Code = (run: Run) => Verdict3;

export const UNDETERMINED = -1;
export const SAFETY_UNKNOWN = -2;

export interface Run {
  person: EncodedPerson;
  /** The verdict of every enabled criterion. */
  readonly verdicts: Uint8Array;
  /** A stack of fact indexes; `top` is its height. */
  readonly rests: number[];
  top: number;
  /** Per named condition and polarity: what it answered in this run, with the distinct facts of an UNKNOWN. */
  readonly answered: (undefined | { readonly verdict: Verdict3; readonly rests: readonly number[] })[];
  /** Per decision of kind `one`: its state (an outcome's place, or a computed state), what is possible, what is missing. */
  readonly state: number[];
  readonly possible: (readonly number[])[];
  readonly missing: (readonly number[])[];
}

const nobody: EncodedPerson = {
  key: "",
  status: new Uint8Array(0),
  numbers: new Float64Array(0),
  chosen: new Int32Array(0),
  unasked: new Int32Array(0),
  person: { assumed: [], doubtful: [], problems: [] },
};

/** A memory for the runs of one rule set, one after another: so many criteria, and cells for its named conditions. */
export function newRun({ criteria, cells }: { readonly criteria: number; readonly cells: number }): Run {
  const verdicts = new Uint8Array(criteria);
  const answered: Run["answered"] = Array.from({ length: cells }, () => undefined);
  return { person: nobody, verdicts, rests: [], top: 0, answered, state: [], possible: [], missing: [] };
}

/** Begins a run: what is not cleared here is overwritten before it is read. */
export function begin(run: Run, person: EncodedPerson): void {
  run.person = person;
  run.top = 0;
  run.answered.fill(undefined);
}

/** Lets go of the person, so that nothing of them outlives the run. */
export function end(run: Run): void {
  run.person = nobody;
}

export function push(run: Run, fact: number): void {
  run.rests[run.top] = fact;
  run.top += 1;
}

/** The distinct facts above `start`, in the order of the vocabulary. */
export function distinctFrom(run: Run, start: number): readonly number[] {
  const distinct: number[] = [];
  // There are as many facts as a vocabulary has: looking through them is quicker than making a set.
  for (let i = start; i < run.top; i++) {
    const fact = run.rests[i] ?? 0;
    if (!distinct.includes(fact)) distinct.push(fact);
  }
  return distinct.length > 1 ? distinct.sort((a, b) => a - b) : distinct;
}
