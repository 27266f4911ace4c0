// Asking every evaluator the same question, and making a question on which they differ as small as it can be.
import { canonicalJson, evaluatePerson, parseRuleSet, readPerson, type Evaluation } from "../src/index.ts";
import type { Case } from "./arbitraries.ts";
import { others, type Asked, type Evaluator } from "./evaluators.ts";
import { smaller } from "./arbitraries/smaller.ts";

/** An evaluator that does not answer as the direct reading does. */
export interface Disagreement {
  readonly evaluator: string;
  readonly expected: string;
  /** The other answer, or what was thrown instead. */
  readonly obtained: string;
}

type Prepared = (asked: Asked) => Promise<string>;

/** Whole results are compared, as canonical JSON; evaluators are prepared once for each rule set. */
export function comparing(evaluators: readonly Evaluator[] = others) {
  let prepared: { readonly of: Case["ruleSet"]; readonly by: readonly Prepared[] } | undefined;
  return async (
    question: Case,
  ): Promise<{ readonly evaluation: Evaluation; readonly disagreements: readonly Disagreement[] }> => {
    if (prepared?.of !== question.ruleSet) {
      prepared = { of: question.ruleSet, by: evaluators.map((e) => answering(e, question.ruleSet)) };
    }
    const person = readPerson(question.ruleSet, question.facts, question.at);
    const evaluation = evaluatePerson(question.ruleSet, person);
    const expected = canonicalJson(evaluation.result);
    const disagreements: Disagreement[] = [];
    for (const [i, evaluator] of evaluators.entries()) {
      const obtained =
        (await prepared.by[i]?.({ person, facts: question.facts, at: question.at })) ?? "nothing";
      if (obtained !== expected) disagreements.push({ evaluator: evaluator.name, expected, obtained });
    }
    return { evaluation, disagreements };
  };
}

function answering(evaluator: Evaluator, ruleSet: Case["ruleSet"]): Prepared {
  let run: ReturnType<Evaluator["prepare"]>;
  try {
    run = evaluator.prepare(ruleSet);
  } catch (error) {
    return () => Promise.resolve(`cannot be prepared: ${String(error)}`);
  }
  return async (asked) => {
    try {
      return canonicalJson(await run(asked));
    } catch (error) {
      return `throws ${String(error)}`;
    }
  };
}

/** The smallest case to be found, by leaving parts out, for which `fails` still holds. */
export async function minimised(found: Case, fails: (smaller: Case) => Promise<boolean>): Promise<Case> {
  let best = found;
  for (let shrunk = true; shrunk;) {
    shrunk = false;
    for (const candidate of smaller(best)) {
      const parsed = parseRuleSet(candidate.ruleSet);
      if (!parsed.ok || !(await fails({ ...candidate, ruleSet: parsed.value }))) continue;
      best = { ...candidate, ruleSet: parsed.value };
      shrunk = true;
      break;
    }
  }
  return best;
}
