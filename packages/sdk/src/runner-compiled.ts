// How a rule set is run in Node: by the fastest way there is, which generates code, from numbers and ids only.
import { compile, type RuleSet } from "@jumelage/engine";
import type { Run } from "./run.ts";

/** The rule set, ready to be run. */
export function runnerOf(ruleSet: RuleSet): Run {
  return compile(ruleSet, { ways: ["index", "generated", "closures"] }).runFacts;
}
