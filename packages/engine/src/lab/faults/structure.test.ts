// Joints mistaken for one another, and members left out.
import { expect, test } from "vitest";
import { criterion, tiny } from "../../../test/tiny.ts";
import type { Condition } from "../../model/condition.ts";
import type { Path } from "../../model/diagnostic.ts";
import { allAny, droppedCondition } from "./structure.ts";

const danger: Condition = { fact: "danger", operator: "equal", value: true };
const young: Condition = { fact: "age", operator: "lessThan", value: 18 };
const kindA: Condition = { fact: "kind", operator: "equal", value: "a" };
const rules = (when: Condition) => tiny({ criteria: [criterion("K", when, "tell", "m")] });
const root: Path = ["criteria", 0, "when"];

test("all is mistaken for any and any for all, wherever several are joined", () => {
  expect(allAny(rules({ all: [danger, young] }))).toEqual([
    { kind: "all-any", of: "K", at: root, before: { all: [danger, young] }, after: { any: [danger, young] } },
  ]);
  const inner: Condition = { all: [young, kindA] };
  expect(allAny(rules({ any: [danger, { not: inner }] }))).toEqual([
    {
      kind: "all-any",
      of: "K",
      at: root,
      before: { any: [danger, { not: inner }] },
      after: { all: [danger, { not: inner }] },
    },
    {
      kind: "all-any",
      of: "K",
      at: [...root, "any", 1, "not"],
      before: inner,
      after: { any: [young, kindA] },
    },
  ]);
});

test("of one alone, all and any say the same; leaves and counts are no such joints", () => {
  for (const when of [
    { all: [danger] },
    { any: [danger] },
    { atLeast: { count: 1, of: [danger, young] } },
    { not: danger },
    danger,
  ] as Condition[])
    expect(allAny(rules(when))).toEqual([]);
});

const dropped = (when: Condition) => {
  const seeds = droppedCondition(rules(when));
  for (const seed of seeds) expect(seed).toMatchObject({ kind: "dropped-condition", of: "K", after: null });
  return seeds.map(({ at, before }) => [at.slice(root.length), before]);
};

test("any member of a group of several may be left out", () => {
  expect(dropped({ all: [danger, young] })).toEqual([
    [["all", 0], danger],
    [["all", 1], young],
  ]);
  expect(dropped({ any: [danger, young, kindA] })).toEqual([
    [["any", 0], danger],
    [["any", 1], young],
    [["any", 2], kindA],
  ]);
  expect(dropped({ atLeast: { count: 1, of: [danger, young] } })).toEqual([
    [["atLeast", "of", 0], danger],
    [["atLeast", "of", 1], young],
  ]);
});

test("any of several listed answers, outcomes or states may be left out", () => {
  expect(dropped({ fact: "kind", operator: "in", value: ["a", "c"] })).toEqual([
    [["value", 0], "a"],
    [["value", 1], "c"],
  ]);
  expect(dropped({ decision: "d", operator: "in", value: ["go", "rest"] })).toEqual([
    [["value", 0], "go"],
    [["value", 1], "rest"],
  ]);
  expect(dropped({ decision: "d", state: ["go", "@undetermined"] })).toEqual([
    [["state", 0], "go"],
    [["state", 1], "@undetermined"],
  ]);
});

test.each<Condition>([
  { all: [danger] },
  { any: [danger] },
  { atLeast: { count: 1, of: [danger] } },
  { fact: "kind", operator: "in", value: ["a"] },
  { fact: "kind", operator: "equal", value: "a" },
  { fact: "age", operator: "isKnown" },
  { decision: "d", operator: "in", value: ["go"] },
  { decision: "d", operator: "equal", value: "go" },
  { decision: "d", state: ["go"] },
  { not: danger },
  { always: true },
])("nothing is left out of one alone: %j", (when) => {
  expect(dropped(when)).toEqual([]);
});

test("groups in groups each lose their own members", () => {
  expect(dropped({ all: [danger, { any: [young, kindA] }] }).map(([at]) => at)).toEqual([
    ["all", 0],
    ["all", 1],
    ["all", 1, "any", 0],
    ["all", 1, "any", 1],
  ]);
});
