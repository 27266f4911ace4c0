// Where the saved profiles stand around a threshold: the facts it is compared with, the values the profiles have, and
// how many stand below, at and above. Pure.
import { nodesOf, readPerson, type DraftRuleSet, type Fact, type Hole, type Profile } from "@jumelage/engine";
import { dayOf } from "../simulation/simulate.ts";

/** A threshold on one fact: a number of its own, or a parameter's. */
export interface Threshold {
  readonly fact: Fact;
  readonly value: number;
  readonly parameter: string | undefined;
}

/** The thresholds on numeric facts in a condition, through named conditions; each once. */
export function thresholdsIn(
  ruleSet: DraftRuleSet,
  when: DraftRuleSet["criteria"][number]["when"],
  inside: readonly string[] = [],
): readonly Threshold[] {
  if (when === undefined) return [];
  const found: Threshold[] = [];
  const add = (threshold: Threshold): void => {
    if (!found.some((f) => f.fact === threshold.fact && f.value === threshold.value)) found.push(threshold);
  };
  for (const { node } of nodesOf<Hole>(when)) {
    if ("condition" in node) {
      const named = ruleSet.conditions.find((c) => c.id === node.condition);
      if (!named || inside.includes(named.id)) continue;
      for (const threshold of thresholdsIn(ruleSet, named.when, [...inside, named.id])) add(threshold);
    }
    if (!("fact" in node)) continue;
    const fact = ruleSet.facts.find((f) => f.id === node.fact);
    if (!fact?.range || (fact.type !== "integer" && fact.type !== "decimal")) continue;
    const { value } = node;
    const parameter = typeof value === "object" && "parameter" in value ? value.parameter : undefined;
    const number =
      parameter === undefined ? value : ruleSet.parameters.find((p) => p.id === parameter)?.value;
    if (typeof number === "number") add({ fact, value: number, parameter });
  }
  return found;
}

/** The thresholds that a parameter sets. */
export function thresholdsOf(ruleSet: DraftRuleSet, parameter: string): readonly Threshold[] {
  const all = [...ruleSet.conditions, ...ruleSet.criteria].flatMap((c) => thresholdsIn(ruleSet, c.when));
  const own = all.filter((t) => t.parameter === parameter);
  return own.filter((t, i) => own.findIndex((o) => o.fact === t.fact) === i);
}

export interface Strip {
  /** How many profiles have each value, ascending. */
  readonly marks: readonly { readonly value: number; readonly profiles: readonly string[] }[];
  readonly below: number;
  readonly at: number;
  readonly above: number;
  readonly unknown: number;
  /** The profiles nearest to the threshold on each side: one step away. */
  readonly justBelow: number;
  readonly justAbove: number;
}

export function stripOf(ruleSet: DraftRuleSet, profiles: readonly Profile[], threshold: Threshold): Strip {
  const values = new Map<number, string[]>();
  let unknown = 0;
  for (const profile of profiles) {
    const state = readPerson(ruleSet, profile.facts, dayOf(profile)).states.get(threshold.fact.id);
    const value = state?.kind === "known" && !state.assumed ? state.value : undefined;
    if (typeof value === "number") values.set(value, [...(values.get(value) ?? []), profile.id]);
    else unknown += 1;
  }
  const step = 10 ** -(threshold.fact.type === "decimal" ? (threshold.fact.scale ?? 0) : 0);
  const marks = [...values]
    .map(([value, ids]) => ({ value, profiles: ids }))
    .sort((a, b) => a.value - b.value);
  const count = (holds: (value: number) => boolean): number =>
    marks.filter((m) => holds(m.value)).reduce((sum, m) => sum + m.profiles.length, 0);
  const near = (value: number): number => count((v) => Math.abs(v - value) < step / 2);
  return {
    marks,
    below: count((v) => v < threshold.value),
    at: near(threshold.value),
    above: count((v) => v > threshold.value),
    unknown,
    justBelow: near(threshold.value - step),
    justAbove: near(threshold.value + step),
  };
}
