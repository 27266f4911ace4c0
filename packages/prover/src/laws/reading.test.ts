// What conditions read, through named conditions, totals and earlier decisions; and one node of a condition replaced.
import type { Condition, FactLeaf } from "@jumelage/engine";
import { criterion, fact, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { criteriaFor, factLeavesOf, factsBehind, nodesThrough, numberIn, replaced } from "./reading.ts";

const label = { fr: "texte", en: "text" };
const leaf = (id: string, value: FactLeaf["value"] = true): FactLeaf => ({
  fact: id,
  operator: "equal",
  value,
});
const second = { ...one, id: "e" };
const ruleSet = tiny({
  facts: [
    ...["a", "b", "c", "unread"].map((id) => fact(id, "boolean")),
    ...["x", "y"].map((id) => fact(id, "integer")),
    fact("total", "integer", { derive: { sum: ["x", "y"] } }),
  ],
  conditions: [
    { id: "inner", label, when: leaf("b") },
    { id: "outer", label, when: { any: [{ condition: "inner" }, leaf("c")] } },
  ],
  decisions: [one, second],
  criteria: [
    criterion("C1", { all: [leaf("a"), { condition: "inner" }] }, "stop"),
    { ...criterion("C2", leaf("c"), "care"), enabled: false },
    criterion("C3", leaf("c"), "go"),
    criterion(
      "C4",
      {
        any: [
          { fact: "total", operator: "isKnown" },
          { decision: "d", operator: "equal", value: "go" },
        ],
      },
      "go",
      "e",
    ),
  ],
});

test("nodes, depth first, those of named conditions after the node that names them", () => {
  const inner: Condition = { condition: "inner" };
  const outer: Condition = { condition: "outer" };
  const either: Condition = { any: [inner, leaf("c")] };
  const whole: Condition = { all: [outer, leaf("a")] };
  expect([...nodesThrough(ruleSet, whole)]).toEqual([
    whole,
    outer,
    either,
    inner,
    leaf("b"),
    leaf("c"),
    leaf("a"),
  ]);
});

test("a condition that is named and not there has no nodes of its own", () => {
  expect([...nodesThrough(ruleSet, { condition: "none" })]).toEqual([{ condition: "none" }]);
});

test("leaves on facts, those of named conditions included, and no others", () => {
  const whole: Condition = {
    all: [{ condition: "outer" }, { decision: "d", state: ["stop"] }, { always: true }, { not: leaf("a") }],
  };
  expect(factLeavesOf(ruleSet, whole)).toEqual([leaf("b"), leaf("c"), leaf("a")]);
});

test("criteria of a decision that are enabled", () => {
  expect(criteriaFor(ruleSet, "d").map((c) => c.id)).toEqual(["C1", "C3"]);
  expect(criteriaFor(ruleSet, "e").map((c) => c.id)).toEqual(["C4"]);
  expect(criteriaFor(ruleSet, "none")).toEqual([]);
});

test("facts behind a decision: totals with their parts, and those behind earlier decisions", () => {
  expect([...factsBehind(ruleSet, "d")]).toEqual(["a", "b", "c"]);
  expect([...factsBehind(ruleSet, "e")]).toEqual(["total", "x", "y", "a", "b", "c"]);
});

test.each<[FactLeaf["value"], number | undefined]>([
  [3, 3],
  [0, 0],
  [{ parameter: "limit" }, 10],
  [{ parameter: "none" }, undefined],
  ["3", undefined],
  [true, undefined],
  [[3], undefined],
  [undefined, undefined],
])("the number in a comparison with %j is %j", (value, expected) => {
  expect(numberIn(ruleSet, { fact: "x", operator: "equal", value })).toBe(expected);
});

describe("replaced", () => {
  const by: Condition = { always: true };
  const [a, b, c] = [leaf("a"), leaf("b"), leaf("c")];

  test.each<[Condition, readonly (string | number)[], Condition]>([
    [a, [], by],
    [{ not: a }, ["not"], { not: by }],
    [{ not: { not: a } }, ["not", "not"], { not: { not: by } }],
    [{ all: [a, b, c] }, ["all", 1], { all: [a, by, c] }],
    [{ any: [a, b, c] }, ["any", 0], { any: [by, b, c] }],
    [{ any: [a, { all: [b, c] }] }, ["any", 1, "all", 1], { any: [a, { all: [b, by] }] }],
    [
      { atLeast: { count: 2, of: [a, b, { not: c }] } },
      ["atLeast", "of", 2, "not"],
      { atLeast: { count: 2, of: [a, b, { not: by }] } },
    ],
    [
      { atLeast: { count: 2, of: [a, b, c] } },
      ["atLeast", "of", 0],
      { atLeast: { count: 2, of: [by, b, c] } },
    ],
    [
      { all: [a, { atLeast: { count: 1, of: [b] } }] },
      ["all", 1, "atLeast", "of", 0],
      { all: [a, { atLeast: { count: 1, of: [by] } }] },
    ],
  ])("%j at %j", (condition, at, expected) => {
    expect(replaced(condition, at, by)).toEqual(expected);
  });

  test("below a leaf there is nothing to replace", () => {
    expect(() => replaced({ all: [a] }, ["all", 0, "any", 1], by)).toThrow(
      new TypeError("no condition at any/1"),
    );
  });
});
