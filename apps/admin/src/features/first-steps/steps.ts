// What the first path asks, and what of it was done: read off what the person did, never ticked by hand.
import type { DraftRuleSet, Parameter } from "@jumelage/engine";
import type { History } from "../../draft/history.ts";
import type { Baseline } from "../../draft/use-draft.ts";
import { simulate } from "../simulation/simulate.ts";
import { setParameter } from "../vocabulary/edits.ts";
import { boundsOf } from "../vocabulary/usage.ts";

/** The steps, in their order. */
export const steps = ["change", "see", "undo"] as const;
export type Step = (typeof steps)[number];

/** A threshold, and the value to try in place of its own. */
export interface Lesson {
  readonly parameter: Parameter;
  readonly to: number;
}

/** The first threshold of a release that moves some saved profile when it is one higher; null where none does. */
export function lessonOf(baseline: Baseline): Lesson | null {
  for (const parameter of baseline.ruleSet.parameters) {
    const to = parameter.value + 1;
    const { max } = boundsOf(baseline.ruleSet, parameter.id);
    if (max !== undefined && to > max) continue;
    const { ruleSet, profiles } = setParameter(parameter.id, { value: to })(baseline);
    if (simulate({ ruleSet, profiles, baseline }).moved.length > 0) return { parameter, to };
  }
  return null;
}

/** Whether the threshold of the lesson has the value to try. */
export const isTried = (ruleSet: DraftRuleSet, { parameter, to }: Lesson): boolean =>
  ruleSet.parameters.find((p) => p.id === parameter.id)?.value === to;

/**
 * The steps that were done. A threshold typed back to what it was is not undone: its step is still there to take back.
 * `seen`: whether a profile that moves was opened.
 */
export function doneOf(
  history: History,
  lesson: Lesson,
  { seen }: { readonly seen: boolean },
): readonly Step[] {
  const tried = [...history.past, ...history.future].some(({ after }) => isTried(after.ruleSet, lesson));
  if (!tried) return [];
  if (!seen) return ["change"];
  return history.past.length === 0 ? steps : ["change", "see"];
}
