import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { pauseSeconds, poll } from "../src/poll.ts";

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe("polling", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("a pause is about as long as asked while all is well", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 }), chance, (every, by) => {
        const pause = pauseSeconds(every, 0, by);
        expect(pause).toBeGreaterThanOrEqual(every * 0.9);
        expect(pause).toBeLessThanOrEqual(every * 1.1);
      }),
    );
  });

  test("failing never makes a client ask more often, and never keeps it away for long", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 86_400 }), fc.nat(10_000), chance, (every, failures, by) => {
        const pause = pauseSeconds(every, failures, by);
        expect(pause).toBeGreaterThanOrEqual(every * 0.9);
        expect(pause).toBeLessThanOrEqual(Math.max(every * 1.1, 300));
      }),
    );
    expect(pauseSeconds(10, 1, 0.5)).toBe(15);
    expect(pauseSeconds(10, 3, 0.5)).toBe(60);
    expect(pauseSeconds(10, 9, 0.5)).toBe(225);
  });

  test("clients that start together do not stay together", () => {
    const pauses = new Set(Array.from({ length: 100 }, (_, i) => Math.round(pauseSeconds(60, 4, i / 100))));
    expect(pauses.size).toBeGreaterThan(50);
  });

  test("over a day without a server a client asks a few hundred times, then steadily again", async () => {
    let checks = 0;
    let up = false;
    const every30 = (failures: number, by: number): number => pauseSeconds(30, failures, by);
    const stop = poll(every30, true, async () => {
      checks++;
      return up;
    });
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(checks).toBeGreaterThan(200);
    expect(checks).toBeLessThan(700);
    up = true;
    await vi.advanceTimersByTimeAsync(330_000);
    checks = 0;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(checks).toBeGreaterThanOrEqual(Math.floor(3600 / 33) - 1);
    expect(checks).toBeLessThanOrEqual(Math.ceil(3600 / 27) + 1);
    stop();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(checks).toBeLessThanOrEqual(Math.ceil(3600 / 27) + 1);
  });
});
