// How verdicts stand in a query, as text: booleans that may be NULL, and small numbers.
import { describe, expect, test } from "vitest";
import { coded, nullable } from "./algebra.ts";
import { raw, type Expr } from "./expression.ts";

const verdicts = (...names: readonly string[]): readonly Expr[] =>
  names.map((name) => ({ text: name, reads: [name] }));
const [a = raw(""), b = raw(""), c = raw("")] = verdicts("a", "b", "c");

describe("booleans that may be NULL", () => {
  test.each<readonly [string, Expr, string]>([
    ["true", nullable.true, "TRUE"],
    ["false", nullable.false, "FALSE"],
    ["unknown", nullable.unknown, "CAST(NULL AS BOOLEAN)"],
    ["not", nullable.not(a), "(NOT a)"],
    ["all of one", nullable.all([a]), "a"],
    ["all", nullable.all([a, b, c]), "(a AND b AND c)"],
    ["any of one", nullable.any([b]), "b"],
    ["any", nullable.any([a, b, c]), "(a OR b OR c)"],
    [
      "at least",
      nullable.atLeast(2, [a, b]),
      "CASE WHEN CASE WHEN a IS TRUE THEN 1 ELSE 0 END + CASE WHEN b IS TRUE THEN 1 ELSE 0 END >= 2 THEN TRUE" +
        " WHEN CASE WHEN a IS NOT FALSE THEN 1 ELSE 0 END + CASE WHEN b IS NOT FALSE THEN 1 ELSE 0 END < 2 THEN FALSE END",
    ],
    ["a test, NULL by itself", nullable.tested(a, raw("a = 1")), "a = 1"],
    ["is true", nullable.isTrue(a), "(a IS TRUE)"],
    ["is false", nullable.isFalse(a), "(a IS FALSE)"],
    ["is unknown", nullable.isUnknown(a), "(a IS NULL)"],
  ])("%s", (_, piece, text) => {
    expect(piece.text).toBe(text);
  });
});

describe("numbers: 0 false, 1 unknown, 2 true", () => {
  test.each<readonly [string, Expr, string]>([
    ["true", coded.true, "2"],
    ["false", coded.false, "0"],
    ["unknown", coded.unknown, "1"],
    ["not", coded.not(a), "(2 - a)"],
    ["all of one", coded.all([a]), "a"],
    ["all of two", coded.all([a, b]), "least(a, b)"],
    ["all of three", coded.all([a, b, c]), "least(a, least(b, c))"],
    ["any of one", coded.any([c]), "c"],
    ["any of four", coded.any([a, b, c, a]), "greatest(greatest(a, b), greatest(c, a))"],
    [
      "at least",
      coded.atLeast(2, [a, b]),
      "CASE WHEN (a = 2) + (b = 2) >= 2 THEN 2 WHEN (a <> 0) + (b <> 0) < 2 THEN 0 ELSE 1 END",
    ],
    ["a test", coded.tested(a, raw("a > 1")), "CASE WHEN a IS NULL THEN 1 WHEN a > 1 THEN 2 ELSE 0 END"],
    ["is true", coded.isTrue(a), "(a = 2)"],
    ["is false", coded.isFalse(a), "(a = 0)"],
    ["is unknown", coded.isUnknown(a), "(a = 1)"],
  ])("%s", (_, piece, text) => {
    expect(piece.text).toBe(text);
  });

  test("many are joined in few levels", () => {
    const names = Array.from({ length: 64 }, (_, i) => `v${i}`);
    const { text } = coded.all(verdicts(...names));
    let [now, most] = [0, 0];
    for (const sign of text.match(/[()]/g) ?? []) {
      now += sign === "(" ? 1 : -1;
      most = Math.max(most, now);
    }
    expect([now, most]).toEqual([0, 6]);
    expect(text.match(/v\d+/g)).toEqual(names);
  });
});

test.each([nullable, coded])("what a piece reads is what its parts read", (algebra) => {
  for (const piece of [algebra.all([a, b]), algebra.any([a, b]), algebra.atLeast(1, [a, b])])
    expect([...piece.reads].sort()).toEqual(["a", "b"]);
  for (const piece of [algebra.not(a), algebra.isTrue(a), algebra.isFalse(a), algebra.isUnknown(a)])
    expect(piece.reads).toEqual(["a"]);
  expect(algebra.tested(a, a).reads).toEqual(["a"]);
});
