// Pieces of a query: their text, and the names they read.
import { expect, test } from "vitest";
import { firstOf, joined, raw, sql, type Expr } from "./expression.ts";

const named = (name: string, ...reads: readonly string[]): Expr => ({ text: name, reads });

test("constant text reads nothing", () => {
  expect(raw("a AND b")).toEqual({ text: "a AND b", reads: [] });
  expect(sql`NULL`).toEqual({ text: "NULL", reads: [] });
});

test("a piece takes in others and numbers where they stand, and reads what they read, once each", () => {
  expect(sql`${named("x", "a", "b")} + ${2} = ${named("y", "b", "c")} OR ${raw("z")}!`).toEqual({
    text: "x + 2 = y OR z!",
    reads: ["a", "b", "c"],
  });
  expect(sql`${-1}`).toEqual({ text: "-1", reads: [] });
});

test("several pieces one after another", () => {
  expect(joined([], ", ")).toEqual({ text: "", reads: [] });
  expect(joined([named("x", "a")], ", ")).toEqual({ text: "x", reads: ["a"] });
  expect(joined([named("x", "a"), raw("y"), named("z", "b", "a")], " AND ")).toEqual({
    text: "x AND y AND z",
    reads: ["a", "b"],
  });
});

test("the first case that holds, or the last word", () => {
  expect(firstOf([], named("x", "a"))).toEqual(named("x", "a"));
  expect(firstOf([{ when: named("w", "a"), then: raw("1") }], raw("2"))).toEqual({
    text: "CASE WHEN w THEN 1 ELSE 2 END",
    reads: ["a"],
  });
  expect(
    firstOf(
      [
        { when: raw("p"), then: named("x", "a") },
        { when: named("q", "b"), then: raw("y") },
      ],
      named("z", "c"),
    ),
  ).toEqual({ text: "CASE WHEN p THEN x WHEN q THEN y ELSE z END", reads: ["a", "b", "c"] });
});
