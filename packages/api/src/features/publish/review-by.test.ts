import { describe, expect, it } from "vitest";
import { Refusal } from "../../errors.ts";
import { reviewByOf } from "./review-by.ts";

describe("the day a release is due to be looked at again", () => {
  it("is the one that was chosen, or so many months away, or none", () => {
    const today = "2026-03-01";
    expect(reviewByOf({ chosen: "2026-09-30", months: 12, today })).toBe("2026-09-30");
    expect(reviewByOf({ chosen: today, months: null, today })).toBe(today);
    expect(reviewByOf({ chosen: undefined, months: 12, today })).toBe("2027-03-01");
    expect(reviewByOf({ chosen: undefined, months: null, today })).toBeUndefined();
    expect(() => reviewByOf({ chosen: "2026-02-28", months: 12, today })).toThrow(Refusal);
  });
});
