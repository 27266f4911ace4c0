// Names for columns: the wish where it is free and short enough, else one that is.
import { describe, expect, test } from "vitest";
import { distinctNames, freePrefix } from "./names.ts";

const long = "a".repeat(63);

describe("distinct names", () => {
  test.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
    ["wishes that are free stay as they are", ["age", "kind"], [], ["age", "kind"]],
    ["no wish, no name", [], ["age"], []],
    ["the second of the same is numbered, and the third", ["x", "x", "x"], [], ["x", "x_2", "x_3"]],
    ["case tells no names apart, and stays", ["Ab", "aB", "AB"], [], ["Ab", "aB_2", "AB_3"]],
    ["what is taken is taken, in any case", ["id", "age"], ["ID", "Other"], ["id_2", "age"]],
    ["a number that is taken itself is passed over", ["x_2", "x", "x"], [], ["x_2", "x", "x_3"]],
    ["63 characters are short enough", [long], [], [long]],
    ["the rest is cut off", [`${long}b`], [], [long]],
    ["what was cut makes room for its number", [`${long}b`, `${long}c`], [], [long, `${"a".repeat(61)}_2`]],
    ["also where nothing was cut", [long, long.toUpperCase()], [], [long, `${"A".repeat(61)}_2`]],
  ])("%s", (_, wishes, taken, names) => {
    expect(distinctNames(wishes, taken)).toEqual(names);
  });

  test("ten and more need one character more", () => {
    const names = distinctNames(Array.from({ length: 11 }, () => long));
    expect(names.slice(8)).toEqual([9, 10, 11].map((n) => `${"a".repeat(n < 10 ? 61 : 60)}_${n}`));
    expect(names.every((name) => name.length === 63)).toBe(true);
  });
});

test.each<readonly [readonly string[], string]>([
  [[], "_v"],
  [["age", "v1", "x_v1"], "_v"],
  [["age", "_v1"], "__v"],
  [["_V"], "__v"],
  [["_v1", "__v", "___vx"], "____v"],
  [["__v"], "_v"],
])("no name of %j begins with %s", (names, prefix) => {
  expect(freePrefix(names)).toBe(prefix);
});
