// Edits of the guarantees of a rule set: one more, one changed, one less, one put back. Pure.
import type { Claim, DraftRuleSet, Lang, Text } from "@jumelage/engine";
import { claimSentence } from "@jumelage/engine/words";

export type Guarantee = DraftRuleSet["properties"][number];

/**
 * The rule set with one more guarantee at its end, and its id: `SP41` after `SP40-help`. An id that was published once,
 * given in `taken`, is not given again.
 */
export function addGuarantee(
  ruleSet: DraftRuleSet,
  guarantee: Omit<Guarantee, "id">,
  taken: readonly string[] = [],
): { readonly ruleSet: DraftRuleSet; readonly id: string } {
  const ids = [...ruleSet.properties.map((p) => p.id), ...taken];
  const numbers = ids.flatMap((id) => /^SP(\d+)/.exec(id)?.[1] ?? []).map(Number);
  const id = `SP${Math.max(0, ...numbers) + 1}`;
  return { id, ruleSet: { ...ruleSet, properties: [...ruleSet.properties, { id, ...guarantee }] } };
}

/**
 * The rule set with another claim for a guarantee. Its statement follows where it was the sentence of the claim before:
 * what is promised and what is proved are then still the same. What an author wrote stays.
 */
export function withClaim(ruleSet: DraftRuleSet, id: string, claim: Claim): DraftRuleSet {
  return withGuarantee(ruleSet, id, (guarantee) => {
    const statementIn = (lang: Lang): string =>
      guarantee.statement[lang] === claimSentence(guarantee.claim, ruleSet, lang)
        ? claimSentence(claim, ruleSet, lang)
        : guarantee.statement[lang];
    return { ...guarantee, claim, statement: { fr: statementIn("fr"), en: statementIn("en") } };
  });
}

export function withStatement(ruleSet: DraftRuleSet, id: string, statement: Text): DraftRuleSet {
  return withGuarantee(ruleSet, id, (guarantee) => ({ ...guarantee, statement }));
}

export function removeGuarantee(ruleSet: DraftRuleSet, id: string): DraftRuleSet {
  return { ...ruleSet, properties: ruleSet.properties.filter((p) => p.id !== id) };
}

/** The rule set with a removed guarantee where it stood; as it is where one with its id stands. */
export function restoreGuarantee(ruleSet: DraftRuleSet, guarantee: Guarantee, index: number): DraftRuleSet {
  const { properties } = ruleSet;
  if (properties.some((p) => p.id === guarantee.id)) return ruleSet;
  return { ...ruleSet, properties: [...properties.slice(0, index), guarantee, ...properties.slice(index)] };
}

function withGuarantee(
  ruleSet: DraftRuleSet,
  id: string,
  change: (guarantee: Guarantee) => Guarantee,
): DraftRuleSet {
  return { ...ruleSet, properties: ruleSet.properties.map((p) => (p.id === id ? change(p) : p)) };
}
