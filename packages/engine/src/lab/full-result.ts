// Everything a profile can expect of a result. A profile with the whole of it expected is a full profile: it notices any
// change of an answer, of the criteria that are true, and of what is asked, assumed or not verified.
import type { Expected } from "../model/profile.ts";
import type { DecisionResult, Result } from "../model/result.ts";

/** The expectation of a full profile whose answer is this result. */
export function expectedInFull(result: Result): Expected {
  return {
    decisions: Object.fromEntries(Object.entries(result.decisions).map(([id, d]) => [id, wanted(d)])),
    fired: result.fired,
    missing: result.missing,
    unverified: result.unverified,
    assumed: result.assumed,
    problems: result.problems,
  };
}

function wanted(decided: DecisionResult): Expected["decisions"][string] {
  if (decided.kind === "one") return decided.state;
  const { suggested, undetermined, withheld } = decided;
  return { suggested, undetermined, withheld };
}

/** Whether a full profile could tell the two results apart. */
export function isNoticed(before: Result, after: Result): boolean {
  return (
    !sameList(before.fired, after.fired) ||
    !sameMembers(before.missing, after.missing) ||
    !sameList(before.unverified, after.unverified) ||
    !sameList(before.assumed, after.assumed) ||
    !sameMembers(before.problems.map(problem), after.problems.map(problem)) ||
    Object.entries(before.decisions).some(([id, answer]) => isOtherAnswer(answer, after.decisions[id]))
  );
}

/** Whether a decision's answer is another one. */
export function isOtherAnswer(before: DecisionResult, after: DecisionResult | undefined): boolean {
  if (before.kind === "one") return after?.kind !== "one" || before.state !== after.state;
  return (
    after?.kind !== "many" ||
    !sameMembers(before.suggested, after.suggested) ||
    !sameMembers(before.undetermined, after.undetermined) ||
    !sameMembers(before.withheld, after.withheld)
  );
}

const problem = (p: Result["problems"][number]): string => `${p.fact}:${p.code}`;

/** Lists that both stand in the order of one document. */
function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
