// How a kernel is gone through, piece by piece, with a clock of its own.
import { afterEach, describe, expect, it, vi } from "vitest";
import { goThrough } from "./go-through.ts";
import type { Kernel } from "./kernel.ts";
import { planOf } from "./plan.ts";

const plan = planOf(
  { nodes: [{ kind: "literal", dimension: 0, options: [true, false] }] },
  { root: 0, sizes: [2] },
);
let clock = 0;

/** A kernel whose pieces take as long as told, the last one of those over and over. */
function slow(steps: number, milliseconds: readonly number[], hit = Infinity) {
  const pieces: (readonly [from: number, count: number])[] = [];
  clock = 1000;
  vi.spyOn(performance, "now").mockImplementation(() => clock);
  const kernel: Kernel = {
    plan: { ...plan, steps },
    search: (from, count) => {
      clock += milliseconds[pieces.length] ?? milliseconds.at(-1) ?? 0;
      pieces.push([from, count]);
      return hit < from + count ? [hit] : undefined;
    },
  };
  return { kernel, pieces };
}
afterEach(() => {
  vi.restoreAllMocks();
});

const free = { signal: undefined, deadline: Infinity };
const counts = (pieces: readonly (readonly [number, number])[]): readonly number[] =>
  pieces.map(([, count]) => count);

describe("pieces", () => {
  it.each<[string, number, readonly number[], readonly number[]]>([
    ["fewer steps than one piece", 5, [0], [5]],
    ["just one piece", 16, [0], [16]],
    ["twice as many each time while that is quick", 100, [3.9], [16, 32, 52]],
    ["the same number again when half the time is used", 40, [4], [16, 16, 8]],
    ["and when all of it is", 40, [8], [16, 16, 8]],
    ["half as many when it was too long", 32, [8.1], [16, 8, 4, 2, 1, 1]],
    ["more and less by turns", 60, [1, 9, 1], [16, 32, 12]],
    [
      "never more than a kernel can do",
      2 ** 33,
      [0],
      [
        ...Array.from({ length: 27 }, (_, i) => 2 ** (4 + i)),
        ...Array.from({ length: 6 }, () => 2 ** 30),
        16,
      ],
    ],
  ])("%s", async (_, steps, milliseconds, expected) => {
    const { kernel, pieces } = slow(steps, milliseconds);
    expect(await goThrough(kernel, free)).toBeUndefined();
    expect(counts(pieces)).toEqual(expected);
    // Each begins where the one before it ended.
    let from = 0;
    for (const [start, count] of pieces) {
      expect(start).toBe(from);
      from += count;
    }
    expect(from).toBe(steps);
  });
});

describe("ends", () => {
  it("with what was found, at once", async () => {
    const { kernel, pieces } = slow(100, [0], 20);
    expect(await goThrough(kernel, { signal: undefined, deadline: 0 })).toBe("time");
    expect(await goThrough(kernel, free)).toEqual([20]);
    expect(counts(pieces).slice(1)).toEqual([16, 32]);
  });

  it("when it is too late, unless nothing is left to do", async () => {
    const late = slow(100, [10]);
    expect(await goThrough(late.kernel, { signal: undefined, deadline: 1010 })).toBe("time");
    expect(counts(late.pieces)).toEqual([16, 8]);
    const last = slow(24, [10]);
    expect(await goThrough(last.kernel, { signal: undefined, deadline: 1010 })).toBeUndefined();
    const found = slow(16, [10], 3);
    expect(await goThrough(found.kernel, { signal: undefined, deadline: 0 })).toEqual([3]);
  });

  it("when it is cancelled, which has a turn after every piece", async () => {
    const controller = new AbortController();
    const { kernel, pieces } = slow(1000, [5]);
    const going = goThrough(kernel, { signal: controller.signal, deadline: Infinity });
    setImmediate(() => setImmediate(() => controller.abort()));
    expect(await going).toBe("cancelled");
    expect(pieces.length).toBeLessThan(5);
  });
});
