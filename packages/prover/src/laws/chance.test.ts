import { expect, test } from "vitest";
import { chanceFrom } from "./chance.ts";

test("the numbers are those of mulberry32, computed once elsewhere", () => {
  const [next, other] = [chanceFrom(1), chanceFrom(0x9e3779b9)];
  expect([next(), next(), next(), next()]).toEqual([
    0.6270739405881613, 0.002735721180215478, 0.5274470399599522, 0.9810509674716741,
  ]);
  expect([other(), other()]).toEqual([0.3588899802416563, 0.10590326134115458]);
});
