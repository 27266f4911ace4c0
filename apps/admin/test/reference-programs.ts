// The two reference programs, parsed, for the tests of screens.
import { referencePrograms } from "@jumelage/content";
import { parseProfiles, parseRuleSet, type Profile, type RuleSet } from "@jumelage/engine";

export interface ParsedProgram {
  readonly program: string;
  readonly ruleSet: RuleSet;
  readonly profiles: readonly Profile[];
}

export const programs: readonly ParsedProgram[] = referencePrograms.map((p) => {
  const ruleSet = parseRuleSet(p.ruleSet);
  const profiles = parseProfiles(p.profiles);
  if (!ruleSet.ok || !profiles.ok) throw new Error(`the reference program ${p.program} does not parse`);
  return { program: p.program, ruleSet: ruleSet.value, profiles: profiles.value };
});
