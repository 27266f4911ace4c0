// Random well-typed conditions over a vocabulary, nested, negated, named, with leaves on decisions where they may stand.
import {
  isValueOf,
  literalKind,
  operatorsOf,
  type Condition,
  type Decision,
  type Fact,
  type FactLeaf,
  type FactOperator,
  type Literal,
  type RuleSet,
} from "../../src/model/index.ts";
import type { Chance } from "./chance.ts";
import { someMembersOf, someValue, type Focus } from "./vocabulary.ts";

/** Where a random condition stands and what it may read. */
export interface Ground {
  readonly facts: readonly Fact[];
  readonly parameters: RuleSet["parameters"];
  readonly focuses: readonly Focus[];
  readonly named: readonly string[];
  /** Earlier decisions of kind `one`. */
  readonly earlier: readonly Decision[];
  /** Whether `isUnknown` and decision states may be read here. */
  readonly twoValued: boolean;
}

export function someCondition(chance: Chance, ground: Ground, depth: number): Condition {
  const members = (most: number): Condition[] =>
    Array.from({ length: 1 + chance.below(most) }, () => someCondition(chance, ground, depth - 1));
  const kind = chance.weighted({
    leaf: depth <= 0 ? 100 : 38,
    all: depth <= 0 ? 0 : 14,
    any: depth <= 0 ? 0 : 14,
    not: depth <= 0 ? 0 : 13,
    atLeast: depth <= 0 ? 0 : 9,
    named: ground.named.length > 0 ? 10 : 0,
    decision: ground.earlier.length > 0 ? 12 : 0,
    state: ground.earlier.length > 0 && ground.twoValued ? 10 : 0,
    always: 1,
  });
  switch (kind) {
    case "leaf":
      return someLeaf(chance, ground);
    case "all":
      return { all: members(3) };
    case "any":
      return { any: members(3) };
    case "not":
      return { not: someCondition(chance, ground, depth - 1) };
    case "atLeast": {
      const of = members(4);
      return { atLeast: { count: 1 + chance.below(of.length), of } };
    }
    case "named":
      return { condition: chance.pick(ground.named) };
    case "decision":
      return outcomeLeaf(chance, ground);
    case "state": {
      const decision = chance.pick(ground.earlier);
      const states = [...decision.outcomes.map((o) => o.id), "@undetermined", "@safety-unknown"];
      return { decision: decision.id, state: chance.some(states, 1 + chance.below(2)) };
    }
    case "always":
      return { always: true };
    default:
      return kind satisfies never;
  }
}

function outcomeLeaf(chance: Chance, ground: Ground): Condition {
  const decision = chance.pick(ground.earlier);
  const outcomes = decision.outcomes.map((o) => o.id);
  return chance.often(0.5)
    ? { decision: decision.id, operator: "equal", value: chance.pick(outcomes) }
    : {
        decision: decision.id,
        operator: "in",
        value: chance.some(outcomes, 1 + chance.below(outcomes.length)),
      };
}

/** A leaf, most often one of the combinations in focus. */
export function someLeaf(chance: Chance, ground: Ground): FactLeaf {
  const allowed = (operator: FactOperator): boolean => operator !== "isUnknown" || ground.twoValued;
  const focuses = ground.focuses.filter((f) => allowed(f.operator));
  const focused =
    focuses.length > 0 && chance.often(0.6) ? focusedLeaf(chance, ground, chance.pick(focuses)) : undefined;
  if (focused) return focused;
  const fact = chance.pick(ground.facts);
  return leafOn(chance, ground, { fact, operator: chance.pick(operatorsOf(fact.type).filter(allowed)) });
}

/** A leaf of one combination, when the vocabulary has a fact for it. */
export function focusedLeaf(chance: Chance, ground: Ground, focus: Focus): FactLeaf | undefined {
  const fitting = ground.facts.filter((f) => fits(f, focus));
  return fitting.length === 0
    ? undefined
    : leafOn(chance, ground, { fact: chance.pick(fitting), operator: focus.operator });
}

/** Whether a fact is of a combination's type and is unknown in its way. */
export function fits(fact: Fact, focus: Focus): boolean {
  return fact.type === focus.type && wayOf(fact) === focus.whenUnknown;
}

export function wayOf(fact: Fact): Focus["whenUnknown"] {
  return typeof fact.whenUnknown === "object" ? "assume" : fact.whenUnknown;
}

function leafOn(
  chance: Chance,
  ground: Ground,
  { fact, operator }: { fact: Fact; operator: FactOperator },
): FactLeaf {
  const leaf = { fact: fact.id, operator };
  switch (literalKind(operator)) {
    case "none":
      return leaf;
    case "list": {
      const members = someMembersOf(fact);
      return { ...leaf, value: chance.some(members, 1 + chance.below(Math.min(3, members.length))) };
    }
    case "single":
      return { ...leaf, value: someLiteral(chance, ground, fact) };
    default:
      throw new RangeError(operator);
  }
}

function someLiteral(chance: Chance, ground: Ground, fact: Fact): Literal {
  const parameters = ground.parameters.filter((p) => fact.type !== "set" && isValueOf(fact, p.value));
  if (parameters.length > 0 && chance.often(0.5)) return { parameter: chance.pick(parameters).id };
  return fact.type === "set" ? chance.pick(someMembersOf(fact)) : someValue(chance, fact);
}
