import { describe, expect, it } from "vitest";
import { clockIn, dayIn, instantsOf, knownZone } from "./zoned-time.ts";

const montreal = "America/Toronto";
const shown = (zone: string, clock: string): readonly string[] =>
  instantsOf(zone, clock).map((at) => at.toISOString());

describe("an hour as the clocks of Québec show it", () => {
  it.each([
    ["in winter", "2026-01-15T07:00", ["2026-01-15T12:00:00.000Z"]],
    ["in summer", "2026-07-15T07:00", ["2026-07-15T11:00:00.000Z"]],
    ["just before the clocks go forward", "2026-03-08T01:59", ["2026-03-08T06:59:00.000Z"]],
    ["left out, at its beginning", "2026-03-08T02:00", []],
    ["left out, at its end", "2026-03-08T02:59", []],
    ["just after the clocks went forward", "2026-03-08T03:00", ["2026-03-08T07:00:00.000Z"]],
    ["just before the clocks go back", "2026-11-01T00:59", ["2026-11-01T04:59:00.000Z"]],
    ["twice", "2026-11-01T01:00", ["2026-11-01T05:00:00.000Z", "2026-11-01T06:00:00.000Z"]],
    ["twice, at the end", "2026-11-01T01:59", ["2026-11-01T05:59:00.000Z", "2026-11-01T06:59:00.000Z"]],
    ["just after", "2026-11-01T02:00", ["2026-11-01T07:00:00.000Z"]],
    ["that is none", "bientôt", []],
    ["of no day", "2026-02-30T07:00", []],
  ])("%s", (_when, clock, expected) => {
    expect(shown(montreal, clock)).toEqual(expected);
  });

  it("is another day than in London late in the evening", () => {
    const late = new Date("2026-07-01T03:59:00Z");
    expect([dayIn(montreal, late), dayIn("Europe/London", late)]).toEqual(["2026-06-30", "2026-07-01"]);
  });
});

it("a zone of no known name is read as UTC", () => {
  expect(["a_b", montreal].map(knownZone)).toEqual(["UTC", montreal]);
});

it("every instant is among those at which the clocks show what they show, in any zone", () => {
  const minute = 60_000;
  const asked = { once: 0, twice: 0 };
  for (const zone of [
    montreal,
    "America/St_Johns",
    "Australia/Lord_Howe",
    "Asia/Kathmandu",
    "Pacific/Kiritimati",
  ])
    // Not a divisor of an hour or a day: every hour and every minute is met.
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2028, 0, 1); at += 217 * minute) {
      const found = instantsOf(zone, clockIn(zone, new Date(at))).map(Number);
      expect(found, `${zone} ${new Date(at).toISOString()}`).toContain(at);
      asked[found.length === 1 ? "once" : "twice"]++;
      expect(found.length).toBeLessThanOrEqual(2);
    }
  expect(asked.twice).toBeGreaterThan(0);
});
