// Small rule sets and all of their complete persons, answered one by one by the direct reading: what decision diagrams
// are tested against. Values stand at, just below and just above every literal, so that no class is left out.
import { evaluatePerson } from "../src/evaluate/index.ts";
import {
  dateOf,
  dayNumber,
  nodesOf,
  type Decision,
  type Fact,
  type FactState,
  type Person,
  type RuleSet,
} from "../src/model/index.ts";
import { someRuleSet, type Chance } from "./arbitraries.ts";
import { allFocuses } from "./arbitraries/vocabulary.ts";

/** Every complete person of a rule set, as places in lists of states, with the outcome of one decision. */
export interface AllPersons {
  readonly facts: readonly Fact[];
  /** For every fact its possible states; an optional one may be plainly unknown (the last). */
  readonly states: readonly (readonly FactState[])[];
  readonly outcomes: readonly string[];
  readonly count: number;
}

const notAsked: FactState = { kind: "unknown", reason: "not-asked" };
export const known = (value: FactState extends { value: infer V } ? V : unknown): FactState =>
  ({ kind: "known", value, assumed: false }) as FactState;

/** A rule set of few facts without sums. */
export function someSmallRuleSet(chance: Chance): RuleSet {
  const ruleSet = someRuleSet(chance, chance.some(allFocuses, 1 + chance.below(3)));
  return { ...ruleSet, facts: ruleSet.facts.map((fact) => ({ ...fact, derive: undefined })) };
}

/** The states of every fact of a complete person, or undefined when there are more than `most` persons. */
export function statesOf(ruleSet: RuleSet, most: number): AllPersons["states"] | undefined {
  const states = ruleSet.facts.map((fact) => {
    const values = valuesOf(ruleSet, fact);
    return values && [...values.map(known), ...(fact.whenUnknown === "ignore" ? [notAsked] : [])];
  });
  const all = states.filter((s) => s !== undefined);
  const count = all.reduce((n, s) => n * s.length, 1);
  return all.length === states.length && count <= most ? all : undefined;
}

/** Every complete person with the outcome of a decision. */
export function allPersons(ruleSet: RuleSet, decision: Decision, states: AllPersons["states"]): AllPersons {
  const count = states.reduce((n, s) => n * s.length, 1);
  const outcomes = Array.from({ length: count }, (_, index) => {
    const person = personOf(
      ruleSet,
      placesOf(states, index).map((place, i) => states[i]?.[place] ?? notAsked),
    );
    const made = evaluatePerson(ruleSet, person).result.decisions[decision.id];
    if (made?.kind !== "one" || made.outcome === undefined) throw new Error(`not decided: ${index}`);
    return made.outcome;
  });
  return { facts: ruleSet.facts, states, outcomes, count };
}

/** The places of a person in the lists of states. */
export function placesOf(states: AllPersons["states"], index: number): readonly number[] {
  let rest = index;
  return states.map((s) => {
    const place = rest % s.length;
    rest = Math.floor(rest / s.length);
    return place;
  });
}

export function personOf({ facts }: RuleSet, states: readonly FactState[]): Person {
  return {
    states: new Map(facts.map((f, i) => [f.id, states[i] ?? notAsked])),
    assumed: [],
    doubtful: [],
    problems: [],
  };
}

/** Values on both sides of everything a fact is compared with; undefined when a set has too many members. */
function valuesOf(
  ruleSet: RuleSet,
  fact: Fact,
): readonly (boolean | number | string | readonly string[])[] | undefined {
  const literals = literalsOf(ruleSet, fact.id);
  switch (fact.type) {
    case "boolean":
      return literals ? [false, true] : [true];
    case "enum":
      return (fact.values ?? []).map((v) => v.id).slice(0, literals ? undefined : 1);
    case "set": {
      const members = (fact.values ?? []).map((v) => v.id);
      if (!literals) return [[]];
      if (members.length > 5) return undefined;
      return members.reduce<readonly (readonly string[])[]>(
        (sets, m) => sets.flatMap((s) => [s, [...s, m]]),
        [[]],
      );
    }
    case "date": {
      const days = (literals ?? ["2026-01-01"]).map((l) => dayNumber(String(l)) ?? 0);
      return literals?.length === 0 ? ["2026-01-01"] : beside(days, 1).flatMap((day) => dateOf(day) ?? []);
    }
    case "integer":
    case "decimal": {
      const step = 10 ** -(fact.scale ?? 0);
      const { min, max } = fact.range ?? { min: -1e6, max: 1e6 };
      const near = beside((literals ?? []).map(Number), step).map((n) => Number(n.toFixed(fact.scale ?? 0)));
      const fit = near.filter((n) => n >= min && n <= max);
      return fit.length > 0
        ? [...new Set(fit)].sort((a, b) => a - b)
        : [Number(min.toFixed(fact.scale ?? 0))];
    }
    default:
      return fact.type satisfies never;
  }
}

function beside(values: readonly number[], step: number): number[] {
  return [...new Set(values.flatMap((v) => [v - step, v, v + step]))].sort((a, b) => a - b);
}

/** What a fact is compared with anywhere, undefined when nothing reads it. */
function literalsOf(ruleSet: RuleSet, fact: string): readonly unknown[] | undefined {
  const leaves = [...ruleSet.criteria, ...ruleSet.conditions].flatMap(({ when }) =>
    [...nodesOf(when)].flatMap(({ node }) => ("fact" in node && node.fact === fact ? [node] : [])),
  );
  if (leaves.length === 0) return undefined;
  return leaves.flatMap(({ value }): readonly unknown[] => {
    if (value === undefined) return [];
    if (typeof value !== "object") return [value];
    return "parameter" in value ? [ruleSet.parameters.find((p) => p.id === value.parameter)?.value] : value;
  });
}
