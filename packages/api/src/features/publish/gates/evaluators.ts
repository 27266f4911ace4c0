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
import { lower, runJsonRules } from "@jumelage/engine/json-rules-engine";
import type { GateFinding } from "../publish.schemas.ts";
import { evaluationDate } from "./evaluation-date.ts";
import type { GateRule } from "./gate.ts";

export const evaluatorsGate: GateRule = {
  id: "evaluators",
  restsOnContent: true,
  waivable: false,
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

function otherEvaluators(ruleSet: RuleSet): readonly (readonly [string, Run | undefined])[] {
  return [
    ["compiled", prepared(() => compile(ruleSet).run)],
    [
      "json-rules-engine",
      prepared(() => {
        const lowered = lower(ruleSet);
        return (person) => runJsonRules(lowered, ruleSet, person);
      }),
    ],
  ];
}

/** An evaluator made ready, or undefined when it cannot model the rule set. */
function prepared(make: () => Run): Run | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** The canonical result, or undefined when this evaluator cannot model or run the rule set: it does not agree then. */
async function answerOf(run: Run | undefined, person: Person): Promise<string | undefined> {
  try {
    return run && canonicalJson(await run(person));
  } catch {
    return undefined;
  }
}
