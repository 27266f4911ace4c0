// The criteria of a rule set as they are read: by decision, by outcome in order of precedence; and which of them say
// something else than in the release before.
import {
  namesOf,
  nodesOf,
  type Decision,
  type DraftCriterion,
  type DraftRuleSet,
  type Hole,
  type Outcome,
} from "@jumelage/engine";
import { sameValue } from "../../draft/entries.ts";

export interface OutcomeGroup {
  readonly decision: Decision;
  readonly outcome: Outcome;
  readonly criteria: readonly DraftCriterion[];
}

/** Every outcome of every decision, the most cautious first, with its criteria. */
export function outline(ruleSet: DraftRuleSet): readonly OutcomeGroup[] {
  return ruleSet.decisions.flatMap((decision) =>
    decision.outcomes.map((outcome) => ({
      decision,
      outcome,
      criteria: ruleSet.criteria.filter(
        (c) => c.then.decision === decision.id && c.then.outcome === outcome.id,
      ),
    })),
  );
}

/** The criteria that say something else than before: by their own words, a shared condition, a threshold. */
export function touched(before: DraftRuleSet | undefined, now: DraftRuleSet): ReadonlySet<string> {
  if (before === undefined || before === now) return new Set();
  const [was, is] = [namesOf(before), namesOf(now)];
  const old = new Map(before.criteria.map((c) => [c.id, c]));
  const conditions = new Map<string, boolean>();
  const reads = (when: DraftCriterion["when"]): boolean => {
    if (when === undefined) return false;
    return [...nodesOf<Hole>(when)].some(({ node }) => {
      if ("condition" in node) return conditionTouched(node.condition);
      if (!("fact" in node) || typeof node.value !== "object" || !("parameter" in node.value)) return false;
      return (
        was.parameters.get(node.value.parameter)?.value !== is.parameters.get(node.value.parameter)?.value
      );
    });
  };
  const conditionTouched = (id: string): boolean => {
    const known = conditions.get(id);
    if (known !== undefined) return known;
    conditions.set(id, false);
    const [a, b] = [was.conditions.get(id)?.when, is.conditions.get(id)?.when];
    const differs = a === undefined || b === undefined || !sameValue(a, b) || reads(b);
    conditions.set(id, differs);
    return differs;
  };
  const differs = (c: DraftCriterion): boolean => {
    const then = old.get(c.id);
    return then === undefined || (then !== c && !sameValue(then, c)) || reads(c.when);
  };
  return new Set(now.criteria.filter(differs).map((c) => c.id));
}
