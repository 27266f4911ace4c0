// Formulas keep what they are told, decide what is settled, and agree with going through every option.
import { expect, test } from "vitest";
import { chanceFrom, freshSeed } from "../../test/arbitraries.ts";
import { FALSE, Formulas, TRUE } from "./formulas.ts";

test("what is settled is TRUE or FALSE, what is equal is one formula", () => {
  const f = new Formulas();
  const a = f.literal(0, [true, false]);
  const b = f.literal(1, [false, true, true]);
  expect(f.literal(2, [true, true])).toBe(TRUE);
  expect(f.literal(2, [false, false])).toBe(FALSE);
  expect(f.literal(0, [true, false])).toBe(a);
  expect(f.literal(0, [false, true])).not.toBe(a);
  expect(f.literal(1, [true, false])).not.toBe(a);
  expect([f.all([]), f.any([])]).toEqual([TRUE, FALSE]);
  expect([f.all([a]), f.any([a])]).toEqual([a, a]);
  expect([f.all([a, TRUE]), f.any([a, FALSE])]).toEqual([a, a]);
  expect([f.all([a, FALSE, b]), f.any([a, TRUE, b])]).toEqual([FALSE, TRUE]);
  expect(f.all([a, b])).toBe(f.all([b, a, b]));
  expect(f.any([a, b])).not.toBe(f.all([a, b]));
  const c = f.literal(3, [true, false]);
  expect(f.all([f.all([a, b]), c])).toBe(f.all([a, f.all([b, c])]));
  expect(f.any([f.any([a, b]), c])).toBe(f.any([a, f.any([b, c])]));
  expect([f.not(TRUE), f.not(FALSE)]).toEqual([FALSE, TRUE]);
  expect(f.not(f.not(a))).toBe(a);
  expect(f.not(a)).toBe(f.not(a));
  expect([f.choose(TRUE, a, b), f.choose(FALSE, a, b)]).toEqual([a, b]);
  expect([f.some(0, [a]), f.some(-1, []), f.some(1, []), f.some(2, [a])]).toEqual([TRUE, TRUE, FALSE, FALSE]);
  expect([f.some(1, [a, b]), f.some(2, [a, b])]).toEqual([f.any([a, b]), f.all([a, b])]);
});

test("the first dimension that is tested", () => {
  const f = new Formulas();
  const [near, far] = [f.literal(2, [true, false]), f.literal(5, [true, false])];
  expect([TRUE, FALSE].map((x) => f.firstLevel(x))).toEqual([Infinity, Infinity]);
  expect([near, far, f.not(far), f.all([far, near]), f.any([far, near])].map((x) => f.firstLevel(x))).toEqual(
    [2, 5, 5, 2, 2],
  );
  // A dimension that comes before all tested ones changes nothing; one tested in between is filled in.
  expect(f.at(far, 4, 0)).toBe(far);
  expect(f.at(far, 5, 0)).toBe(TRUE);
  expect(f.at(far, 5, 1)).toBe(FALSE);
  expect(f.at(TRUE, 0, 0)).toBe(TRUE);
  expect(f.at(f.all([near, far]), 2, 0)).toBe(far);
  expect(f.at(f.all([near, far]), 5, 1)).toBe(FALSE);
  expect(f.at(f.not(far), 5, 1)).toBe(TRUE);
});

test("random formulas say what their truth table says", () => {
  const seed = Number(process.env["SEED"] ?? freshSeed());
  const chance = chanceFrom(seed);
  const sizes = [2, 3, 2];
  for (let round = 0; round < 300; round += 1) {
    const f = new Formulas();
    type Truth = (choice: readonly number[]) => boolean;
    const pool: { readonly number: number; readonly truth: Truth }[] = sizes.flatMap((size, level) => {
      const options = Array.from({ length: size }, () => chance.often(0.5));
      return [
        {
          number: f.literal(level, options),
          truth: (c: readonly number[]) => options[c[level] ?? 0] ?? false,
        },
      ];
    });
    for (let i = 0; i < 6; i += 1) {
      const some = chance.some(pool, 3);
      const parts = some.map((s) => s.number);
      const [x = parts[0] ?? TRUE, y = TRUE, z = FALSE] = parts;
      const holds = (c: readonly number[]): boolean[] => some.map((s) => s.truth(c));
      const count = chance.below(4);
      pool.push(
        chance.pick([
          { number: f.all(parts), truth: (c) => holds(c).every(Boolean) },
          { number: f.any(parts), truth: (c) => holds(c).some(Boolean) },
          { number: f.not(x), truth: (c) => !holds(c)[0] },
          { number: f.some(count, parts), truth: (c) => holds(c).filter(Boolean).length >= count },
          { number: f.choose(x, y, z), truth: (c) => holds(c)[holds(c)[0] ? 1 : 2] ?? false },
        ] satisfies { readonly number: number; readonly truth: Truth }[]),
      );
    }
    for (const { number, truth } of pool)
      for (let i = 0; i < 12; i += 1) {
        const choice = [i % 2, Math.floor(i / 2) % 3, Math.floor(i / 6)];
        const order = chance.some([0, 1, 2], 3).toSorted((a, b) => a - b);
        const left = order.reduce((rest, level) => f.at(rest, level, choice[level] ?? 0), number);
        expect(left, `SEED=${seed} round ${round}`).toBe(truth(choice) ? TRUE : FALSE);
      }
  }
});
