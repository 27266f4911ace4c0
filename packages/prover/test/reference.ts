// The two reference programs, parsed.
import { referencePrograms } from "@jumelage/content";
import { parseRuleSet, type RuleSet } from "@jumelage/engine";

export const referenceRuleSets: readonly RuleSet[] = referencePrograms.map((p) => {
  const parsed = parseRuleSet(p.ruleSet);
  if (!parsed.ok) throw new Error(`the reference program ${p.program} does not parse`);
  return parsed.value;
});

export const [autosoins, choix] = referenceRuleSets as [RuleSet, RuleSet];

/** The rule set without a criterion. */
export function without(ruleSet: RuleSet, ...criteria: readonly string[]): RuleSet {
  return {
    ...ruleSet,
    criteria: ruleSet.criteria.map((c) => (criteria.includes(c.id) ? { ...c, enabled: false } : c)),
  };
}
