// A result as JSON, written by its known shape: the ids of a parsed rule set have no character that JSON escapes, so
// that they go out as they stand. Several times cheaper than the general writer, on the way of every evaluation.
import type { DecisionResult, Result } from "./result.ts";

/**
 * The same text as `JSON.stringify(result)`, for the result of a rule set that was parsed; facts of problems, which
 * may be any text a caller sent, are escaped.
 */
export function resultJson(result: Result): string {
  let decisions = "";
  for (const id in result.decisions) {
    const decision = result.decisions[id];
    if (decision) decisions += `${decisions === "" ? "" : ","}"${id}":${decisionJson(decision)}`;
  }
  const doubtful = result.doubtful.length === 0 ? "[]" : JSON.stringify(result.doubtful);
  const problems = result.problems.length === 0 ? "[]" : JSON.stringify(result.problems);
  return (
    `{"decisions":{${decisions}},"fired":${idsJson(result.fired)},"undecided":${idsJson(result.undecided)},` +
    `"missing":${idsJson(result.missing)},"unverified":${idsJson(result.unverified)},` +
    `"assumed":${idsJson(result.assumed)},"doubtful":${doubtful},"problems":${problems}}`
  );
}

function decisionJson(decision: DecisionResult): string {
  if (decision.kind === "many") {
    const { suggested, undetermined, withheld } = decision;
    return `{"kind":"many","suggested":${idsJson(suggested)},"undetermined":${idsJson(undetermined)},"withheld":${idsJson(withheld)}}`;
  }
  const { state, outcome, possible, missing } = decision;
  const decided = outcome === undefined ? "" : `"outcome":"${outcome}",`;
  return `{"kind":"one","state":"${state}",${decided}"possible":${idsJson(possible)},"missing":${idsJson(missing)}}`;
}

function idsJson(ids: readonly string[]): string {
  return ids.length === 0 ? "[]" : `["${ids.join('","')}"]`;
}
