// What a fact's type asks of its parts, with what an author is told.
import { expect, test } from "vitest";
import { document, fact, members } from "../../../test/tiny.ts";
import type { DraftRuleSet } from "../rule-set.ts";
import { checkFacts } from "./facts.ts";
import { namesOf } from "./names.ts";

type Parts = Readonly<Record<string, unknown>>;
const told = (...facts: readonly Parts[]) => {
  const doc = { ...document, facts } as unknown as DraftRuleSet;
  return checkFacts(doc, namesOf(doc)).map(({ code, at, params }) => ({ code, at, params }));
};
const finding = (code: string, type: string, ...below: readonly (string | number)[]) => ({
  code,
  at: ["facts", 0, ...below],
  params: { fact: "x", type },
});
const values = members;
const range = { min: 0, max: 3 };

test.each<[string, Parts]>([
  ["boolean", {}],
  ["integer", {}],
  ["integer", { range }],
  ["integer", { range: { min: 2, max: 2 } }],
  ["decimal", { scale: 0, range }],
  ["date", {}],
  ["enum", { values }],
  ["set", { values }],
  ["boolean", { whenUnknown: "ignore" }],
  ["boolean", { whenUnknown: { assume: false } }],
  ["integer", { range, whenUnknown: { assume: 3 } }],
  ["set", { values, whenUnknown: { assume: [] } }],
])("%s %j is as it should be", (type, parts) => {
  expect(told(fact("x", type, parts))).toEqual([]);
});

test.each<[string, Parts, ReturnType<typeof finding>]>([
  ["enum", {}, finding("values-required", "enum")],
  ["set", {}, finding("values-required", "set")],
  ...["boolean", "integer", "date"].map((type): [string, Parts, ReturnType<typeof finding>] => [
    type,
    { values },
    finding("values-not-allowed", type, "values"),
  ]),
  ["decimal", { scale: 1, values }, finding("values-not-allowed", "decimal", "values")],
  ["boolean", { range }, finding("range-not-allowed", "boolean", "range")],
  ["date", { range }, finding("range-not-allowed", "date", "range")],
  ["enum", { values, range }, finding("range-not-allowed", "enum", "range")],
  // One fault is told once: where no range may be, its order does not matter.
  ["set", { values, range: { min: 3, max: 0 } }, finding("range-not-allowed", "set", "range")],
  ["integer", { range: { min: 1, max: 0 } }, finding("range-reversed", "integer", "range")],
  ["decimal", { scale: 1, range: { min: 0.1, max: 0 } }, finding("range-reversed", "decimal", "range")],
  ["decimal", {}, finding("scale-required", "decimal", "scale")],
  ["integer", { scale: 0 }, finding("scale-not-allowed", "integer", "scale")],
  ["boolean", { scale: 2 }, finding("scale-not-allowed", "boolean", "scale")],
  [
    "boolean",
    { whenUnknown: { assume: "non" } },
    finding("assumption-type", "boolean", "whenUnknown", "assume"),
  ],
  [
    "integer",
    { range, whenUnknown: { assume: 4 } },
    finding("assumption-type", "integer", "whenUnknown", "assume"),
  ],
  ["boolean", { derive: { sum: ["p", "q"] } }, finding("derived-type", "boolean", "derive")],
  ["decimal", { scale: 1, derive: { sum: ["p", "q"] } }, finding("derived-type", "decimal", "derive")],
])("%s %j is not", (type, parts, expected) => {
  expect(told(fact("x", type, parts), fact("p", "integer"), fact("q", "integer"))).toEqual([expected]);
});

test("D4 the parts of a total are declared integers that are no totals themselves, each once", () => {
  const sum = ["p", "nobody", "q", "t", "p"];
  const total = fact("x", "integer", { derive: { sum } });
  const other = fact("t", "integer", { derive: { sum: ["p", "p2"] } });
  const part = (code: string, j: number, params: Parts) => ({
    code,
    at: ["facts", 0, "derive", "sum", j],
    params,
  });
  const about = { fact: "x", type: "integer" };
  expect(told(total, fact("p", "integer"), fact("p2", "integer"), fact("q", "boolean"), other)).toEqual([
    part("undeclared-fact", 1, { fact: "nobody" }),
    part("derived-part-type", 2, { ...about, part: "q" }),
    part("derived-part-type", 3, { ...about, part: "t" }),
    part("derived-part-repeated", 4, { ...about, part: "p" }),
  ]);
  expect(
    told(fact("x", "integer", { derive: { sum: ["p", "q"] } }), fact("p", "integer"), fact("q", "integer")),
  ).toEqual([]);
});

test("each fact is told of where it stands", () => {
  expect(told(fact("a", "boolean"), fact("b", "enum"), fact("c", "set")).map((d) => d.at)).toEqual([
    ["facts", 1],
    ["facts", 2],
  ]);
});
