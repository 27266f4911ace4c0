// Boundary pairs: every side of every test of a fact, which profiles stand there, and for each side where nobody stands
// a profile made for it, next to one that exists.
import { evaluate } from "../evaluate/index.ts";
import type { Boundary, BoundaryReport } from "../model/lab.ts";
import { readPerson, type FactState } from "../model/person.ts";
import type { Profile } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { nearTitle, whyMade } from "../words/lab.ts";
import { isNoticed } from "./full-result.ts";
import { alternatives, peopleOf, withFact, type Somebody } from "./neighbours.ts";
import { freeIds, readyProfile } from "./ready-profile.ts";
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
  return standing(ruleSet, sidesIn(ruleSet), peopleOf(profiles));
}

/** The boundaries of a rule set, where the profiles stand, and ready profiles for where none does. */
export function boundaries(ruleSet: RuleSet, profiles: readonly Profile[]): BoundaryReport {
  const sides = sidesIn(ruleSet);
  const people = peopleOf(profiles);
  const report = standing(ruleSet, sides, people);
  const ground = { tests: factTests(ruleSet), people, sides };
  const ids = freeIds(profiles);
  const missing = report.flatMap((boundary, i) => {
    const side = sides[i];
    const found = boundary.profiles.length === 0 && side ? somebodyAt(ruleSet, side, ground) : undefined;
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
  const covered = report.filter((b) => b.profiles.length > 0).length;
  return {
    boundaries: [...report],
    covered,
    score: report.length === 0 ? 1 : covered / report.length,
    missing,
  };
}

function sidesIn(ruleSet: RuleSet): readonly Side[] {
  return factTests(ruleSet).flatMap((test) => sidesOf(test));
}

function standing(
  ruleSet: RuleSet,
  sides: readonly Side[],
  people: readonly Somebody[],
): readonly Boundary[] {
  const states = people.map(({ facts, at }) => readPerson(ruleSet, facts, at).states);
  return sides.map((side) => ({
    ...describe(side),
    at: side.test.at.map((path) => [...path]),
    profiles: people.flatMap(({ near }, i) => {
      const state = states[i]?.get(side.test.fact.id);
      return near && state && side.holds(state) ? [near.id] : [];
    }),
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
  readonly tests: readonly FactTest[];
  readonly people: readonly Somebody[];
  readonly sides: readonly Side[];
}

interface Found {
  readonly person: Somebody;
  readonly sent: unknown;
}

/**
 * Somebody who stands there: a profile with that one fact changed, of whom the test matters (on another side of it the
 * answer would be another), and who stays closest to an ordinary, fully answered person. Two facts are changed where
 * one is not enough; where the test matters to nobody near, whoever stands there is taken.
 */
function somebodyAt(ruleSet: RuleSet, side: Side, ground: Ground): Found | undefined {
  const { fact } = side.test;
  const stands = (person: Somebody): boolean => {
    const state = readPerson(ruleSet, person.facts, person.at).states.get(fact.id);
    return state !== undefined && side.holds(state);
  };
  const others = ground.sides.filter((s) => s.test.fact.id === fact.id && s !== side);
  const variants = (people: readonly Somebody[]): readonly Found[] =>
    people.flatMap((person) =>
      alternatives(fact, ground.tests, person)
        .map((sent) => ({ sent, person: { ...person, facts: withFact(ruleSet, person.facts, fact, sent) } }))
        .filter((found) => stands(found.person)),
    );
  const matters = ({ person }: Found): boolean => {
    const answer = evaluate(ruleSet, person.facts, person.at).result;
    return alternatives(fact, ground.tests, person).some((sent) => {
      const facts = withFact(ruleSet, person.facts, fact, sent);
      const state = readPerson(ruleSet, facts, person.at).states.get(fact.id);
      const opposite =
        side.test.kind === "unknown" || others.some((o) => o.test === side.test && state && o.holds(state));
      return opposite && isNoticed(answer, evaluate(ruleSet, facts, person.at).result);
    });
  };
  const ordinary = ordinaryFirst(ruleSet, ground.people);
  const one = variants(ordinary);
  const found = one.find(matters);
  if (found) return found;
  const farther = ordinary.slice(0, 12).flatMap((person) =>
    ruleSet.facts
      .filter((f) => f.id !== fact.id)
      .flatMap((f) =>
        alternatives(f, ground.tests, person).map((sent) => ({
          ...person,
          facts: withFact(ruleSet, person.facts, f, sent),
        })),
      ),
  );
  return variants(farther).find(matters) ?? one[0];
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
