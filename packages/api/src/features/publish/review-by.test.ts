import { describe, expect, it } from "vitest";
import { Refusal } from "../../errors.ts";
import { monthsLater, reviewByOf } from "./review-by.ts";

describe("the day a release is due to be looked at again", () => {
  it("is the one that was chosen, or so many months away, or none", () => {
    const today = "2026-03-01";
    expect(reviewByOf({ chosen: "2026-09-30", months: 12, today })).toBe("2026-09-30");
    expect(reviewByOf({ chosen: today, months: null, today })).toBe(today);
    expect(reviewByOf({ chosen: undefined, months: 12, today })).toBe("2027-03-01");
    expect(reviewByOf({ chosen: undefined, months: null, today })).toBeUndefined();
    expect(() => reviewByOf({ chosen: "2026-02-28", months: 12, today })).toThrow(Refusal);
  });

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2027-12-31", 2, "2028-02-29"],
    ["2026-11-30", 3, "2027-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-06-30", 60, "2031-06-30"],
  ])("%s and %i months: %s", (date, months, expected) => {
    expect(monthsLater(date, months)).toBe(expected);
  });
});
