import { describe, expect, test } from "vitest";
import type { Fact } from "../model/index.ts";
import { fact } from "../../test/tiny.ts";
import { KNOWN, layoutOf, slotAt, vocabularyKey } from "./layout.ts";

const text = { fr: "texte", en: "text" };
const made = (id: string, type: Fact["type"], rest: Readonly<Record<string, unknown>> = {}): Fact =>
  fact(id, type, rest) as unknown as Fact;
const values = (count: number, retired: readonly number[] = []): Fact["values"] =>
  Array.from({ length: count }, (_, i) => ({
    id: `v${i}`,
    label: text,
    ...(retired.includes(i) ? { retired: true } : {}),
  }));
const slotOf = (one: Fact) => slotAt(layoutOf([one]), 0);

test.each<[string, Fact, string, number]>([
  ["a boolean", made("f", "boolean"), "rows", KNOWN + 2],
  ["an enum", made("f", "enum", { values: values(5) }), "rows", KNOWN + 5],
  ["an integer of one value", made("f", "integer", { range: { min: 3, max: 3 } }), "rows", KNOWN + 1],
  ["an integer of 256 values", made("f", "integer", { range: { min: -10, max: 245 } }), "rows", KNOWN + 256],
  ["an integer of 257 values", made("f", "integer", { range: { min: -10, max: 246 } }), "number", KNOWN + 1],
  ["an integer without a range", made("f", "integer"), "number", KNOWN + 1],
  ["an integer from a half on", made("f", "integer", { range: { min: 0.5, max: 3 } }), "number", KNOWN + 1],
  ["an integer up to a half", made("f", "integer", { range: { min: 0, max: 3.5 } }), "number", KNOWN + 1],
  [
    "an integer where numbers have gaps",
    made("f", "integer", { range: { min: 2 ** 53, max: 2 ** 53 + 2 } }),
    "number",
    KNOWN + 1,
  ],
  ["a decimal", made("f", "decimal", { scale: 1, range: { min: 0, max: 2 } }), "number", KNOWN + 1],
  ["a date", made("f", "date"), "number", KNOWN + 1],
  ["a set", made("f", "set", { values: values(3) }), "set", KNOWN + 1],
])("%s", (_, one, kind, rows) => {
  expect(slotOf(one)).toMatchObject({ kind, rows, index: 0, base: 0, id: "f" });
});

test("facts stand one after another: rows, numbers, the words of sets, and last the bits of what was assumed", () => {
  const facts = [
    made("wide", "set", { values: values(33, [1, 32]), validFor: "P14D" }),
    made("age", "integer", { range: { min: -2, max: 9 } }),
    made("dose", "decimal", { scale: 1 }),
    made("wish", "boolean", { whenUnknown: { assume: false } }),
    made("narrow", "set", { values: values(32) }),
    made("since", "date", { whenUnknown: "ignore", validFor: "P0D" }),
  ];
  const layout = layoutOf(facts);
  const row = (part: "base" | "number" | "chosen" | "unasked" | "words" | "validDays" | "assumes") =>
    layout.slots.map((slot) => slot[part]);
  expect(row("base")).toEqual([0, 5, 21, 26, 32, 37]);
  expect(layout.rows).toBe(42);
  expect(row("words")).toEqual([2, 0, 0, 0, 1, 0]);
  expect([layout.slots[0]?.chosen, layout.slots[0]?.unasked]).toEqual([6, 8]);
  expect([layout.slots[4]?.chosen, layout.slots[4]?.unasked]).toEqual([10, 11]);
  expect(layout.assumed).toBe(12);
  expect(layout.words).toBe(13);
  expect([layout.slots[2]?.number, layout.slots[5]?.number, layout.numbers]).toEqual([0, 1, 2]);
  expect([...(layout.slots[0]?.active ?? [])]).toEqual([-1 & ~2, 0]);
  expect([...(layout.slots[4]?.active ?? [])]).toEqual([-1]);
  expect(row("validDays")).toEqual([14, Infinity, Infinity, Infinity, Infinity, 0]);
  expect(row("assumes")).toEqual([false, false, false, true, false, false]);
  expect([layout.slots[1]?.min, layout.slots[1]?.max, layout.slots[3]?.min]).toEqual([-2, 9, 0]);
  expect([...(layout.slots[0]?.places ?? [])].slice(0, 2)).toEqual([
    ["v0", 0],
    ["v1", 1],
  ]);
  expect(layout.slots[1]?.places.size).toBe(0);
  expect(layout.byId.get("since")).toBe(layout.slots[5]);
  expect(layout.slots.map((s) => s.fact)).toEqual(facts);
  expect(layout.key).toBe(vocabularyKey(facts));
});

test("thirty-two facts have one word for what was assumed, thirty-three have two", () => {
  const many = (count: number) => layoutOf(Array.from({ length: count }, (_, i) => made(`f${i}`, "boolean")));
  expect([many(32).assumed, many(32).words]).toEqual([32, 33]);
  expect([many(33).assumed, many(33).words]).toEqual([33, 35]);
});

test("a sum has its parts, wherever they stand; a part that is not declared is none", () => {
  const layout = layoutOf([
    made("total", "integer", { derive: { sum: ["b", "nobody", "a"] } }),
    made("a", "integer"),
    made("b", "integer"),
  ]);
  expect(layout.sums.map(({ slot, parts }) => [slot.id, parts.map((p) => p.id)])).toEqual([
    ["total", ["b", "a"]],
  ]);
});

describe("the key of a vocabulary", () => {
  const plain = made("f", "set", {
    values: values(3),
    range: { min: 0, max: 5 },
    scale: 1,
    validFor: "P7D",
    derive: { sum: ["a", "b"] },
  });
  test.each<[string, Partial<Record<keyof Fact, unknown>>]>([
    ["the id", { id: "g" }],
    ["the type", { type: "enum" }],
    ["the values", { values: values(4) }],
    ["what is retired", { values: values(3, [2]) }],
    ["the least value", { range: { min: 1, max: 5 } }],
    ["the greatest value", { range: { min: 0, max: 6 } }],
    ["no range", { range: undefined }],
    ["the scale", { scale: 2 }],
    ["what an unknown is taken for", { whenUnknown: "ignore" }],
    ["how long it is good for", { validFor: "P8D" }],
    ["what it is the sum of", { derive: { sum: ["a"] } }],
    ["no values", { values: undefined }],
  ])("says %s", (_, other) => {
    expect(vocabularyKey([{ ...plain, ...other } as Fact])).not.toBe(vocabularyKey([plain]));
  });

  test.each<[string, Partial<Record<keyof Fact, unknown>>]>([
    ["words", { label: { fr: "autre", en: "other" }, question: { fr: "autre", en: "other" } }],
    [
      "words of values",
      { values: values(3)?.map((v) => ({ ...v, label: { fr: "x", en: "y" }, retired: false })) },
    ],
    ["safety", { safety: true }],
    ["sources", { sources: ["s"] }],
  ])("does not say %s", (_, other) => {
    expect(vocabularyKey([{ ...plain, ...other } as Fact])).toBe(vocabularyKey([plain]));
  });
});

test("there is no fact at a place beyond", () => {
  expect(() => slotAt(layoutOf([]), 0)).toThrow(new RangeError("no fact at 0"));
});
