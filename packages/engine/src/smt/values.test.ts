// From what a solver answers to what a caller would send.
import { describe, expect, test } from "vitest";
import { dayNumber } from "../model/date.ts";
import { freshSent, nothingSent, valueSent, type Slot } from "./sent.ts";
import { Terms } from "./terms.ts";
import { readSent } from "./values.ts";

const slot: Slot = {
  id: "f",
  sorts: ["boolean", "number", "date", "enum", "set"],
  scale: 0,
  least: -9,
  greatest: 9,
  members: ["a", "b", "c"],
  ages: [0, 7, 30],
  junk: true,
};
const read = (values: Readonly<Record<string, string>>, rest: Partial<Slot> = {}): unknown =>
  readSent(
    freshSent(new Terms(), "x", { ...slot, ...rest }).sent,
    new Map(Object.entries(values)),
    "2026-03-10",
  );
const yes = { x_is_boolean: "true", x_true: "true" };
const number = (value: string) => ({ x_is_number: "true", x_number: value });
const set = { x_is_set: "true" };

describe("values", () => {
  test.each<[string, Readonly<Record<string, string>>, unknown]>([
    ["nothing", {}, undefined],
    ["nothing, whatever its parts would be", { x_true: "true", x_number: "3", x_older0: "true" }, undefined],
    ["something unreadable", { x_junk: "true" }, "?"],
    ["yes", yes, true],
    ["no", { ...yes, x_true: "false" }, false],
    ["no, where the solver left it open", { x_is_boolean: "true" }, false],
    ["a number", number("7"), 7],
    ["a number of two digits", number("42"), 42],
    ["a negative number", number("(- 7)"), -7],
    ["a number the solver left open", { x_is_number: "true" }, 0],
    ["a date", { x_is_date: "true", x_date: String(dayNumber("2024-02-29")) }, "2024-02-29"],
    ["a date before 1970", { x_is_date: "true", x_date: "(- 1)" }, "1969-12-31"],
    ["a date the solver left open", { x_is_date: "true" }, "1970-01-01"],
    ["a member", { x_is_enum: "true", x_one1: "true" }, "b"],
    ["no member", { x_is_enum: "true" }, "?"],
    ["an empty set", set, []],
    ["a set", { ...set, x_in0: "true", x_in2: "true" }, ["a", "c"]],
    [
      "a set asked in part",
      { ...set, x_part: "true", x_in2: "true", x_asked1: "true", x_asked2: "true" },
      { value: ["c"], of: ["b", "c"] },
    ],
    ["a set of which nobody asked", { ...set, x_part: "true" }, { value: [], of: [] }],
    ["who was asked counts only in part", { ...set, x_asked1: "true" }, []],
  ])("%s", (_, values, expected) => {
    expect(read(values)).toStrictEqual(expected);
  });

  test("decimals have their places", () => {
    expect(read(number("35"), { scale: 2 })).toBe(0.35);
    expect(read(number("(- 5)"), { scale: 1 })).toBe(-0.5);
    expect(read(number("30"), { scale: 1 })).toBe(3);
    expect(read(number("29"), { scale: 2 })).toBe(0.29);
  });
});

describe("ages", () => {
  test.each([
    [["x_older0"], "2026-03-09"],
    [["x_older0", "x_older7"], "2026-03-02"],
    [["x_older0", "x_older7", "x_older30"], "2026-02-07"],
  ])("%j", (older, observedOn) => {
    const old = Object.fromEntries(older.map((name) => [name, "true"]));
    expect(read({ ...yes, ...old })).toStrictEqual({ value: true, observedOn });
    expect(read({ ...set, x_part: "true", ...old })).toStrictEqual({ value: [], of: [], observedOn });
  });
});

test("what was said to be sent is that very value", () => {
  const none = new Map<string, string>();
  expect(readSent(valueSent(new Terms(), slot, ["b", "a"]), none, "2026-03-10")).toEqual(["b", "a"]);
  expect(readSent(valueSent(new Terms(), slot, false), none, "2026-03-10")).toBe(false);
  expect(readSent(valueSent(new Terms(), slot, "unheard of"), none, "2026-03-10")).toBe("unheard of");
  expect(readSent(nothingSent(new Terms(), slot), none, "2026-03-10")).toBe(undefined);
});
