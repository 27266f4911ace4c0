// The two reference programs, parsed: the corpus that every evaluator is tested on.
import { referencePrograms } from "@jumelage/content";
import { parseProfiles, parseRuleSet, type Profile, type RuleSet } from "../src/index.ts";

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

/** The date on which profiles without one of their own are evaluated; nothing in them depends on it. */
export const anyDay = "2026-03-02";
