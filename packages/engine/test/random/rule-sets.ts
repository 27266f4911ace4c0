// Random rule sets over a small vocabulary that has every type of fact and every way of being unknown: two `one`
// decisions of which the second may read the first, and a `many` decision that may read both.
import {
  literalKind,
  operatorsOf,
  parseRuleSet,
  type Condition,
  type Fact,
  type FactOperator,
  type RuleSet,
} from "../../src/index.ts";
import { criterion, document, fact, many, one } from "../tiny.ts";
import { randomValue } from "./facts.ts";
import type { Chance } from "./source.ts";

const text = { fr: "texte", en: "text" };
const members = ["a", "b", "c", "d"].map((id) => ({ id, label: text }));
const shapes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  boolean: {},
  integer: { range: { min: 0, max: 4 } },
  decimal: { scale: 1, range: { min: 0, max: 0.4 } },
  date: {},
  enum: { values: members },
  set: { values: members },
};

/** A fact of every type for every `whenUnknown`, and a derived one. */
export function vocabulary(c: Chance): readonly Fact[] {
  const facts = Object.entries(shapes).flatMap(([type, shape]) =>
    ["Block", "Ignore", "Assume"].map((how) => {
      const rest = { ...shape, safety: c.flip(0.4), ...(c.flip() ? { validFor: "P30D" } : {}) };
      const plain = fact(`${type}${how}`, type, rest);
      const whenUnknown =
        how === "Assume" ? { assume: randomValue(plain as unknown as Fact, c) } : how.toLowerCase();
      return { ...plain, whenUnknown };
    }),
  );
  const parts = ["integerBlock", "integerIgnore"];
  const total = fact("total", "integer", {
    range: { min: 0, max: 8 },
    derive: { sum: parts },
    whenUnknown: c.pick(["block", "ignore"]),
  });
  return [...facts, total] as unknown as Fact[];
}

/** A rule set of `criteria` criteria over a few of the facts, parsed. */
export function randomRuleSet(c: Chance, criteria = 9): RuleSet {
  const facts = vocabulary(c);
  const second = { ...one, id: "e" };
  const decisions = [one, second, { ...many, withheldWhileSafetyUnknown: c.flip(0.7) }];
  const small = 1 + c.int(0, 5);
  const inUse = facts.filter(() => c.flip(small / 8)).concat(c.pick(facts));
  const named = [
    { id: "base", label: text, when: randomCondition({ c, facts: inUse, depth: 1, place: "named" }) },
    {
      id: "more",
      label: text,
      when: randomCondition({ c, facts: inUse, depth: 2, place: "named", named: ["base"] }),
    },
  ];
  const made = Array.from({ length: criteria }, (_, i) => {
    const decision = c.pick(decisions);
    const outcome = c.pick(decision.outcomes).id;
    const place = decision.id === "m" ? "many" : decision.id === "e" ? "second" : "first";
    const when = randomCondition({ c, facts: inUse, depth: c.int(0, 3), place, named: ["base", "more"] });
    return { ...criterion(`K${i}`, when, outcome, decision.id), enabled: c.flip(0.95) };
  });
  const parsed = parseRuleSet({ ...document, facts, decisions, conditions: named, criteria: made });
  if (!parsed.ok) throw new Error(`a random rule set does not parse: ${JSON.stringify(parsed.diagnostics)}`);
  return parsed.value;
}

export interface ConditionOptions {
  readonly c: Chance;
  readonly facts: readonly Fact[];
  readonly depth: number;
  /** Where the condition stands; it decides which leaves it may hold. */
  readonly place: "named" | "first" | "second" | "many";
  readonly named?: readonly string[];
}

/** A well-typed condition at most `depth` groups deep. */
export function randomCondition(options: ConditionOptions): Condition {
  const { c, depth } = options;
  const below = (): Condition => randomCondition({ ...options, depth: depth - 1 });
  const several = (max: number): Condition[] => Array.from({ length: c.int(1, max) }, below);
  if (depth <= 0 || c.flip(0.15)) return randomLeaf(options);
  switch (c.pick(["all", "any", "not", "atLeast"])) {
    case "all":
      return { all: several(3) };
    case "any":
      return { any: several(3) };
    case "not":
      return { not: below() };
    default: {
      const of = several(6);
      return { atLeast: { count: c.int(1, of.length), of } };
    }
  }
}

function randomLeaf({ c, facts, place, named = [] }: ConditionOptions): Condition {
  if (c.flip(0.02)) return { always: true };
  if (named.length > 0 && c.flip(0.1)) return { condition: c.pick(named) };
  if ((place === "second" || place === "many") && c.flip(0.2)) {
    const decision = place === "second" ? "d" : c.pick(["d", "e"]);
    const outcomes = one.outcomes.map((o) => o.id);
    if (place === "many" && c.flip())
      return { decision, state: [c.pick([...outcomes, "@undetermined", "@safety-unknown"])] };
    const among = c.some(outcomes);
    return c.flip() || among.length === 0
      ? { decision, operator: "equal", value: c.pick(outcomes) }
      : { decision, operator: "in", value: among };
  }
  const chosen = c.pick(facts);
  const operators = operatorsOf(chosen.type).filter((o) => place === "many" || o !== "isUnknown");
  return factLeaf(chosen, c.pick(operators), c);
}

/** A leaf on the fact with this operator and, where it takes one, a random literal. */
export function factLeaf(chosen: Fact, operator: FactOperator, c: Chance): Condition {
  const leaf = { fact: chosen.id, operator };
  const ids = (chosen.values ?? []).map((v) => v.id);
  switch (literalKind(operator)) {
    case "none":
      return leaf;
    case "list": {
      const value = c.some(ids);
      return { ...leaf, value: value.length === 0 ? [c.pick(ids)] : value };
    }
    default:
      return { ...leaf, value: chosen.type === "set" ? c.pick(ids) : randomValue(chosen, c) };
  }
}
