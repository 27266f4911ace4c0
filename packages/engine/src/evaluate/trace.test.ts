import { describe, expect, test } from "vitest";
import { tiny } from "../../test/tiny.ts";
import { readPerson, type Condition, type Facts, type OneResult } from "../model/index.ts";
import { readingOf } from "./reading.ts";
import { traceCondition, undecidedFacts, type TraceNode } from "./trace.ts";

const text = { fr: "texte", en: "text" };
const danger: Condition = { fact: "danger", operator: "equal", value: true };
const young: Condition = { fact: "age", operator: "lessThan", value: { parameter: "limit" } };
const alike: Condition = { fact: "kind", operator: "in", value: ["a", "b"] };
const ruleSet = tiny({ conditions: [{ id: "low", label: text, when: { any: [danger, young] } }] });
const open: OneResult = { kind: "one", state: "@undetermined", possible: ["care", "go"], missing: ["kind"] };
const settled: OneResult = { kind: "one", state: "stop", outcome: "stop", possible: ["stop"], missing: [] };

function trace(condition: Condition, facts: Facts = {}, decided = open): TraceNode {
  const person = readPerson(ruleSet, facts, "2026-03-15");
  return traceCondition(readingOf(ruleSet, person, new Map([["d", decided]])), condition);
}

describe("a leaf on a fact", () => {
  const plain = {
    kind: "fact",
    fact: "danger",
    label: text,
    operator: "equal",
    value: true,
    negated: false,
    at: [],
  };

  test("says what was asked and what is known", () => {
    expect(trace(danger, { danger: true })).toEqual({ ...plain, person: { value: true }, verdict: "true" });
    expect(trace(danger, {})).toEqual({ ...plain, person: { unknown: "not-asked" }, verdict: "unknown" });
    expect(trace(danger, { danger: 3 })).toEqual({
      ...plain,
      person: { unknown: "invalid" },
      verdict: "unknown",
    });
  });

  test("stands for its negation under an odd number of not", () => {
    expect(trace({ not: danger }, { danger: true })).toEqual({
      ...plain,
      negated: true,
      at: ["not"],
      person: { value: true },
      verdict: "false",
    });
    expect(trace({ not: { not: danger } }, { danger: true })).toEqual({
      ...plain,
      at: ["not", "not"],
      person: { value: true },
      verdict: "true",
    });
  });

  test("has the value of its parameter beside the name, and no value where the operator has none", () => {
    expect(trace(young, { age: 9 })).toEqual({
      kind: "fact",
      fact: "age",
      label: text,
      operator: "lessThan",
      value: 10,
      parameter: "limit",
      negated: false,
      at: [],
      person: { value: 9 },
      verdict: "true",
    });
    expect(trace({ fact: "age", operator: "isKnown" }, { age: 9 })).toEqual({
      kind: "fact",
      fact: "age",
      label: text,
      operator: "isKnown",
      negated: false,
      at: [],
      person: { value: 9 },
      verdict: "true",
    });
    expect(trace(alike, { kind: "c" })).toMatchObject({ value: ["a", "b"], verdict: "false" });
    expect(trace(alike, { kind: "c" })).not.toHaveProperty("parameter");
  });

  test("says what was assumed, and which members nobody asked about", () => {
    const wish: Condition = { fact: "wish", operator: "equal", value: true };
    expect(trace(wish)).toMatchObject({ person: { value: false, assumed: true }, verdict: "false" });
    expect(trace(wish, { wish: false })).toMatchObject({ person: { value: false } });
    expect((trace(wish, { wish: false }) as { person: object }).person).toEqual({ value: false });
    const traits = trace(
      { fact: "traits", operator: "isEmpty" },
      { traits: { value: ["a"], of: ["a", "b"] } },
    );
    expect(traits).toMatchObject({ verdict: "false" });
    expect((traits as { person: object }).person).toEqual({ value: ["a"], unasked: ["c"] });
  });
});

describe("connectives", () => {
  const leaf = (fact: string, at: readonly unknown[], verdict: string, negated = false) => ({
    fact,
    at,
    verdict,
    negated,
  });

  test.each<[string, Condition, string, string, string, boolean]>([
    ["all", { all: [danger, young] }, "all", "unknown", "all", false],
    ["any", { any: [danger, young] }, "any", "true", "any", false],
    ["not all", { not: { all: [danger, young] } }, "any", "unknown", "all", true],
    ["not any", { not: { any: [danger, young] } }, "all", "false", "any", true],
  ])(
    "%s: negations stand at the leaves, places in the document",
    (_, condition, kind, verdict, step, negated) => {
      const before = negated ? ["not"] : [];
      expect(trace(condition, { danger: true })).toMatchObject({
        kind,
        at: before,
        verdict,
        children: [
          leaf("danger", [...before, step, 0], negated ? "false" : "true", negated),
          leaf("age", [...before, step, 1], "unknown", negated),
        ],
      });
    },
  );

  test("at least two of three, and its negation: at least two of the negations", () => {
    const condition: Condition = { atLeast: { count: 2, of: [danger, young, alike] } };
    expect(trace(condition, { danger: true, age: 3 })).toMatchObject({
      kind: "atLeast",
      count: 2,
      at: [],
      verdict: "true",
      children: [
        leaf("danger", ["atLeast", "of", 0], "true"),
        leaf("age", ["atLeast", "of", 1], "true"),
        leaf("kind", ["atLeast", "of", 2], "unknown"),
      ],
    });
    expect(trace({ not: condition }, { danger: true })).toMatchObject({
      kind: "atLeast",
      count: 2,
      at: ["not"],
      verdict: "unknown",
      children: [
        leaf("danger", ["not", "atLeast", "of", 0], "false", true),
        leaf("age", ["not", "atLeast", "of", 1], "unknown", true),
        leaf("kind", ["not", "atLeast", "of", 2], "unknown", true),
      ],
    });
    expect(trace({ not: { atLeast: { count: 1, of: [danger, young, alike] } } })).toMatchObject({ count: 3 });
  });

  test("a named condition has a tree of its own, whose places begin anew", () => {
    expect(trace({ all: [{ not: { condition: "low" } }] }, { danger: false, age: 11 })).toMatchObject({
      kind: "all",
      verdict: "true",
      children: [
        {
          kind: "condition",
          id: "low",
          label: text,
          negated: true,
          at: ["all", 0, "not"],
          verdict: "true",
          child: {
            kind: "all",
            at: [],
            children: [leaf("danger", ["any", 0], "true", true), leaf("age", ["any", 1], "true", true)],
          },
        },
      ],
    });
  });

  test("always, and never", () => {
    expect(trace({ always: true })).toEqual({ kind: "always", negated: false, at: [], verdict: "true" });
    expect(trace({ not: { always: true } })).toEqual({
      kind: "always",
      negated: true,
      at: ["not"],
      verdict: "false",
    });
  });
});

describe("an earlier decision", () => {
  const read = (value: string | readonly string[]): Condition =>
    typeof value === "string"
      ? { decision: "d", operator: "equal", value }
      : { decision: "d", operator: "in", value: [...value] };

  test("is read through what is still possible, and rests on what it misses", () => {
    const node = {
      kind: "decision",
      decision: "d",
      label: text,
      possible: ["care", "go"],
      restsOn: ["kind"],
    };
    expect(trace(read("go"))).toEqual({ ...node, value: ["go"], negated: false, at: [], verdict: "unknown" });
    expect(trace(read(["go", "care"]))).toMatchObject({ value: ["go", "care"], verdict: "true" });
    expect(trace(read("stop"))).toMatchObject({ value: ["stop"], verdict: "false" });
    expect(trace({ not: read("stop") })).toEqual({
      ...node,
      value: ["stop"],
      negated: true,
      at: ["not"],
      verdict: "true",
    });
    expect(trace({ not: read("go") })).toMatchObject({ verdict: "unknown" });
    expect(trace({ not: read(["go", "care", "rest"]) })).toMatchObject({ verdict: "false" });
    expect(trace(read("stop"), {}, settled)).toMatchObject({
      possible: ["stop"],
      restsOn: [],
      verdict: "true",
    });
  });

  test("is in a state or is not, and that is never unknown", () => {
    const state = (...states: string[]): Condition => ({ decision: "d", state: states });
    const node = { kind: "state", decision: "d", label: text, actual: "@undetermined" };
    expect(trace(state("@undetermined", "go"))).toEqual({
      ...node,
      states: ["@undetermined", "go"],
      negated: false,
      at: [],
      verdict: "true",
    });
    expect(trace(state("go"))).toMatchObject({ verdict: "false" });
    expect(trace({ not: state("go") })).toEqual({
      ...node,
      states: ["go"],
      negated: true,
      at: ["not"],
      verdict: "true",
    });
    expect(trace({ not: state("@undetermined") })).toMatchObject({ verdict: "false" });
    expect(trace(state("stop"), {}, settled)).toMatchObject({ actual: "stop", verdict: "true" });
  });
});

test.each<[string, Condition, Facts, readonly string[]]>([
  ["a decided leaf: nothing", danger, { danger: true }, []],
  ["an open leaf: its fact", danger, {}, ["danger"]],
  ["a decided group: nothing, though leaves are open", { any: [danger, young] }, { danger: true }, []],
  [
    "an open group: its open leaves, each as often as it stands there",
    { all: [danger, young, young] },
    { danger: true },
    ["age", "age"],
  ],
  [
    "open leaves under decided groups are left out",
    { all: [young, { any: [danger, alike] }] },
    { danger: true },
    ["age"],
  ],
  ["at least some", { atLeast: { count: 2, of: [danger, young, alike] } }, { danger: true }, ["age", "kind"]],
  ["a named condition: what it rests on", { not: { condition: "low" } }, { age: 50 }, ["danger"]],
  [
    "a decision: what it misses",
    { all: [{ decision: "d", operator: "equal", value: "go" }, young] },
    {},
    ["kind", "age"],
  ],
  ["a state: nothing", { all: [{ decision: "d", state: ["@undetermined"] }, young] }, {}, ["age"]],
  ["always: nothing", { all: [{ always: true }, young] }, {}, ["age"]],
])("what is undecided rests on facts. %s", (_, condition, facts, expected) => {
  expect(undecidedFacts(trace(condition, facts))).toEqual(expected);
});

test("what can only be true or false rests on nothing, even if it were open", () => {
  for (const node of [trace({ always: true }), trace({ decision: "d", state: ["go"] })])
    expect(undecidedFacts({ ...node, verdict: "unknown" })).toEqual([]);
});
