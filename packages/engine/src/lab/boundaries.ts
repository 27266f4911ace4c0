// Boundary pairs: every side of every test of a fact, which profiles stand there, and for each side where nobody stands
// a profile made for it, next to one that exists.
import type { Boundary, BoundaryReport, BoundaryScore } from "../model/lab.ts";
import { readPerson, type FactState } from "../model/person.ts";
import type { Profile } from "../model/profile.ts";
import type { Result } from "../model/result.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { nearTitle, whyMade } from "../words/lab.ts";
import { isNoticed } from "./full-result.ts";
import { peopleOf, plainAlternatives, withFact, type Somebody } from "./neighbours.ts";
import { freeIds, readyProfile } from "./ready-profile.ts";
import { runnerOf, type Runner } from "./runner.ts";
import { neighbour } from "./steps.ts";
import { factTests, type FactTest } from "./tests.ts";

/** A side of a test, and whether a state of the fact stands there. */
interface Side {
  readonly test: FactTest;
  readonly side: Boundary["side"];
  readonly holds: (state: FactState) => boolean;
}

/** Every boundary of a rule set, with the profiles that stand there. */
export function boundariesOf(ruleSet: RuleSet, profiles: readonly Profile[]): readonly Boundary[] {
  return standing(ruleSet, sidesIn(ruleSet), peopleOf(profiles)).map(({ boundary }) => boundary);
}

/** At how many of its boundaries some profile stands: what a program asks for; no profile is made for the others. */
export function boundaryScore(ruleSet: RuleSet, profiles: readonly Profile[]): BoundaryScore {
  return scoreOf(boundariesOf(ruleSet, profiles));
}

function scoreOf(found: readonly Boundary[]): BoundaryScore {
  const covered = found.filter((b) => b.profiles.length > 0).length;
  return { boundaries: [...found], covered, score: found.length === 0 ? 1 : covered / found.length };
}

/**
 * The boundaries of a rule set, where the profiles stand, and ready profiles for where none does: a search for each of
 * these, seconds in all for a large program.
 */
export function boundaries(ruleSet: RuleSet, profiles: readonly Profile[]): BoundaryReport {
  const sides = sidesIn(ruleSet);
  const people = peopleOf(profiles);
  const placed = standing(ruleSet, sides, people);
  const ground: Ground = {
    home: runnerOf(ruleSet),
    tests: factTests(ruleSet),
    people: ordinaryFirst(ruleSet, people),
    sides,
  };
  const ids = freeIds(profiles);
  const missing = placed.flatMap(({ side, boundary }, i) => {
    const found = boundary.profiles.length === 0 ? somebodyAt(side, ground) : undefined;
    if (!found) return [];
    const { person, sent } = found;
    const profile = readyProfile(ruleSet, person, {
      id: ids.next().value,
      title: nearTitle(ruleSet, { near: person.near, fact: boundary.fact, sent }),
      story: whyMade(ruleSet, { boundary }),
      tag: "boundary",
    });
    return [{ boundary: i, profile }];
  });
  return { ...scoreOf(placed.map(({ boundary }) => boundary)), missing };
}

function sidesIn(ruleSet: RuleSet): readonly Side[] {
  return factTests(ruleSet).flatMap((test) => sidesOf(test));
}

/** A side, and the boundary it is in a report. */
interface Placed {
  readonly side: Side;
  readonly boundary: Boundary;
}

function standing(ruleSet: RuleSet, sides: readonly Side[], people: readonly Somebody[]): readonly Placed[] {
  const read = people.flatMap(({ facts, at, near }) =>
    near ? [{ id: near.id, states: readPerson(ruleSet, facts, at).states }] : [],
  );
  return sides.map((side) => ({
    side,
    boundary: {
      ...describe(side),
      at: side.test.at.map((path) => [...path]),
      profiles: read.flatMap(({ id, states }) => {
        const state = states.get(side.test.fact.id);
        return state && side.holds(state) ? [id] : [];
      }),
    },
  }));
}

function describe({ test, side }: Side): Pick<Boundary, "fact" | "side" | "value" | "every"> {
  const fact = test.fact.id;
  switch (test.kind) {
    case "threshold":
      return { fact, side, value: test.value };
    case "members":
      return { fact, side, value: [...test.members], ...(test.every ? { every: true } : {}) };
    case "unknown":
      return { fact, side };
    default:
      return test satisfies never;
  }
}

/** The sides of a test on which somebody can stand. */
function sidesOf(test: FactTest): readonly Side[] {
  const { fact } = test;
  switch (test.kind) {
    case "threshold":
      return (["below", "at", "above"] as const).flatMap((side) => {
        const value = neighbour(fact, test.value, { below: -1, at: 0, above: 1 }[side]);
        return value === undefined
          ? []
          : [{ test, side, holds: (state) => isGiven(state) && state.value === value }];
      });
    case "members": {
      const inside = (state: FactState): boolean | undefined => isInside(test, state);
      const sides: readonly Side[] = [
        { test, side: "inside", holds: (state) => inside(state) === true },
        { test, side: "outside", holds: (state) => inside(state) === false },
      ];
      // A list of every possible answer leaves nobody outside.
      const everybody = fact.type === "enum" && (fact.values ?? []).every((v) => test.members.includes(v.id));
      return everybody ? sides.slice(0, 1) : sides;
    }
    case "unknown":
      return [{ test, side: "unknown", holds: (state) => !isGiven(state) }];
    default:
      return test satisfies never;
  }
}

/** Known because it was given: an assumed value is nobody's answer. */
function isGiven(state: FactState): state is FactState & { readonly kind: "known" } {
  return state.kind === "known" && !state.assumed;
}

/** Whether the answer is one that the test asks about; undefined while that is open. */
function isInside(test: FactTest & { readonly kind: "members" }, state: FactState): boolean | undefined {
  if (state.kind === "unknown" || (state.kind === "known" && state.assumed)) return undefined;
  if (!Array.isArray(state.value)) return test.members.some((m) => m === state.value);
  const value = state.value as readonly string[];
  const unasked = state.kind === "partial" ? state.unasked : [];
  const members =
    test.members.length === 0 ? (test.fact.values ?? []).map((v) => v.id) : test.members.map(String);
  const has = members.filter((m) => value.includes(m)).length;
  const open = members.filter((m) => unasked.includes(m)).length;
  const needed = test.every ? members.length : 1;
  return has >= needed ? true : has + open < needed ? false : undefined;
}

interface Ground {
  readonly home: Runner;
  readonly tests: readonly FactTest[];
  /** Those of whom most is known first. */
  readonly people: readonly Somebody[];
  readonly sides: readonly Side[];
}

interface Found {
  readonly person: Somebody;
  readonly sent: unknown;
}

/** How many people are changed in a second fact where changing one is not enough. */
const looksFarther = 4;

/**
 * Somebody who stands there: a profile with that one fact changed, to whom the test matters (on another side of it the
 * answer would be another), and who stays closest to an ordinary, fully answered person. Two facts are changed where
 * one is not enough; where the test matters to nobody near, whoever stands there is taken.
 */
function somebodyAt(side: Side, ground: Ground): Found | undefined {
  const { ruleSet } = ground.home;
  const { fact } = side.test;
  let anybody: Found | undefined;
  const look = (people: Iterable<Somebody>): Found | undefined => {
    for (const person of people) {
      const { here, there } = sidesOfPerson(side, person, ground);
      anybody ??= here[0]?.found;
      const matters = here.find((h) => there.some((t) => isNoticed(h.answer, t.answer)));
      if (matters) return matters.found;
    }
    return undefined;
  };
  function* farther(): Generator<Somebody> {
    for (const person of ground.people.slice(0, looksFarther))
      for (const other of ruleSet.facts)
        for (const sent of other.id === fact.id ? [] : plainAlternatives(other, ground.tests, person))
          yield { ...person, facts: withFact(ruleSet, person.facts, other, sent) };
  }
  return look(ground.people) ?? look(farther()) ?? anybody;
}

interface Answered {
  readonly found: Found;
  readonly answer: Result;
}

/** The person on this side of the test, and on the others (for an unknown fact: with any answer). */
function sidesOfPerson(
  side: Side,
  person: Somebody,
  { home, tests, sides }: Ground,
): { readonly here: readonly Answered[]; readonly there: readonly Answered[] } {
  const { ruleSet } = home;
  const { fact } = side.test;
  const opposite = sides.filter((s) => s !== side && s.test === side.test);
  const [here, there]: [Answered[], Answered[]] = [[], []];
  for (const sent of plainAlternatives(fact, tests, person)) {
    const changed = { ...person, facts: withFact(ruleSet, person.facts, fact, sent) };
    const state = readPerson(ruleSet, changed.facts, changed.at).states.get(fact.id);
    if (!state) continue;
    const list = side.holds(state)
      ? here
      : side.test.kind === "unknown" || opposite.some((o) => o.holds(state))
        ? there
        : undefined;
    list?.push({ found: { person: changed, sent }, answer: home.run(home.prepare(changed)) });
  }
  return { here, there };
}

/** Those with the fewest facts unknown first. */
function ordinaryFirst(ruleSet: RuleSet, people: readonly Somebody[]): readonly Somebody[] {
  const known = (p: Somebody): number =>
    [...readPerson(ruleSet, p.facts, p.at).states.values()].filter(isGiven).length;
  return people
    .map((person) => ({ person, known: known(person) }))
    .sort((a, b) => b.known - a.known)
    .map(({ person }) => person);
}
