// What a decision of kind `one` comes to, from the masks: how far the walk goes, what stays open before, which state that
// is, and the facts it is open for.
import { bitsBelow, clear, hasBit, lowestBit, setBit, wordsFor } from "./bits.ts";
import type { Code } from "./closures.ts";
import type { GeneratedFacts } from "./generate-facts.ts";
import { SAFETY_UNKNOWN, UNDETERMINED } from "./graph.ts";
import type { Plan, PlannedOutcome, Step } from "./plan.ts";
import { restsOf } from "./rests.ts";
import type { Run } from "./run.ts";

const none: PlannedOutcome["criteria"] = [];

export interface Decider {
  /**
   * Decides a step whose criteria and outcomes are all in the masks. `heed` is told the facts of every open outcome, as
   * bits that are good until it returns.
   */
  readonly one: (run: Run, step: Step, heed?: (facts: Int32Array) => void) => void;
  /** The facts that the open criteria of an outcome rest on, as bits that are good until the next call. */
  readonly factsOf: (run: Run, step: Step, outcome: number) => Int32Array;
}

/** @param generated what has been generated to find facts; where there is nothing, the closures do it */
export function deciderOf(plan: Plan, codes: () => readonly Code[], generated: GeneratedFacts = []): Decider {
  const safety = new Int32Array(wordsFor(plan.layout.slots.length));
  for (const { index, fact } of plan.layout.slots) if (fact.safety) setBit(safety, 0, index);
  const found = new Int32Array(safety.length);
  const rests = restsOf(plan, codes);

  function factsOf(run: Run, step: Step, outcome: number): Int32Array {
    const write = generated[step.index]?.[outcome];
    if (write !== undefined) {
      write(run, found);
      return found;
    }
    const { yes, no } = run.masks;
    clear(found);
    run.collection += 1;
    for (const { index, node } of step.outcomes[outcome]?.criteria ?? none) {
      if (!hasBit(yes, 0, index) && !hasBit(no, 0, index)) rests(run, node, found);
    }
    return found;
  }

  /** Walks from the most cautious outcome to the first that a criterion speaks for; whether one before it is open. */
  function walk(run: Run, { word: first, words, otherwise, index, outcomes }: Step): boolean {
    const { yes, no } = run.masks;
    const open = run.open[index] ?? found;
    let end = otherwise;
    let some = 0;
    let isOver = false;
    for (let i = 0; i < words; i++) {
      const suggested = isOver ? 0 : (yes[first + i] ?? 0);
      let before = isOver ? 0 : bitsBelow(outcomes.length - 32 * i);
      if (suggested !== 0) {
        const bit = lowestBit(suggested);
        end = 32 * i + bit;
        before = bitsBelow(bit);
        isOver = true;
      }
      some |= open[i] = before & ~(no[first + i] ?? 0);
    }
    run.end[index] = end;
    return some !== 0;
  }

  return {
    factsOf,
    one(run, step, heed) {
      const { index } = step;
      if (!walk(run, step)) {
        run.state[index] = run.end[index] ?? 0;
        return;
      }
      const missing = run.missing[index] ?? found;
      clear(missing);
      let isSafety = false;
      const open = run.open[index] ?? found;
      for (let word = 0; word < open.length; word++) {
        for (let rest = open[word] ?? 0; rest !== 0; rest &= rest - 1) {
          const facts = factsOf(run, step, 32 * word + lowestBit(rest));
          for (let i = 0; i < facts.length; i++) {
            missing[i] = (missing[i] ?? 0) | (facts[i] ?? 0);
            if (((facts[i] ?? 0) & (safety[i] ?? 0)) !== 0) isSafety = true;
          }
          heed?.(facts);
        }
      }
      run.state[index] = isSafety ? SAFETY_UNKNOWN : UNDETERMINED;
    },
  };
}
