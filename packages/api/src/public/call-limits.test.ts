import { describe, expect, it } from "vitest";
import { CallCounter } from "./call-limits.ts";

const second = 1000;
const app = { id: "app", limits: { evaluate: 3 } };

describe("CallCounter", () => {
  it("lets through a burst, then as many as come back, and says how long to wait", () => {
    const calls = new CallCounter();
    const take = (now: number) => calls.take(app, "evaluate", now);
    expect([take(0), take(0), take(0)]).toEqual([undefined, undefined, undefined]);
    // Three a minute: one every twenty seconds.
    expect(take(0)).toBe(20);
    expect(take(15 * second)).toBe(5);
    expect(take(20 * second)).toBeUndefined();
    expect(take(20 * second)).toBe(20);
    // However long the rest, no more than the burst.
    expect([0, 1, 2, 3].map(() => take(10_000 * second))).toEqual([undefined, undefined, undefined, 20]);
  });

  it("counts each consumer and each kind of call for itself", () => {
    const calls = new CallCounter();
    const one = { id: "one", limits: { evaluate: 1, read: 1 } };
    expect(calls.take(one, "evaluate", 0)).toBeUndefined();
    expect(calls.take(one, "evaluate", 0)).toBe(60);
    expect(calls.take(one, "read", 0)).toBeUndefined();
    expect(calls.take({ ...one, id: "two" }, "evaluate", 0)).toBeUndefined();
  });

  it("gives nothing for a clock that is set back, and follows a limit that is changed", () => {
    const calls = new CallCounter();
    for (let i = 0; i < 3; i++) calls.take(app, "evaluate", 100 * second);
    expect(calls.take(app, "evaluate", 0)).toBe(20);
    expect(calls.take({ ...app, limits: { evaluate: 60 } }, "evaluate", second)).toBeUndefined();
  });

  it("without limits of its own a key is let through thousands of times, and not for ever", () => {
    const calls = new CallCounter();
    const free = { id: "free", limits: null };
    for (const [kind, burst] of [
      ["read", 6000],
      ["evaluate", 60_000],
    ] as const) {
      for (let i = 0; i < burst; i++) expect(calls.take(free, kind, 0)).toBeUndefined();
      expect(calls.take(free, kind, 0)).toBe(1);
    }
  });
});
