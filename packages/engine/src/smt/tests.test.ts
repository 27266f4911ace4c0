// What a test of a fact says of a state: surely true, surely false, or neither; never both.
import { describe, expect, test } from "vitest";
import { statesFrom, type TermValues } from "../../test/smt-states.ts";
import { fact, members, tiny } from "../../test/tiny.ts";
import type { FactOperator, Literal } from "../model/condition.ts";
import type { Fact } from "../model/fact.ts";
import { equals, testPair } from "./tests.ts";

type Rest = Readonly<Record<string, unknown>>;
const declared = (type: string, rest: Rest = {}): Fact => {
  const [only] = tiny({ facts: [fact("f", type, rest)] }).facts;
  if (!only) throw new Error("a fact");
  return only;
};

interface Asked {
  readonly operator: FactOperator;
  readonly value?: Literal | undefined;
  readonly negated?: boolean;
}

/** What a test says of everybody of a list. */
function verdicts(of: Fact, asked: Asked, people: readonly TermValues[]): readonly string[] {
  const { terms, stateOf, worthOf } = statesFrom([of]);
  const { operator, value, negated = false } = asked;
  const pair = testPair(terms, stateOf("f"), { leaf: { fact: "f", operator, value }, value, negated });
  return people.map((values) => {
    const [isTrue, isFalse] = [worthOf(pair.isTrue, values), worthOf(pair.isFalse, values)];
    if (isTrue === true && isFalse === true) return "both true and false";
    if (isTrue === true) return "true";
    return isFalse === true ? "false" : "unknown";
  });
}

const opposite = (of: string): string => (of === "unknown" ? of : of === "true" ? "false" : "true");
const says = (of: readonly boolean[]): readonly string[] => of.map(String);

describe("numbers", () => {
  const people = [4, 5, 6].map((n) => ({ f_is_number: true, f_number: n }));
  const number = declared("integer", { range: { min: 0, max: 9 } });
  test.each<[FactOperator, Literal | undefined, readonly boolean[]]>([
    ["equal", 5, [false, true, false]],
    ["notEqual", 5, [true, false, true]],
    ["lessThan", 5, [true, false, false]],
    ["lessThanInclusive", 5, [true, true, false]],
    ["greaterThan", 5, [false, false, true]],
    ["greaterThanInclusive", 5, [false, true, true]],
    ["isKnown", undefined, [true, true, true]],
    ["isUnknown", undefined, [false, false, false]],
    // What is no value of the fact is never it.
    ["equal", 50, [false, false, false]],
  ])("%s %s", (operator, value, expected) => {
    expect(verdicts(number, { operator, value }, people)).toEqual(says(expected));
    expect(verdicts(number, { operator, value, negated: true }, people)).toEqual(
      says(expected.map((e) => !e)),
    );
  });

  test("by tenths", () => {
    const tenths = declared("decimal", { scale: 1, range: { min: 0, max: 9 } });
    expect(verdicts(tenths, { operator: "equal", value: 0.5 }, people)).toEqual(says([false, true, false]));
    expect(verdicts(tenths, { operator: "lessThan", value: 0.5 }, people)).toEqual(
      says([true, false, false]),
    );
  });
});

test("dates", () => {
  const people = [30, 31, 32].map((day) => ({ f_is_date: true, f_date: day }));
  const asked = (operator: FactOperator): readonly string[] =>
    verdicts(declared("date"), { operator, value: "1970-02-01" }, people);
  expect(asked("equal")).toEqual(says([false, true, false]));
  expect(asked("lessThan")).toEqual(says([true, false, false]));
  expect(asked("greaterThanInclusive")).toEqual(says([false, true, true]));
});

test("yes and no", () => {
  const people = [true, false].map((is) => ({ f_is_boolean: true, f_true: is }));
  expect(verdicts(declared("boolean"), { operator: "equal", value: true }, people)).toEqual([
    "true",
    "false",
  ]);
  expect(verdicts(declared("boolean"), { operator: "equal", value: false }, people)).toEqual([
    "false",
    "true",
  ]);
});

describe("members", () => {
  const people = [0, 1, 2].map((i) => ({ f_is_enum: true, [`f_one${i}`]: true }));
  test.each<[FactOperator, Literal, readonly boolean[]]>([
    ["equal", "b", [false, true, false]],
    ["notEqual", "b", [true, false, true]],
    ["in", ["a", "b"], [true, true, false]],
    ["in", ["c"], [false, false, true]],
    ["notIn", ["a", "b"], [false, false, true]],
    ["in", "b", [false, false, false]],
  ])("%s %s", (operator, value, expected) => {
    const of = declared("enum", { values: members });
    expect(verdicts(of, { operator, value }, people)).toEqual(says(expected));
    expect(verdicts(of, { operator, value, negated: true }, people)).toEqual(says(expected.map((e) => !e)));
  });
});

describe("sets", () => {
  const set = { f_is_set: true };
  const part = { ...set, f_part: true };
  /** Of nobody, of a, of a and b, of a with the others open, of a asked and out. */
  const people: readonly TermValues[] = [
    set,
    { ...set, f_in0: true },
    { ...set, f_in0: true, f_in1: true },
    { ...part, f_in0: true, f_asked0: true },
    { ...part, f_asked0: true },
  ];
  const of = declared("set", { values: members });
  test.each<[FactOperator, Literal | undefined, readonly string[]]>([
    ["contains", "a", ["false", "true", "true", "true", "false"]],
    ["contains", "b", ["false", "false", "true", "unknown", "unknown"]],
    ["doesNotContain", "b", ["true", "true", "false", "unknown", "unknown"]],
    ["containsAny", ["a", "b"], ["false", "true", "true", "true", "unknown"]],
    ["containsNone", ["a", "b"], ["true", "false", "false", "false", "unknown"]],
    ["containsAll", ["a", "b"], ["false", "false", "true", "unknown", "false"]],
    ["isEmpty", undefined, ["true", "false", "false", "false", "unknown"]],
    ["isNotEmpty", undefined, ["false", "true", "true", "true", "unknown"]],
    ["isKnown", undefined, ["true", "true", "true", "unknown", "unknown"]],
  ])("%s %s", (operator, value, expected) => {
    expect(verdicts(of, { operator, value }, people)).toEqual(expected);
    expect(verdicts(of, { operator, value, negated: true }, people)).toEqual(expected.map(opposite));
  });

  test("what a set of which nobody says anything is asked", () => {
    expect(verdicts(of, { operator: "contains", value: "a" }, [{}, { f_junk: true }])).toEqual([
      "unknown",
      "unknown",
    ]);
    expect(verdicts(of, { operator: "isUnknown" }, [{}, ...people.slice(2)])).toEqual([
      "true",
      "false",
      "true",
      "true",
    ]);
  });
});

describe("what is not known", () => {
  const people = [{}, { f_junk: true }];
  const range = { range: { min: 0, max: 9 } };
  const lines: readonly Asked[] = [
    { operator: "greaterThan", value: 5 },
    { operator: "greaterThan", value: 5, negated: true },
    { operator: "isKnown" },
    { operator: "isKnown", negated: true },
  ];

  test.each(lines)("blocks: $operator, negated $negated", (asked) => {
    expect(verdicts(declared("integer", range), asked, people)).toEqual(["unknown", "unknown"]);
  });

  test.each(lines)("optional: $operator, negated $negated", (asked) => {
    const optional = declared("integer", { ...range, whenUnknown: "ignore" });
    expect(verdicts(optional, asked, people)).toEqual(["false", "unknown"]);
  });

  test("assumed, it is known; doubtful, it is not", () => {
    const assumed = declared("integer", { ...range, whenUnknown: { assume: 7 } });
    expect(lines.map((asked) => verdicts(assumed, asked, people))).toEqual([
      ["true", "unknown"],
      ["false", "unknown"],
      ["true", "unknown"],
      ["false", "unknown"],
    ]);
  });

  test("whether it is unknown is settled", () => {
    for (const whenUnknown of ["block", "ignore"]) {
      const of = declared("integer", { ...range, whenUnknown });
      expect(verdicts(of, { operator: "isUnknown" }, people)).toEqual(["true", "true"]);
      expect(verdicts(of, { operator: "isUnknown", negated: true }, people)).toEqual(["false", "false"]);
    }
  });
});

test("a value that is one, and what never is", () => {
  const asked = (of: Fact, value: unknown, values: TermValues): boolean | number => {
    const { terms, stateOf, worthOf } = statesFrom([of]);
    return worthOf(equals(terms, stateOf("f"), value), values);
  };
  expect(asked(declared("enum", { values: members }), "b", { f_one1: true })).toBe(true);
  expect(asked(declared("enum", { values: members }), "x", { f_one1: true })).toBe(false);
  expect(asked(declared("boolean"), "true", { f_true: true })).toBe(false);
  expect(asked(declared("date"), "1970-01-02", { f_date: 1 })).toBe(true);
  // Sets are compared by their members only.
  expect(asked(declared("set", { values: members }), ["a"], { f_in0: true })).toBe(false);
});

test.each<[string, Fact, FactOperator]>([
  ["not an operator of one value: containsAny", declared("boolean"), "containsAny"],
  ["not an operator of a set: equal", declared("set", { values: members }), "equal"],
])("%s", (message, of, operator) => {
  expect(() => verdicts(of, { operator, value: true }, [])).toThrow(new TypeError(message));
});
