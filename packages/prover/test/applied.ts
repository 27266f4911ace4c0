// One law applied to a rule set, with everybody gone through one by one where nothing else answers.
import type { RuleSet } from "@jumelage/engine";
import type { Answerer, AskOptions } from "../src/answer.ts";
import type { Law, Verdicts } from "../src/laws/law.ts";
import { sceneOf } from "../src/laws/scene.ts";
import { bruteForce, today } from "./everybody.ts";

/** What a law says of a rule set. */
export function applied(law: Law, ruleSet: RuleSet, answerer: Answerer = bruteForce): Promise<Verdicts> {
  return law.apply(sceneOf(ruleSet, { answerer, at: today, ask: (): AskOptions => ({}) }));
}

/** An answerer who never comes to an end. */
export const tired: Answerer = { ask: async () => ({ status: "undecided", reason: "time" }) };

/** An answerer who finds nobody, whatever is asked. */
export const blind: Answerer = { ask: async () => ({ status: "nobody" }) };
