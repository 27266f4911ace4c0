// What is run: the two reference programs with every saved profile.
import { readPerson, type Person, type Profile, type RuleSet } from "@jumelage/engine";
import { anyDay, programs, type ParsedProgram } from "../packages/engine/test/reference-programs.ts";

export type { ParsedProgram } from "../packages/engine/test/reference-programs.ts";

export const corpus: readonly ParsedProgram[] = programs;

/** The day a profile is evaluated on. */
export function dayOf({ evaluatedOn }: Pick<Profile, "evaluatedOn">): string {
  return evaluatedOn ?? anyDay;
}

export function personOf(ruleSet: RuleSet, profile: Profile): Person {
  return readPerson(ruleSet, profile.facts, dayOf(profile));
}
