// Runs saved profiles through a rule set in the browser, with the engine itself. Results are kept by the identity of the
// documents: what a change left alone is not run again.
import {
  compile,
  evaluatePerson,
  readPerson,
  runnable,
  Unmodelled,
  type DraftRuleSet,
  type LocalDate,
  type Person,
  type Profile,
  type Result,
} from "@jumelage/engine";

/** The date for profiles that name none; such profiles hold no dated fact, so that any day gives the same answer. */
export const anyDay = "2026-01-01";

type Run = (person: Person) => Result;

const runs = new WeakMap<DraftRuleSet, Run>();
const results = new WeakMap<DraftRuleSet, WeakMap<Profile, Result>>();

function runOf(ruleSet: DraftRuleSet): Run {
  const known = runs.get(ruleSet);
  if (known) return known;
  const complete = runnable(ruleSet);
  const slow: Run = (person) => evaluatePerson(complete, person).result;
  const run = fastRun(complete) ?? slow;
  runs.set(ruleSet, run);
  return run;
}

/** The compiled rule set; undefined when it holds something the compiled form does not model exactly. */
function fastRun(complete: ReturnType<typeof runnable>): Run | undefined {
  try {
    const compiled = compile(complete);
    return (person) => {
      try {
        return compiled.run(person);
      } catch (error) {
        if (error instanceof Unmodelled) return evaluatePerson(complete, person).result;
        throw error;
      }
    };
  } catch (error) {
    if (error instanceof Unmodelled) return undefined;
    throw error;
  }
}

/** The answer of a rule set (holed criteria left out) for somebody with these facts on this day; nothing is kept. */
export function answerTo(ruleSet: DraftRuleSet, facts: Profile["facts"], at: LocalDate): Result {
  return runOf(ruleSet)(readPerson(ruleSet, facts, at));
}

/** The answer of a rule set (holed criteria left out) for a saved profile. */
export function resultFor(ruleSet: DraftRuleSet, profile: Profile): Result {
  const byProfile = results.get(ruleSet) ?? new WeakMap<Profile, Result>();
  results.set(ruleSet, byProfile);
  const known = byProfile.get(profile);
  if (known) return known;
  const result = answerTo(ruleSet, profile.facts, profile.evaluatedOn ?? anyDay);
  byProfile.set(profile, result);
  return result;
}
