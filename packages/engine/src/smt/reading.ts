// How a rule set judges a person, as terms: verdicts of conditions as the pair "surely true, surely false" with
// negations pushed down, and the states of decisions (semantics sections 4 and 5). Written from the text of the
// semantics, beside the direct evaluator and not from it.
import type { Condition, DecisionLeaf, FactLeaf, Literal } from "../model/condition.ts";
import type { Decision, RuleSet } from "../model/rule-set.ts";
import type { State } from "./state.ts";
import type { Term, Terms } from "./terms.ts";
import { testPair, type Pair } from "./tests.ts";

/** A verdict, and whether it is unknown and rests, among others, on a safety fact. */
export interface Judged extends Pair {
  readonly onSafety: Term;
}

export interface OneDecided {
  readonly kind: "one";
  /** By state, computed states included. */
  readonly state: ReadonlyMap<string, Term>;
  readonly possible: ReadonlyMap<string, Term>;
  readonly safetyUnknown: Term;
}

export interface ManyDecided {
  readonly kind: "many";
  readonly suggested: ReadonlyMap<string, Term>;
  readonly undetermined: ReadonlyMap<string, Term>;
  readonly withheld: ReadonlyMap<string, Term>;
}

export type Decided = OneDecided | ManyDecided;

export interface Reading {
  readonly ruleSet: RuleSet;
  readonly states: ReadonlyMap<string, State>;
  readonly decided: ReadonlyMap<string, Decided>;
  /** The verdict of a condition that may read every decision. */
  readonly judge: (condition: Condition) => Judged;
}

export function readingOf(terms: Terms, ruleSet: RuleSet, states: ReadonlyMap<string, State>): Reading {
  const decided = new Map<string, Decided>();
  const judge = judgeFor(terms, { ruleSet, states, decided });
  for (const decision of ruleSet.decisions) {
    const judged = ruleSet.criteria
      .filter((c) => c.enabled && c.then.decision === decision.id)
      .map((c) => ({ outcome: c.then.outcome, ...judge(c.when) }));
    const waiting = terms.or(
      ...[...decided.values()].flatMap((d) => (d.kind === "one" ? [d.safetyUnknown] : [])),
    );
    decided.set(
      decision.id,
      decision.kind === "one" ? walk(terms, decision, judged) : each(terms, { decision, judged, waiting }),
    );
  }
  return { ruleSet, states, decided, judge };
}

type JudgedFor = Judged & { readonly outcome: string };

function openOf(terms: Terms, { isTrue, isFalse }: Pair): Term {
  return terms.not(terms.or(isTrue, isFalse));
}

/** A decision of kind `one`: from the most cautious outcome on, until some criterion is true. */
function walk(terms: Terms, decision: Decision, judged: readonly JudgedFor[]): OneDecided {
  let reached = terms.yes;
  let open = terms.no;
  let safetyUnknown = terms.no;
  const possible = new Map(decision.outcomes.map((o) => [o.id, terms.no]));
  const candidate = new Map(possible);
  for (const { id } of decision.outcomes) {
    const own = judged.filter((j) => j.outcome === id);
    const isTrue = terms.or(...own.map((j) => j.isTrue));
    const passed = terms.and(reached, terms.not(isTrue));
    const isOpen = terms.and(passed, terms.or(...own.map((j) => openOf(terms, j))));
    open = terms.or(open, isOpen);
    safetyUnknown = terms.or(safetyUnknown, terms.and(passed, terms.or(...own.map((j) => j.onSafety))));
    possible.set(id, isOpen);
    candidate.set(id, terms.and(reached, isTrue));
    reached = passed;
  }
  const { otherwise } = decision;
  if (otherwise === undefined) throw new TypeError(`the decision ${decision.id} has no otherwise`);
  candidate.set(otherwise, terms.or(candidate.get(otherwise) ?? terms.no, reached));
  const state = new Map(
    decision.outcomes.map((o) => [o.id, terms.and(terms.not(open), candidate.get(o.id) ?? terms.no)]),
  );
  state.set("@safety-unknown", safetyUnknown);
  state.set("@undetermined", terms.and(open, terms.not(safetyUnknown)));
  return {
    kind: "one",
    state,
    possible: new Map(
      [...possible].map(([id, isOpen]) => [id, terms.or(isOpen, candidate.get(id) ?? terms.no)]),
    ),
    safetyUnknown,
  };
}

/** A decision of kind `many`: every outcome on its own. */
function each(
  terms: Terms,
  about: { readonly decision: Decision; readonly judged: readonly JudgedFor[]; readonly waiting: Term },
): ManyDecided {
  const { decision, judged, waiting } = about;
  const standing = (of: (own: readonly JudgedFor[], held: Term) => Term): ReadonlyMap<string, Term> =>
    new Map(
      decision.outcomes.map((o) => {
        const holds = decision.withheldWhileSafetyUnknown === true && o.tone !== "stop";
        const own = judged.filter((j) => j.outcome === o.id);
        return [o.id, of(own, holds ? waiting : terms.no)];
      }),
    );
  const anyTrue = (own: readonly JudgedFor[]): Term => terms.or(...own.map((j) => j.isTrue));
  return {
    kind: "many",
    withheld: standing((_, held) => held),
    suggested: standing((own, held) => terms.and(terms.not(held), anyTrue(own))),
    undetermined: standing((own, held) =>
      terms.and(terms.not(held), terms.not(anyTrue(own)), terms.or(...own.map((j) => openOf(terms, j)))),
    ),
  };
}

interface Ground {
  readonly ruleSet: RuleSet;
  readonly states: ReadonlyMap<string, State>;
  readonly decided: ReadonlyMap<string, Decided>;
}

/** Judges conditions; decisions they read must have been decided by then. */
function judgeFor(terms: Terms, ground: Ground): (condition: Condition) => Judged {
  const { ruleSet, states, decided } = ground;
  const settled = (isTrue: Term): Judged => ({ isTrue, isFalse: terms.not(isTrue), onSafety: terms.no });
  /** At least `count` of the members are true; surely not, when too many are false. */
  const atLeast = (count: number, members: readonly Judged[]): Judged => {
    const pair = {
      isTrue: terms.atLeast(
        count,
        members.map((m) => m.isTrue),
      ),
      isFalse: terms.atLeast(
        members.length - count + 1,
        members.map((m) => m.isFalse),
      ),
    };
    // Undecided leaves count only where every node above them is open too.
    const onSafety = terms.and(openOf(terms, pair), terms.or(...members.map((m) => m.onSafety)));
    return { ...pair, onSafety };
  };
  const judge = (condition: Condition, negated: boolean): Judged => {
    const below = (members: readonly Condition[]): readonly Judged[] => members.map((m) => judge(m, negated));
    if ("always" in condition) return settled(terms.bool(!negated));
    if ("not" in condition) return judge(condition.not, !negated);
    if ("all" in condition) return atLeast(negated ? 1 : condition.all.length, below(condition.all));
    if ("any" in condition) return atLeast(negated ? condition.any.length : 1, below(condition.any));
    if ("atLeast" in condition) {
      const { count, of } = condition.atLeast;
      return atLeast(negated ? of.length - count + 1 : count, below(of));
    }
    if ("condition" in condition) return judge(namedIn(ruleSet, condition.condition), negated);
    if ("fact" in condition) return test(condition, negated);
    const made = found(decided.get(condition.decision), condition.decision);
    if (made.kind === "many") return settled(terms.bool(negated));
    if ("state" in condition) {
      const holds = terms.or(...condition.state.map((s) => made.state.get(s) ?? terms.no));
      return settled(negated ? terms.not(holds) : holds);
    }
    return ofDecision(condition, made, negated);
  };
  const test = (leaf: FactLeaf, negated: boolean): Judged => {
    const state = found(states.get(leaf.fact), leaf.fact);
    const pair = testPair(terms, state, { leaf, value: resolved(ruleSet, leaf.value), negated });
    return { ...pair, onSafety: state.fact.safety ? openOf(terms, pair) : terms.no };
  };
  /** True when all that is possible is among the value, false when nothing is. */
  const ofDecision = (leaf: DecisionLeaf, made: OneDecided, negated: boolean): Judged => {
    const value = typeof leaf.value === "string" ? [leaf.value] : leaf.value;
    const possible = (inside: boolean): Term =>
      terms.or(...[...made.possible].flatMap(([o, is]) => (value.includes(o) === inside ? [is] : [])));
    const [isTrue, isFalse] = [terms.not(possible(false)), terms.not(possible(true))];
    const pair = negated ? { isTrue: isFalse, isFalse: isTrue } : { isTrue, isFalse };
    return { ...pair, onSafety: terms.and(openOf(terms, pair), made.safetyUnknown) };
  };
  return (condition) => judge(condition, false);
}

export function namedIn(ruleSet: RuleSet, id: string): Condition {
  return found(
    ruleSet.conditions.find((c) => c.id === id),
    id,
  ).when;
}

function resolved(ruleSet: RuleSet, value: Literal | undefined): Literal | undefined {
  if (typeof value !== "object" || !("parameter" in value)) return value;
  const { parameter } = value;
  return found(
    ruleSet.parameters.find((p) => p.id === parameter),
    parameter,
  ).value;
}

/** @throws TypeError naming what is missing */
export function found<T>(thing: T | undefined, id: string): T {
  if (thing === undefined) throw new TypeError(`not declared, or read before it is decided: ${id}`);
  return thing;
}
