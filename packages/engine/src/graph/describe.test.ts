// The values of a class in words people read: single values, or runs of numbers and dates.
import { expect, test } from "vitest";
import { fact, members, tiny } from "../../test/tiny.ts";
import type { Fact, Value } from "../model/fact.ts";
import { known } from "./describe.ts";
import type { Interval } from "./space.ts";

const declared = (type: string, rest: Readonly<Record<string, unknown>> = {}): Fact => {
  const [only] = tiny({ facts: [fact("f", type, rest)] }).facts;
  if (!only) throw new Error("a fact");
  return only;
};
const free = declared("integer");
const ranged = declared("integer", { range: { min: 0, max: 20 } });

test.each<[string, Fact, readonly Value[], readonly Value[], readonly (Value | Interval)[]]>([
  ["single values of yes and no", declared("boolean"), [true, false], [true], [true]],
  ["members, in their order", declared("enum", { values: members }), ["a", "b", "c"], ["c", "a"], ["c", "a"]],
  ["nothing", free, [1, 2, 3], [], []],
  ["everything of a range", ranged, [0, 10, 20], [0, 10, 20], [{ from: 0, to: 20 }]],
  ["one value of a range", ranged, [0, 10, 20], [10], [{ from: 10, to: 10 }]],
  [
    "the ends of a range",
    ranged,
    [0, 10, 20],
    [0, 20],
    [
      { from: 0, to: 0 },
      { from: 20, to: 20 },
    ],
  ],
  [
    "two runs",
    ranged,
    [0, 1, 2, 3, 4],
    [0, 1, 3, 4],
    [
      { from: 0, to: 1 },
      { from: 3, to: 4 },
    ],
  ],
  ["in the order of numbers", ranged, [10, 9, 2, 20, 0], [9, 10], [{ from: 9, to: 10 }]],
  ["what is sampled twice is one value", ranged, [1, 2, 1, 3, 2], [1, 2], [{ from: 1, to: 2 }]],
  ["everything without a range", free, [1, 2, 3], [1, 2, 3], [{}]],
  ["everything below", free, [1, 2, 3], [1, 2], [{ to: 2 }]],
  ["everything above", free, [1, 2, 3], [2, 3], [{ from: 2 }]],
  ["in the middle", free, [1, 2, 3], [2], [{ from: 2, to: 2 }]],
  ["both ends, open", free, [1, 2, 3], [1, 3], [{ to: 1 }, { from: 3 }]],
  ["the one value there is", free, [7], [7], [{}]],
  [
    "dates",
    declared("date"),
    ["2026-01-03", "2026-01-01", "2026-01-02"],
    ["2026-01-02", "2026-01-01"],
    [{ to: "2026-01-02" }],
  ],
])("%s", (_, of, all, own, expected) => {
  const states = own.map((value) => ({ kind: "known", value, assumed: false }) as const);
  expect(known(of, all, states)).toStrictEqual(expected);
});

test("what is assumed or unknown is no known value", () => {
  expect(
    known(
      ranged,
      [0, 10, 20],
      [
        { kind: "known", value: 0, assumed: true },
        { kind: "unknown", reason: "stale" },
        { kind: "known", value: 20, assumed: false },
      ],
    ),
  ).toStrictEqual([{ from: 20, to: 20 }]);
});
