// The heat map as data: one row a criterion, one cell a profile, and how often each criterion was exercised. Pure.
import type { DraftCriterion, DraftRuleSet, Verdict } from "@jumelage/engine";
import type { SimulatedRow } from "../simulation/simulate.ts";
import { verdictOf } from "../simulation/simulate.ts";

export type Heat = "decides" | "true" | "unknown" | "false";

export interface HeatRow {
  readonly criterion: DraftCriterion;
  readonly cells: readonly Heat[];
  readonly counts: Readonly<Record<Heat, number>>;
  /** What no profile shows of this criterion; nothing for one that is switched off. */
  readonly gaps: readonly Gap[];
}

export const gaps = ["never-true", "never-decides", "never-false", "never-unknown"] as const;
export type Gap = (typeof gaps)[number];

/** What one criterion did for one profile. */
export function heatOf(verdict: Verdict, decisive: boolean): Heat {
  if (verdict === "unknown") return "unknown";
  if (verdict === "false") return "false";
  return decisive ? "decides" : "true";
}

/** The criteria of a rule set in the order of decisions, precedence and document, with what the profiles show of each. */
export function heatRows(
  ruleSet: DraftRuleSet,
  rows: readonly Pick<SimulatedRow, "after">[],
): readonly HeatRow[] {
  const ordered = ruleSet.decisions.flatMap((d) =>
    d.outcomes.flatMap((o) =>
      ruleSet.criteria.filter((c) => c.then.decision === d.id && c.then.outcome === o.id),
    ),
  );
  return ordered.map((criterion) => {
    const cells = rows.map(({ after }) =>
      heatOf(verdictOf(after, criterion.id), after.decisive.has(criterion.id)),
    );
    const count = (heat: Heat): number => cells.filter((c) => c === heat).length;
    const counts = {
      decides: count("decides"),
      true: count("true"),
      unknown: count("unknown"),
      false: count("false"),
    };
    return { criterion, cells, counts, gaps: gapsOf(criterion, counts) };
  });
}

function gapsOf(criterion: DraftCriterion, counts: HeatRow["counts"]): readonly Gap[] {
  if (!criterion.enabled || (criterion.when && "always" in criterion.when)) return [];
  const fired = counts.decides + counts.true;
  return gaps.filter((gap) => {
    switch (gap) {
      case "never-true":
        return fired === 0;
      case "never-decides":
        return fired > 0 && counts.decides === 0 && criterion.shadowedOnPurpose === undefined;
      case "never-false":
        return counts.false === 0;
      case "never-unknown":
        return counts.unknown === 0;
      default:
        return gap satisfies never;
    }
  });
}
