// Random cases for every evaluator: a well-typed rule set, a person, a date. Built from a seed; what makes up a case
// stands in arbitraries/.
import { parseRuleSet, type Condition, type Decision, type Facts, type RuleSet } from "../src/model/index.ts";
import { chanceFrom, type Chance } from "./arbitraries/chance.ts";
import { focusedLeaf, someCondition, someLeaf, type Ground } from "./arbitraries/conditions.ts";
import { somePerson } from "./arbitraries/persons.ts";
import {
  allFocuses,
  someFacts,
  someIds,
  someParameters,
  text,
  type Focus,
} from "./arbitraries/vocabulary.ts";

export { chanceFrom, freshSeed, type Chance } from "./arbitraries/chance.ts";
export { somePerson } from "./arbitraries/persons.ts";

/** One question to every evaluator. */
export interface Case {
  readonly ruleSet: RuleSet;
  readonly facts: Facts;
  readonly at: string;
}

const days = ["2026-01-17", "2026-03-02", "2024-02-29", "2025-12-31"];
/** How many combinations a rule set is made around. */
const perRuleSet = 5;
const tones = ["stop", "caution", "neutral", "go"] as const;

/** How many cases, and which combinations they shall come back to (all of them when none are named). */
export interface Wanted {
  readonly ruleSets: number;
  /** Persons per rule set. */
  readonly persons: number;
  /** Asked again whenever the last answer is used up. */
  readonly focuses?: () => readonly Focus[];
  /** Persons for this rule set only, instead of random ones. */
  readonly ruleSet?: RuleSet;
}

/** Random cases; the same seed gives the same ones. */
export function* someCases(
  seed: number,
  { ruleSets, persons, focuses, ruleSet: given }: Wanted,
): Generator<Case> {
  const chance = chanceFrom(seed);
  const queue: Focus[] = [];
  for (let i = 0; i < ruleSets; i += 1) {
    if (queue.length === 0) {
      const wanted = focuses?.() ?? allFocuses;
      queue.push(...chance.some(wanted, wanted.length));
    }
    const focus = queue.splice(0, perRuleSet);
    const ruleSet = given ?? someRuleSet(chance, focus);
    for (let j = 0; j < persons; j += 1) {
      const at = chance.pick(days);
      yield { ruleSet, facts: somePerson(chance, ruleSet, { at, focus }), at };
    }
  }
}

/** A rule set that parses, with two leaves of each given combination, one of them negated, among others. */
export function someRuleSet(
  chance: Chance,
  focuses: readonly Focus[] = chance.some(allFocuses, perRuleSet),
): RuleSet {
  const facts = someFacts(chance, focuses);
  const parameters = someParameters(chance, facts);
  const decisions = someDecisions(chance);
  const ground: Ground = { facts, parameters, focuses, named: [], earlier: [], twoValued: false };
  const named = someNamed(chance, ground);
  const groundOf = (index: number): Ground => {
    const twoValued = decisions[index]?.kind === "many";
    return {
      ...ground,
      twoValued,
      named: named.filter((n) => twoValued || !n.twoValued).map((n) => n.id),
      earlier: decisions.slice(0, index).filter((d) => d.kind === "one"),
    };
  };
  const places = [
    // Every decision has a criterion; `isUnknown` has its place in a decision of kind `many`.
    ...decisions.map((_, index) => ({ index, when: someCondition(chance, groundOf(index), 3) })),
    ...focuses.flatMap((focus) => {
      const fitting = decisions
        .map((_, i) => i)
        .filter((i) => focus.operator !== "isUnknown" || groundOf(i).twoValued);
      return [false, true].map((negated) => {
        const index = chance.pick(fitting);
        const here = groundOf(index);
        const leaf = focusedLeaf(chance, here, focus) ?? someLeaf(chance, here);
        return { index, when: among(chance, here, negated ? { not: leaf } : leaf) };
      });
    }),
  ];
  const ids = someIds(chance, places.length, "r");
  const criteria = places.map(({ index, when }, i): RuleSet["criteria"][number] => {
    const id = ids[i] ?? `r${i}`;
    const decision = decisions[index] ?? chance.pick(decisions);
    return {
      id,
      title: text(id),
      when,
      then: { decision: decision.id, outcome: chance.pick(decision.outcomes).id },
      rationale: text("essai"),
      sources: [],
      origin: "inference",
      enabled: chance.often(0.92),
    };
  });
  return parsed({
    schemaVersion: 1,
    program: "essai",
    title: text("Essai"),
    purpose: text("Essai"),
    timeZone: "America/Toronto",
    sources: [],
    parameters,
    facts,
    conditions: chance.some(named, named.length).map(({ id, when }) => ({ id, label: text(id), when })),
    decisions,
    criteria: chance.some(criteria, criteria.length),
    properties: [],
  });
}

/** A condition alone, or with a random neighbour. */
function among(chance: Chance, ground: Ground, condition: Condition): Condition {
  if (chance.often(0.4)) return condition;
  const both = chance.some([condition, someCondition(chance, ground, 1)], 2);
  return chance.often(0.6) ? { all: both } : { any: both };
}

interface Named {
  readonly id: string;
  /** Whether it may read `isUnknown`, so that only `many` decisions may use it. */
  readonly twoValued: boolean;
  readonly when: Condition;
}

/** Named conditions, each of which may name the ones made before it. */
function someNamed(chance: Chance, ground: Ground): readonly Named[] {
  const named: Named[] = [];
  for (const id of someIds(chance, chance.below(4), "c")) {
    const twoValued = chance.often(0.3);
    const usable = named.filter((n) => twoValued || !n.twoValued).map((n) => n.id);
    named.push({ id, twoValued, when: someCondition(chance, { ...ground, named: usable, twoValued }, 2) });
  }
  return named;
}

function someDecisions(chance: Chance): Decision[] {
  const kinds = chance.pick([
    ["many"],
    ["one", "many"],
    ["one", "many"],
    ["one", "one", "many"],
    ["many", "one", "many"],
    ["one", "many", "one"],
    ["one", "many", "many", "one"],
  ] as const);
  const ids = someIds(chance, kinds.length, "d");
  return kinds.map((kind, i): Decision => {
    const outcomes = someIds(chance, 1 + chance.below(4), "o").map((id) => ({
      id,
      label: text(id),
      message: text(id),
      tone: chance.pick(tones),
      override: chance.often(0.5),
    }));
    const base = { id: ids[i] ?? `d${i}`, title: text(`Décision ${i}`), kind, outcomes };
    if (kind === "many")
      return { ...base, ...(chance.often(0.8) ? { withheldWhileSafetyUnknown: chance.often(0.85) } : {}) };
    const words = { label: text("à préciser"), message: text("à préciser") };
    return {
      ...base,
      otherwise: (chance.often(0.7) ? outcomes.at(-1) : chance.pick(outcomes))?.id,
      states: { "@undetermined": words, "@safety-unknown": words },
    };
  });
}

/** Every generated document goes through the same door as everybody's. */
function parsed(document: RuleSet): RuleSet {
  const outcome = parseRuleSet(JSON.parse(JSON.stringify(document)));
  if (!outcome.ok)
    throw new Error(`a random rule set does not parse: ${JSON.stringify(outcome.diagnostics.slice(0, 3))}`);
  return outcome.value;
}
