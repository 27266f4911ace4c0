import { expect, it } from "vitest";
import { freshSeed, someCases } from "../../test/arbitraries.ts";
import { evaluate } from "../evaluate/index.ts";
import { resultJson } from "./result-json.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

it(`writes what JSON.stringify writes, whatever the caller sent (SEED=${seed})`, () => {
  let cases = 0;
  let withProblems = 0;
  for (const { ruleSet, facts, at } of someCases(seed, { ruleSets: 100, persons: 10 })) {
    const odd = cases % 5 === 0 ? { ...facts, '"}]\\,\u2028\u0000é': 1 } : facts;
    const { result } = evaluate(ruleSet, odd, at);
    expect(resultJson(result)).toBe(JSON.stringify(result));
    cases++;
    if (result.problems.length > 0) withProblems++;
  }
  expect(cases).toBe(1000);
  expect(withProblems).toBeGreaterThanOrEqual(200);
});
