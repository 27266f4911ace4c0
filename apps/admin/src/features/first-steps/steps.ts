// What the first path asks, and what of it was done: read off what the person did, never ticked by hand.
import { readPerson, type DraftRuleSet, type Parameter } from "@jumelage/engine";
import type { History } from "../../draft/history.ts";
import type { Baseline } from "../../draft/use-draft.ts";
import { dayOf, simulate } from "../simulation/simulate.ts";
import { thresholdsOf } from "../thresholds/strip.ts";
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

/** How many thresholds are tried at most: each runs profiles anew, and a very large program has hundreds. */
const mostTried = 8;

/**
 * The first threshold of a release that moves some saved profile when it is one higher; null where none of those tried
 * does. Only the profiles that stand on a threshold, or one above, are asked: no other can move.
 */
export function lessonOf(baseline: Baseline): Lesson | null {
  const standing = standingOf(baseline);
  let tried = 0;
  for (const parameter of baseline.ruleSet.parameters) {
    const to = parameter.value + 1;
    const { max } = boundsOf(baseline.ruleSet, parameter.id);
    if (max !== undefined && to > max) continue;
    const near = new Set(
      thresholdsOf(baseline.ruleSet, parameter.id).flatMap((t) => standing(t.fact.id, t.value, to)),
    );
    if (near.size === 0) continue;
    if (tried === mostTried) return null;
    tried += 1;
    const { ruleSet, profiles } = setParameter(parameter.id, { value: to })(baseline);
    const asked = profiles.filter(({ id }) => near.has(id));
    if (simulate({ ruleSet, profiles: asked, baseline }).moved.length > 0) return { parameter, to };
  }
  return null;
}

/** Answers which profiles have a value from one number to another for a fact; every profile is read once. */
function standingOf({ ruleSet, profiles }: Baseline) {
  const values = profiles.map((profile) => {
    const { states } = readPerson(ruleSet, profile.facts, dayOf(profile));
    return { id: profile.id, states };
  });
  return (fact: string, from: number, to: number): readonly string[] =>
    values.flatMap(({ id, states }) => {
      const state = states.get(fact);
      const value = state?.kind === "known" ? state.value : undefined;
      return typeof value === "number" && value >= from && value <= to ? [id] : [];
    });
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
