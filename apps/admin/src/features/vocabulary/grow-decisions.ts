// The decisions of a program grow: a further decision, and outcomes in their place of precedence; and what nothing names yet
// is taken away again. Pure, like `grow.ts`.
import { tones, type Decision, type DraftRuleSet, type Outcome } from "@jumelage/engine";
import type { Documents } from "../../draft/document.ts";
import { names } from "./grow.ts";

/** The rule set with a decision after the others, whose answers it can read. */
export function addDecision(ruleSet: DraftRuleSet, decision: Decision): DraftRuleSet {
  return { ...ruleSet, decisions: [...ruleSet.decisions, decision] };
}

/** The rule set without a decision. */
export function removeDecision(ruleSet: DraftRuleSet, id: string): DraftRuleSet {
  return { ...ruleSet, decisions: ruleSet.decisions.filter((d) => d.id !== id) };
}

/** Whether a sentence, a guarantee or a profile names the decision, or may mean it; or there is no other: then it stays. */
export function isDecisionNamed({ ruleSet, profiles }: Documents, id: string): boolean {
  const { decisions, criteria, conditions, properties } = ruleSet;
  return decisions.length === 1 || names([criteria, conditions, properties, profiles], id);
}

/** Where an outcome of this tone belongs among those of a decision, the most cautious first. */
export function placeOf(decision: Decision, tone: Outcome["tone"]): number {
  const rank = tones.indexOf(tone);
  return decision.outcomes.findLastIndex((o) => tones.indexOf(o.tone) <= rank) + 1;
}

export function addOutcome(
  ruleSet: DraftRuleSet,
  decision: string,
  outcome: Outcome,
  at: number,
): DraftRuleSet {
  return withOutcomes(ruleSet, decision, (outcomes) => outcomes.toSpliced(at, 0, outcome));
}

function withOutcomes(
  ruleSet: DraftRuleSet,
  decision: string,
  change: (outcomes: readonly Outcome[]) => Outcome[],
): DraftRuleSet {
  return {
    ...ruleSet,
    decisions: ruleSet.decisions.map((d) => (d.id === decision ? { ...d, outcomes: change(d.outcomes) } : d)),
  };
}

/** The rule set without an outcome of a decision. */
export function removeOutcome(ruleSet: DraftRuleSet, decision: string, id: string): DraftRuleSet {
  return withOutcomes(ruleSet, decision, (outcomes) => outcomes.filter((o) => o.id !== id));
}

/** Whether anything but the outcome itself names it, or may mean it: another thing of the same id counts. */
export function isOutcomeNamed({ ruleSet, profiles }: Documents, decision: string, id: string): boolean {
  const { decisions, criteria, conditions, properties } = removeOutcome(ruleSet, decision, id);
  return names([decisions, criteria, conditions, properties, profiles], id);
}
