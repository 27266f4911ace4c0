// What a test of one fact is in a query: every operator, type, polarity and dialect, as text derived by hand.
import { describe, expect, test } from "vitest";
import { fact, members } from "../../test/tiny.ts";
import type { Fact, FactLeaf } from "../model/index.ts";
import { dialects, sqlDialects } from "./dialect.ts";
import type { Expr } from "./expression.ts";
import { literalOf, testOf, type Test } from "./leaf.ts";
import type { FactReading } from "./person.ts";
import { Unqueryable } from "./unqueryable.ts";

/** A fact whose code is `c`, that is known where `k` is, whose value is `v` and whose members `ma`, `mb`, `mc`. */
function reading(type: string, rest: Readonly<Record<string, unknown>> = {}): FactReading {
  const named = (name: string): Expr => ({ text: name, reads: [name] });
  return {
    fact: fact("f", type, rest) as unknown as Fact,
    code: named("c"),
    isKnown: named("k"),
    value: named("v"),
    members: new Map(type === "set" ? members.map((m) => [m.id, named(`m${m.id}`)]) : []),
  };
}
const texts = (of: FactReading, asked: Omit<Test, "negated">): readonly (readonly string[])[] =>
  [false, true].map((negated) =>
    sqlDialects.map((name) => testOf(of, { ...asked, negated }, dialects[name]).text),
  );
/** The test as ClickHouse has it, where a verdict is a number. */
const coded = (test: string): string => `CASE WHEN v IS NULL THEN 1 WHEN ${test} THEN 2 ELSE 0 END`;
function refusal(of: FactReading, asked: Omit<Test, "negated">): readonly string[] {
  try {
    testOf(of, { ...asked, negated: false }, dialects.duckdb);
  } catch (error) {
    if (error instanceof Unqueryable) return [error.code, error.about];
    throw error;
  }
  return [];
}

describe("comparisons of numbers", () => {
  test.each([
    ["equal", "=", "<>"],
    ["notEqual", "<>", "="],
    ["lessThan", "<", ">="],
    ["lessThanInclusive", "<=", ">"],
    ["greaterThan", ">", "<="],
    ["greaterThanInclusive", ">=", "<"],
  ] as const)("%s: %s, and %s under a not", (operator, sign, opposite) => {
    for (const type of ["integer", "decimal"]) {
      expect(texts(reading(type), { operator, literal: 18 })).toEqual(
        [sign, opposite].map((s) => [`(v ${s} 18)`, `(v ${s} 18)`, coded(`(v ${s} 18)`)]),
      );
    }
    expect(texts(reading("date"), { operator, literal: "1970-01-02" })).toEqual(
      [sign, opposite].map((s) => [
        `(v ${s} DATE '1970-01-02')`,
        `(v ${s} DATE '1970-01-02')`,
        coded(`(v ${s} (1))`),
      ]),
    );
  });

  test("a number below zero stands in brackets", () => {
    expect(texts(reading("integer"), { operator: "lessThan", literal: -1 })[0]?.[0]).toBe("(v < (-1))");
  });
});

describe("yes and no", () => {
  test.each([
    ["equal", true, true],
    ["equal", false, false],
    ["notEqual", true, false],
    ["notEqual", false, true],
  ] as const)("%s %s", (operator, literal, plain) => {
    const isYes = ["v", "v", coded("v = 1")];
    const isNo = ["(NOT v)", "(NOT v)", coded("v = 0")];
    expect(texts(reading("boolean"), { operator, literal })).toEqual(plain ? [isYes, isNo] : [isNo, isYes]);
  });
});

describe("enumerations", () => {
  const kind = reading("enum", { values: members });
  test("one value", () => {
    expect(texts(kind, { operator: "equal", literal: "a" })).toEqual(
      ["=", "<>"].map((s) => [`(v ${s} 'a')`, `(v ${s} 'a')`, coded(`(v ${s} 'a')`)]),
    );
  });

  test("a list of values", () => {
    const inside = ["v IN ('a', 'c')", "v IN ('a', 'c')", coded("v IN ('a', 'c')")];
    const outside = inside.map((text) => text.replace(" IN ", " NOT IN "));
    expect(texts(kind, { operator: "in", literal: ["a", "c"] })).toEqual([inside, outside]);
    expect(texts(kind, { operator: "notIn", literal: ["a", "c"] })).toEqual([outside, inside]);
    expect(texts(kind, { operator: "in", literal: ["b"] })[0]?.[0]).toBe("v IN ('b')");
  });
});

describe("sets", () => {
  const traits = reading("set", { values: members });
  const not = (text: string): string => `(NOT ${text})`;
  const [anyOf, allOf] = ["(ma OR mc)", "(ma AND mc)"];
  const [greatest, least] = ["greatest(ma, mc)", "least(ma, mc)"];
  const every = ["(ma OR mb OR mc)", "(ma OR mb OR mc)", "greatest(ma, greatest(mb, mc))"];
  test.each<readonly [Test["operator"], unknown, readonly string[], boolean]>([
    ["contains", "b", ["mb", "mb", "mb"], true],
    ["doesNotContain", "b", ["mb", "mb", "mb"], false],
    ["containsAny", ["a", "c"], [anyOf, anyOf, greatest], true],
    ["containsNone", ["a", "c"], [anyOf, anyOf, greatest], false],
    ["containsAll", ["a", "c"], [allOf, allOf, least], true],
    ["containsAny", ["a"], ["ma", "ma", "ma"], true],
    ["isNotEmpty", undefined, every, true],
    ["isEmpty", undefined, every, false],
  ])("%s %j", (operator, literal, plain, isPlain) => {
    const turned = plain.map((text, i) => (i === 2 ? `(2 - ${text})` : not(text)));
    expect(texts(traits, { operator, literal })).toEqual(isPlain ? [plain, turned] : [turned, plain]);
  });
});

describe("whether it is known", () => {
  const known = (whenUnknown: unknown, operator: Test["operator"]) =>
    texts(reading("integer", { whenUnknown }), { operator, literal: undefined });
  test("a fact that blocks is unknown while it is not known", () => {
    const otherwise = "ELSE CAST(NULL AS BOOLEAN) END";
    for (const whenUnknown of ["block", { assume: 1 }])
      expect(known(whenUnknown, "isKnown")).toEqual([
        [
          `CASE WHEN k THEN TRUE ${otherwise}`,
          `CASE WHEN k THEN TRUE ${otherwise}`,
          "CASE WHEN k THEN 2 ELSE 1 END",
        ],
        [
          `CASE WHEN k THEN FALSE ${otherwise}`,
          `CASE WHEN k THEN FALSE ${otherwise}`,
          "CASE WHEN k THEN 0 ELSE 1 END",
        ],
      ]);
  });

  test("a fact that is ignored is not established while nobody gave it, whatever is asked", () => {
    const otherwise = "WHEN c = 1 THEN FALSE ELSE CAST(NULL AS BOOLEAN) END";
    expect(known("ignore", "isKnown")).toEqual([
      [
        `CASE WHEN k THEN TRUE ${otherwise}`,
        `CASE WHEN k THEN TRUE ${otherwise}`,
        "CASE WHEN k THEN 2 WHEN c = 1 THEN 0 ELSE 1 END",
      ],
      [
        `CASE WHEN k THEN FALSE ${otherwise}`,
        `CASE WHEN k THEN FALSE ${otherwise}`,
        "CASE WHEN k THEN 0 WHEN c = 1 THEN 0 ELSE 1 END",
      ],
    ]);
  });

  test("whether it is unknown is always settled", () => {
    for (const whenUnknown of ["block", "ignore"])
      expect(known(whenUnknown, "isUnknown")).toEqual([
        [
          "CASE WHEN k THEN FALSE ELSE TRUE END",
          "CASE WHEN k THEN FALSE ELSE TRUE END",
          "CASE WHEN k THEN 0 ELSE 2 END",
        ],
        [
          "CASE WHEN k THEN TRUE ELSE FALSE END",
          "CASE WHEN k THEN TRUE ELSE FALSE END",
          "CASE WHEN k THEN 2 ELSE 0 END",
        ],
      ]);
  });
});

test("an optional fact nobody gave is not established, in either polarity", () => {
  const optional = reading("integer", { whenUnknown: "ignore" });
  expect(texts(optional, { operator: "lessThan", literal: 5 })).toEqual(
    ["<", ">="].map((s) => [
      `CASE WHEN c = 1 THEN FALSE ELSE (v ${s} 5) END`,
      `CASE WHEN c = 1 THEN FALSE ELSE (v ${s} 5) END`,
      `CASE WHEN c = 1 THEN 0 ELSE ${coded(`(v ${s} 5)`)} END`,
    ]),
  );
  const traits = reading("set", { values: members, whenUnknown: "ignore" });
  expect(texts(traits, { operator: "contains", literal: "a" }).map(([text]) => text)).toEqual([
    "CASE WHEN c = 1 THEN FALSE ELSE ma END",
    "CASE WHEN c = 1 THEN FALSE ELSE (NOT ma) END",
  ]);
});

describe("what a parsed rule set never asks is refused", () => {
  test.each<readonly [string, Test["operator"], unknown, string]>([
    ["integer", "equal", "18", "f"],
    ["integer", "equal", true, "f"],
    ["decimal", "lessThan", undefined, "f"],
    ["date", "equal", 18, "f"],
    ["enum", "equal", 18, "f"],
    ["enum", "in", [1], "f"],
    ["enum", "in", "a", "f"],
    ["enum", "in", [], "f"],
    ["enum", "notIn", undefined, "f"],
    ["boolean", "equal", "true", "f"],
    ["boolean", "lessThan", 1, "f"],
    ["integer", "contains", 1, "f contains"],
    ["boolean", "isEmpty", undefined, "f isEmpty"],
    ["set", "equal", "a", "f equal"],
    ["set", "contains", "z", "f"],
    ["set", "contains", 1, "f"],
    ["set", "containsAny", ["a", "z"], "f"],
    ["set", "containsAny", [], "f"],
    ["set", "containsNone", "a", "f"],
    ["set", "containsAll", undefined, "f"],
  ])("%s %s %j", (type, operator, literal, about) => {
    expect(refusal(reading(type, { values: members }), { operator, literal })).toEqual([
      "literal-type",
      about,
    ]);
  });
});

describe("the literal of a leaf", () => {
  const parameters = new Map([["limit", 10]]);
  const literal = (value: unknown): unknown =>
    literalOf({ fact: "f", operator: "equal", value } as FactLeaf, parameters);
  test("stands as it is, a parameter for its value", () => {
    for (const value of [18, "a", true, undefined]) expect(literal(value)).toBe(value);
    expect(literal(["a", "b"])).toEqual(["a", "b"]);
    expect(literal({ parameter: "limit" })).toBe(10);
    expect(() => literal({ parameter: "none" })).toThrow(new Unqueryable("undeclared-parameter", "none"));
  });
});

test("a test reads what its fact reads", () => {
  const reads = (type: string, asked: Omit<Test, "negated">, whenUnknown = "block") =>
    [
      ...testOf(
        reading(type, { values: members, whenUnknown }),
        { ...asked, negated: false },
        dialects.clickhouse,
      ).reads,
    ].sort();
  expect(reads("integer", { operator: "equal", literal: 1 })).toEqual(["v"]);
  expect(reads("integer", { operator: "equal", literal: 1 }, "ignore")).toEqual(["c", "v"]);
  expect(reads("integer", { operator: "isKnown", literal: undefined }, "ignore")).toEqual(["c", "k"]);
  expect(reads("set", { operator: "containsAll", literal: ["a", "b"] })).toEqual(["ma", "mb"]);
});
