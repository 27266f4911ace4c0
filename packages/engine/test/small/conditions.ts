// Random conditions over a small vocabulary: every operator, every connective, decisions and states of others.
import {
  literalKind,
  operatorsOf,
  type Condition,
  type Decision,
  type Fact,
  type FactOperator,
  type Parameter,
} from "../../src/model/index.ts";
import type { Chance } from "../arbitraries/chance.ts";
import { membersOf, someValue } from "./vocabulary.ts";

/** What a condition may speak of. */
export interface Ground {
  readonly facts: readonly Fact[];
  readonly parameters: readonly Parameter[];
  readonly named: readonly string[];
  /** Decisions of kind `one` that may be read. */
  readonly earlier: readonly Decision[];
  /** Whether `isUnknown` and the states of decisions may be read. */
  readonly twoValued: boolean;
}

export function someSmallCondition(chance: Chance, ground: Ground, depth: number): Condition {
  if (depth === 0 || chance.often(0.3)) return someSmallLeaf(chance, ground);
  const members = (least: number): Condition[] =>
    Array.from({ length: least + chance.below(2) }, () => someSmallCondition(chance, ground, depth - 1));
  switch (chance.pick(["all", "any", "not", "atLeast"] as const)) {
    case "all":
      return { all: members(2) };
    case "any":
      return { any: members(2) };
    case "not":
      return { not: someSmallCondition(chance, ground, depth - 1) };
    default: {
      const of = members(2);
      return { atLeast: { count: 1 + chance.below(of.length), of } };
    }
  }
}

function someSmallLeaf(chance: Chance, ground: Ground): Condition {
  const decision = ground.earlier.length > 0 && chance.often(0.2) ? chance.pick(ground.earlier) : undefined;
  if (decision) {
    const outcomes = decision.outcomes.map((o) => o.id);
    if (ground.twoValued && chance.often(0.4)) {
      const states = [...outcomes, "@undetermined", "@safety-unknown"];
      return { decision: decision.id, state: chance.some(states, 1 + chance.below(2)) };
    }
    return chance.often(0.5)
      ? { decision: decision.id, operator: "equal", value: chance.pick(outcomes) }
      : {
          decision: decision.id,
          operator: "in",
          value: chance.some(outcomes, 1 + chance.below(outcomes.length)),
        };
  }
  if (ground.named.length > 0 && chance.often(0.15)) return { condition: chance.pick(ground.named) };
  if (chance.often(0.03)) return { always: true };
  const fact = chance.pick(ground.facts);
  const operators = operatorsOf(fact.type).filter((o) => ground.twoValued || o !== "isUnknown");
  return leafWith(chance, { fact, operator: chance.pick(operators), parameters: ground.parameters });
}

function leafWith(
  chance: Chance,
  about: { fact: Fact; operator: FactOperator; parameters: readonly Parameter[] },
): Condition {
  const { fact, operator, parameters } = about;
  const kind = literalKind(operator);
  if (kind === "none") return { fact: fact.id, operator };
  if (kind === "list") {
    const members = membersOf(fact);
    return { fact: fact.id, operator, value: chance.some(members, 1 + chance.below(members.length)) };
  }
  if (fact.type === "set") return { fact: fact.id, operator, value: chance.pick(membersOf(fact)) };
  const parameter = parameters.find((p) => p.id === `${fact.id}Limit`);
  if (parameter && chance.often(0.3)) return { fact: fact.id, operator, value: { parameter: parameter.id } };
  return { fact: fact.id, operator, value: someValue(chance, fact) };
}
