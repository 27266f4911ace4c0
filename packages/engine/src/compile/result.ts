// The whole result of a run, from its masks: nothing of it is made before it is asked for, and every list is made as
// long as it has to be.
import type { DecisionResult, DoubtReason, Problem, Result } from "../model/index.ts";
import { bitsBelow, lowestBit } from "./bits.ts";
import { isOpen, isSuggested, type Decider, type MaskedStep } from "./decide.ts";
import { FactList } from "./fact-list.ts";
import { SAFETY_UNKNOWN } from "./graph.ts";
import { KNOWN, PLAIN } from "./layout.ts";
import { doubtOfCode } from "./person.ts";
import type { Plan } from "./plan.ts";
import type { Run } from "./run.ts";

/** The result of a run whose masks are filled; a fresh object each time. */
export type ResultMaker = (run: Run, problems: readonly Problem[]) => Result;

export function resultMaker(plan: Plan, steps: readonly MaskedStep[], decider: Decider): ResultMaker {
  const { slots, assumed } = plan.layout;
  const facts = slots.map((s) => s.id);
  const criteria = plan.criteria.map((c) => c.id);
  const outcomes = steps.map((step) => step.outcomes.map((o) => o.id));
  const assuming = slots.filter((s) => s.assumes).map((s) => s.index);
  const most = Math.max(facts.length, criteria.length, ...outcomes.map((o) => o.length));
  const [first, second, third] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const safety = slots.map((s) => s.fact.safety);
  const asked = new FactList(safety);
  const askedHere = new FactList(safety);
  const heed = (open: Int32Array): void => {
    asked.add(open);
    askedHere.add(open);
  };

  function oneOf(run: Run, step: MaskedStep): DecisionResult {
    askedHere.clear();
    decider.one(run, step, heed);
    const ids = outcomes[step.index] ?? [];
    const places = run.possible[step.index] ?? [];
    const possible = idsAt(ids, places, places.length);
    const missing = askedHere.ids(facts);
    const place = run.state[step.index] ?? 0;
    if (place < 0) {
      const state = place === SAFETY_UNKNOWN ? "@safety-unknown" : "@undetermined";
      return { kind: "one", state, possible, missing };
    }
    const state = ids[place] ?? "";
    return { kind: "one", state, outcome: state, possible, missing };
  }

  function manyOf(run: Run, step: MaskedStep, isWithholding: boolean): DecisionResult {
    let [suggested, undetermined, withheld] = [0, 0, 0];
    for (let place = 0; place < step.outcomes.length; place++) {
      const outcome = step.outcomes[place];
      if (outcome === undefined) break;
      if (isWithholding && !outcome.stop) third[withheld++] = place;
      else if (isSuggested(outcome, run.masks)) first[suggested++] = place;
      else if (isOpen(outcome, run.masks)) {
        second[undetermined++] = place;
        asked.add(decider.factsOf(run, outcome));
      }
    }
    const ids = outcomes[step.index] ?? [];
    return {
      kind: "many",
      suggested: idsAt(ids, first, suggested),
      undetermined: idsAt(ids, second, undetermined),
      withheld: idsAt(ids, third, withheld),
    };
  }

  /** The criteria whose bit is set, or of which neither bit is. */
  function criteriaWhere(run: Run, isUnknown: boolean): string[] {
    const { yes, no } = run.masks;
    let count = 0;
    for (let word = 0; word < yes.length; word++) {
      let rest = yes[word] ?? 0;
      if (isUnknown) rest = ~(rest | (no[word] ?? 0)) & bitsBelow(criteria.length - word * 32);
      for (; rest !== 0; rest &= rest - 1) first[count++] = word * 32 + lowestBit(rest);
    }
    return idsAt(criteria, first, count);
  }

  return (run, problems) => {
    const { words } = run.person;
    const decisions: Record<string, DecisionResult> = {};
    asked.clear();
    let isWaiting = false;
    for (const step of steps) {
      if (step.decision.kind === "many") {
        decisions[step.decision.id] = manyOf(run, step, step.withholds && isWaiting);
        continue;
      }
      decisions[step.decision.id] = oneOf(run, step);
      if (run.state[step.index] === SAFETY_UNKNOWN) isWaiting = true;
    }
    let unverified = 0;
    for (const index of plan.optional)
      if (words[index] === (slots[index]?.base ?? 0) + PLAIN) second[unverified++] = index;
    let assumedCount = 0;
    for (const index of assuming)
      if ((((words[assumed + (index >>> 5)] ?? 0) >>> (index & 31)) & 1) !== 0) third[assumedCount++] = index;
    const doubtful: { fact: string; reason: DoubtReason }[] = [];
    for (const { index, base, id } of slots) {
      const code = (words[index] ?? 0) - base;
      const reason = code === PLAIN || code >= KNOWN ? undefined : doubtOfCode(code);
      if (reason !== undefined) doubtful.push({ fact: id, reason });
    }
    return {
      decisions,
      fired: criteriaWhere(run, false),
      undecided: criteriaWhere(run, true),
      missing: asked.ids(facts),
      unverified: idsAt(facts, second, unverified),
      assumed: idsAt(facts, third, assumedCount),
      doubtful,
      problems: problems.length === 0 ? [] : problems.map((p) => ({ ...p })),
    };
  };
}

/** The ids at the first so many places of a list, in a list that is exactly as long. */
function idsAt(ids: readonly string[], places: ArrayLike<number>, count: number): string[] {
  const found: string[] = [];
  if (count === 0) return found;
  found.length = count;
  for (let i = 0; i < count; i++) found[i] = ids[places[i] ?? 0] ?? "";
  return found;
}
