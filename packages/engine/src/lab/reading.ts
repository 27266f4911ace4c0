// What runs in a rule set: the enabled criteria, the named conditions they reach, the facts they read. Faults and
// boundaries are looked for only there; nobody's answer rests on the rest.
import { nodesOf, type Condition } from "../model/condition.ts";
import type { Path } from "../model/diagnostic.ts";
import type { Fact } from "../model/fact.ts";
import type { RuleSet } from "../model/rule-set.ts";

/** A condition of the document that some enabled criterion runs through. */
export interface Running {
  /** The place of its `when`. */
  readonly at: Path;
  /** The id of the criterion or of the named condition. */
  readonly id: string;
  readonly when: Condition;
}

/** The conditions that run: named ones first, both in the order of the document. */
export function runningConditions(ruleSet: RuleSet): readonly Running[] {
  const reached = reachedConditions(
    ruleSet,
    ruleSet.criteria.filter((c) => c.enabled).map((c) => c.when),
  );
  const placed = (list: "conditions" | "criteria"): readonly Running[] =>
    ruleSet[list].map(({ id, when }, i) => ({ at: [list, i, "when"], id, when }));
  return [
    ...placed("conditions").filter(({ id }) => reached.has(id)),
    ...placed("criteria").filter((_, i) => ruleSet.criteria[i]?.enabled === true),
  ];
}

/** The named conditions that conditions run through. */
export function reachedConditions(ruleSet: RuleSet, roots: readonly Condition[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { node } of nodesOf(next)) {
      if (!("condition" in node) || reached.has(node.condition)) continue;
      reached.add(node.condition);
      waiting.push(...ruleSet.conditions.filter((c) => c.id === node.condition).map((c) => c.when));
    }
  }
  return reached;
}

/** The facts that conditions read, through named ones too, in the order of the vocabulary. */
export function factsRead(ruleSet: RuleSet, roots: readonly Condition[]): readonly Fact[] {
  const reached = reachedConditions(ruleSet, roots);
  const all = [...roots, ...ruleSet.conditions.filter((c) => reached.has(c.id)).map((c) => c.when)];
  const ids = new Set(
    all.flatMap((c) => [...nodesOf(c)].flatMap(({ node }) => ("fact" in node ? node.fact : []))),
  );
  return ruleSet.facts.filter((f) => ids.has(f.id));
}

/** The facts that some enabled criterion reads. */
export function factsInUse(ruleSet: RuleSet): readonly Fact[] {
  return factsRead(
    ruleSet,
    ruleSet.criteria.filter((c) => c.enabled).map((c) => c.when),
  );
}
