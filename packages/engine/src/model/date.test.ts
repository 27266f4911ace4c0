import { expect, test } from "vitest";
import { dateOf, daysBefore, dayNumber } from "./date.ts";

test("the days of all the years there are", () => {
  for (const date of ["0000-01-01", "1600-02-29", "1969-12-31", "1970-01-01", "2000-03-01", "9999-12-31"])
    expect(dateOf(dayNumber(date) ?? Number.NaN)).toBe(date);
  for (let day = -719_528; day < 2_900_000; day += 997) expect(dayNumber(dateOf(day) ?? "")).toBe(day);
  expect(dateOf((dayNumber("0000-01-01") ?? 0) - 1)).toBeUndefined();
  expect(dateOf((dayNumber("9999-12-31") ?? 0) + 1)).toBeUndefined();
  expect(daysBefore("2026-03-01", 1)).toBe("2026-02-28");
  expect(() => daysBefore("0000-01-02", 2)).toThrow(RangeError);
});
