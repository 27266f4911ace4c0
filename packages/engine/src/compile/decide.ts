// What a decision comes to, from the masks of its criteria: how far the walk goes, what stays possible, which state it
// is in, and the facts it is open for.
import { SAFETY_UNKNOWN, UNDETERMINED } from "./graph.ts";
import type { Code } from "./closures.ts";
import type { Plan, PlannedOutcome, Step } from "./plan.ts";
import { restsOf } from "./rests.ts";
import type { Masks, Run } from "./run.ts";

/** An outcome with the bits of its criteria: a word and the bits within it, by turns. */
export interface MaskedOutcome extends PlannedOutcome {
  readonly masks: Int32Array;
}

/** A step of the plan with what its outcomes need to be read from masks. */
export interface MaskedStep extends Step {
  readonly outcomes: readonly MaskedOutcome[];
}

export function maskedSteps({ steps }: Plan): readonly MaskedStep[] {
  return steps.map((step) => ({ ...step, outcomes: step.outcomes.map(withMasks) }));
}

function withMasks(outcome: PlannedOutcome): MaskedOutcome {
  const words = new Map<number, number>();
  for (const { index } of outcome.criteria)
    words.set(index >>> 5, (words.get(index >>> 5) ?? 0) | (1 << (index & 31)));
  return { ...outcome, masks: Int32Array.from([...words].flat()) };
}

/** Whether a criterion of the outcome is true. */
export function isSuggested({ masks }: MaskedOutcome, { yes }: Masks): boolean {
  for (let i = 0; i < masks.length; i += 2)
    if (((yes[masks[i] ?? 0] ?? 0) & (masks[i + 1] ?? 0)) !== 0) return true;
  return false;
}

/** Whether a criterion of the outcome is unknown. */
export function isOpen({ masks }: MaskedOutcome, { yes, no }: Masks): boolean {
  for (let i = 0; i < masks.length; i += 2) {
    const word = masks[i] ?? 0;
    if ((~((yes[word] ?? 0) | (no[word] ?? 0)) & (masks[i + 1] ?? 0)) !== 0) return true;
  }
  return false;
}

export interface Decider {
  /**
   * Decides a step of kind `one` whose criteria are all in the masks: `run.possible`, `run.missing` and `run.state`.
   * `heed` is told the facts of every open outcome, as bits that are good until it returns.
   */
  readonly one: (run: Run, step: MaskedStep, heed?: (facts: Int32Array) => void) => void;
  /** The facts that the open criteria of an outcome rest on, as bits that are good until the next call. */
  readonly factsOf: (run: Run, outcome: MaskedOutcome) => Int32Array;
}

export function deciderOf(plan: Plan, codes: () => readonly Code[]): Decider {
  const safety = new Int32Array(Math.ceil(plan.layout.slots.length / 32));
  for (const { index, fact } of plan.layout.slots)
    if (fact.safety) safety[index >>> 5] = (safety[index >>> 5] ?? 0) | (1 << (index & 31));
  const found = new Int32Array(safety.length);
  const rests = restsOf(plan, codes);

  function factsOf(run: Run, outcome: MaskedOutcome): Int32Array {
    found.fill(0);
    run.collection += 1;
    for (const { index, node } of outcome.criteria) {
      const word = index >>> 5;
      const decided = (run.masks.yes[word] ?? 0) | (run.masks.no[word] ?? 0);
      if (((decided >>> (index & 31)) & 1) === 0) rests(run, node, found);
    }
    return found;
  }

  return {
    factsOf,
    one(run, step, heed) {
      const possible = run.possible[step.index] ?? [];
      const missing = run.missing[step.index] ?? found;
      possible.length = 0;
      let end = step.otherwise;
      for (let place = 0; place < step.outcomes.length; place++) {
        const outcome = step.outcomes[place];
        if (outcome === undefined) break;
        if (isSuggested(outcome, run.masks)) {
          end = place;
          break;
        }
        if (isOpen(outcome, run.masks)) possible.push(place);
      }
      if (possible.length === 0) {
        possible.push(end);
        run.state[step.index] = end;
        return;
      }
      missing.fill(0);
      let isSafety = false;
      for (const place of possible) {
        const outcome = step.outcomes[place];
        if (outcome === undefined) break;
        const facts = factsOf(run, outcome);
        for (let i = 0; i < facts.length; i++) {
          const word = facts[i] ?? 0;
          missing[i] = (missing[i] ?? 0) | word;
          if ((word & (safety[i] ?? 0)) !== 0) isSafety = true;
        }
        heed?.(facts);
      }
      if (!possible.includes(end)) possible.push(end);
      run.state[step.index] = isSafety ? SAFETY_UNKNOWN : UNDETERMINED;
    },
  };
}
