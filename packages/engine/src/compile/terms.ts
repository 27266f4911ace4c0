// Criteria as terms for an index: each the `any` of a few terms, each of those the `all` of leaves. What does not come to
// few terms, or reads a decision, is left to the closures.
import type { Node } from "./graph.ts";
import type { Plan, PlannedCriterion } from "./plan.ts";

/** So many terms of a criterion are looked up side by side. */
const mostTerms = 6;

/** The leaves, by node, of one term. */
export type Term = readonly number[];

export interface Indexable {
  readonly criterion: PlannedCriterion;
  readonly terms: readonly Term[];
}

/** The criteria of a plan that come to few terms. */
export function indexableOf({ nodes, criteria }: Plan): readonly Indexable[] {
  return criteria.flatMap((criterion) => {
    const terms = termsOf(nodes, criterion.node);
    return terms === undefined ? [] : [{ criterion, terms }];
  });
}

function termsOf(nodes: readonly Node[], id: number): readonly Term[] | undefined {
  const node = nodes[id];
  if (node?.kind === "any") {
    const all: Term[] = [];
    for (const child of node.children) {
      const terms = termsOf(nodes, child);
      if (terms === undefined || all.length + terms.length > mostTerms) return undefined;
      all.push(...terms);
    }
    return all;
  }
  if (node?.kind === "all") {
    let all: readonly Term[] = [[]];
    for (const child of node.children) {
      const terms = termsOf(nodes, child);
      if (terms === undefined || all.length * terms.length > mostTerms) return undefined;
      all = all.flatMap((left) => terms.map((right) => [...new Set([...left, ...right])]));
    }
    return all;
  }
  return node !== undefined && "slot" in node ? [[id]] : undefined;
}
