// A rule set in the form of JsonLogic, for a contender that knows two values only: a criterion holds exactly where ours is
// true, so every test of a fact asks first whether it is known. Criteria that read a decision are left out, and partly
// asked sets are not known.
import type { Condition, Fact, Person, RuleSet } from "@jumelage/engine";

type Logic = unknown;
type FactCondition = Extract<Condition, { readonly fact: string }>;

/** One array of all criteria that read facts alone, by their ids. */
export function jsonLogicOf(ruleSet: RuleSet): {
  readonly ids: readonly string[];
  readonly logic: readonly Logic[];
} {
  const named = new Map(ruleSet.conditions.map((c) => [c.id, c.when]));
  const parameters = new Map(ruleSet.parameters.map((p) => [p.id, p.value]));
  const facts = new Map(ruleSet.facts.map((f) => [f.id, f]));

  function logicOf(node: Condition, negated: boolean): Logic {
    const all = (nodes: readonly Condition[]): readonly Logic[] => nodes.map((n) => logicOf(n, negated));
    if ("always" in node) return !negated;
    if ("not" in node) return logicOf(node.not, !negated);
    if ("all" in node) return { [negated ? "or" : "and"]: all(node.all) };
    if ("any" in node) return { [negated ? "and" : "or"]: all(node.any) };
    if ("condition" in node) return logicOf(required(named.get(node.condition)), negated);
    if (!("fact" in node)) throw new TypeError("only facts, here");
    return leafOf(node, negated);
  }

  function leafOf(leaf: FactCondition, negated: boolean): Logic {
    const value = { var: leaf.fact };
    const isKnown = { "!==": [value, null] };
    if (leaf.operator === "isUnknown") return negated ? isKnown : { "===": [value, null] };
    if (leaf.operator === "isKnown") return negated ? false : isKnown;
    const given =
      typeof leaf.value === "object" && "parameter" in leaf.value
        ? parameters.get(leaf.value.parameter)
        : leaf.value;
    const test = testOf(leaf.operator, value, { given, fact: required(facts.get(leaf.fact)) });
    return { and: [isKnown, negated ? { "!": test } : test] };
  }

  const read = ruleSet.criteria.filter((c) => c.enabled && !JSON.stringify(c.when).includes('"decision"'));
  return { ids: read.map((c) => c.id), logic: read.map((c) => logicOf(c.when, false)) };
}

function testOf(
  operator: string,
  value: Logic,
  { given, fact }: { readonly given: unknown; readonly fact: Fact },
): Logic {
  const has = (member: unknown): Logic => ({ in: [member, value] });
  const list = Array.isArray(given) ? (given as readonly unknown[]) : [given];
  const comparisons: Readonly<Record<string, string>> = {
    equal: "===",
    notEqual: "!==",
    lessThan: "<",
    lessThanInclusive: "<=",
    greaterThan: ">",
    greaterThanInclusive: ">=",
  };
  const comparison = comparisons[operator];
  if (comparison !== undefined) return { [comparison]: [value, given] };
  switch (operator) {
    case "in":
      return { in: [value, list] };
    case "notIn":
      return { "!": { in: [value, list] } };
    case "contains":
    case "containsAny":
      return { or: list.map(has) };
    case "doesNotContain":
    case "containsNone":
      return { "!": { or: list.map(has) } };
    case "containsAll":
      return { and: list.map(has) };
    case "isEmpty":
      return { "!": { or: (fact.values ?? []).map((v) => has(v.id)) } };
    case "isNotEmpty":
      return { or: (fact.values ?? []).map((v) => has(v.id)) };
    default:
      throw new TypeError(`no operator ${operator}`);
  }
}

/** A person as that contender needs them: known values, and nothing for the rest. */
export function plainValuesOf(person: Person): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...person.states].map(([id, state]) => [id, state.kind === "known" ? state.value : null]),
  );
}

function required<T>(found: T | undefined): T {
  if (found === undefined) throw new TypeError("not declared");
  return found;
}
