// The ways to run a rule set, by the names that the command line knows them by.
import { compile, evaluatePerson, type OtherEvaluator } from "@jumelage/engine";
import { lower, runJsonRules } from "@jumelage/engine/json-rules-engine";

/** The direct reading: what every other one must agree with. */
export const direct: OtherEvaluator = {
  name: "evaluate",
  prepare: (ruleSet) => (person) => evaluatePerson(ruleSet, person).result,
};

export const others: readonly OtherEvaluator[] = [
  { name: "compiled", prepare: (ruleSet) => compile(ruleSet).run },
  {
    name: "json-rules-engine",
    prepare: (ruleSet) => {
      const lowered = lower(ruleSet);
      return (person) => runJsonRules(lowered, ruleSet, person);
    },
  },
];
