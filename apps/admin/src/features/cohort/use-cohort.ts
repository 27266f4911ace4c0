// The cohort of the program on screen, beside the draft: every change of it is judged at once, the newest first.
import { runnable, type DraftRuleSet, type RuleSet } from "@jumelage/engine";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { cohortOf, type CohortSession, type CohortState } from "./cohort-session.ts";

export interface CohortView extends CohortState {
  readonly session: CohortSession;
}

/** @param baseline null for nothing to compare with; undefined while it is not known */
export function useCohort(
  program: string,
  draft: DraftRuleSet,
  {
    baseline,
    smallCell,
  }: { readonly baseline: RuleSet | null | undefined; readonly smallCell: number | undefined },
): CohortView {
  const session = cohortOf(program);
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  const ruleSet = useMemo(() => runnable(draft), [draft]);
  useEffect(() => {
    if (baseline !== undefined && smallCell !== undefined) session.ask({ ruleSet, baseline, smallCell });
  }, [session, ruleSet, baseline, smallCell]);
  return useMemo(() => ({ ...state, session }), [state, session]);
}
