// How a rule set is run in browsers and workers: read directly. A page evaluates one person at a time, which takes
// some microseconds either way; and whoever tries to make code from text is reported by a content security policy.
import { evaluate, type RuleSet } from "@jumelage/engine";
import type { Run } from "./run.ts";

/** The rule set, ready to be run. */
export function runnerOf(ruleSet: RuleSet): Run {
  return (facts, at) => evaluate(ruleSet, facts, at).result;
}
