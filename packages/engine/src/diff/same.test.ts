// Pieces of documents are the same whatever the order of their keys.
import { expect, test } from "vitest";
import { differingKeys, same } from "./same.ts";

test.each<[unknown, unknown, boolean]>([
  [1, 1, true],
  [1, "1", false],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [[1, 2], [2, 1], false],
  [undefined, undefined, true],
  [undefined, null, false],
  [null, undefined, false],
  [undefined, {}, false],
  [null, null, true],
])("%j and %j", (a, b, expected) => {
  expect(same(a, b)).toBe(expected);
});

test("keys that hold something else, each once, those of the first object first", () => {
  expect(differingKeys({ b: 1, a: 2, same: 3 }, { c: 4, a: 5, same: 3 })).toEqual(["b", "a", "c"]);
  expect(differingKeys({ b: 1, a: 2 }, { b: 2, a: 3 }, ["b"])).toEqual(["a"]);
  expect(differingKeys({ a: undefined }, {})).toEqual([]);
  expect(differingKeys({}, {})).toEqual([]);
});

test("what only the prototype has is not a key", () => {
  expect(differingKeys({ toString: 1 }, {})).toEqual(["toString"]);
  expect(differingKeys({}, { constructor: Object.prototype.constructor.name })).toEqual(["constructor"]);
});
