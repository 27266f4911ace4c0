// The steps of a range are exactly the numbers of the scale that are in it.
import { expect, test } from "vitest";
import { numberAt, stepsIn } from "./steps.ts";

test("bounds that are numbers of the scale are in, whatever multiplying makes of them", () => {
  for (const scale of [0, 1, 2, 3, 6])
    for (let step = -300; step <= 300; step += 1) {
      const bound = numberAt(step, scale);
      expect(stepsIn({ min: bound, max: bound }, scale)).toEqual({ first: step, last: step });
    }
});

test("a bound just beside a number of the scale leaves it out, or in", () => {
  expect(stepsIn({ min: 0, max: 0.3 - 0.1 }, 1)).toEqual({ first: 0, last: 1 });
  expect(stepsIn({ min: 0.1 + 0.2, max: 1 }, 1)).toEqual({ first: 4, last: 10 });
  expect(stepsIn({ min: -(0.3 - 0.1), max: 0.1 + 0.2 }, 1)).toEqual({ first: -1, last: 3 });
  expect(stepsIn({ min: 0.5, max: 2.5 }, 0)).toEqual({ first: 1, last: 2 });
  expect(stepsIn({ min: -Infinity, max: Infinity }, 2)).toEqual({ first: -Infinity, last: Infinity });
});
