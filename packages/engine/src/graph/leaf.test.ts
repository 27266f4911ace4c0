// What one test says of one state of a fact: true, false, or unknown (it may be true and need not be).
import { describe, expect, test } from "vitest";
import { fact, members, tiny } from "../../test/tiny.ts";
import type { FactOperator } from "../model/condition.ts";
import type { Fact, Value } from "../model/fact.ts";
import type { FactState } from "../model/person.ts";
import type { UnknownReason } from "../model/result.ts";
import type { Order } from "../question/question.ts";
import { isBefore, isMet } from "./leaf.ts";

const declaredAs = (type: string, rest: Readonly<Record<string, unknown>> = {}): Fact => {
  const [only] = tiny({ facts: [fact("f", type, rest)] }).facts;
  if (!only) throw new Error("a fact");
  return only;
};
const number = declaredAs("integer");
const set = declaredAs("set", { values: members });
const known = (value: Value, assumed = false): FactState => ({ kind: "known", value, assumed });
const unknown = (reason: UnknownReason): FactState => ({ kind: "unknown", reason });
const partly = (value: readonly string[], unasked: readonly string[]): FactState => ({
  kind: "partial",
  value,
  unasked,
});

interface Asked {
  readonly operator: FactOperator;
  readonly value?: unknown;
  readonly negated?: boolean;
}

function verdict({ operator, value, negated = false }: Asked, of: Fact, state: FactState): string {
  const [must, may] = (["must", "may"] as const).map((need) =>
    isMet({ operator, value, negated, need }, of, state),
  );
  if (must && !may) return "both true and false";
  if (must) return "true";
  return may ? "unknown" : "false";
}

const opposite = (of: string): string => (of === "unknown" ? of : of === "true" ? "false" : "true");

describe("one value", () => {
  test.each<[FactOperator, unknown, readonly boolean[]]>([
    // Of 4, 5 and 6.
    ["equal", 5, [false, true, false]],
    ["notEqual", 5, [true, false, true]],
    ["lessThan", 5, [true, false, false]],
    ["lessThanInclusive", 5, [true, true, false]],
    ["greaterThan", 5, [false, false, true]],
    ["greaterThanInclusive", 5, [false, true, true]],
    ["in", [4, 5], [true, true, false]],
    ["notIn", [4, 5], [false, false, true]],
    ["isKnown", undefined, [true, true, true]],
    ["isUnknown", undefined, [false, false, false]],
  ])("%s %s", (operator, value, expected) => {
    const states = [4, 5, 6].map((v) => known(v));
    expect(states.map((s) => verdict({ operator, value }, number, s))).toEqual(expected.map(String));
    expect(states.map((s) => verdict({ operator, value, negated: true }, number, s))).toEqual(
      expected.map((e) => String(!e)),
    );
  });

  test("dates and members are compared as they are", () => {
    const since: Asked = { operator: "lessThan", value: "2026-01-10" };
    expect(verdict(since, declaredAs("date"), known("2026-01-09"))).toBe("true");
    expect(verdict(since, declaredAs("date"), known("2026-01-10"))).toBe("false");
    const kind = declaredAs("enum", { values: members });
    expect(verdict({ operator: "equal", value: "a" }, kind, known("a"))).toBe("true");
    expect(verdict({ operator: "in", value: ["a", "b"] }, kind, known("c"))).toBe("false");
  });

  test("no test of a set", () => {
    expect(() => verdict({ operator: "containsAll", value: [5] }, number, known(5))).toThrow(
      new TypeError("not a test of one value: containsAll"),
    );
  });
});

describe("what is not known", () => {
  const block = number;
  const ignore = declaredAs("integer", { whenUnknown: "ignore" });
  const assumed = declaredAs("integer", { whenUnknown: { assume: 3 } });
  const equal: Asked = { operator: "equal", value: 5 };
  const plain = ["not-asked", "declined", "not-known"] as const;
  const doubts = ["invalid", "stale", "incomplete"] as const;

  test.each([...plain, ...doubts])(
    "%s leaves a fact that blocks open, whichever way it is asked",
    (reason) => {
      for (const of of [block, assumed])
        for (const asked of [equal, { ...equal, negated: true }])
          expect(verdict(asked, of, unknown(reason))).toBe("unknown");
      expect(verdict({ operator: "isKnown" }, block, unknown(reason))).toBe("unknown");
      expect(verdict({ operator: "isKnown", negated: true }, block, unknown(reason))).toBe("unknown");
    },
  );

  test.each(plain)("%s makes no test of an optional fact true, whichever way it is asked", (reason) => {
    for (const operator of ["equal", "isKnown"] as const)
      for (const negated of [true, false])
        expect(verdict({ operator, value: 5, negated }, ignore, unknown(reason))).toBe("false");
  });

  test.each(doubts)("%s leaves an optional fact open too", (reason) => {
    for (const operator of ["equal", "isKnown"] as const)
      for (const negated of [true, false])
        expect(verdict({ operator, value: 5, negated }, ignore, unknown(reason))).toBe("unknown");
  });

  test("whether a fact is unknown is always settled", () => {
    for (const of of [block, ignore, assumed])
      for (const reason of [...plain, ...doubts]) {
        expect(verdict({ operator: "isUnknown" }, of, unknown(reason))).toBe("true");
        expect(verdict({ operator: "isUnknown", negated: true }, of, unknown(reason))).toBe("false");
      }
    expect(verdict({ operator: "isUnknown" }, set, partly(["a"], ["b"]))).toBe("true");
    expect(verdict({ operator: "isUnknown" }, assumed, known(3, true))).toBe("false");
  });
});

describe("a set", () => {
  const states = {
    none: known([]),
    a: known(["a"]),
    ab: known(["a", "b"]),
    "a, b open": partly(["a"], ["b"]),
    "none, b open": partly([], ["b"]),
  };
  // Of nobody, a, a and b, a with b open, b open.
  test.each<[FactOperator, unknown, readonly string[]]>([
    ["contains", "a", ["false", "true", "true", "true", "false"]],
    ["contains", "b", ["false", "false", "true", "unknown", "unknown"]],
    ["doesNotContain", "b", ["true", "true", "false", "unknown", "unknown"]],
    ["containsAny", ["a", "b"], ["false", "true", "true", "true", "unknown"]],
    ["containsAny", ["b", "c"], ["false", "false", "true", "unknown", "unknown"]],
    ["containsNone", ["a", "b"], ["true", "false", "false", "false", "unknown"]],
    ["containsAll", ["a", "b"], ["false", "false", "true", "unknown", "false"]],
    ["containsAll", ["a"], ["false", "true", "true", "true", "false"]],
    ["isEmpty", undefined, ["true", "false", "false", "false", "unknown"]],
    ["isNotEmpty", undefined, ["false", "true", "true", "true", "unknown"]],
    ["isKnown", undefined, ["true", "true", "true", "unknown", "unknown"]],
  ])("%s %s", (operator, value, expected) => {
    expect(Object.values(states).map((s) => verdict({ operator, value }, set, s))).toEqual(expected);
    expect(Object.values(states).map((s) => verdict({ operator, value, negated: true }, set, s))).toEqual(
      expected.map(opposite),
    );
  });

  test("no test of one value", () => {
    expect(() => verdict({ operator: "equal", value: "a" }, set, known([]))).toThrow(
      new TypeError("not a test of a set: equal"),
    );
  });
});

describe("before", () => {
  test.each<[Value, Value, Order, boolean]>([
    [1, 2, "ascending", true],
    [2, 2, "ascending", false],
    [3, 2, "ascending", false],
    [1, 2, "descending", false],
    [2, 2, "descending", false],
    [3, 2, "descending", true],
    ["2026-01-09", "2026-01-10", "ascending", true],
    ["2026-01-09", "2026-01-10", "descending", false],
    // Numbers and dates have no common order.
    [1, "2026-01-10", "ascending", false],
    ["2026-01-10", 1, "descending", false],
    ["b", "a", ["b", "a", "c"], true],
    ["a", "b", ["b", "a", "c"], false],
    ["b", "b", ["b", "a", "c"], false],
    ["b", "c", ["b", "a"], false],
    ["c", "a", ["b", "a"], false],
    [false, true, [false, true], true],
    [true, false, [false, true], false],
    [1, 2, [], false],
  ])("%s, %s: %s", (first, second, order, expected) => {
    expect(isBefore(known(first), known(second), order)).toBe(expected);
    expect(isBefore(known(first, true), known(second, true), order)).toBe(expected);
  });

  test("both are known", () => {
    for (const other of [unknown("not-asked"), unknown("stale"), partly(["a"], ["b"])])
      for (const order of ["ascending", "descending", ["a", "b"]] satisfies Order[]) {
        expect(isBefore(other, known("b"), order)).toBe(false);
        expect(isBefore(known("a"), other, order)).toBe(false);
      }
  });
});
