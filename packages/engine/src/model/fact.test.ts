// What is a value of a fact, by type: exactly, and nothing that would have to be turned into one.
import { describe, expect, test } from "vitest";
import { fact } from "../../test/tiny.ts";
import { isMember, isValueOf, type Fact, type FactType } from "./fact.ts";

const label = { fr: "x", en: "x" };
const values = [
  { id: "a", label },
  { id: "b", label, retired: true },
];
const of = (type: FactType, rest: Readonly<Record<string, unknown>> = {}): Fact =>
  fact("x", type, rest) as unknown as Fact;
const range = { min: -2, max: 2.5 };

const cases: readonly (readonly [name: string, Fact, yes: readonly unknown[], no: readonly unknown[]])[] = [
  ["boolean", of("boolean"), [true, false], [0, 1, "true", "", null, undefined, [true]]],
  [
    "integer",
    of("integer"),
    [0, -7, 2 ** 53 - 1, -(2 ** 53 - 1)],
    [0.5, 2 ** 53, "1", true, Number.NaN, Infinity, null, [1], 3n],
  ],
  ["integer in a range", of("integer", { range }), [-2, 0, 2], [-3, 3, 1.5, "0"]],
  [
    "decimal",
    of("decimal", { scale: 2 }),
    [0, 0.25, -1.1, 1e6, 0.1],
    [0.255, "0.25", Infinity, -Infinity, Number.NaN, 0.1 + 0.2, true],
  ],
  ["decimal in a range", of("decimal", { scale: 1, range }), [-2, 2.5, 0.1], [-2.1, 2.6, 0.25, Infinity]],
  ["decimal that has no scale yet", of("decimal"), [1, -3], [0.5]],
  ["date", of("date"), ["2026-03-02", "2024-02-29"], ["2026-02-29", "2026-3-2", "", 20260302, null]],
  ["enum", of("enum", { values }), ["a", "b"], ["c", "", "A", 1, ["a"], null, true]],
  ["enum that has no values yet", of("enum"), [], ["a", ""]],
  [
    "set",
    of("set", { values }),
    [[], ["a"], ["b", "a"]],
    [["c"], ["a", "c"], ["a", "a"], [1], ["a", 1], "a", "", { length: 0 }, null, [undefined], new Set(["a"])],
  ],
];

describe.each(cases)("P1 %s", (_, declared, yes, no) => {
  test("what is a value", () => {
    for (const value of yes) expect(isValueOf(declared, value), String(value)).toBe(true);
  });
  test("what is none", () => {
    for (const value of no) expect(isValueOf(declared, value), JSON.stringify(String(value))).toBe(false);
  });
});

test("P1 a hole in a list is no member", () => {
  const holed: string[] = ["a"];
  holed.length = 2;
  expect(isValueOf(of("set", { values }), holed)).toBe(false);
  expect(isValueOf(of("set", { values }), Array.from({ length: 1 }))).toBe(false);
});

test("a retired value is a member still", () => {
  const declared = of("enum", { values });
  expect(["a", "b", "c", ""].map((member) => isMember(declared, member))).toEqual([true, true, false, false]);
  expect(isMember(of("boolean"), "a")).toBe(false);
});
