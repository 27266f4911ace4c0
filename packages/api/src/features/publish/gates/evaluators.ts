// The three ways to run a rule set give the very same result for every profile: the direct reading, the compiled
// form, and json-rules-engine on the lowered rules that the release will carry.
import {
  canonicalJson,
  compile,
  evaluatePerson,
  readPerson,
  type Person,
  type Result,
  type RuleSet,
} from "@jumelage/engine";
import { compileJsonRules, runJsonRules } from "@jumelage/engine/json-rules-engine";
import type { GateFinding } from "../publish.schemas.ts";
import { evaluationDate } from "./evaluation-date.ts";
import type { GateRule } from "./gate.ts";

export const evaluatorsGate: GateRule = {
  id: "evaluators",
  async run({ complete, profiles }) {
    if (!complete) return { count: 0, findings: [{ code: "not-run", params: { because: "diagnostics" } }] };
    const others = otherEvaluators(complete);
    const findings: GateFinding[] = [];
    for (const profile of profiles) {
      const person = readPerson(complete, profile.facts, evaluationDate(profile));
      const meant = canonicalJson(evaluatePerson(complete, person).result);
      const differing: string[] = [];
      for (const [name, run] of others) if ((await answerOf(run, person)) !== meant) differing.push(name);
      if (differing.length > 0) {
        findings.push({
          code: "evaluators-disagree",
          params: { evaluators: differing },
          profile: profile.id,
        });
      }
    }
    return { count: profiles.length, findings };
  },
};

type Run = (person: Person) => Result | Promise<Result>;

function otherEvaluators(ruleSet: RuleSet): readonly (readonly [string, Run])[] {
  const failing =
    (error: unknown): Run =>
    () =>
      Promise.reject(error);
  const made = (make: () => Run): Run => {
    try {
      return make();
    } catch (error) {
      return failing(error);
    }
  };
  return [
    ["compiled", made(() => compile(ruleSet).run)],
    [
      "json-rules-engine",
      made(() => {
        const lowered = compileJsonRules(ruleSet);
        return (person) => runJsonRules(lowered, ruleSet, person);
      }),
    ],
  ];
}

/** The canonical result, or undefined when this evaluator could not model or run the rule set: it does not agree then. */
async function answerOf(run: Run, person: Person): Promise<string | undefined> {
  try {
    return canonicalJson(await run(person));
  } catch {
    return undefined;
  }
}
