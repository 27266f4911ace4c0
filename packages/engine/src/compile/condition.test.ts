import { describe, expect, test } from "vitest";
import type { Condition } from "../model/index.ts";
import { criterion, document, many, one, tiny } from "../../test/tiny.ts";
import { conditionReader } from "./condition.ts";
import { SAFETY_UNKNOWN, UNDETERMINED, type Node } from "./graph.ts";
import { layoutOf } from "./layout.ts";

const text = { fr: "texte", en: "text" };
const danger: Condition = { fact: "danger", operator: "equal", value: true };
const known: Condition = { fact: "score", operator: "isKnown" };
const young: Condition = { fact: "age", operator: "lessThan", value: { parameter: "limit" } };
const wish: Condition = { fact: "wish", operator: "equal", value: true };
const ruleSet = tiny({
  conditions: [
    { id: "low", label: text, when: { any: [danger, young] } },
    { id: "lower", label: text, when: { not: { condition: "low" } } },
  ],
  // A decision that reads another comes after it.
  decisions: [one, { ...one, id: "late" }, many],
  criteria: [criterion("k", danger, "stop")],
});
const layout = layoutOf(ruleSet.facts);

/** The nodes that a condition comes to. */
function nodesOf(condition: Condition, before = 0): readonly Node[] {
  const reader = conditionReader(ruleSet, layout);
  reader.node(condition, before);
  return reader.nodes;
}
const top = (condition: Condition, before = 0): Node | undefined => {
  const reader = conditionReader(ruleSet, layout);
  return reader.nodes[reader.node(condition, before)];
};

test("always holds, and its negation never does", () => {
  expect(top({ always: true })).toEqual({ kind: "constant", verdict: 2 });
  expect(top({ not: { always: true } })).toEqual({ kind: "constant", verdict: 0 });
});

test("negations are pushed down to the leaves", () => {
  const leaves = (negated: boolean) =>
    [danger, known, wish].map((leaf) => top(negated ? { not: leaf } : leaf));
  const of = [danger, known, wish];
  expect(nodesOf({ not: { all: of } })).toEqual([...leaves(true), { kind: "any", children: [0, 1, 2] }]);
  expect(nodesOf({ not: { any: of } })).toEqual([...leaves(true), { kind: "all", children: [0, 1, 2] }]);
  expect(nodesOf({ not: { not: { all: of } } })).toEqual([
    ...leaves(false),
    { kind: "all", children: [0, 1, 2] },
  ]);
  expect(nodesOf({ any: of })).toEqual([...leaves(false), { kind: "any", children: [0, 1, 2] }]);
});

test("fewer than two of four hold exactly when at least three fail", () => {
  const of = [danger, known, wish, young];
  expect(top({ atLeast: { count: 2, of } })).toEqual({ kind: "atLeast", count: 2, children: [0, 1, 2, 3] });
  expect(top({ not: { atLeast: { count: 2, of } } })).toEqual({
    kind: "atLeast",
    count: 3,
    children: [0, 1, 2, 3],
  });
});

test("a parameter stands for its value", () => {
  expect(top(young)).toEqual(top({ fact: "age", operator: "lessThan", value: 10 }));
});

test("a named condition is what it names, once for each polarity", () => {
  const reader = conditionReader(ruleSet, layout);
  const low = reader.node({ any: [danger, young] }, 0);
  const notLow = reader.node({ all: [{ not: danger }, { not: young }] }, 0);
  const count = reader.nodes.length;
  expect(reader.node({ condition: "low" }, 0)).toBe(low);
  expect(reader.node({ condition: "lower" }, 0)).toBe(notLow);
  expect(reader.node({ not: { condition: "lower" } }, 0)).toBe(low);
  expect(reader.node({ all: [{ condition: "low" }, { condition: "low" }] }, 0)).toBe(low);
  expect(reader.nodes).toHaveLength(count);
});

describe("an earlier decision", () => {
  // stop 0, care 1, go 2, rest 3.
  test.each<[Condition, Node]>([
    [
      { decision: "d", operator: "equal", value: "go" },
      { kind: "outcomes", decision: 0, among: [2] },
    ],
    [
      { not: { decision: "d", operator: "equal", value: "go" } },
      { kind: "outcomes", decision: 0, among: [0, 1, 3] },
    ],
    [
      { decision: "late", operator: "in", value: ["rest", "stop"] },
      { kind: "outcomes", decision: 1, among: [0, 3] },
    ],
    [
      { decision: "d", state: ["@undetermined"] },
      { kind: "states", decision: 0, among: [UNDETERMINED] },
    ],
    [
      { decision: "d", state: ["care", "@safety-unknown"] },
      { kind: "states", decision: 0, among: [SAFETY_UNKNOWN, 1] },
    ],
    [
      { not: { decision: "late", state: ["care", "@safety-unknown"] } },
      { kind: "states", decision: 1, among: [UNDETERMINED, 0, 2, 3] },
    ],
  ])("%j", (condition, node) => {
    expect(top(condition, 2)).toEqual(node);
  });

  test.each<[string, Condition, number, string, string]>([
    ["itself", { decision: "d", operator: "equal", value: "go" }, 0, "unavailable-decision", "d"],
    ["a later one", { decision: "late", state: ["go"] }, 1, "unavailable-decision", "late"],
    [
      "one of several answers",
      { decision: "m", operator: "equal", value: "halt" },
      3,
      "unavailable-decision",
      "m",
    ],
    ["one that is not declared", { decision: "x", state: ["go"] }, 3, "unavailable-decision", "x"],
    [
      "an outcome it has not",
      { decision: "d", operator: "in", value: ["go", "went"] },
      1,
      "undeclared-outcome",
      "went",
    ],
    ["a state it has not", { decision: "d", state: ["@unknown"] }, 1, "undeclared-outcome", "@unknown"],
  ])("is refused: %s", (_, condition, before, code, about) => {
    expect(() => top(condition, before)).toThrow(
      expect.objectContaining({ name: "Unmodelled", code, about }),
    );
  });

  test("cannot be read by a named condition", () => {
    const conditions = [{ id: "read", label: text, when: { decision: "d", state: ["go"] } }];
    const reader = conditionReader({ ...ruleSet, conditions }, layout);
    expect(() => reader.node({ condition: "read" }, 2)).toThrow(
      expect.objectContaining({ code: "unavailable-decision" }),
    );
  });
});

test.each<[string, Condition, string, string]>([
  ["a fact", { fact: "nobody", operator: "isKnown" }, "undeclared-fact", "nobody"],
  ["a condition", { condition: "nobody" }, "undeclared-condition", "nobody"],
  [
    "a parameter",
    { fact: "age", operator: "equal", value: { parameter: "nobody" } },
    "undeclared-parameter",
    "nobody",
  ],
])("%s that is not declared is refused", (_, condition, code, about) => {
  expect(() => top(condition)).toThrow(expect.objectContaining({ name: "Unmodelled", code, about }));
});

test("conditions that go round in a circle are refused, through each other and in both polarities", () => {
  const conditions = [
    { id: "a", label: text, when: { not: { condition: "b" } } },
    { id: "b", label: text, when: { any: [danger, { condition: "a" }] } },
  ];
  const reader = conditionReader({ ...tiny({ ...document }), conditions }, layout);
  expect(() => reader.node({ condition: "a" }, 0)).toThrow(
    expect.objectContaining({ code: "circular-conditions", about: "a" }),
  );
});
