import { describe, expect, test } from "vitest";
import { fact } from "../../test/tiny.ts";
import type { Verdict } from "../kleene.ts";
import type { Fact, FactLeaf, FactOperator, FactState } from "../model/index.ts";
import { leafVerdict } from "./operators.ts";

const known = (value: unknown): FactState => ({ kind: "known", value, assumed: false }) as FactState;
const unknown = (reason: string): FactState => ({ kind: "unknown", reason }) as FactState;
const partial: FactState = { kind: "partial", value: ["a"], unasked: ["c", "d"] };
const none: FactState = { kind: "partial", value: [], unasked: ["c"] };
const [T, F, U] = ["true", "false", "unknown"] as const;

function verdicts(operator: FactOperator, value: unknown, state: FactState, whenUnknown: unknown = "block") {
  const about = fact("f", "boolean", { whenUnknown }) as unknown as Fact;
  return [false, true].map((negated) =>
    leafVerdict({ fact: "f", operator, value, negated } as FactLeaf & { negated: boolean }, about, state),
  );
}
const opposite: Readonly<Record<Verdict, Verdict>> = { true: F, false: T, unknown: U };

test.each<[unknown, FactOperator, unknown, Verdict]>([
  [true, "equal", true, T],
  [false, "equal", true, F],
  ["2026-01-02", "equal", "2026-01-02", T],
  [3, "notEqual", 3, F],
  [3, "notEqual", 4, T],
  [2, "lessThan", 3, T],
  [3, "lessThan", 3, F],
  [4, "lessThan", 3, F],
  [2, "lessThanInclusive", 3, T],
  [3, "lessThanInclusive", 3, T],
  [4, "lessThanInclusive", 3, F],
  [2, "greaterThan", 3, F],
  [3, "greaterThan", 3, F],
  [4, "greaterThan", 3, T],
  [2, "greaterThanInclusive", 3, F],
  [3, "greaterThanInclusive", 3, T],
  [4, "greaterThanInclusive", 3, T],
  ["2025-12-31", "lessThan", "2026-01-02", T],
  ["b", "in", ["a", "b"], T],
  ["c", "in", ["a", "b"], F],
  ["b", "notIn", ["a", "b"], F],
  ["c", "notIn", ["a", "b"], T],
  [["a", "b"], "contains", "a", T],
  [["a", "b"], "contains", "c", F],
  [["a", "b"], "doesNotContain", "a", F],
  [["a", "b"], "doesNotContain", "c", T],
  [["a", "b"], "containsAny", ["c", "b"], T],
  [["a", "b"], "containsAny", ["c", "d"], F],
  [["a", "b"], "containsNone", ["c", "b"], F],
  [["a", "b"], "containsNone", ["c", "d"], T],
  [["a", "b"], "containsAll", ["b", "a"], T],
  [["a", "b"], "containsAll", ["b", "c"], F],
  [[], "isEmpty", undefined, T],
  [["a"], "isEmpty", undefined, F],
  [[], "isNotEmpty", undefined, F],
  [["a"], "isNotEmpty", undefined, T],
  [false, "isKnown", undefined, T],
  [[], "isKnown", undefined, T],
  [false, "isUnknown", undefined, F],
])("%j %s %j is %s, and its negation the opposite", (value, operator, literal, expected) => {
  expect(verdicts(operator, literal, known(value))).toEqual([expected, opposite[expected]]);
});

test.each<[FactOperator, unknown, FactState, Verdict]>([
  ["contains", "a", partial, T],
  ["contains", "b", partial, F],
  ["contains", "c", partial, U],
  ["doesNotContain", "c", partial, U],
  ["doesNotContain", "b", partial, T],
  ["containsAny", ["a", "c"], partial, T],
  ["containsAny", ["b", "c"], partial, U],
  ["containsNone", ["b", "d"], partial, U],
  ["containsAll", ["a", "c"], partial, U],
  ["containsAll", ["b", "c"], partial, F],
  ["isEmpty", undefined, partial, F],
  ["isNotEmpty", undefined, partial, T],
  ["isEmpty", undefined, none, U],
  ["isNotEmpty", undefined, none, U],
  ["isUnknown", undefined, partial, T],
  ["isUnknown", undefined, none, T],
])("of a set known in part, %s %j of %j is %s", (operator, literal, state, expected) => {
  expect(verdicts(operator, literal, state)).toEqual([expected, opposite[expected]]);
});

describe("of an unknown fact", () => {
  const reasons = ["not-asked", "declined", "not-known", "invalid", "stale", "incomplete"];
  test.each(reasons)("for the reason %s, a test is open", (reason) => {
    for (const whenUnknown of ["block", { assume: true }]) {
      expect(verdicts("equal", true, unknown(reason), whenUnknown)).toEqual([U, U]);
      expect(verdicts("isKnown", undefined, unknown(reason), whenUnknown)).toEqual([U, U]);
      expect(verdicts("isUnknown", undefined, unknown(reason), whenUnknown)).toEqual([T, F]);
    }
  });

  test.each(reasons)(
    "for the reason %s, a test of an optional one is false in either polarity only when it is plain",
    (reason) => {
      const plain = reasons.indexOf(reason) < 3;
      expect(verdicts("equal", true, unknown(reason), "ignore")).toEqual(plain ? [F, F] : [U, U]);
      expect(verdicts("isKnown", undefined, unknown(reason), "ignore")).toEqual(plain ? [F, F] : [U, U]);
      expect(verdicts("isUnknown", undefined, unknown(reason), "ignore")).toEqual([T, F]);
    },
  );

  test("whether a set is known is open while it is known in part, even an optional one", () => {
    expect(verdicts("isKnown", undefined, partial)).toEqual([U, U]);
    expect(verdicts("isKnown", undefined, partial, "ignore")).toEqual([U, U]);
    expect(verdicts("contains", "c", partial, "ignore")).toEqual([U, U]);
  });
});

test("an operator that the type does not have is a fault", () => {
  expect(() => verdicts("contains", "a", known("a"))).toThrow(
    new TypeError("not an operator of one value: contains"),
  );
  expect(() => verdicts("equal", "a", known(["a"]))).toThrow(
    new TypeError("not an operator of a set: equal"),
  );
  expect(() => verdicts("in", ["a"], partial)).toThrow(new TypeError("not an operator of a set: in"));
});
