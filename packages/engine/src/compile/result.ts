// The whole result of a run, from its masks: nothing of it is made before it is asked for, and every list is made as
// long as it has to be.
import type { DecisionResult, Problem, Result } from "../model/index.ts";
import { bitsBelow, hasBit, lowestBit, setBit } from "./bits.ts";
import type { Decider } from "./decide.ts";
import { FactList } from "./fact-list.ts";
import { SAFETY_UNKNOWN } from "./graph.ts";
import { idsAt } from "./ids.ts";
import { PLAIN } from "./layout.ts";
import { doubtOfCode } from "./person.ts";
import type { Plan, Step } from "./plan.ts";
import type { Run } from "./run.ts";

/** The result of a run whose masks are filled; a fresh object each time. */
export type ResultMaker = (run: Run, problems: readonly Problem[]) => Result;

export function resultMaker(plan: Plan, decider: Decider): ResultMaker {
  const { steps } = plan;
  const { slots, assumed } = plan.layout;
  const facts = slots.map((s) => s.id);
  const criteria = plan.criteria.map((c) => c.id);
  const answers = steps.map(answerOf);
  const optional = Int32Array.from(plan.optional);
  const bases = Int32Array.from(slots.map((s) => s.base));
  const places = new Int32Array(
    Math.max(facts.length, criteria.length, ...answers.map(({ ids }) => ids.length)),
  );
  // Copied and filled in: every result has the same decisions.
  const blank = {} as DecisionResult;
  const blanks = Object.fromEntries(answers.map(({ id }) => [id, blank]));
  const safety = slots.map((s) => s.fact.safety);
  const asked = new FactList(safety);
  const askedHere = new FactList(safety);
  const heed = (open: Int32Array): void => {
    asked.add(open);
    askedHere.add(open);
  };

  function oneOf(run: Run, { step, ids }: Answer): DecisionResult {
    const { index } = step;
    askedHere.clear();
    decider.one(run, step, heed);
    const end = run.end[index] ?? 0;
    const state = run.state[index] ?? 0;
    if (state >= 0) {
      const id = ids[end] ?? "";
      return { kind: "one", state: id, outcome: id, possible: [id], missing: [] };
    }
    const open = run.open[index] ?? none;
    let count = 0;
    for (let i = 0; i < open.length; i++) count = addPlaces(open[i] ?? 0, i, count);
    if (!hasBit(open, 0, end)) places[count++] = end;
    return {
      kind: "one",
      state: state === SAFETY_UNKNOWN ? "@safety-unknown" : "@undetermined",
      possible: idsAt(ids, places, count),
      missing: askedHere.ids(facts),
    };
  }

  /** Lists the bits of one word after those that are listed already; how many there are then. */
  function addPlaces(bits: number, word: number, count: number): number {
    let next = count;
    for (let rest = bits; rest !== 0; rest &= rest - 1) places[next++] = 32 * word + lowestBit(rest);
    return next;
  }

  function manyOf(run: Run, { step, ids, stop }: Answer, isWithholding: boolean): DecisionResult {
    const { yes, no } = run.masks;
    let count = 0;
    for (let i = 0; i < step.words; i++) {
      const free = isWithholding ? (stop[i] ?? 0) : -1;
      count = addPlaces((yes[step.word + i] ?? 0) & free, i, count);
    }
    const suggested = idsAt(ids, places, count);
    count = 0;
    for (let i = 0; i < step.words; i++) {
      const word = step.word + i;
      const free = isWithholding ? (stop[i] ?? 0) : -1;
      const open = ~((yes[word] ?? 0) | (no[word] ?? 0)) & bitsBelow(ids.length - 32 * i) & free;
      for (let rest = open; rest !== 0; rest &= rest - 1)
        asked.add(decider.factsOf(run, step, 32 * i + lowestBit(rest)));
      count = addPlaces(open, i, count);
    }
    const undetermined = idsAt(ids, places, count);
    count = 0;
    // Withheld is all but what calls a halt.
    for (let i = isWithholding ? 0 : step.words; i < step.words; i++)
      count = addPlaces(~(stop[i] ?? 0) & bitsBelow(ids.length - 32 * i), i, count);
    return { kind: "many", suggested, undetermined, withheld: idsAt(ids, places, count) };
  }

  /** The criteria that are true, or those that are unknown. */
  function criteriaThat({ masks: { yes, no } }: Run, areOpen: boolean): string[] {
    let count = 0;
    for (let i = 0; 32 * i < criteria.length; i++) {
      const open = ~((yes[i] ?? 0) | (no[i] ?? 0)) & bitsBelow(criteria.length - 32 * i);
      count = addPlaces(areOpen ? open : (yes[i] ?? 0), i, count);
    }
    return idsAt(criteria, places, count);
  }

  /** Lists those of some facts that are plainly unknown; how many there are. */
  function plainAmong(some: Int32Array, words: Int32Array): number {
    let count = 0;
    for (let i = 0; i < some.length; i++) {
      const index = some[i] ?? 0;
      if (words[index] === (bases[index] ?? 0) + PLAIN) places[count++] = index;
    }
    return count;
  }

  function assumedOf(words: Int32Array): number {
    let count = 0;
    for (let i = 0; assumed + i < words.length; i++) count = addPlaces(words[assumed + i] ?? 0, i, count);
    return count;
  }

  function doubtfulOf(words: Int32Array): Result["doubtful"] {
    const doubtful: Result["doubtful"] = [];
    for (let i = 0; i < bases.length; i++) {
      const reason = doubtOfCode((words[i] ?? 0) - (bases[i] ?? 0));
      if (reason !== undefined) doubtful.push({ fact: facts[i] ?? "", reason });
    }
    return doubtful;
  }

  return (run, problems) => {
    const { words } = run.person;
    const decisions: Record<string, DecisionResult> = { ...blanks };
    asked.clear();
    let isWaiting = false;
    // By place, here and below: iterators cost more than what they go through.
    for (let i = 0, answer = answers[0]; answer !== undefined; answer = answers[++i]) {
      const { step, id, isMany } = answer;
      decisions[id] = isMany ? manyOf(run, answer, step.withholds && isWaiting) : oneOf(run, answer);
      if (!isMany && run.state[step.index] === SAFETY_UNKNOWN) isWaiting = true;
    }
    const unverified = idsAt(facts, places, plainAmong(optional, words));
    const taken = idsAt(facts, places, assumedOf(words));
    return {
      decisions,
      fired: criteriaThat(run, false),
      undecided: criteriaThat(run, true),
      missing: asked.ids(facts),
      unverified,
      assumed: taken,
      doubtful: doubtfulOf(words),
      problems: problems.length === 0 ? [] : problems.map((p) => ({ ...p })),
    };
  };
}

const none = new Int32Array(0);

/** What of a decision's answer is known beforehand. */
interface Answer {
  readonly step: Step;
  readonly id: string;
  readonly isMany: boolean;
  readonly ids: readonly string[];
  readonly stop: Int32Array;
}

function answerOf(step: Step): Answer {
  const { id, kind } = step.decision;
  return { step, id, isMany: kind === "many", ids: step.outcomes.map((o) => o.id), stop: stopsOf(step) };
}

/** The outcomes of a decision that call a halt, as bits: they are never withheld. */
export function stopsOf({ outcomes, words }: Pick<Step, "outcomes" | "words">): Int32Array {
  const bits = new Int32Array(words);
  for (const [place, { stop }] of outcomes.entries()) if (stop) setBit(bits, 0, place);
  return bits;
}
