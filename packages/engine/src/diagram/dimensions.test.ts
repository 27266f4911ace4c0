// The dimensions made of tests: classes as coarse as the tests allow, cut exactly where a test turns.
import { expect, test } from "vitest";
import { fact, members, tiny } from "../../test/tiny.ts";
import type { FactLeaf } from "../model/condition.ts";
import type { DiagramDimension } from "../model/diagram.ts";
import { dimensionsOf } from "./dimensions.ts";

const text = { fr: "t", en: "t" };
const ruleSet = tiny({
  parameters: [{ id: "limit", label: text, value: 4, rationale: text, sources: [] }],
  facts: [
    fact("yes", "boolean"),
    fact("perhaps", "boolean", { whenUnknown: "ignore" }),
    fact("kind", "enum", { values: [...members, { id: "d", label: text }] }),
    fact("count", "integer", { range: { min: 0, max: 9 } }),
    fact("free", "integer"),
    fact("dose", "decimal", { scale: 1, range: { min: -0.5, max: 9.5 } }),
    fact("level", "decimal", { scale: 1, range: { min: -0.04, max: 1.5 } }),
    fact("since", "date"),
    fact("traits", "set", { values: members }),
    fact("signs", "set", { values: members, whenUnknown: "ignore" }),
    fact("one", "integer", { range: { min: 0, max: 3 } }),
    fact("two", "integer", { whenUnknown: { assume: 1 } }),
    fact("both", "integer", { derive: { sum: ["one", "two"] } }),
  ],
});

function made(id: string, ...leaves: readonly (readonly [FactLeaf["operator"], FactLeaf["value"]?])[]) {
  const found = ruleSet.facts.find((f) => f.id === id);
  if (!found) throw new Error(id);
  return dimensionsOf(ruleSet, {
    fact: found,
    leaves: leaves.map(([operator, value]) => ({
      fact: id,
      operator,
      ...(value !== undefined && { value }),
    })),
  });
}
const spans = (id: string, ...ends: readonly (readonly [unknown, unknown])[]): unknown => [
  { fact: id, options: ends.map(([from, to]) => ({ from, to })) },
];

test.each<[string, readonly DiagramDimension[] | undefined, unknown]>([
  [
    "a boolean",
    made("yes", ["equal", true]),
    [{ fact: "yes", options: [{ values: [false] }, { values: [true] }] }],
  ],
  [
    "an optional boolean",
    made("perhaps", ["isKnown"]),
    [{ fact: "perhaps", options: ["unknown", { values: [false] }, { values: [true] }] }],
  ],
  [
    "an enumeration: what no test tells apart is one class, at the place of its first value",
    made("kind", ["equal", "b"], ["in", ["c", "b"]]),
    [{ fact: "kind", options: [{ values: ["a", "d"] }, { values: ["b"] }, { values: ["c"] }] }],
  ],
  ["less: cut before", made("count", ["lessThan", 5]), spans("count", [0, 4], [5, 9])],
  ["at least: cut before", made("count", ["greaterThanInclusive", 5]), spans("count", [0, 4], [5, 9])],
  ["more: cut after", made("count", ["greaterThan", 5]), spans("count", [0, 5], [6, 9])],
  ["at most: cut after", made("count", ["lessThanInclusive", 5]), spans("count", [0, 5], [6, 9])],
  ["equal: cut on both sides", made("count", ["notEqual", 5]), spans("count", [0, 4], [5, 5], [6, 9])],
  ["a parameter", made("count", ["greaterThan", { parameter: "limit" }]), spans("count", [0, 4], [5, 9])],
  ["the same cut twice", made("count", ["lessThan", 5], ["greaterThan", 4]), spans("count", [0, 4], [5, 9])],
  ["cuts in order", made("count", ["lessThan", 8], ["lessThan", 2]), spans("count", [0, 1], [2, 7], [8, 9])],
  ["no cut at the first place", made("count", ["greaterThanInclusive", 0]), spans("count", [0, 9])],
  ["a cut at the last place", made("count", ["greaterThanInclusive", 9]), spans("count", [0, 8], [9, 9])],
  ["no cut after the last place", made("count", ["greaterThan", 9]), spans("count", [0, 9])],
  ["no cut outside the range", made("count", ["lessThan", -3], ["lessThan", 40]), spans("count", [0, 9])],
  ["known or not: no cut", made("count", ["isKnown"]), spans("count", [0, 9])],
  ["no ends", made("free", ["equal", 0]), spans("free", [null, -1], [0, 0], [1, null])],
  ["tenths", made("dose", ["lessThan", 0.3]), spans("dose", [-0.5, 0.2], [0.3, 9.5])],
  [
    "days",
    made("since", ["greaterThan", "2024-02-29"]),
    spans("since", ["0000-01-01", "2024-02-29"], ["2024-03-01", "9999-12-31"]),
  ],
  ["a number that is no step", made("count", ["lessThan", 4.5]), undefined],
  ["a number too large to count", made("free", ["lessThan", 2 ** 60]), undefined],
  ["the first one too large", made("free", ["lessThan", Number.MAX_SAFE_INTEGER]), undefined],
  [
    "the last one that is not",
    made("free", ["lessThan", Number.MAX_SAFE_INTEGER - 1]),
    spans("free", [null, Number.MAX_SAFE_INTEGER - 2], [Number.MAX_SAFE_INTEGER - 1, null]),
  ],
  ["no negative zero", made("level", ["lessThan", 1]), spans("level", [0, 0.9], [1, 1.5])],
  ["a set asked only whether it is known", made("traits", ["isKnown"]), []],
  [
    "a set of which one member is named",
    made("traits", ["contains", "b"]),
    [{ fact: "traits", anyOf: ["b"] }],
  ],
  [
    "members always named together",
    made("traits", ["containsAny", ["c", "a"]]),
    [{ fact: "traits", anyOf: ["a", "c"] }],
  ],
  [
    "members named together once and alone once",
    made("traits", ["containsAny", ["c", "a"]], ["contains", "a"]),
    [
      { fact: "traits", anyOf: ["a"] },
      { fact: "traits", anyOf: ["c"] },
    ],
  ],
  [
    "members that must all be there",
    made("traits", ["containsAll", ["c", "a"]]),
    [
      { fact: "traits", anyOf: ["a"] },
      { fact: "traits", anyOf: ["c"] },
    ],
  ],
  ["all of one", made("traits", ["containsAll", ["c"]]), [{ fact: "traits", anyOf: ["c"] }]],
  ["empty or not", made("traits", ["isEmpty"]), [{ fact: "traits", anyOf: ["a", "b", "c"] }]],
  [
    "not empty, and one member",
    made("traits", ["isNotEmpty"], ["doesNotContain", "b"]),
    [
      { fact: "traits", anyOf: ["a", "c"] },
      { fact: "traits", anyOf: ["b"] },
    ],
  ],
  [
    "an optional set",
    made("signs", ["contains", "b"]),
    [
      { fact: "signs", isKnown: true },
      { fact: "signs", anyOf: ["b"] },
    ],
  ],
  [
    "an optional set asked only whether it is known",
    made("signs", ["isKnown"]),
    [{ fact: "signs", isKnown: true }],
  ],
  [
    "a total",
    made("both", ["lessThan", 2]),
    [
      {
        fact: "both",
        options: [
          { from: null, to: 1 },
          { from: 2, to: null },
        ],
        sum: [
          { fact: "one", min: 0, max: 3 },
          { fact: "two", min: null, max: null, assumed: true },
        ],
      },
    ],
  ],
])("%s", (_, dimensions, expected) => {
  expect(dimensions).toEqual(expected);
});
