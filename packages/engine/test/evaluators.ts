// The ways to run a rule set, side by side: each is prepared once for a rule set and then asked for persons.
import { compile } from "../src/compile/index.ts";
import { evaluatePerson } from "../src/evaluate/index.ts";
import { lower, runJsonRules } from "../src/json-rules-engine/index.ts";
import {
  readPerson,
  type Facts,
  type LocalDate,
  type Person,
  type Result,
  type RuleSet,
} from "../src/model/index.ts";

export type EvaluatorName = "evaluate" | "compile" | "json-rules-engine";

export interface Evaluator {
  readonly name: EvaluatorName;
  readonly prepare: (ruleSet: RuleSet) => (person: Person) => Result | Promise<Result>;
}

/** The direct reading, which the others are tested against. */
export const reference: Evaluator = {
  name: "evaluate",
  prepare: (ruleSet) => (person) => evaluatePerson(ruleSet, person).result,
};

export const others: readonly Evaluator[] = [
  { name: "compile", prepare: (ruleSet) => compile(ruleSet).run },
  {
    name: "json-rules-engine",
    prepare: (ruleSet) => {
      const lowered = lower(ruleSet);
      return (person) => runJsonRules(lowered, ruleSet, person);
    },
  },
];

export const all: readonly Evaluator[] = [reference, ...others];

/** One answer of one evaluator, from the facts a caller sent. */
export async function ask(
  evaluator: Evaluator,
  { ruleSet, facts, at }: { readonly ruleSet: RuleSet; readonly facts: Facts; readonly at: LocalDate },
): Promise<Result> {
  return evaluator.prepare(ruleSet)(readPerson(ruleSet, facts, at));
}
