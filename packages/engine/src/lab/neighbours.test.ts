// Who is next to somebody: every way of answering one fact otherwise that a test, a range or an age makes differ.
import { expect, test } from "vitest";
import { criterion, fact, members, tiny } from "../../test/tiny.ts";
import type { Fact, Profile, RuleSet } from "../model/index.ts";
import { alternatives, anyDay, peopleOf, plainAlternatives, withFact } from "./neighbours.ts";
import { factTests } from "./tests.ts";

const whole = (id: string, rest: Readonly<Record<string, unknown>> = {}) =>
  fact(id, "integer", { range: { min: 0, max: 9 }, ...rest });

const retired = { id: "old", label: { fr: "ancien", en: "old" }, retired: true };
const ruleSet = tiny({
  facts: [
    whole("first"),
    whole("second"),
    fact("total", "integer", { range: { min: 0, max: 18 }, derive: { sum: ["first", "second"] } }),
    whole("apart", { validFor: "P14D" }),
    fact("dose", "decimal", { scale: 1, range: { min: 0, max: 9.5 } }),
    fact("wish", "boolean", { validFor: "P0D" }),
    fact("since", "date"),
    fact("kind", "enum", { values: [...members, retired] }),
    fact("traits", "set", { values: [...members, retired] }),
  ],
  criteria: [
    criterion("C1", { fact: "apart", operator: "greaterThan", value: 9 }, "stop"),
    criterion("C2", { fact: "dose", operator: "lessThan", value: 2.5 }, "stop"),
    criterion("C3", { fact: "since", operator: "lessThan", value: "2026-03-01" }, "stop"),
    criterion("C4", { fact: "first", operator: "greaterThan", value: 4 }, "stop"),
  ],
});
const tests = factTests(ruleSet);
const named = (id: string): Fact => {
  const found = ruleSet.facts.find((f) => f.id === id);
  if (!found) throw new Error(id);
  return found;
};
const at = "2026-03-15";
const next = (id: string, sent?: unknown): readonly unknown[] =>
  alternatives(named(id), tests, { facts: { [id]: sent }, at });

test("one fact is sent otherwise, and what it would contradict goes", () => {
  const facts = { first: 1, second: 2, total: 3, wish: true };
  expect(withFact(ruleSet, facts, named("wish"), false)).toEqual({
    first: 1,
    second: 2,
    total: 3,
    wish: false,
  });
  expect(withFact(ruleSet, facts, named("wish"), undefined)).toEqual({ first: 1, second: 2, total: 3 });
  // A part goes without the total of it, a total without its parts.
  expect(withFact(ruleSet, facts, named("first"), 4)).toEqual({ first: 4, second: 2, wish: true });
  expect(withFact(ruleSet, facts, named("total"), 5)).toEqual({ total: 5, wish: true });
  expect(withFact(ruleSet, {}, named("apart"), "?")).toEqual({ apart: "?" });
});

test("numbers and dates: around what is tested, and the ends of the range", () => {
  expect(next("first")).toEqual([undefined, "?", 3, 4, 5, 0, 9]);
  expect(next("second")).toEqual([undefined, "?", 0, 9]);
  expect(next("dose")).toEqual([undefined, "?", 2.4, 2.5, 2.6, 0, 9.5]);
  expect(next("since")).toEqual([undefined, "?", "2026-02-28", "2026-03-01", "2026-03-02"]);
});

test("what grows old is as old as it may be, a day less and a day more; never of tomorrow", () => {
  // Nothing lies above 9, which is tested and the end of the range.
  const values = [8, 9, 0];
  const on = (observedOn: string): readonly unknown[] => values.map((value) => ({ value, observedOn }));
  expect(next("apart")).toEqual([
    undefined,
    "?",
    ...values,
    ...on("2026-03-02"),
    ...on("2026-03-01"),
    ...on("2026-02-28"),
  ]);
  expect(next("wish")).toEqual([
    undefined,
    "?",
    true,
    false,
    ...[at, "2026-03-14"].flatMap((observedOn) => [true, false].map((value) => ({ value, observedOn }))),
  ]);
});

test("an enumeration: every value that is not retired", () => {
  expect(next("kind")).toEqual([undefined, "?", "a", "b", "c"]);
});

test("a set: none, each, one more or less, all; and with one or all not asked about", () => {
  const lists = next("traits", { value: ["a", "b"], of: ["a", "b"] }).slice(2);
  expect(lists.filter(Array.isArray)).toEqual([[], ["a"], ["b"], ["c"], ["a", "b", "c"]]);
  expect(lists.filter((l) => !Array.isArray(l))).toEqual([
    { value: [], of: [] },
    { value: ["b"], of: ["b", "c"] },
    { value: ["a"], of: ["a", "c"] },
    { value: ["a", "b"], of: ["a", "b"] },
  ]);
  expect(next("traits", ["a"]).slice(2, 8)).toEqual([[], ["a"], ["b"], ["c"], ["a", "b"], ["a", "c"]]);
  // What cannot be read has no members.
  for (const sent of ["?", { value: "a" }, null, 7])
    expect(next("traits", sent)).toEqual(next("traits", undefined));
});

test("ordinary people send nothing or a value", () => {
  const plain = (id: string, sent?: unknown): readonly unknown[] =>
    plainAlternatives(named(id), tests, { facts: { [id]: sent } });
  expect(plain("apart")).toEqual([undefined, 8, 9, 0]);
  expect(plain("wish")).toEqual([undefined, true, false]);
  expect(plain("traits")).toEqual([undefined, [], ["a"], ["b"], ["c"], ["a", "b", "c"]]);
});

test("the people are the profiles' and one of whom nothing is known", () => {
  const profile = { id: "p", facts: { wish: true }, evaluatedOn: at } as unknown as Profile;
  const { evaluatedOn: _, ...undated } = profile;
  expect(peopleOf([profile, undated])).toEqual([
    { facts: { wish: true }, at, near: profile },
    { facts: { wish: true }, at: anyDay, near: undated },
    { facts: {}, at: anyDay, near: undefined },
  ]);
});

test("what is tested of facts: once each, with all its places", () => {
  const two: RuleSet = tiny({
    facts: ruleSet.facts,
    parameters: [
      { id: "limit", label: { fr: "t", en: "t" }, value: 4, rationale: { fr: "t", en: "t" }, sources: [] },
    ],
    conditions: [
      { id: "n", label: { fr: "t", en: "t" }, when: { fact: "kind", operator: "in", value: ["b", "a"] } },
      { id: "unused", label: { fr: "t", en: "t" }, when: { fact: "kind", operator: "equal", value: "c" } },
    ],
    criteria: [
      criterion("C1", { fact: "first", operator: "greaterThan", value: 4 }, "stop"),
      criterion(
        "C2",
        { all: [{ condition: "n" }, { fact: "first", operator: "lessThan", value: { parameter: "limit" } }] },
        "stop",
      ),
      criterion("C3", { fact: "wish", operator: "equal", value: false }, "stop"),
      criterion("C4", { not: { fact: "kind", operator: "in", value: ["a", "b"] } }, "stop"),
      criterion(
        "C5",
        {
          any: [
            { fact: "traits", operator: "containsAll", value: ["a"] },
            { fact: "traits", operator: "contains", value: "a" },
          ],
        },
        "stop",
      ),
      criterion("C6", { fact: "traits", operator: "isEmpty" }, "stop"),
      criterion("C7", { fact: "since", operator: "isKnown" }, "stop"),
      {
        ...criterion("C8", { fact: "since", operator: "lessThan", value: "2026-01-01" }, "stop"),
        enabled: false,
      },
    ],
  });
  const told = factTests(two).map((t) => {
    const what =
      t.kind === "threshold"
        ? t.value
        : t.kind === "members"
          ? `${t.members.join()}${t.every ? " every" : ""}`
          : "";
    return [t.fact.id, t.kind, what, ...t.at.map((path) => path.join("."))];
  });
  expect(told).toEqual([
    ["first", "threshold", 4, "criteria.0.when", "criteria.1.when.all.1"],
    ["first", "unknown", "", "criteria.0.when", "criteria.1.when.all.1"],
    ["wish", "members", "true", "criteria.2.when"],
    ["wish", "unknown", "", "criteria.2.when"],
    ["since", "unknown", "", "criteria.6.when"],
    ["kind", "members", "b,a", "conditions.0.when", "criteria.3.when.not"],
    ["kind", "unknown", "", "conditions.0.when", "criteria.3.when.not"],
    ["traits", "members", "a every", "criteria.4.when.any.0"],
    ["traits", "members", "a", "criteria.4.when.any.1"],
    ["traits", "members", "", "criteria.5.when"],
    ["traits", "unknown", "", "criteria.4.when.any.0", "criteria.4.when.any.1", "criteria.5.when"],
  ]);
});
