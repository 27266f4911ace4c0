// From the verdicts of a stage to its decision's answer, and to the facts that answer still misses (SPEC section 5).
import type { Decision, ManyResult, OneResult } from "../model/index.ts";
import type { CriterionVerdict } from "./run-stage.ts";

/** The facts missing for one outcome. */
export interface Remembered {
  readonly outcome: string;
  readonly facts: ReadonlySet<string>;
}

export interface Decided<R> {
  /** A result of kind `one` still lacks its `missing`, which the caller puts in order. */
  readonly result: R;
  /** What is missing, by outcome in order of precedence. */
  readonly remembered: readonly Remembered[];
}

export interface DecideOptions {
  readonly decision: Decision;
  readonly verdicts: readonly CriterionVerdict[];
  /** The facts that the name of an undecided leaf stands for. */
  readonly factsOf: (name: string) => Iterable<string>;
}

/** Walks the outcomes of a `one` decision, the most cautious first, up to the first with a true criterion. */
export function decideOne(
  options: DecideOptions & { readonly isSafety: (fact: string) => boolean },
): Decided<Omit<OneResult, "missing">> {
  const { decision, isSafety } = options;
  const remembered: Remembered[] = [];
  let winner = decision.otherwise;
  for (const { id } of decision.outcomes) {
    const { fires, open } = outcomeOf(id, options);
    if (fires) {
      winner = id;
      break;
    }
    if (open) remembered.push(open);
  }
  if (winner === undefined) throw new Error(`the decision ${decision.id} has no outcome for otherwise`);
  const possible = [...new Set([...remembered.map((r) => r.outcome), winner])];
  if (remembered.length === 0)
    return { result: { kind: "one", state: winner, outcome: winner, possible }, remembered };
  const safety = remembered.some((r) => [...r.facts].some(isSafety));
  return {
    result: { kind: "one", state: safety ? "@safety-unknown" : "@undetermined", possible },
    remembered,
  };
}

/** Every outcome of a `many` decision on its own; `withholding` while an earlier decision is `@safety-unknown`. */
export function decideMany(options: DecideOptions & { readonly withholding: boolean }): Decided<ManyResult> {
  const result: ManyResult = { kind: "many", suggested: [], undetermined: [], withheld: [] };
  const remembered: Remembered[] = [];
  for (const { id, tone } of options.decision.outcomes) {
    const { fires, open } = outcomeOf(id, options);
    if (options.withholding && tone !== "stop") result.withheld.push(id);
    else if (fires) result.suggested.push(id);
    else if (open) {
      result.undetermined.push(id);
      remembered.push(open);
    }
  }
  return { result, remembered };
}

/** Whether a criterion for the outcome is true and, if none is but some is unknown, what those rest on. */
function outcomeOf(
  outcome: string,
  { verdicts, factsOf }: DecideOptions,
): { readonly fires: boolean; readonly open?: Remembered } {
  const own = verdicts.filter((v) => v.outcome === outcome);
  if (own.some((v) => v.verdict === "true")) return { fires: true };
  const unknown = own.filter((v) => v.verdict === "unknown");
  if (unknown.length === 0) return { fires: false };
  return {
    fires: false,
    open: { outcome, facts: new Set(unknown.flatMap((v) => [...v.restsOn].flatMap((n) => [...factsOf(n)]))) },
  };
}
