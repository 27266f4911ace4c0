// Sets of whole numbers as intervals: every way two of them can lie beside one another.
import { describe, expect, test } from "vitest";
import { common, interval, isPartOf, nothing, valuesOf, without, type ValueSet } from "./value-set.ts";

test("an interval has both of its ends, and none is left when they are the wrong way round", () => {
  expect(interval(1, 3)).toEqual([[1, 3]]);
  expect(interval(2, 2)).toEqual([[2, 2]]);
  expect(interval(3, 2)).toEqual([]);
  expect(interval(-Infinity, Infinity)).toEqual([[-Infinity, Infinity]]);
  expect(interval(Number.NaN, 2)).toEqual([]);
  // No end is no number: nothing lies beyond it.
  expect(interval(Infinity, Infinity)).toEqual([]);
  expect(interval(-Infinity, -Infinity)).toEqual([]);
  expect(without(interval(-Infinity, Infinity), interval(-Infinity, 2))).toEqual([[3, Infinity]]);
  expect(without(interval(-Infinity, Infinity), interval(3, Infinity))).toEqual([[-Infinity, 2]]);
  expect(nothing).toEqual([]);
});

test("numbers that follow one another make one interval, in whatever order they come", () => {
  expect(valuesOf([])).toEqual([]);
  expect(valuesOf([5])).toEqual([[5, 5]]);
  expect(valuesOf([3, 1, 2])).toEqual([[1, 3]]);
  expect(valuesOf([4, 1, 2, 4, 6])).toEqual([
    [1, 2],
    [4, 4],
    [6, 6],
  ]);
  // As numbers, not as texts.
  expect(valuesOf([10, 9, -1])).toEqual([
    [-1, -1],
    [9, 10],
  ]);
});

const apart: ValueSet = [
  [0, 2],
  [5, 7],
];

describe("beside 0 to 2 and 5 to 7", () => {
  test.each<[ValueSet, shared: ValueSet, left: ValueSet]>([
    [[], [], apart],
    [interval(-3, -1), [], apart],
    [interval(3, 4), [], apart],
    [interval(8, 9), [], apart],
    [
      interval(2, 2),
      [[2, 2]],
      [
        [0, 1],
        [5, 7],
      ],
    ],
    [
      interval(2, 5),
      [
        [2, 2],
        [5, 5],
      ],
      [
        [0, 1],
        [6, 7],
      ],
    ],
    [
      interval(0, 0),
      [[0, 0]],
      [
        [1, 2],
        [5, 7],
      ],
    ],
    [
      interval(1, 1),
      [[1, 1]],
      [
        [0, 0],
        [2, 2],
        [5, 7],
      ],
    ],
    [
      interval(1, 6),
      [
        [1, 2],
        [5, 6],
      ],
      [
        [0, 0],
        [7, 7],
      ],
    ],
    [interval(0, 7), apart, []],
    [interval(-Infinity, Infinity), apart, []],
    [
      [
        [1, 1],
        [6, 9],
      ],
      [
        [1, 1],
        [6, 7],
      ],
      [
        [0, 0],
        [2, 2],
        [5, 5],
      ],
    ],
  ])("%j", (other, shared, left) => {
    expect(common(apart, other)).toEqual(shared);
    expect(common(other, apart)).toEqual(shared);
    expect(without(apart, other)).toEqual(left);
  });
});

test.each<[ValueSet, ValueSet, boolean]>([
  [[], [], true],
  [[], apart, true],
  [apart, [], false],
  [apart, apart, true],
  [interval(0, 2), apart, true],
  [interval(1, 1), apart, true],
  [interval(-1, 1), apart, false],
  [interval(1, 3), apart, false],
  [interval(2, 5), apart, false],
  [interval(3, 4), apart, false],
  [
    [
      [1, 1],
      [6, 6],
    ],
    apart,
    true,
  ],
  [
    [
      [1, 1],
      [6, 8],
    ],
    apart,
    false,
  ],
  [apart, interval(0, 7), true],
  [apart, interval(0, 6), false],
])("whether %j is part of %j: %s", (a, b, is) => {
  expect(isPartOf(a, b)).toBe(is);
});
