// What can be sent and not kept, wherever it stands.
import { expect, test } from "vitest";
import { findUnwritable } from "./unwritable.ts";

const places = (bad: string): readonly (readonly [unknown, readonly (string | number)[]])[] => [
  [bad, []],
  [{ a: [1, { b: `x${bad}` }] }, ["a", 1, "b"]],
  [{ a: { [bad]: 1 } }, ["a"]],
];

test.each(["\0", "\ud800", "\udc00", "\ud83d", "a\udfffb"])("%j is found in texts and keys", (bad) => {
  for (const [sent, at] of places(bad))
    expect(findUnwritable(sent)).toEqual([{ code: "hidden-character", severity: "error", at, params: {} }]);
});

test("anything else is left to the schemas, however deep it is", () => {
  let deep: unknown = "😀 é \u202e \t";
  for (let i = 0; i < 100_000; i++) deep = [deep];
  for (const sent of [deep, undefined, null, 3, { a: ["", {}], clé: "\u0001" }])
    expect(findUnwritable(sent)).toEqual([]);
});
