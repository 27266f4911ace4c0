// What a law is, and the walk that most laws share.
import { nodesOf, type DraftCondition, type FactLeaf, type Hole } from "../model/condition.ts";
import type { Diagnostic, Path } from "../model/diagnostic.ts";
import type { DraftCriterion, DraftRuleSet } from "../model/rule-set.ts";
import { reaches, type Names } from "../model/typing/index.ts";

/** One law: a pure function from a document to what breaks the law in it. */
export type Law = (doc: DraftRuleSet, names: Names) => readonly Diagnostic[];

/** A condition of the document with its place. */
export interface PlacedCondition {
  readonly at: Path;
  readonly when: DraftCondition;
}

/** The conditions of criteria, and the named ones. */
export function conditionsOf(doc: DraftRuleSet): readonly PlacedCondition[] {
  return [
    ...doc.criteria.flatMap((c, i) =>
      c.when === undefined ? [] : [{ at: ["criteria", i, "when"], when: c.when }],
    ),
    ...doc.conditions.map((c, i) => ({ at: ["conditions", i, "when"], when: c.when })),
  ];
}

/** Every leaf on a fact in criteria and named conditions, with its place. */
export function factLeavesOf(doc: DraftRuleSet): readonly { readonly at: Path; readonly leaf: FactLeaf }[] {
  return conditionsOf(doc).flatMap(({ at, when }) =>
    [...nodesOf<Hole>(when)].flatMap(({ at: inside, node }) =>
      "fact" in node ? [{ at: [...at, ...inside], leaf: node }] : [],
    ),
  );
}

/** A criterion that takes part when the document is run: enabled, with a condition that has no hole. */
export interface RunningCriterion {
  readonly index: number;
  readonly criterion: DraftCriterion;
  readonly when: DraftCondition;
}

export function runningCriteria(doc: DraftRuleSet, names: Names): readonly RunningCriterion[] {
  return doc.criteria.flatMap((criterion, index) => {
    const { when } = criterion;
    const runs = criterion.enabled && when !== undefined && !reaches(when, names, (node) => "hole" in node);
    return runs ? [{ index, criterion, when }] : [];
  });
}
