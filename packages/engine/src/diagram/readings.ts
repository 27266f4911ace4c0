// What a `one` decision reads: the tests of each fact it depends on, through named conditions and earlier decisions,
// in the order in which the decision would come to them.
import { nodesOf, type Condition, type FactLeaf } from "../model/condition.ts";
import type { Fact } from "../model/fact.ts";
import type { Criterion, Decision, RuleSet } from "../model/rule-set.ts";
import { namesOf, type Names } from "../model/typing/index.ts";
import { present } from "../present.ts";

/** A fact and every test of it that a decision makes. */
export interface FactReading {
  readonly fact: Fact;
  readonly leaves: readonly FactLeaf[];
}

/** Why the persons of a decision cannot be told by its facts one by one. */
export type Unmodelled = "derived" | "number";

/** The enabled criteria of an outcome. */
export function criteriaFor(ruleSet: RuleSet, decision: string, outcome: string): readonly Criterion[] {
  return ruleSet.criteria.filter(
    (c) => c.enabled && c.then.decision === decision && c.then.outcome === outcome,
  );
}

/** The decision of kind `one` with this id. */
export function oneDecision(ruleSet: RuleSet, id: string): Decision & { readonly otherwise: string } {
  const decision = ruleSet.decisions.find((d) => d.id === id);
  if (decision?.kind !== "one" || decision.otherwise === undefined)
    throw new TypeError(`not a decision of kind one: ${id}`);
  return { ...decision, otherwise: decision.otherwise };
}

/** The facts that a decision reads, with the tests it makes of each. */
export function readingsOf(ruleSet: RuleSet, decision: string): readonly FactReading[] {
  const names = namesOf(ruleSet);
  const leaves = new Map<string, FactLeaf[]>();
  const entered = new Set<string>();
  const read = (condition: Condition): void => {
    for (const { node } of nodesOf(condition)) {
      if ("fact" in node) leaves.set(node.fact, [...(leaves.get(node.fact) ?? []), node]);
      else if ("condition" in node) once(`condition ${node.condition}`, () => readNamed(node.condition));
      else if ("decision" in node) readDecision(node.decision);
    }
  };
  const once = (name: string, work: () => void): void => {
    if (entered.has(name)) return;
    entered.add(name);
    work();
  };
  const readNamed = (id: string): void => {
    read(present(names.conditions.get(id)).when as Condition);
  };
  const readDecision = (id: string): void =>
    once(`decision ${id}`, () => {
      for (const outcome of oneDecision(ruleSet, id).outcomes)
        for (const criterion of criteriaFor(ruleSet, id, outcome.id)) read(criterion.when);
    });
  readDecision(decision);
  return [...leaves].map(([id, tests]) => ({ fact: present(names.facts.get(id)), leaves: tests }));
}

/** A total and its parts hang together: whoever reads a part, or two totals of one part, cannot take facts one by one. */
export function readsParts(ruleSet: RuleSet, readings: readonly FactReading[]): boolean {
  const parts = new Set(ruleSet.facts.flatMap((f) => f.derive?.sum ?? []));
  const ofTotals = readings.flatMap(({ fact }) => fact.derive?.sum ?? []);
  return readings.some(({ fact }) => parts.has(fact.id)) || new Set(ofTotals).size < ofTotals.length;
}

/** The literals of a test, with its parameter resolved. */
export function literalsOf(leaf: FactLeaf, names: Pick<Names, "parameters">): readonly unknown[] {
  const { value } = leaf;
  if (value === undefined) return [];
  if (typeof value !== "object") return [value];
  return "parameter" in value ? [names.parameters.get(value.parameter)?.value] : value;
}
