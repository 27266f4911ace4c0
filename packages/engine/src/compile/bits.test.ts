import { expect, test } from "vitest";
import { bitsBelow, hasBit, lowestBit, setBit, wordsFor } from "./bits.ts";

test.each([
  [0, 0],
  [1, 1],
  [31, 1],
  [32, 1],
  [33, 2],
  [64, 2],
  [65, 3],
])("%d bits take %d words", (bits, words) => {
  expect(wordsFor(bits)).toBe(words);
});

test.each([
  [0, 0],
  [1, 1],
  [5, 31],
  [31, 0x7fffffff],
  [32, -1],
  [33, -1],
  [70, -1],
])("the lowest %d bits of a word are %d", (count, word) => {
  expect(bitsBelow(count)).toBe(word);
});

test.each([
  [1, 0],
  [2, 1],
  [12, 2],
  [-1, 0],
  [-2, 1],
  [-(2 ** 31), 31],
  [2 ** 30 + 2 ** 7, 7],
])("the lowest bit of %d is %d", (word, bit) => {
  expect(lowestBit(word)).toBe(bit);
});

test("a bit that is set is the only one that changes", () => {
  for (const place of [0, 1, 30, 31, 32, 63]) {
    const words = new Int32Array([7, 0, 0, 9]);
    setBit(words, 1, place);
    const expected = [7, 0, 0, 9];
    expected[1 + Math.floor(place / 32)] = (1 << (place % 32)) | 0;
    expect([...words]).toEqual(expected);
    expect(Array.from({ length: 64 }, (_, i) => hasBit(words, 1, i))).toEqual(
      Array.from({ length: 64 }, (_, i) => i === place),
    );
    setBit(words, 1, place);
    setBit(words, 1, place === 0 ? 1 : 0);
    expect(hasBit(words, 1, place)).toBe(true);
  }
});
