// The beginning of a table: names and texts, whether it is whole or cut anywhere.
import { expect, test } from "vitest";
import { peekTable } from "./peek-table.ts";
import { UnreadableTable } from "./unreadable-table.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("names, and each text once", () => {
  expect(peekTable(bytes('a;"b ""c"""\n1;x\n;x\n1;"y\nz"'), true)).toEqual([
    { name: "a", texts: ["1"] },
    { name: 'b "c"', texts: ["x", "y\nz"] },
  ]);
});

test("a cell that is cut is not read", () => {
  const [first, second] = peekTable(bytes('a,b\n1,x\n2,"y'), false);
  expect([first?.texts, second?.texts]).toEqual([["1", "2"], ["x"]]);
});

test.each([
  ["", true],
  ["a,a\n", true],
  ["a,b\n1\n", false],
  ['a\n"x', true],
  ["no end of the first line", false],
])("no beginning of a table: %j", (text, isWhole) => {
  expect(() => peekTable(bytes(text), isWhole)).toThrow(UnreadableTable);
});
