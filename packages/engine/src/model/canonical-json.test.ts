// Canonical JSON, after RFC 8785: one text for one value.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, sameJson } from "./canonical-json.ts";

test.each<[unknown, string]>([
  [null, "null"],
  [true, "true"],
  [false, "false"],
  [0, "0"],
  [-0, "0"],
  [-1.5, "-1.5"],
  [1e21, "1e+21"],
  [1e-7, "1e-7"],
  [1 / 3, "0.3333333333333333"],
  ["", '""'],
  ['a"\\\n\u0001é/', '"a\\"\\\\\\n\\u0001é/"'],
  ["😀", '"😀"'],
  [[], "[]"],
  [[3, [1], "2"], '[3,[1],"2"]'],
  [{}, "{}"],
  [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
  [{ b: { d: 1, c: [] }, a: null }, '{"a":null,"b":{"c":[],"d":1}}'],
  // Keys are sorted by UTF-16 code units: U+1F600 begins with U+D83D, which is before U+FB33.
  [{ "\ufb33": 1, "😀": 2, é: 3, z: 4, "10": 5, "9": 6 }, '{"10":5,"9":6,"z":4,"é":3,"😀":2,"\ufb33":1}'],
  [{ a: undefined, b: 1, c: undefined }, '{"b":1}'],
])("D8 the canonical text of %j", (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each<[unknown, string]>([
  [Number.NaN, "a non-finite number has no canonical form"],
  [Infinity, "a non-finite number has no canonical form"],
  [[-Infinity], "a non-finite number has no canonical form"],
  ["\ud800", "a lone surrogate has no canonical form"],
  [{ "a\udc00": 1 }, "a lone surrogate has no canonical form"],
  [undefined, "a undefined has no canonical form"],
  [[undefined], "a undefined has no canonical form"],
  [() => 1, "a function has no canonical form"],
  [1n, "a bigint has no canonical form"],
])("D8 what JSON cannot hold is refused: %s", (value, message) => {
  expect(() => canonicalJson(value)).toThrow(new TypeError(message));
});

test("D8 two values are the same when their canonical texts are", () => {
  expect(sameJson({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(sameJson({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  expect(sameJson([1, 2], [2, 1])).toBe(false);
  expect(sameJson("1", 1)).toBe(false);
  expect(sameJson(null, {})).toBe(false);
  // What is one and the same needs no text.
  expect(sameJson(undefined, undefined)).toBe(true);
});

test("D8 values that chance makes are the same exactly when their canonical texts are", () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  const pairs = fc.oneof(
    fc.tuple(json, json),
    json.map((value) => [value, JSON.parse(JSON.stringify(value))] as const),
  );
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      expect(sameJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
    }),
  );
});
