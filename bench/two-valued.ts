// The two-valued form of a rule set, for contenders that know true and false only: every enabled criterion that reads facts
// alone, for persons of whom every fact is known. What tests whether a fact is known is thereby a constant, and each
// contender says the rest in its own words.
import type { Condition, RuleSet } from "@jumelage/engine";

export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

export type Formula =
  | { readonly constant: boolean }
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] }
  | { readonly not: Formula }
  | { readonly fact: string; readonly comparison: Comparison; readonly value: boolean | number | string }
  /** One value among several. */
  | { readonly fact: string; readonly among: readonly (number | string)[] }
  /** A set that has one of these members. */
  | { readonly fact: string; readonly hasAny: readonly string[] }
  | { readonly fact: string; readonly isEmpty: true };

export interface TwoValued {
  readonly criteria: readonly { readonly id: string; readonly when: Formula }[];
  readonly facts: RuleSet["facts"];
}

/** A person of whom every fact is known: plain values, a set as the list of its members. */
export type Values = Readonly<Record<string, boolean | number | string | readonly string[]>>;

export function twoValued(ruleSet: RuleSet): TwoValued {
  const named = new Map(ruleSet.conditions.map((c) => [c.id, c.when]));
  const parameters = new Map(ruleSet.parameters.map((p) => [p.id, p.value]));

  function formulaOf(node: Condition): Formula {
    if ("always" in node) return { constant: true };
    if ("not" in node) return { not: formulaOf(node.not) };
    if ("all" in node) return { all: node.all.map(formulaOf) };
    if ("any" in node) return { any: node.any.map(formulaOf) };
    if ("condition" in node) return formulaOf(required(named.get(node.condition)));
    if (!("fact" in node)) throw new TypeError("only facts, here");
    const { fact, operator, value } = node;
    const given =
      typeof value === "object" && "parameter" in value ? required(parameters.get(value.parameter)) : value;
    return testOf(fact, operator, given);
  }

  const read = ruleSet.criteria.filter((c) => c.enabled && !JSON.stringify(c.when).includes('"decision"'));
  return { criteria: read.map(({ id, when }) => ({ id, when: formulaOf(when) })), facts: ruleSet.facts };
}

const comparisons: Readonly<Record<string, Comparison>> = {
  equal: "==",
  notEqual: "!=",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
};

function testOf(fact: string, operator: string, given: unknown): Formula {
  const list = (Array.isArray(given) ? given : [given]) as readonly string[];
  const comparison = comparisons[operator];
  if (comparison !== undefined) return { fact, comparison, value: given as boolean | number | string };
  switch (operator) {
    case "in":
      return { fact, among: list };
    case "notIn":
      return { not: { fact, among: list } };
    case "contains":
    case "containsAny":
      return { fact, hasAny: list };
    case "doesNotContain":
    case "containsNone":
      return { not: { fact, hasAny: list } };
    case "containsAll":
      return { all: list.map((member) => ({ fact, hasAny: [member] })) };
    case "isEmpty":
      return { fact, isEmpty: true };
    case "isNotEmpty":
      return { not: { fact, isEmpty: true } };
    case "isKnown":
      return { constant: true };
    case "isUnknown":
      return { constant: false };
    default:
      throw new TypeError(`no two-valued form of ${operator}`);
  }
}

/** A formula as a text, for languages that have infix operators. */
export interface Language {
  readonly and: string;
  readonly or: string;
  readonly not: (inner: string) => string;
  readonly test: (test: Extract<Formula, { readonly fact: string }>) => string;
}

export function written(formula: Formula, language: Language): string {
  const joined = (formulas: readonly Formula[], operator: string): string =>
    `(${formulas.map((f) => written(f, language)).join(` ${operator} `)})`;
  if ("constant" in formula) return String(formula.constant);
  if ("all" in formula) return joined(formula.all, language.and);
  if ("any" in formula) return joined(formula.any, language.or);
  if ("not" in formula) return language.not(written(formula.not, language));
  return language.test(formula);
}

function required<T>(found: T | undefined): T {
  if (found === undefined) throw new TypeError("not declared");
  return found;
}
