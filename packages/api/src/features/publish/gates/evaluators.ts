// The three ways to run a rule set give the very same result for every profile: the direct reading, the compiled
// form, and json-rules-engine on the lowered rules that the release will carry.
import { compile, disagreements, type OtherEvaluator } from "@jumelage/engine";
import { lower, runJsonRules } from "@jumelage/engine/json-rules-engine";
import type { GateRule } from "./gate.ts";

export const evaluatorsGate: GateRule = {
  id: "evaluators",
  restsOnContent: true,
  waivable: false,
  async run({ complete, profiles }) {
    if (!complete) return { count: 0, findings: [{ code: "not-run", params: { because: "diagnostics" } }] };
    const found = await disagreements(complete, profiles, others, breaks());
    return {
      count: profiles.length,
      findings: found.map(({ profile, evaluators }) => ({
        code: "evaluators-disagree",
        params: { evaluators: [...evaluators] },
        profile,
      })),
    };
  },
};

const others: readonly OtherEvaluator[] = [
  { name: "compiled", prepare: (ruleSet) => compile(ruleSet).run },
  {
    name: "json-rules-engine",
    prepare: (ruleSet) => {
      const lowered = lower(ruleSet);
      return (person) => runJsonRules(lowered, ruleSet, person);
    },
  },
];

/** How long the server does nothing else (ms): requests that come in meanwhile wait as long. */
const atATime = 5;

/** Lets other requests run once `atATime` has passed since they last could. */
function breaks(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < atATime) return;
    await new Promise<void>((goOn) => setTimeout(goOn, 0));
    since = performance.now();
  };
}
