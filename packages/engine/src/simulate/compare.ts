// What is expected of a profile beside what a rule set answers. Order never matters; only what is expected is compared.
import type { Expected } from "../model/profile.ts";
import type { DecisionResult, Result } from "../model/result.ts";

export type ListPart = "fired" | "missing" | "unverified" | "assumed" | "problems";
export type ManyPart = "suggested" | "undetermined" | "withheld";

/** One point in which a result is not what was expected. */
export type Difference =
  | {
      readonly kind: "state";
      readonly decision: string;
      readonly expected: string;
      readonly obtained: string;
    }
  | {
      readonly kind: "outcomes";
      readonly decision: string;
      readonly part: ManyPart;
      readonly absent: readonly string[];
      readonly extra: readonly string[];
    }
  | {
      readonly kind: "list";
      readonly part: ListPart;
      readonly absent: readonly string[];
      readonly extra: readonly string[];
    }
  /** The expectation names a decision that the rule set does not have, or of the other kind. */
  | { readonly kind: "no-such-decision"; readonly decision: string };

/** Every difference between an expectation and a result; empty when the profile is as expected. */
export function compareWithExpected(expected: Expected, result: Result): readonly Difference[] {
  const differences: Difference[] = [];
  // In the order of the rule set's decisions; what is expected of a decision it does not have comes last.
  for (const decision of new Set([...Object.keys(result.decisions), ...Object.keys(expected.decisions)])) {
    const wanted = own(expected.decisions, decision);
    if (wanted !== undefined)
      differences.push(...compareDecision(decision, wanted, own(result.decisions, decision)));
  }
  const lists: readonly [ListPart, readonly string[] | undefined, readonly string[]][] = [
    ["fired", expected.fired, result.fired],
    ["missing", expected.missing, result.missing],
    ["unverified", expected.unverified, result.unverified],
    ["assumed", expected.assumed, result.assumed],
    ["problems", expected.problems?.map(problemKey), result.problems.map(problemKey)],
  ];
  for (const [part, wanted, obtained] of lists) {
    const difference = wanted === undefined ? undefined : compareSets(wanted, obtained);
    if (difference) differences.push({ kind: "list", part, ...difference });
  }
  return differences;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function compareDecision(
  decision: string,
  wanted: Expected["decisions"][string],
  obtained: DecisionResult | undefined,
): readonly Difference[] {
  if (typeof wanted === "string") {
    if (obtained?.kind !== "one") return [{ kind: "no-such-decision", decision }];
    return obtained.state === wanted
      ? []
      : [{ kind: "state", decision, expected: wanted, obtained: obtained.state }];
  }
  if (obtained?.kind !== "many") return [{ kind: "no-such-decision", decision }];
  const parts: { readonly [part in ManyPart]?: readonly string[] | undefined } = Array.isArray(wanted)
    ? { suggested: wanted }
    : wanted;
  return (["suggested", "undetermined", "withheld"] as const).flatMap((part) => {
    const list = parts[part];
    const difference = list === undefined ? undefined : compareSets(list, obtained[part]);
    return difference ? [{ kind: "outcomes" as const, decision, part, ...difference }] : [];
  });
}

function problemKey(problem: { readonly fact: string; readonly code: string }): string {
  return `${problem.fact}:${problem.code}`;
}

function compareSets(wanted: readonly string[], obtained: readonly string[]) {
  const absent = wanted.filter((id) => !obtained.includes(id));
  const extra = obtained.filter((id) => !wanted.includes(id));
  return absent.length + extra.length === 0 ? undefined : { absent, extra };
}
