// What a leaf tests, as sets: the values of one fact, the members a set has and lacks, the outcomes of a decision.
// Only truth is looked at: a test says for which known values its leaf is true.
import type { DraftCondition, FactLeaf, Literal } from "../../model/condition.ts";
import { dayNumber } from "../../model/date.ts";
import type { Fact } from "../../model/fact.ts";
import { stepsIn } from "../../model/steps.ts";
import type { Names } from "../../model/typing/index.ts";
import { interval, valuesOf, without, type ValueSet } from "./value-set.ts";

/** A leaf as a test of one subject; leaves on the same subject can be compared. */
export type Test =
  | {
      readonly kind: "values";
      readonly subject: string;
      readonly values: ValueSet;
      readonly domain: ValueSet;
    }
  /** Every member of `has` is in the person's set, none of `lacks`. */
  | {
      readonly kind: "members";
      readonly subject: string;
      readonly has: readonly string[];
      readonly lacks: readonly string[];
    }
  /** At least one of these members is in the person's set. */
  | { readonly kind: "any-member"; readonly subject: string; readonly of: readonly string[] }
  /** The fact is known (a set asked in part is not). */
  | { readonly kind: "known"; readonly subject: string }
  | { readonly kind: "unknown"; readonly subject: string };

/** Tests joined by "or"; one of them for every leaf but `not containsAll`. No test: never true. */
export type Tests = readonly Test[];

/** What a leaf, or its negation, tests. */
export function factTests(leaf: FactLeaf, negated: boolean, names: Names): Tests {
  const fact = names.facts.get(leaf.fact);
  if (!fact) return [];
  if (leaf.operator === "isKnown") return negated ? [] : [known(fact)];
  if (leaf.operator === "isUnknown") return [negated ? known(fact) : { kind: "unknown", subject: fact.id }];
  if (fact.type === "set") return setTests(fact, leaf, negated);
  const domain = domainOf(fact);
  const values = valuesWhere(fact, leaf, domain, names);
  return [{ kind: "values", subject: fact.id, domain, values: negated ? without(domain, values) : values }];
}

function known(fact: Fact): Test {
  const domain = domainOf(fact);
  return fact.type === "set"
    ? { kind: "known", subject: fact.id }
    : { kind: "values", subject: fact.id, domain, values: domain };
}

function setTests(fact: Fact, leaf: FactLeaf, negated: boolean): Tests {
  const subject = fact.id;
  const all = (fact.values ?? []).map((v) => v.id);
  const listed =
    typeof leaf.value === "string" ? [leaf.value] : Array.isArray(leaf.value) ? leaf.value.map(String) : [];
  const has = (members: readonly string[]): Tests => [{ kind: "members", subject, has: members, lacks: [] }];
  const lacks = (members: readonly string[]): Tests => [
    { kind: "members", subject, has: [], lacks: members },
  ];
  const any = (of: readonly string[]): Tests => [{ kind: "any-member", subject, of }];
  switch (leaf.operator) {
    case "contains":
      return negated ? lacks(listed) : has(listed);
    case "doesNotContain":
      return negated ? has(listed) : lacks(listed);
    case "containsAny":
      return negated ? lacks(listed) : any(listed);
    case "containsNone":
      return negated ? any(listed) : lacks(listed);
    case "containsAll":
      return negated ? listed.flatMap((member) => lacks([member])) : has(listed);
    case "isEmpty":
      return negated ? any(all) : lacks(all);
    case "isNotEmpty":
      return negated ? lacks(all) : any(all);
    default:
      return [];
  }
}

/** The values a fact can take, as whole numbers: days, tenths, places in the list of values. */
function domainOf(fact: Fact): ValueSet {
  switch (fact.type) {
    case "boolean":
      return interval(0, 1);
    case "enum":
    case "set":
      return interval(0, (fact.values?.length ?? 0) - 1);
    case "integer":
    case "decimal": {
      const { first, last } = stepsIn(fact.range ?? { min: -Infinity, max: Infinity }, fact.scale ?? 0);
      return interval(first, last);
    }
    case "date":
      return interval(-Infinity, Infinity);
    default:
      return fact.type satisfies never;
  }
}

function valuesWhere(fact: Fact, leaf: FactLeaf, domain: ValueSet, names: Names): ValueSet {
  const literal = leaf.value;
  const list: readonly Literal[] = Array.isArray(literal) ? literal : literal === undefined ? [] : [literal];
  const numbers = list.map((value) => numberOf(fact, value, names));
  const [n = Number.NaN] = numbers;
  const from = domain.at(0)?.[0] ?? 0;
  const to = domain.at(-1)?.[1] ?? 0;
  switch (leaf.operator) {
    case "lessThan":
      return interval(from, Math.min(to, n - 1));
    case "lessThanInclusive":
      return interval(from, Math.min(to, n));
    case "greaterThan":
      return interval(Math.max(from, n + 1), to);
    case "greaterThanInclusive":
      return interval(Math.max(from, n), to);
    case "notEqual":
    case "notIn":
      return without(domain, valuesOf(numbers));
    default:
      return valuesOf(numbers);
  }
}

function numberOf(fact: Fact, literal: Literal, names: Names): number {
  if (typeof literal === "boolean") return literal ? 1 : 0;
  const value =
    typeof literal === "object" && "parameter" in literal
      ? (names.parameters.get(literal.parameter)?.value ?? Number.NaN)
      : literal;
  if (typeof value === "number") return Math.round(value * 10 ** (fact.scale ?? 0));
  if (fact.type === "date") return dayNumber(String(value)) ?? Number.NaN;
  return (fact.values ?? []).findIndex((v) => v.id === value);
}

/**
 * A leaf on a decision: it is true when everything still possible is among the values, and its negation when nothing
 * is; so both are tests of where the possible outcomes lie.
 */
export function decisionTest(
  leaf: Extract<DraftCondition, { decision: string }>,
  negated: boolean,
  names: Names,
): Tests {
  const decision = names.decisions.get(leaf.decision)?.decision;
  if (!decision) return [];
  const outcomes = decision.outcomes.map((o) => o.id);
  const all = "state" in leaf ? [...outcomes, "@undetermined", "@safety-unknown"] : outcomes;
  const listed = "state" in leaf ? leaf.state : typeof leaf.value === "string" ? [leaf.value] : leaf.value;
  const domain = interval(0, all.length - 1);
  const values = valuesOf(listed.map((state) => all.indexOf(state)));
  const subject = `${"state" in leaf ? "state of" : "decision"} ${decision.id}`;
  return [{ kind: "values", subject, domain, values: negated ? without(domain, values) : values }];
}
