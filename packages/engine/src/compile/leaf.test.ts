import { describe, expect, test } from "vitest";
import type { Fact, FactLeaf, FactOperator } from "../model/index.ts";
import { fact } from "../../test/tiny.ts";
import { FALSE, TRUE, UNKNOWN, type Comparison, type Verdict3 } from "./graph.ts";
import { INCOMPLETE, INVALID, KNOWN, layoutOf, PLAIN, slotAt, STALE } from "./layout.ts";
import { compares, leafOf, literalOf, onUnknown } from "./leaf.ts";

const text = { fr: "texte", en: "text" };
const values = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `v${i}`, label: text }));
const facts = [
  fact("flag", "boolean"),
  fact("wish", "boolean", { whenUnknown: "ignore" }),
  fact("small", "integer", { range: { min: 2, max: 4 } }),
  fact("dose", "decimal", { scale: 1 }),
  fact("kind", "enum", { values: values(3), whenUnknown: { assume: "v0" } }),
  fact("set", "set", { values: values(70) }),
] as unknown as readonly Fact[];
const layout = layoutOf(facts);
const slot = (id: string) => layout.byId.get(id) ?? slotAt(layout, 99);
const leaf = (id: string, operator: FactOperator, literal?: unknown, negated = false) =>
  leafOf({ slot: slot(id), operator, literal, negated });

const [T, F, U]: readonly Verdict3[] & readonly [2, 0, 1] = [TRUE, FALSE, UNKNOWN];
/** Of a fact that has to be known every unknown is open; plainly unknown it does not hold where it is optional. */
const open = [U, U, U, U] as const;
const optional = [F, U, U, U] as const;

describe("a verdict for each row: why it is unknown, then its values", () => {
  test.each<[string, FactOperator, unknown, readonly Verdict3[], readonly Verdict3[]]>([
    ["flag", "equal", true, [...open, F, T], [...open, T, F]],
    ["flag", "equal", false, [...open, T, F], [...open, F, T]],
    ["flag", "isKnown", undefined, [...open, T, T], [...open, F, F]],
    ["flag", "isUnknown", undefined, [T, T, T, T, F, F], [F, F, F, F, T, T]],
    ["wish", "equal", true, [...optional, F, T], [...optional, T, F]],
    ["wish", "isKnown", undefined, [...optional, T, T], [...optional, F, F]],
    ["wish", "isUnknown", undefined, [T, T, T, T, F, F], [F, F, F, F, T, T]],
    ["small", "equal", 3, [...open, F, T, F], [...open, T, F, T]],
    ["small", "notEqual", 3, [...open, T, F, T], [...open, F, T, F]],
    ["small", "lessThan", 3, [...open, T, F, F], [...open, F, T, T]],
    ["small", "lessThanInclusive", 3, [...open, T, T, F], [...open, F, F, T]],
    ["small", "greaterThan", 3, [...open, F, F, T], [...open, T, T, F]],
    ["small", "greaterThanInclusive", 3, [...open, F, T, T], [...open, T, F, F]],
    ["kind", "equal", "v1", [...open, F, T, F], [...open, T, F, T]],
    ["kind", "notEqual", "v1", [...open, T, F, T], [...open, F, T, F]],
    ["kind", "in", ["v2", "v0"], [...open, T, F, T], [...open, F, T, F]],
    ["kind", "notIn", ["v2", "v0"], [...open, F, T, F], [...open, T, F, T]],
    // Whether something is known of a number or a set shows in its row alone.
    ["dose", "isKnown", undefined, [...open, T], [...open, F]],
    ["set", "isKnown", undefined, [...open, T], [...open, F]],
    ["set", "isUnknown", undefined, [T, T, T, T, F], [F, F, F, F, T]],
  ])("%s %s %j", (id, operator, literal, verdicts, negated) => {
    expect(leaf(id, operator, literal)).toEqual({ kind: "rows", slot: slot(id).index, verdicts });
    expect(leaf(id, operator, literal, true)).toEqual({
      kind: "rows",
      slot: slot(id).index,
      verdicts: negated,
    });
  });
});

test.each<[Comparison, Comparison]>([
  ["equal", "notEqual"],
  ["notEqual", "equal"],
  ["lessThan", "greaterThanInclusive"],
  ["lessThanInclusive", "greaterThan"],
  ["greaterThan", "lessThanInclusive"],
  ["greaterThanInclusive", "lessThan"],
])("a number without rows is compared: %s, negated %s", (operator, opposite) => {
  const node = { kind: "compare", slot: slot("dose").index, bound: 2.5 };
  expect(leaf("dose", operator, 2.5)).toEqual({ ...node, operator });
  expect(leaf("dose", operator, 2.5, true)).toEqual({ ...node, operator: opposite });
});

test.each<[Comparison, readonly boolean[]]>([
  ["equal", [false, true, false]],
  ["notEqual", [true, false, true]],
  ["lessThan", [true, false, false]],
  ["lessThanInclusive", [true, true, false]],
  ["greaterThan", [false, false, true]],
  ["greaterThanInclusive", [false, true, true]],
])("%s below, at and above a bound: %j", (operator, expected) => {
  expect([1, 2, 3].map((value) => compares(operator, value, 2))).toEqual(expected);
});

describe("tests of members", () => {
  const some = [
    { word: 0, bits: 2 },
    { word: 1, bits: -(2 ** 31) | 1 },
    { word: 2, bits: 32 },
  ];
  const every = [0, 1, 2].map((word) => ({ word, bits: -1 }));
  const list = ["v69", "v32", "v1", "v63"];
  test.each<[FactOperator, unknown, string, unknown, boolean]>([
    ["contains", "v33", "overlap", [{ word: 1, bits: 2 }], true],
    ["doesNotContain", "v33", "overlap", [{ word: 1, bits: 2 }], false],
    ["containsAny", list, "overlap", some, true],
    ["containsNone", list, "overlap", some, false],
    ["containsAll", list, "inclusion", some, true],
    ["isEmpty", undefined, "overlap", every, false],
    ["isNotEmpty", undefined, "overlap", every, true],
  ])("%s %j", (operator, literal, kind, masks, wanted) => {
    const node = { kind, slot: slot("set").index, masks };
    expect(leaf("set", operator, literal)).toEqual({ ...node, wanted });
    expect(leaf("set", operator, literal, true)).toEqual({ ...node, wanted: !wanted });
  });
});

test.each<[string, number, Verdict3]>([
  ["flag", PLAIN, UNKNOWN],
  ["wish", PLAIN, FALSE],
  ["wish", INVALID, UNKNOWN],
  ["wish", STALE, UNKNOWN],
  ["wish", INCOMPLETE, UNKNOWN],
  ["kind", PLAIN, UNKNOWN],
])("a test of %s, unknown with code %d, is %d", (id, code, verdict) => {
  expect(code).toBeLessThan(KNOWN);
  expect(onUnknown(slot(id), code)).toBe(verdict);
});

test("a parameter stands for its number, and has to be declared", () => {
  const parameters = new Map([["limit", 10]]);
  const of = (value: unknown) =>
    literalOf({ fact: "small", operator: "equal", value } as FactLeaf, parameters);
  expect(of({ parameter: "limit" })).toBe(10);
  expect(of(7)).toBe(7);
  expect(of("v0")).toBe("v0");
  expect(of(["v0"])).toEqual(["v0"]);
  expect(of(undefined)).toBeUndefined();
  expect(() => of({ parameter: "nobody" })).toThrow(
    expect.objectContaining({ code: "undeclared-parameter", about: "nobody" }),
  );
});

test.each<[string, FactOperator, unknown, string, string]>([
  ["small", "equal", "3", "literal-type", "small"],
  ["kind", "in", "v0", "literal-type", "kind"],
  ["kind", "notIn", ["v0", "v3"], "literal-type", "kind"],
  ["set", "contains", "v70", "literal-type", "set"],
  ["set", "containsAny", "v1", "literal-type", "set"],
  ["small", "contains", "v0", "operator-type", "small contains"],
  ["flag", "containsAll", ["v0"], "operator-type", "flag containsAll"],
  ["kind", "isEmpty", undefined, "operator-type", "kind isEmpty"],
])("what does not fit is refused: %s %s %j", (id, operator, literal, code, about) => {
  expect(() => leaf(id, operator, literal)).toThrow(
    expect.objectContaining({ name: "Unmodelled", code, about }),
  );
});
