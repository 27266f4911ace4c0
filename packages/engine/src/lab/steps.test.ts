// The values next to a value, by type, and where there is none.
import { expect, test } from "vitest";
import { fact } from "../../test/tiny.ts";
import type { Fact } from "../model/fact.ts";
import { addDays, neighbour, stepped } from "./steps.ts";

const of = (type: string, rest: Readonly<Record<string, unknown>> = {}): Fact =>
  fact("f", type, rest) as unknown as Fact;

test.each([
  [18, 0, 1, 19],
  [18, 0, -1, 17],
  [0, 0, -1, -1],
  [0.3, 1, -1, 0.2],
  [0.1, 1, 2, 0.3],
  [1.247, 3, 1, 1.248],
  [-0.05, 2, -1, -0.06],
  [7, 2, 0, 7],
])("%d with %d digits, %d steps on: %d", (value, scale, steps, next) => {
  expect(stepped(value, scale, steps)).toBe(next);
});

test("a number's neighbour is as fine as its fact, and inside of its range, ends included", () => {
  const age = of("integer", { range: { min: 0, max: 120 } });
  expect([-1, 0, 1].map((steps) => neighbour(age, 0, steps))).toEqual([undefined, 0, 1]);
  expect([-1, 0, 1].map((steps) => neighbour(age, 1, steps))).toEqual([0, 1, 2]);
  expect([-1, 0, 1].map((steps) => neighbour(age, 119, steps))).toEqual([118, 119, 120]);
  expect([-1, 0, 1].map((steps) => neighbour(age, 120, steps))).toEqual([119, 120, undefined]);
  const dose = of("decimal", { scale: 2, range: { min: -0.5, max: 0.5 } });
  expect([-1, 1].map((steps) => neighbour(dose, 0.49, steps))).toEqual([0.48, 0.5]);
  expect([-1, 1].map((steps) => neighbour(dose, -0.5, steps))).toEqual([undefined, -0.49]);
});

test("without a range every number has both neighbours", () => {
  expect([-1, 1].map((steps) => neighbour(of("integer"), 0, steps))).toEqual([-1, 1]);
  expect([-1, 1].map((steps) => neighbour(of("decimal", { scale: 1 }), 9.5, steps))).toEqual([9.4, 9.6]);
});

test("a date's neighbours are the day before and the day after", () => {
  expect([-1, 0, 1].map((steps) => neighbour(of("date"), "2026-03-01", steps))).toEqual([
    "2026-02-28",
    "2026-03-01",
    "2026-03-02",
  ]);
});

test.each([
  ["2024-02-28", 1, "2024-02-29"],
  ["2100-02-28", 1, "2100-03-01"],
  ["2026-12-31", 1, "2027-01-01"],
  ["2026-01-01", -1, "2025-12-31"],
  ["2026-03-15", -14, "2026-03-01"],
  ["2026-01-01", 365, "2027-01-01"],
  ["2024-01-01", 366, "2025-01-01"],
  ["0001-01-01", -366, "0000-01-01"],
  ["0000-01-01", -1, undefined],
  ["9999-12-30", 1, "9999-12-31"],
  ["9999-12-31", 1, undefined],
  ["2026-02-30", 1, undefined],
])("%s and %d days: %s", (date, days, then) => {
  expect(addDays(date, days)).toBe(then);
});
