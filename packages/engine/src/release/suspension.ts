// A channel that is suspended on purpose. Its pointer says so with a hard end that is no later than the moment it was
// issued: an app that knows only of hard ends stops answering all the same, whatever its clock says.
import type { DecisionResult, Result } from "../model/result.ts";
import type { RuleSet } from "../model/rule-set.ts";
import type { PointerPayload } from "./payload.ts";

/** Since when a pointer says that its channel is suspended; undefined when it does not. */
export function suspendedSince({
  issuedAt,
  hardExpires,
}: Pick<PointerPayload, "issuedAt" | "hardExpires">): string | undefined {
  return hardExpires !== undefined && inOrder(hardExpires) <= inOrder(issuedAt) ? hardExpires : undefined;
}

/** An instant in UTC as a text that sorts as time does, whatever fraction of a second it was written with. */
function inOrder(instant: string): string {
  return instant
    .replace(/Z$/, "")
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

/** The answer of a suspended channel, for anybody: nothing is concluded, suggested or asked. */
export function clinicalJudgement({ decisions }: Pick<RuleSet, "decisions">): Result {
  const open = decisions.map(({ id, kind, outcomes }): readonly [string, DecisionResult] => {
    const all = outcomes.map((outcome) => outcome.id);
    return [
      id,
      kind === "one"
        ? { kind, state: "@undetermined", possible: all, missing: [] }
        : { kind, suggested: [], undetermined: all, withheld: [] },
    ];
  });
  return {
    decisions: Object.fromEntries(open),
    fired: [],
    undecided: [],
    missing: [],
    unverified: [],
    assumed: [],
    doubtful: [],
    problems: [],
  };
}
