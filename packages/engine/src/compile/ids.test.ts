import { expect, test } from "vitest";
import { idLists, idsAt, noIds } from "./ids.ts";

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])("the first %d of many places, each list as long as that", (count) => {
  const ids = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
  const places = Int32Array.from([7, 2, 5, 0, 6, 1, 4, 8, 3]);
  const found = idsAt(ids, places, count);
  expect(found).toEqual(["h", "c", "f", "a", "g", "b", "e", "i", "d"].slice(0, count));
  expect(idsAt(ids, places, count)).not.toBe(found);
});

test("the empty list is one, and nobody can write to it", () => {
  expect(noIds).toEqual([]);
  expect(idsAt(["a"], new Int32Array(1), 0)).toBe(noIds);
  expect(Object.isFrozen(noIds)).toBe(true);
});

const named = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `k${i}`);

test.each([1, 8])("of %d ids every list is made once, frozen, and in their order", (count) => {
  const ids = named(count);
  const { ofWord, ofWords } = idLists(ids);
  for (let bits = 0; bits < 2 ** count; bits++) {
    const list = ofWord(bits);
    expect(list).toEqual(ids.filter((_, i) => ((bits >>> i) & 1) === 1));
    expect(Object.isFrozen(list)).toBe(true);
    expect(ofWord(bits)).toBe(list);
    expect(ofWords(Int32Array.of(bits))).toBe(list);
  }
});

test.each<[number, readonly number[], readonly string[]]>([
  [9, [0b100000001], ["k0", "k8"]],
  [32, [-(2 ** 31) + 2], ["k1", "k31"]],
  [33, [1, 1], ["k0", "k32"]],
  [70, [-(2 ** 31), 0, 0b100000], ["k31", "k69"]],
])("of %d ids a list that somebody is in is a fresh one", (count, words, expected) => {
  const { ofWords } = idLists(named(count));
  const list = ofWords(Int32Array.from(words));
  expect(list).toEqual(expected);
  expect(Object.isFrozen(list)).toBe(false);
  expect(ofWords(Int32Array.from(words))).not.toBe(list);
  expect(ofWords(new Int32Array(words.length))).toBe(noIds);
});
