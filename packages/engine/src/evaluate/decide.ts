// Decisions: from the verdicts of criteria to states, and to the facts an open answer rests on.
import type { ManyResult, OneResult } from "../model/result.ts";
import type { Decision, RuleSet } from "../model/rule-set.ts";
import type { Verdict } from "../kleene.ts";

/** A criterion's verdict and the facts its undecided leaves rest on. */
export interface Judged {
  readonly outcome: string;
  readonly verdict: Verdict;
  readonly restsOn: readonly string[];
}

/** A fact some outcome rests on, with that outcome's place in the order of precedence. */
export interface Remembered {
  readonly fact: string;
  readonly precedence: number;
}

export interface Decided<R> {
  readonly result: R;
  readonly remembered: readonly Remembered[];
}

/** Walks the outcomes from the most cautious one; stops at the first with a true criterion. */
export function decideOne(
  ruleSet: RuleSet,
  decision: Decision,
  judged: readonly Judged[],
): Decided<OneResult> {
  const remembered: Remembered[] = [];
  const possible: string[] = [];
  let candidate = decision.otherwise;
  for (const [precedence, { id }] of decision.outcomes.entries()) {
    const criteria = judged.filter((j) => j.outcome === id);
    if (criteria.some((j) => j.verdict === "true")) {
      candidate = id;
      break;
    }
    const open = criteria.filter((j) => j.verdict === "unknown");
    if (open.length > 0) possible.push(id);
    remembered.push(...open.flatMap((j) => j.restsOn.map((fact) => ({ fact, precedence }))));
  }
  if (candidate === undefined) throw new TypeError(`the decision ${decision.id} has no otherwise`);
  if (!possible.includes(candidate)) possible.push(candidate);
  const missing = inOrder(ruleSet, [remembered]);
  const safety = missing.some((id) => ruleSet.facts.some((f) => f.id === id && f.safety));
  const result: OneResult =
    missing.length === 0
      ? { kind: "one", state: candidate, outcome: candidate, possible, missing }
      : { kind: "one", state: safety ? "@safety-unknown" : "@undetermined", possible, missing };
  return { result, remembered };
}

/** Takes every outcome on its own; `withheld` is whether an earlier decision waits for a safety fact. */
export function decideMany(
  decision: Decision,
  judged: readonly Judged[],
  withheld: boolean,
): Decided<ManyResult> {
  const result: ManyResult = { kind: "many", suggested: [], undetermined: [], withheld: [] };
  const remembered: Remembered[] = [];
  for (const [precedence, outcome] of decision.outcomes.entries()) {
    const criteria = judged.filter((j) => j.outcome === outcome.id);
    if (withheld && decision.withheldWhileSafetyUnknown === true && outcome.tone !== "stop")
      result.withheld.push(outcome.id);
    else if (criteria.some((j) => j.verdict === "true")) result.suggested.push(outcome.id);
    else if (criteria.some((j) => j.verdict === "unknown")) {
      result.undetermined.push(outcome.id);
      remembered.push(...criteria.flatMap((j) => j.restsOn.map((fact) => ({ fact, precedence }))));
    }
  }
  return { result, remembered };
}

/** What to ask next: safety facts first, then by decision and precedence, then in the order of the vocabulary. */
export function inOrder(ruleSet: RuleSet, byDecision: readonly (readonly Remembered[])[]): string[] {
  const place = new Map(ruleSet.facts.map((f, i) => [f.id, { index: i, safety: f.safety }]));
  const first = new Map<string, readonly number[]>();
  byDecision.forEach((remembered, decision) => {
    for (const { fact, precedence } of remembered) {
      const at = place.get(fact);
      const rank = [at?.safety ? 0 : 1, decision, precedence, at?.index ?? 0];
      const known = first.get(fact);
      if (known === undefined || before(rank, known)) first.set(fact, rank);
    }
  });
  return [...first].sort(([, a], [, b]) => (before(a, b) ? -1 : 1)).map(([fact]) => fact);
}

function before(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((n, j) => n !== b[j]);
  return i >= 0 && (a[i] ?? 0) < (b[i] ?? 0);
}
