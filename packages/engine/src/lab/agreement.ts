// Whether other evaluators give the very same results as the direct reading, profile by profile.
import { evaluatePerson } from "../evaluate/index.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import { readPerson, type Person } from "../model/person.ts";
import type { Profile } from "../model/profile.ts";
import type { Result } from "../model/result.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { anyDay } from "./neighbours.ts";

type Run = (person: Person) => Result | Promise<Result>;

export interface OtherEvaluator {
  readonly name: string;
  /** Makes it ready for one rule set; may throw where it cannot model it, and then agrees with nothing. */
  readonly prepare: (ruleSet: RuleSet) => Run;
}

export interface Disagreement {
  readonly profile: string;
  readonly evaluators: readonly string[];
}

/**
 * The profiles to whom another evaluator answers otherwise, with its name; none when all agree. After each profile
 * `letOthersRun` is awaited: thousands of them take seconds.
 */
export async function disagreements(
  ruleSet: RuleSet,
  profiles: readonly Profile[],
  others: readonly OtherEvaluator[],
  letOthersRun: () => Promise<void> = async () => undefined,
): Promise<readonly Disagreement[]> {
  const prepared = others.map(({ name, prepare }) => ({ name, run: attempt(() => prepare(ruleSet)) }));
  const found: Disagreement[] = [];
  for (const { id, facts, evaluatedOn = anyDay } of profiles) {
    const person = readPerson(ruleSet, facts, evaluatedOn);
    const meant = canonicalJson(evaluatePerson(ruleSet, person).result);
    const evaluators: string[] = [];
    for (const { name, run } of prepared) if ((await answerOf(run, person)) !== meant) evaluators.push(name);
    if (evaluators.length > 0) found.push({ profile: id, evaluators });
    await letOthersRun();
  }
  return found;
}

function attempt(prepare: () => Run): Run | undefined {
  try {
    return prepare();
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
