import { expect, test } from "vitest";
import { dateOf, dateSchema, daysBefore, dayNumber, monthsLater, validDays, validForSchema } from "./date.ts";

// Counted from the calendar: leap years are those of four, but of the centuries only those of four hundred.
test.each<[string, number]>([
  ["1970-01-01", 0],
  ["1970-01-02", 1],
  ["1970-02-01", 31],
  ["1970-03-01", 59],
  ["1970-12-31", 364],
  ["1971-01-01", 365],
  ["1972-02-29", 789],
  ["1972-03-01", 790],
  ["1973-01-01", 1096],
  ["2000-02-29", 11016],
  ["2000-03-01", 11017],
  ["1969-12-31", -1],
  ["1969-01-01", -365],
  ["1968-02-29", -672],
  ["1900-03-01", -25508],
  ["1900-02-28", -25509],
  ["2100-03-01", 47541],
  ["2100-02-28", 47540],
  ["0000-01-01", -719528],
  ["9999-12-31", 2932896],
])("%s is day %i", (date, day) => {
  expect(dayNumber(date)).toBe(day);
  expect(dateOf(day)).toBe(date);
});

test.each([
  "2026-02-29",
  "2100-02-29",
  "2026-02-30",
  "2026-04-31",
  "2026-06-31",
  "2026-09-31",
  "2026-11-31",
  "2026-01-32",
  "2026-03-32",
  "2026-00-10",
  "2026-13-10",
  "2026-05-00",
  "2026-5-1",
  "2026-05-1",
  "2026-05-011",
  "20260-5-01",
  "2026/05-01",
  "2026-05/01",
  "2026-05-0a",
  "2026-0a-01",
  "20a6-05-01",
  "a026-05-01",
  "2026-05-/1",
  "2026-05-1/",
  "2026-1/-01",
  "202/-05-01",
  "2026-05-:1",
  "2026-05-1:",
  "-026-05-01",
  "+026-05-01",
  "2026-05- 1",
  "",
  "2026-05-01T00:00:00Z",
])("%j is no date", (text) => {
  expect(dayNumber(text)).toBeUndefined();
  expect(dateSchema.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual(["not-a-date"]);
});

test("every month has its last day", () => {
  const last = ["01-31", "02-28", "03-31", "04-30", "05-31", "06-30"].concat([
    "07-31",
    "08-31",
    "09-30",
    "10-31",
    "11-30",
    "12-31",
  ]);
  for (const day of last) expect(dateSchema.safeParse(`2025-${day}`).success, day).toBe(true);
  const days = last.map((day) => dayNumber(`2025-${day}`) ?? Number.NaN);
  // The day after the last of a month is the first of the next.
  expect(days.map((day) => dateOf(day + 1)?.slice(5))).toEqual(
    ["02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "01"].map((month) => `${month}-01`),
  );
});

test("the days of all the years there are", () => {
  for (let day = -719_528; day < 2_900_000; day += 997) expect(dayNumber(dateOf(day) ?? "")).toBe(day);
  expect(dateOf(-719_529)).toBeUndefined();
  expect(dateOf(2_932_897)).toBeUndefined();
  expect(dateOf(-719_528 + 59)).toBe("0000-02-29");
  expect(dateOf(-719_528 + 60)).toBe("0000-03-01");
});

test("some days before", () => {
  expect(daysBefore("2026-03-01", 1)).toBe("2026-02-28");
  expect(daysBefore("2026-03-01", 0)).toBe("2026-03-01");
  expect(daysBefore("2026-03-01", -1)).toBe("2026-03-02");
  expect(daysBefore("0000-01-02", 1)).toBe("0000-01-01");
  expect(() => daysBefore("0000-01-02", 2)).toThrow(new RangeError("no date 2 days before 0000-01-02"));
  expect(() => daysBefore("2026-02-30", 1)).toThrow(new RangeError("no date 1 days before 2026-02-30"));
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2027-12-31", 2, "2028-02-29"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2026-12-15", 1, "2027-01-15"],
  ["2026-06-30", 60, "2031-06-30"],
  ["2026-06-30", 0, "2026-06-30"],
])("%s and %i months: %s", (date, months, expected) => {
  expect(monthsLater(date, months)).toBe(expected);
});

test("no months after what is no date, and no date after the years there are", () => {
  expect(() => monthsLater("2026-02-30", 1)).toThrow(new RangeError("no date 1 months after 2026-02-30"));
  expect(() => monthsLater("9999-12-01", 1)).toThrow(new RangeError("no date 1 months after 9999-12-01"));
});

test("P3 how long a value is good", () => {
  expect(["P0D", "P1D", "P14D", "P365D"].map(validDays)).toEqual([0, 1, 14, 365]);
  expect(validForSchema.safeParse("P01D").error?.issues.map((issue) => issue.message)).toEqual([
    "not-a-duration",
  ]);
});
