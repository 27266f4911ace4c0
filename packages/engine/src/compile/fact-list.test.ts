import { describe, expect, test } from "vitest";
import { setBit } from "./bits.ts";
import { FactList } from "./fact-list.ts";

// Forty facts, so that they take two words; the third, the thirty-third and the last are safety facts.
const count = 40;
const safety = Array.from({ length: count }, (_, i) => [2, 32, 39].includes(i));
const ids = Array.from({ length: count }, (_, i) => `f${i}`);
const bits = (...places: readonly number[]): Int32Array => {
  const words = new Int32Array(2);
  for (const place of places) setBit(words, 0, place);
  return words;
};
const listOf = (...sets: readonly Int32Array[]): FactList => {
  const list = new FactList(safety);
  for (const set of sets) list.add(set);
  return list;
};

describe("facts in the order they come in, safety facts first", () => {
  test.each<[string, readonly Int32Array[], readonly string[]]>([
    ["nothing", [], []],
    ["no bits", [bits()], []],
    ["one other", [bits(5)], ["f5"]],
    ["one safety fact", [bits(32)], ["f32"]],
    ["within one addition by place", [bits(35, 5, 31, 0)], ["f0", "f5", "f31", "f35"]],
    ["what was added before stays before", [bits(31), bits(5)], ["f31", "f5"]],
    ["safety facts before all others", [bits(5), bits(2, 6), bits(39, 32)], ["f2", "f32", "f39", "f5", "f6"]],
    ["each once", [bits(5, 33, 2), bits(2, 5, 33, 34)], ["f2", "f5", "f33", "f34"]],
  ])("%s", (_, sets, expected) => {
    const list = listOf(...sets);
    expect(list.ids(ids)).toEqual(expected);
    expect(
      list.text(
        ids,
        ids.map((id) => `,${id}`),
      ),
    ).toBe(expected.join());
    // Reading changes nothing.
    expect(list.ids(ids)).toEqual(expected);
  });
});

test.each([
  ["others", [5, 33]],
  ["safety facts", [2, 39]],
  ["one of each", [2, 5]],
])("a list that was cleared begins anew: %s", (_, places) => {
  const list = listOf(bits(...places));
  list.clear();
  expect(list.ids(ids)).toEqual([]);
  list.add(bits(7, ...places));
  expect(list.ids(ids).sort()).toEqual([7, ...places].map((i) => `f${i}`).sort());
  list.clear();
  list.clear();
  expect(list.ids(ids)).toEqual([]);
});
