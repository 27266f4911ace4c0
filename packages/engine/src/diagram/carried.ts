// The diagrams of a release: made when it is published, and trusted by whoever receives it only after checking.
import { diagramSchema, type Diagram } from "../model/diagram.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { buildDiagram, type BuildOptions } from "./build.ts";
import { checkDiagram } from "./check-diagram.ts";

/** The diagrams of every `one` decision that has one within the budget, each checked against the rule set. */
export function diagramsOf(ruleSet: RuleSet, options: BuildOptions = {}): readonly Diagram[] {
  return ruleSet.decisions
    .filter((d) => d.kind === "one")
    .map((d) => buildDiagram(ruleSet, d.id, options))
    .filter((d): d is Diagram => "nodes" in d && checkDiagram(ruleSet, d) === undefined);
}

/**
 * Of what a release carries, the diagrams that are well formed and equal to its rule set. Anything else is left out, a
 * form this code does not know too: without a diagram there is no `certain`, never an approximate one.
 */
export function checkedDiagrams(
  ruleSet: RuleSet,
  carried: readonly unknown[] | undefined,
): readonly Diagram[] {
  const found = (carried ?? []).flatMap((json) => {
    const parsed = diagramSchema.safeParse(json);
    return parsed.success && checkDiagram(ruleSet, parsed.data) === undefined ? [parsed.data] : [];
  });
  return found.filter((d, i) => found.findIndex((other) => other.decision === d.decision) === i);
}
