// Edits of a guarantee: its statement, and the condition its claim spells out where it has one. Pure.
import type { Condition, DraftCondition, DraftRuleSet, Text } from "@jumelage/engine";

type Guarantee = DraftRuleSet["properties"][number];
type Claim = Guarantee["claim"];

/** Which key of a claim holds its condition; nothing for a claim without one. */
export function conditionKey(claim: Claim): "given" | "condition" | undefined {
  if ("given" in claim) return "given";
  return "condition" in claim ? "condition" : undefined;
}

/** The condition that a claim spells out. */
export function conditionOf(claim: Claim): DraftCondition | undefined {
  if ("given" in claim) return claim.given;
  return "condition" in claim ? claim.condition : undefined;
}

/** The rule set with another condition in a guarantee's claim; the same where it has none. */
export function withClaimCondition(ruleSet: DraftRuleSet, id: string, condition: Condition): DraftRuleSet {
  return withGuarantee(ruleSet, id, (guarantee) => {
    const { claim } = guarantee;
    if ("given" in claim) return { ...guarantee, claim: { ...claim, given: condition } };
    return "condition" in claim ? { ...guarantee, claim: { ...claim, condition } } : guarantee;
  });
}

export function withStatement(ruleSet: DraftRuleSet, id: string, statement: Text): DraftRuleSet {
  return withGuarantee(ruleSet, id, (guarantee) => ({ ...guarantee, statement }));
}

function withGuarantee(
  ruleSet: DraftRuleSet,
  id: string,
  change: (guarantee: Guarantee) => Guarantee,
): DraftRuleSet {
  return { ...ruleSet, properties: ruleSet.properties.map((p) => (p.id === id ? change(p) : p)) };
}
