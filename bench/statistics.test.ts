import * as fc from "fast-check";
import { expect, test } from "vitest";
import { median, medianRatio, quantile } from "./statistics.ts";

const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);
const some = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });

test("a quantile lies where its share of the values lies below it, whatever their order", () => {
  expect(quantile([4, 1, 3, 2, 5], 0)).toBe(1);
  expect(quantile([4, 1, 3, 2, 5], 1)).toBe(5);
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([10, 20], 0.95)).toBeCloseTo(19.5);
  fc.assert(
    fc.property(some, fc.double({ min: 0, max: 1, noNaN: true }), (values, q) => {
      const found = quantile(values, q);
      const below = values.filter((v) => v <= found + 1e-6).length;
      return below >= Math.floor(q * (values.length - 1)) + 1 && found <= Math.max(...values);
    }),
    { seed },
  );
});

test("a ratio is taken within each round, so that a slow round counts for nothing", () => {
  expect(medianRatio([20, 200, 2], [10, 100, 1])).toBe(2);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.5, max: 1e3, noNaN: true }), { minLength: 1 }), (slowness) => {
      const ratio = medianRatio(
        slowness.map((s) => 3 * s),
        slowness,
      );
      return Math.abs(ratio - 3) < 1e-9;
    }),
    { seed },
  );
});

test("nothing is made of nothing", () => {
  expect(() => median([])).toThrow(RangeError);
  expect(() => medianRatio([1], [])).toThrow(RangeError);
});
