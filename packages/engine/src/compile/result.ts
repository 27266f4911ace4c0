// The whole result of a run, from its masks: nothing of it is made before it is asked for, and every list is made as
// long as it has to be. What results have in common (a decision that is decided, an empty list) is one object, frozen.
import type { DecisionResult, Problem, Result } from "../model/index.ts";
import { bitsBelow, hasBit, lowestBit, setBit, wordsFor } from "./bits.ts";
import type { Decider } from "./decide.ts";
import { FactList } from "./fact-list.ts";
import { SAFETY_UNKNOWN } from "./graph.ts";
import { idLists, idsAt, type IdLists } from "./ids.ts";
import type { Plan, Step } from "./plan.ts";
import { remarksOf, type Remarks } from "./remarks.ts";
import type { Run } from "./run.ts";

/** The result of a run whose masks are filled; what is not frozen of it is fresh each time. */
export type ResultMaker = (run: Run, problems: readonly Problem[]) => Result;

/** What a result is made of, piece by piece: the decisions in their order, then whatever else. */
export interface ResultParts extends Remarks {
  readonly answers: readonly Answer[];
  /** Begins a result: nothing has been asked yet. */
  readonly begin: () => void;
  readonly one: (run: Run, answer: Answer) => DecisionResult;
  /** @param isWaiting whether an earlier decision waits for safety facts */
  readonly many: (run: Run, answer: Answer, isWaiting: IsWaiting) => DecisionResult;
  readonly fired: (run: Run) => string[];
  readonly undecided: (run: Run) => string[];
  /** The facts that all decisions asked for. */
  readonly missing: () => string[];
  readonly copied: (problems: readonly Problem[]) => Problem[];
}

type IsWaiting = boolean;

/** What of a decision's answer is known beforehand. */
export interface Answer {
  readonly step: Step;
  readonly id: string;
  readonly isMany: boolean;
  readonly ids: readonly string[];
  readonly lists: IdLists;
  /** The outcomes that call a halt: they are never withheld. */
  readonly stop: Int32Array;
  /** All outcomes but these. */
  readonly withheld: string[];
  /** Words for some of its outcomes. */
  readonly some: Int32Array;
  /** The whole answer for each outcome: most decisions are decided. */
  readonly decided: readonly DecisionResult[];
}

export function resultParts(plan: Plan, decider: Decider): ResultParts {
  const { slots } = plan.layout;
  const facts = slots.map((s) => s.id);
  const criteria = idLists(plan.criteria.map((c) => c.id));
  const enabled = plan.criteria.length;
  const some = new Int32Array(wordsFor(enabled));
  const answers = plan.steps.map(answerOf);
  const places = new Int32Array(Math.max(0, ...answers.map(({ ids }) => ids.length)));
  const safety = slots.map((s) => s.fact.safety);
  const asked = new FactList(safety);
  const askedHere = new FactList(safety);
  const heed = (open: Int32Array): void => {
    asked.add(open);
    askedHere.add(open);
  };

  /** The outcomes that are open, and after them the one that the walk ended at. */
  function possibleOf({ ids, lists }: Answer, open: Int32Array, end: number): string[] {
    const bits = open[0] ?? 0;
    // Behind all that is open, its own place is the last one.
    if (open.length === 1 && (hasBit(open, 0, end) || bits >>> end === 0))
      return lists.ofWord(bits | (1 << end));
    let count = 0;
    for (let i = 0; i < open.length; i++)
      for (let rest = open[i] ?? 0; rest !== 0; rest &= rest - 1) places[count++] = 32 * i + lowestBit(rest);
    if (!hasBit(open, 0, end)) places[count++] = end;
    return idsAt(ids, places, count);
  }

  return {
    ...remarksOf(plan),
    answers,
    begin: () => asked.clear(),
    one(run, answer) {
      const { index } = answer.step;
      askedHere.clear();
      decider.one(run, answer.step, heed);
      const end = run.end[index] ?? 0;
      const state = run.state[index] ?? 0;
      const decided = state >= 0 ? answer.decided[end] : undefined;
      if (decided !== undefined) return decided;
      return {
        kind: "one",
        state: state === SAFETY_UNKNOWN ? "@safety-unknown" : "@undetermined",
        possible: possibleOf(answer, run.open[index] ?? none, end),
        missing: askedHere.ids(facts),
      };
    },
    many(run, { step, ids, lists, stop, withheld, some: bits }, isWaiting) {
      const { yes, no } = run.masks;
      const isWithholding = step.withholds && isWaiting;
      for (let i = 0; i < bits.length; i++)
        bits[i] = (yes[step.word + i] ?? 0) & (isWithholding ? (stop[i] ?? 0) : -1);
      const suggested = lists.ofWords(bits);
      for (let i = 0; i < bits.length; i++) {
        const free = isWithholding ? (stop[i] ?? 0) : bitsBelow(ids.length - 32 * i);
        const open = ~((yes[step.word + i] ?? 0) | (no[step.word + i] ?? 0)) & free;
        bits[i] = open;
        for (let rest = open; rest !== 0; rest &= rest - 1)
          asked.add(decider.factsOf(run, step, 32 * i + lowestBit(rest)));
      }
      const undetermined = lists.ofWords(bits);
      return { kind: "many", suggested, undetermined, withheld: isWithholding ? withheld : noOutcomes };
    },
    fired({ masks: { yes } }) {
      for (let i = 0; i < some.length; i++) some[i] = yes[i] ?? 0;
      return criteria.ofWords(some);
    },
    undecided({ masks: { yes, no } }) {
      for (let i = 0; i < some.length; i++)
        some[i] = ~((yes[i] ?? 0) | (no[i] ?? 0)) & bitsBelow(enabled - 32 * i);
      return criteria.ofWords(some);
    },
    missing: () => asked.ids(facts),
    copied: (problems) => (problems.length === 0 ? noProblems : problems.map((p) => ({ ...p }))),
  };
}

/** A result piece by piece, whatever the decisions are. */
export function resultMaker(parts: ResultParts): ResultMaker {
  const { answers } = parts;
  // Copied and filled in: every result has the same decisions.
  const blank = {} as DecisionResult;
  const blanks = Object.fromEntries(answers.map(({ id }) => [id, blank]));
  return (run, problems) => {
    const { words } = run.person;
    const decisions: Record<string, DecisionResult> = { ...blanks };
    parts.begin();
    let isWaiting = false;
    // By place: iterators cost more than what they go through.
    for (let i = 0, answer = answers[0]; answer !== undefined; answer = answers[++i]) {
      decisions[answer.id] = answer.isMany ? parts.many(run, answer, isWaiting) : parts.one(run, answer);
      if (!answer.isMany && run.state[answer.step.index] === SAFETY_UNKNOWN) isWaiting = true;
    }
    return {
      decisions,
      fired: parts.fired(run),
      undecided: parts.undecided(run),
      missing: parts.missing(),
      unverified: parts.unverified(words),
      assumed: parts.assumed(words),
      doubtful: parts.doubtful(words),
      problems: parts.copied(problems),
    };
  };
}

const none = new Int32Array(0);
const noOutcomes = Object.freeze([]) as unknown as string[];
const noProblems = Object.freeze([]) as unknown as Problem[];

function answerOf(step: Step): Answer {
  const { id, kind } = step.decision;
  const ids = step.outcomes.map((o) => o.id);
  const stop = stopsOf(step);
  const decided = ids.map((outcome): DecisionResult =>
    Object.freeze({
      kind: "one",
      state: outcome,
      outcome,
      possible: Object.freeze([outcome]) as unknown as string[],
      missing: noOutcomes,
    }),
  );
  const withheld = Object.freeze(ids.filter((_, place) => !hasBit(stop, 0, place))) as string[];
  return {
    step,
    id,
    isMany: kind === "many",
    ids,
    lists: idLists(ids),
    stop,
    withheld,
    some: new Int32Array(step.words),
    decided,
  };
}

/** The outcomes of a decision that call a halt, as bits: they are never withheld. */
export function stopsOf({ outcomes, words }: Pick<Step, "outcomes" | "words">): Int32Array {
  const bits = new Int32Array(words);
  for (const [place, { stop }] of outcomes.entries()) if (stop) setBit(bits, 0, place);
  return bits;
}
