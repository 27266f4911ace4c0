// The ways to run a rule set, side by side: each is prepared once for a rule set and then asked for persons.
import { compile, type Way } from "../src/compile/index.ts";
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

export type EvaluatorName = "evaluate" | "compile" | "closures" | "generated" | "index" | "json-rules-engine";

/** A person as they were read, and the facts they were read from. */
export interface Asked {
  readonly person: Person;
  readonly facts: Facts;
  readonly at: LocalDate;
}

export interface Evaluator {
  readonly name: EvaluatorName;
  readonly prepare: (ruleSet: RuleSet) => (asked: Asked) => Result | Promise<Result>;
}

/** The direct reading, which the others are tested against. */
export const reference: Evaluator = {
  name: "evaluate",
  prepare: (ruleSet) => (asked) => evaluatePerson(ruleSet, asked.person).result,
};

/** One way of the compiled form, straight from facts. */
function compiledBy(way: Way): Evaluator {
  return {
    name: way,
    prepare(ruleSet) {
      const compiled = compile(ruleSet, { ways: [way] });
      return ({ facts, at }) => compiled.runFacts(facts, at);
    },
  };
}

export const others: readonly Evaluator[] = [
  {
    name: "compile",
    prepare(ruleSet) {
      const compiled = compile(ruleSet);
      return ({ person }) => compiled.run(person);
    },
  },
  compiledBy("closures"),
  compiledBy("generated"),
  compiledBy("index"),
  {
    name: "json-rules-engine",
    prepare: (ruleSet) => {
      const lowered = lower(ruleSet);
      return ({ person }) => runJsonRules(lowered, ruleSet, person);
    },
  },
];

export const all: readonly Evaluator[] = [reference, ...others];

/** One answer of one evaluator, from the facts a caller sent; it was asked about somebody else before. */
export async function ask(
  evaluator: Evaluator,
  { ruleSet, facts, at }: { readonly ruleSet: RuleSet; readonly facts: Facts; readonly at: LocalDate },
): Promise<Result> {
  const run = evaluator.prepare(ruleSet);
  const asked = (of: Facts): Asked => ({ person: readPerson(ruleSet, of, at), facts: of, at });
  const other = Object.fromEntries(ruleSet.facts.flatMap((f) => (f.type === "set" ? [[f.id, []]] : [])));
  await run(asked(other));
  return run(asked(facts));
}
