// What a full profile expects, and what it notices: every part of a result that it expects, and nothing else.
import { describe, expect, test } from "vitest";
import type { DecisionResult, Result } from "../model/result.ts";
import { compareWithExpected } from "../simulate/index.ts";
import { expectedInFull, isNoticed, isOtherAnswer } from "./full-result.ts";

const state = (value: string): DecisionResult => ({ kind: "one", state: value, possible: [], missing: [] });
const many = (parts: Partial<Record<"suggested" | "undetermined" | "withheld", string[]>> = {}) => ({
  kind: "many" as const,
  suggested: ["a", "b"],
  undetermined: ["c", "d"],
  withheld: ["e", "f"],
  ...parts,
});
const result: Result = {
  decisions: { d: state("go"), m: many() },
  fired: ["A", "B"],
  undecided: ["C"],
  missing: ["x", "y"],
  unverified: ["u", "v"],
  assumed: ["s", "t"],
  doubtful: [{ fact: "q", reason: "stale" }],
  problems: [
    { fact: "p", code: "invalid" },
    { fact: "q", code: "undeclared-fact" },
  ],
};

test("everything that can be expected is expected, with the state or the standing of every outcome", () => {
  const expected = expectedInFull(result);
  expect(expected).toEqual({
    decisions: {
      d: "go",
      m: { suggested: ["a", "b"], undetermined: ["c", "d"], withheld: ["e", "f"] },
    },
    fired: ["A", "B"],
    missing: ["x", "y"],
    unverified: ["u", "v"],
    assumed: ["s", "t"],
    problems: result.problems,
  });
  expect(compareWithExpected(expected, result)).toEqual([]);
});

const other: readonly (readonly [string, Partial<Result>])[] = [
  ["one criterion more is true", { fired: ["A", "B", "C"] }],
  ["one criterion fewer is true", { fired: ["A"] }],
  ["another criterion is true", { fired: ["A", "C"] }],
  ["one fact more is asked for", { missing: ["x", "y", "z"] }],
  ["one fact fewer is asked for", { missing: ["y"] }],
  ["another fact is asked for", { missing: ["x", "z"] }],
  ["one fact more is not verified", { unverified: ["u", "v", "w"] }],
  ["one fact fewer is not verified", { unverified: ["u"] }],
  ["another fact is not verified", { unverified: ["w", "v"] }],
  ["one fact more is assumed", { assumed: ["s", "t", "w"] }],
  ["one fact fewer is assumed", { assumed: [] }],
  ["another fact is assumed", { assumed: ["s", "w"] }],
  ["one problem fewer", { problems: result.problems.slice(1) }],
  ["one problem more", { problems: [...result.problems, { fact: "r", code: "invalid" }] }],
  ["a problem of another fact", { problems: [{ fact: "r", code: "invalid" }, ...result.problems.slice(1)] }],
  [
    "another problem of the same fact",
    { problems: [{ fact: "p", code: "undeclared-fact" }, ...result.problems.slice(1)] },
  ],
  ["another state", { decisions: { ...result.decisions, d: state("stop") } }],
  ["another suggestion", { decisions: { ...result.decisions, m: many({ suggested: ["a"] }) } }],
  ["a decision that is gone", { decisions: { d: state("go") } }],
];
test.each(other)("noticed: %s", (_, change) => {
  expect(isNoticed(result, { ...result, ...change })).toBe(true);
});

const same: readonly (readonly [string, Partial<Result>])[] = [
  ["nothing", {}],
  ["the order in which facts are asked for", { missing: ["y", "x"] }],
  ["the order of problems", { problems: [...result.problems].reverse() }],
  ["what no profile can expect", { undecided: [], doubtful: [] }],
  [
    "what is possible and missing of a decision, and the order of its outcomes",
    {
      decisions: {
        d: { kind: "one", state: "go", outcome: "go", possible: ["go"], missing: ["x"] },
        m: many({ suggested: ["b", "a"], undetermined: ["d", "c"], withheld: ["f", "e"] }),
      },
    },
  ],
];
test.each(same)("not noticed: %s", (_, change) => {
  expect(isNoticed(result, { ...result, ...change })).toBe(false);
});

describe("another answer of a decision", () => {
  test("of a `one` decision: another state, another kind, none at all", () => {
    expect(isOtherAnswer(state("go"), state("go"))).toBe(false);
    expect(isOtherAnswer(state("go"), state("rest"))).toBe(true);
    expect(isOtherAnswer(state("go"), many())).toBe(true);
    expect(isOtherAnswer(state("go"), undefined)).toBe(true);
  });

  test.each(["suggested", "undetermined", "withheld"] as const)("of a `many` decision: %s", (part) => {
    const [first = "", second = ""] = many()[part];
    expect(isOtherAnswer(many(), many({ [part]: [second, first] }))).toBe(false);
    expect(isOtherAnswer(many(), many({ [part]: [first] }))).toBe(true);
    expect(isOtherAnswer(many(), many({ [part]: [first, second, "z"] }))).toBe(true);
    expect(isOtherAnswer(many(), many({ [part]: [first, "z"] }))).toBe(true);
  });

  test("of a `many` decision: another kind, none at all", () => {
    expect(isOtherAnswer(many(), state("go"))).toBe(true);
    expect(isOtherAnswer(many(), undefined)).toBe(true);
  });
});
