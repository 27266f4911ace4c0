// A whole report of coverage, by hand: a small program, and people of whom every answer can be told at a glance.
import { describe, expect, test } from "vitest";
import { profileOf } from "../../test/lab.ts";
import { criterion, many, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { Profile } from "../model/profile.ts";
import { boundariesOf } from "./boundaries.ts";
import { coverage, shownBy, smallestSet } from "./coverage.ts";

const young: Condition = { fact: "age", operator: "lessThan", value: 18 };
const danger: Condition = { fact: "danger", operator: "equal", value: true };
const ruleSet = tiny({
  decisions: [one, { ...many, withheldWhileSafetyUnknown: true }],
  criteria: [
    criterion("STOP", danger, "stop"),
    { ...criterion("OFF", { always: true }, "care"), enabled: false },
    criterion("CARE", young, "care"),
    criterion("CARE-TOO", { always: true }, "care"),
    criterion("TELL", young, "tell", "m"),
  ],
});
const somebody = (id: string, facts: Readonly<Record<string, unknown>>): Profile =>
  profileOf(ruleSet, facts, id);
const profiles = [
  somebody("STOPPED", { danger: true, age: 40 }),
  somebody("CHILD", { danger: false, age: 4 }),
  somebody("ADULT", { danger: false, age: 18 }),
  somebody("NOBODY", {}),
];
const report = coverage(ruleSet, profiles);

test("every enabled criterion, with whom it is true of, false, unknown, and whose answer it decides", () => {
  expect(report.profiles).toEqual(["STOPPED", "CHILD", "ADULT", "NOBODY"]);
  const { criteria } = report;
  expect(criteria.map(({ leaves: _leaves, mcdc: _mcdc, ...c }) => c)).toEqual([
    {
      criterion: "STOP",
      true: ["STOPPED"],
      false: ["CHILD", "ADULT"],
      unknown: ["NOBODY"],
      decides: ["STOPPED", "NOBODY"],
    },
    { criterion: "CARE", true: ["CHILD"], false: ["STOPPED", "ADULT"], unknown: ["NOBODY"], decides: [] },
    {
      criterion: "CARE-TOO",
      true: ["STOPPED", "CHILD", "ADULT", "NOBODY"],
      false: [],
      unknown: [],
      // The child is cared for by its age alone; of nobody's safety is asked first.
      decides: ["ADULT"],
    },
    {
      criterion: "TELL",
      true: ["CHILD"],
      false: ["STOPPED", "ADULT"],
      unknown: ["NOBODY"],
      decides: ["CHILD"],
    },
  ]);
});

test("every leaf, with whom it settles its criterion for, and how many are shown both ways", () => {
  expect(report.criteria.map((c) => [c.leaves, c.mcdc])).toEqual([
    [[{ at: ["criteria", 0, "when"], true: ["STOPPED"], false: ["CHILD", "ADULT"], unknown: ["NOBODY"] }], 1],
    [[{ at: ["criteria", 2, "when"], true: ["CHILD"], false: ["STOPPED", "ADULT"], unknown: ["NOBODY"] }], 1],
    // Without a leaf there is nothing to show.
    [[], 1],
    [[{ at: ["criteria", 4, "when"], true: ["CHILD"], false: ["STOPPED", "ADULT"], unknown: ["NOBODY"] }], 1],
  ]);
});

test("every state of a `one` decision, every suggestion of a `many` decision", () => {
  expect(report.outcomes).toEqual([
    { decision: "d", state: "stop", profiles: ["STOPPED"] },
    { decision: "d", state: "care", profiles: ["CHILD", "ADULT"] },
    { decision: "d", state: "go", profiles: [] },
    { decision: "d", state: "rest", profiles: [] },
    { decision: "d", state: "@undetermined", profiles: [] },
    { decision: "d", state: "@safety-unknown", profiles: ["NOBODY"] },
    { decision: "m", state: "halt", profiles: [] },
    { decision: "m", state: "tell", profiles: ["CHILD"] },
  ]);
});

test("boundaries are those of the boundaries' own report", () => {
  expect(report.boundaries).toEqual(boundariesOf(ruleSet, profiles));
  expect(report.boundaries.length).toBeGreaterThan(0);
});

describe("the smallest set", () => {
  test("holds whoever shows something that nobody else does", () => {
    // The adult stands at eighteen, the child suggests, one is stopped, of one nothing is known.
    expect(report.smallest).toEqual({ profiles: ["STOPPED", "CHILD", "ADULT", "NOBODY"], exact: true });
  });

  test("spares who shows nothing new, and keeps the order of the profiles", () => {
    const twin = somebody("TWIN", { danger: false, age: 4 });
    const more = [somebody("FIRST", { danger: true, age: 41 }), ...profiles, twin];
    expect(coverage(ruleSet, more).smallest).toEqual({
      profiles: ["FIRST", "CHILD", "ADULT", "NOBODY"],
      exact: true,
    });
    expect(smallestSet(ruleSet, more)).toEqual(["FIRST", "CHILD", "ADULT", "NOBODY"]);
  });

  test("holds nobody where nobody shows anything", () => {
    const bare = tiny({ decisions: [many] });
    expect(coverage(bare, [profileOf(bare, { age: 4 }, "P")]).smallest).toEqual({
      profiles: [],
      exact: true,
    });
  });

  test("of nobody is nobody", () => {
    expect(coverage(ruleSet, [])).toMatchObject({ profiles: [], smallest: { profiles: [], exact: true } });
  });
});

test("what profiles show: verdicts, whom a criterion decides, leaves, outcomes and boundaries that anybody shows", () => {
  const lists = (...ids: readonly string[]) => [...ids];
  expect(
    shownBy({
      criteria: [
        {
          criterion: "K",
          true: lists("1"),
          false: lists("2"),
          unknown: lists("3"),
          decides: lists("4"),
          leaves: [{ at: [], true: lists("5"), false: lists(), unknown: lists("6", "7") }],
          mcdc: 0,
        },
      ],
      outcomes: [
        { decision: "d", state: "go", profiles: lists("8") },
        { decision: "d", state: "stop", profiles: lists() },
      ],
      boundaries: [{ fact: "age", side: "unknown", at: [], profiles: lists("9") }],
    }),
  ).toEqual([["1"], ["2"], ["3"], ["4"], ["5"], ["6", "7"], ["8"], ["9"]]);
});

describe("how much of a criterion is shown", () => {
  const mcdc = (
    when: Condition,
    ...people: readonly Readonly<Record<string, unknown>>[]
  ): number | undefined => {
    const own = tiny({ criteria: [criterion("K", when, "go")] });
    return coverage(
      own,
      people.map((facts, i) => profileOf(own, facts, `P${i}`)),
    ).criteria[0]?.mcdc;
  };
  const known: Condition = { fact: "age", operator: "isKnown" };
  test.each<readonly [string, Condition, readonly Readonly<Record<string, unknown>>[], number | undefined]>([
    ["one side of its only leaf is not the whole", young, [{ age: 4 }], 0],
    ["both sides are", young, [{ age: 4 }, { age: 40 }], 1],
    ["unknown is no side", young, [{ age: 4 }, {}], 0],
    [
      "one of two leaves is half",
      { any: [young, danger] },
      [
        { age: 4, danger: false },
        { age: 40, danger: false },
      ],
      0.5,
    ],
    ["the only side of what has one is the whole", known, [{ age: 4 }], 1],
    ["not even that side is nothing", known, [{}], 0],
    ["nobody shows nothing, and there is no leaf to see", young, [], 1],
  ])("%s", (_, when, people, share) => {
    expect(mcdc(when, ...people)).toBe(share);
  });

  test("somebody who reaches a leaf twice is counted once", () => {
    const own = tiny({
      conditions: [{ id: "minor", label: { fr: "t", en: "t" }, when: young }],
      criteria: [
        criterion("K", { all: [{ condition: "minor" }, { any: [{ condition: "minor" }, danger] }] }, "go"),
      ],
    });
    const { criteria } = coverage(own, [profileOf(own, { age: 4, danger: false }, "P")]);
    expect(criteria[0]?.leaves[0]).toEqual({
      at: ["conditions", 0, "when"],
      true: ["P"],
      false: [],
      unknown: [],
    });
  });
});

test("people are read on their own date, or else on a day that is always the same", () => {
  const own = tiny({
    criteria: [criterion("K", { fact: "score", operator: "greaterThan", value: 5 }, "go")],
  });
  const seen = (observedOn: string) => ({ score: { value: 6, observedOn } });
  const { evaluatedOn: _, ...undated } = profileOf(own, seen("2026-01-01"), "UNDATED");
  const [found] = coverage(own, [undated, profileOf(own, seen("2026-01-01"), "STALE")]).criteria;
  expect(found).toMatchObject({ true: ["UNDATED"], unknown: ["STALE"], decides: ["UNDATED", "STALE"] });
});
