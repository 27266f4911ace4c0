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
    const found = await disagreements(complete, profiles, others);
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
