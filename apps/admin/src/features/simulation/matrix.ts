// Which rows and columns the matrix shows, and what one cell says. Pure; the screen draws.
import type { Decision, DraftCriterion, DraftRuleSet, Verdict } from "@jumelage/engine";
import { verdictOf, type Answer, type SimulatedRow, type Simulation } from "./simulate.ts";

export const shows = ["all", "moved", "failing"] as const;
export type Show = (typeof shows)[number];
export const views = ["after", "before", "diff"] as const;
export type View = (typeof views)[number];

/** The rows asked for; `outcome` keeps those that get this state now (or this suggestion). */
export function rowsShown(
  simulation: Simulation,
  show: Show,
  filter: { readonly decision: string; readonly state: string } | null,
): readonly SimulatedRow[] {
  const rows = show === "all" ? simulation.rows : show === "moved" ? simulation.moved : simulation.failing;
  return filter === null ? rows : rows.filter((row) => gets(row.after, filter.decision, filter.state));
}

/** Whether an answer gives this state, or suggests this outcome. */
export function gets(answer: Answer, decision: string, state: string): boolean {
  const decided = answer.result.decisions[decision];
  if (decided === undefined) return false;
  return decided.kind === "one" ? decided.state === state : decided.suggested.includes(state);
}

/** The enabled criteria of the decisions asked for, in order of decision, precedence and document. */
export function columnsOf(ruleSet: DraftRuleSet, decisions: readonly string[]): readonly DraftCriterion[] {
  return ruleSet.decisions
    .filter((d) => decisions.includes(d.id))
    .flatMap((d) =>
      d.outcomes.flatMap((o) =>
        ruleSet.criteria.filter((c) => c.then.decision === d.id && c.then.outcome === o.id),
      ),
    );
}

export interface Cell {
  readonly verdict: Verdict;
  readonly decisive: boolean;
  /** Whether the other side says otherwise of this criterion, or lets it decide otherwise. */
  readonly changed: boolean;
}

/** One criterion for one profile, in the draft or in the release. */
export function cellOf(row: SimulatedRow, criterion: string, view: View): Cell {
  const now = side(row.after, criterion);
  const was = row.before ? side(row.before, criterion) : now;
  const shown = view === "before" ? was : now;
  return { ...shown, changed: was.verdict !== now.verdict || was.decisive !== now.decisive };
}

function side(answer: Answer, criterion: string): { readonly verdict: Verdict; readonly decisive: boolean } {
  return { verdict: verdictOf(answer, criterion), decisive: answer.decisive.has(criterion) };
}

/** The decision whose answer stands in the last columns: the first of kind `one` among those shown, else the first. */
export function mainDecision(ruleSet: DraftRuleSet, shown: readonly string[]): Decision | undefined {
  const among = ruleSet.decisions.filter((d) => shown.includes(d.id));
  return among.find((d) => d.kind === "one") ?? among[0];
}
