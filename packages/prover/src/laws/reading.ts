// What conditions read, through named conditions and earlier decisions, and the same condition with one node replaced.
import {
  nodesOf,
  type Condition,
  type Criterion,
  type FactLeaf,
  type Path,
  type RuleSet,
} from "@jumelage/engine";

/** Every node of a condition, those of the named conditions it uses included. */
export function* nodesThrough(ruleSet: RuleSet, condition: Condition): Generator<Condition> {
  for (const { node } of nodesOf<never>(condition)) {
    yield node;
    if (!("condition" in node)) continue;
    const named = ruleSet.conditions.find((c) => c.id === node.condition);
    if (named) yield* nodesThrough(ruleSet, named.when);
  }
}

/** The leaves on facts that a condition rests on, those of named conditions included. */
export function factLeavesOf(ruleSet: RuleSet, condition: Condition): readonly FactLeaf[] {
  return [...nodesThrough(ruleSet, condition)].filter((node): node is FactLeaf => "fact" in node);
}

/** Enabled criteria of a decision. */
export function criteriaFor(ruleSet: RuleSet, decision: string): readonly Criterion[] {
  return ruleSet.criteria.filter((c) => c.enabled && c.then.decision === decision);
}

/** The facts that a decision can depend on, parts of totals and facts of earlier decisions included. */
export function factsBehind(ruleSet: RuleSet, decision: string): ReadonlySet<string> {
  const facts = new Set<string>();
  for (const { when } of criteriaFor(ruleSet, decision)) {
    for (const node of nodesThrough(ruleSet, when)) {
      if ("fact" in node) addFact(ruleSet, node.fact, facts);
      if ("decision" in node) for (const fact of factsBehind(ruleSet, node.decision)) facts.add(fact);
    }
  }
  return facts;
}

function addFact(ruleSet: RuleSet, id: string, facts: Set<string>): void {
  facts.add(id);
  for (const part of ruleSet.facts.find((f) => f.id === id)?.derive?.sum ?? []) addFact(ruleSet, part, facts);
}

/** The number that a leaf compares with, its parameter looked up. */
export function numberIn(ruleSet: RuleSet, leaf: FactLeaf): number | undefined {
  const { value } = leaf;
  if (typeof value === "number") return value;
  if (typeof value !== "object" || !("parameter" in value)) return undefined;
  return ruleSet.parameters.find((p) => p.id === value.parameter)?.value;
}

/** A condition with the node at a place replaced. */
export function replaced(condition: Condition, at: Path, by: Condition): Condition {
  const [step, ...rest] = at;
  if (step === undefined) return by;
  if ("not" in condition) return { not: replaced(condition.not, rest, by) };
  const inList = (list: readonly Condition[], place: unknown, below: Path): readonly Condition[] =>
    list.map((member, i) => (i === place ? replaced(member, below, by) : member));
  if ("all" in condition) return { all: inList(condition.all, rest[0], rest.slice(1)) };
  if ("any" in condition) return { any: inList(condition.any, rest[0], rest.slice(1)) };
  if ("atLeast" in condition) {
    const { count, of } = condition.atLeast;
    return { atLeast: { count, of: inList(of, rest[1], rest.slice(2)) } };
  }
  throw new TypeError(`no condition at ${at.join("/")}`);
}
