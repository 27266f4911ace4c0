import { describe, expect, it } from "vitest";
import { dateIn } from "./local-date.ts";

describe("dateIn", () => {
  it.each([
    ["America/Toronto", "2026-03-08T04:59:59.999Z", "2026-03-07"],
    ["America/Toronto", "2026-03-08T05:00:00Z", "2026-03-08"],
    // Clocks go forward in the night of 8 March 2026 and back in that of 1 November.
    ["America/Toronto", "2026-03-09T03:59:59Z", "2026-03-08"],
    ["America/Toronto", "2026-03-09T04:00:00Z", "2026-03-09"],
    ["America/Toronto", "2026-11-02T04:59:59Z", "2026-11-01"],
    ["America/Toronto", "2026-11-02T05:00:00Z", "2026-11-02"],
    ["America/St_Johns", "2026-01-01T03:29:59Z", "2025-12-31"],
    ["America/St_Johns", "2026-01-01T03:30:00Z", "2026-01-01"],
    ["Asia/Tokyo", "2026-12-31T15:00:00Z", "2027-01-01"],
  ])("%s at %s: %s", (zone, instant, date) => {
    expect(dateIn(zone, new Date(instant))).toBe(date);
  });

  it("answers the same in any order of asking", () => {
    const ask = (zone: string, instant: string) => dateIn(zone, new Date(instant));
    const before = ask("America/Toronto", "2026-05-01T03:59:59Z");
    ask("Asia/Tokyo", "2026-05-01T03:59:59Z");
    expect([before, ask("America/Toronto", "2026-05-01T04:00:00Z")]).toEqual(["2026-04-30", "2026-05-01"]);
    expect(ask("America/Toronto", "2026-05-01T03:59:59Z")).toBe("2026-04-30");
  });

  it("refuses a zone that does not exist", () => {
    expect(() => dateIn("America/Nowhere", new Date(0))).toThrow(RangeError);
  });
});
