// Random material for the lab's tests: profiles that are as expected, made from random persons.
import {
  dayNumber,
  evaluate,
  expectedInFull,
  textSchema,
  type Facts,
  type Profile,
  type RuleSet,
} from "../src/index.ts";
import { chanceFrom, somePerson, someRuleSet, type Chance } from "./arbitraries.ts";

export const today = "2026-03-02";

/** A person as they would arrive in a document, without what no rule set declares. */
export function someFactsSent(chance: Chance, ruleSet: RuleSet): Facts {
  const declared = new Set(ruleSet.facts.map((f) => f.id));
  const sent = Object.entries(somePerson(chance, ruleSet, { at: today })).filter(([id]) => declared.has(id));
  return JSON.parse(JSON.stringify(Object.fromEntries(sent))) as Facts;
}

/** A full profile of these facts: everything the rule set answers is expected. */
export function profileOf(ruleSet: RuleSet, facts: Facts, id: string): Profile {
  if (dayNumber(today) === undefined || !textSchema.safeParse({ fr: id, en: id }).success)
    throw new Error(id);
  return {
    id,
    title: { fr: id, en: id },
    tags: [],
    facts: { ...facts },
    evaluatedOn: today,
    provenance: "accepted-output",
    expected: expectedInFull(evaluate(ruleSet, facts, today).result),
  };
}

/** A random rule set with so many full profiles. */
export function someProgram(
  seed: number,
  count: number,
): { readonly chance: Chance; readonly ruleSet: RuleSet; readonly profiles: readonly Profile[] } {
  const chance = chanceFrom(seed);
  const ruleSet = someRuleSet(chance);
  const profiles = Array.from({ length: count }, (_, i) =>
    profileOf(ruleSet, someFactsSent(chance, ruleSet), `P${String(i + 1).padStart(2, "0")}`),
  );
  return { chance, ruleSet, profiles };
}
