import { describe, expect, test } from "vitest";
import type { Expected, Result } from "../model/index.ts";
import { compareWithExpected, type Difference } from "./compare.ts";

const result: Result = {
  decisions: {
    first: { kind: "one", state: "go", outcome: "go", possible: ["go"], missing: [] },
    second: { kind: "one", state: "@undetermined", possible: ["go", "rest"], missing: ["age"] },
    third: { kind: "many", suggested: ["a", "b"], undetermined: ["c"], withheld: [] },
  },
  fired: ["k1", "k2"],
  undecided: ["k3"],
  missing: ["age"],
  unverified: [],
  assumed: ["wish"],
  doubtful: [],
  problems: [
    { fact: "score", code: "invalid" },
    { fact: "nobody", code: "undeclared-fact" },
  ],
};
const compared = (expected: Partial<Expected>): readonly Difference[] =>
  compareWithExpected({ decisions: {}, ...expected }, result);

test("nothing expected, nothing different", () => {
  expect(compared({})).toEqual([]);
});

test("everything as expected, in whatever order", () => {
  expect(
    compared({
      decisions: {
        third: { suggested: ["b", "a"], undetermined: ["c"], withheld: [] },
        second: "@undetermined",
        first: "go",
      },
      fired: ["k2", "k1"],
      missing: ["age"],
      unverified: [],
      assumed: ["wish"],
      problems: [
        { fact: "nobody", code: "undeclared-fact" },
        { fact: "score", code: "invalid" },
      ],
    }),
  ).toEqual([]);
});

describe("decisions", () => {
  test("another state", () => {
    expect(compared({ decisions: { first: "rest", second: "go" } })).toEqual([
      { kind: "state", decision: "first", expected: "rest", obtained: "go" },
      { kind: "state", decision: "second", expected: "go", obtained: "@undetermined" },
    ]);
  });

  test("what is absent from several answers, and what is there beyond them", () => {
    const outcomes = { kind: "outcomes", decision: "third" };
    expect(compared({ decisions: { third: ["b", "x"] } })).toEqual([
      { ...outcomes, part: "suggested", absent: ["x"], extra: ["a"] },
    ]);
    expect(compared({ decisions: { third: ["a", "b", "x"] } })).toEqual([
      { ...outcomes, part: "suggested", absent: ["x"], extra: [] },
    ]);
    expect(compared({ decisions: { third: ["a"] } })).toEqual([
      { ...outcomes, part: "suggested", absent: [], extra: ["b"] },
    ]);
    expect(
      compared({ decisions: { third: { withheld: ["d"], undetermined: [], suggested: ["a", "b"] } } }),
    ).toEqual([
      { ...outcomes, part: "undetermined", absent: [], extra: ["c"] },
      { ...outcomes, part: "withheld", absent: ["d"], extra: [] },
    ]);
    // What is not expected is not compared.
    expect(compared({ decisions: { third: { suggested: ["a", "b"], undetermined: ["c"] } } })).toEqual([]);
    expect(compared({ decisions: { third: ["a", "b"] } })).toEqual([]);
  });

  test("a decision that there is not, or of the other kind", () => {
    expect(
      compared({ decisions: { nobody: "go", first: ["a"], third: "a", toString: [], valueOf: "go" } }),
    ).toEqual([
      { kind: "no-such-decision", decision: "first" },
      { kind: "no-such-decision", decision: "third" },
      { kind: "no-such-decision", decision: "nobody" },
      { kind: "no-such-decision", decision: "toString" },
      { kind: "no-such-decision", decision: "valueOf" },
    ]);
  });

  test("come in the order of the rule set, whatever the order expected", () => {
    const differences = compared({ decisions: { x: "go", third: [], second: "go", first: "rest" } });
    expect(differences.map((d) => "decision" in d && d.decision)).toEqual(["first", "second", "third", "x"]);
  });
});

test("lists are compared where something is expected of them, in their own order", () => {
  expect(
    compared({
      problems: [
        { fact: "score", code: "undeclared-fact" },
        { fact: "nobody", code: "undeclared-fact" },
      ],
      assumed: [],
      unverified: ["score"],
      missing: ["age", "kind"],
      fired: ["k1"],
    }),
  ).toEqual([
    { kind: "list", part: "fired", absent: [], extra: ["k2"] },
    { kind: "list", part: "missing", absent: ["kind"], extra: [] },
    { kind: "list", part: "unverified", absent: ["score"], extra: [] },
    { kind: "list", part: "assumed", absent: [], extra: ["wish"] },
    { kind: "list", part: "problems", absent: ["score:undeclared-fact"], extra: ["score:invalid"] },
  ]);
});
