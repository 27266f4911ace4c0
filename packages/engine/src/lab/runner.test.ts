// Rule sets run on people who are read once: by the same vocabulary as they are, by another one read again.
import { expect, test } from "vitest";
import { today } from "../../test/lab.ts";
import { criterion, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import type { RuleSet } from "../model/rule-set.ts";
import type { Somebody } from "./neighbours.ts";
import { runnerOf } from "./runner.ts";

const below = (value: number, facts: readonly unknown[] = tiny().facts): RuleSet =>
  tiny({ facts, criteria: [criterion("A", { fact: "age", operator: "lessThan", value }, "stop")] });
const ruleSet = below(18);

/** Somebody who counts how often their age is looked at. */
function counting(age: number): { readonly somebody: Somebody; readonly looks: () => number } {
  let looks = 0;
  const facts = Object.defineProperty({}, "age", {
    enumerable: true,
    get: () => {
      looks += 1;
      return age;
    },
  });
  return { somebody: { facts, at: today, near: undefined }, looks: () => looks };
}

test("somebody is read when they are prepared, and not again by rule sets with the same vocabulary", () => {
  const { somebody, looks } = counting(18);
  const person = runnerOf(ruleSet).prepare(somebody);
  const once = looks();
  expect(once).toBeGreaterThan(0);
  const results = [18, 19].map((limit) => runnerOf(below(limit)).run(person));
  expect(looks()).toBe(once);
  expect(results).toEqual([18, 19].map((limit) => evaluate(below(limit), { age: 18 }, today).result));
});

test("a rule set with another vocabulary reads them again, in its own way", () => {
  const { somebody, looks } = counting(18);
  const person = runnerOf(ruleSet).prepare(somebody);
  const once = looks();
  const narrow = ruleSet.facts.map((f) => (f.id === "age" ? { ...f, range: { min: 0, max: 17 } } : f));
  for (const facts of [narrow, [...ruleSet.facts].reverse()]) {
    const other = below(17, facts);
    expect(runnerOf(other).run(person)).toEqual(evaluate(other, { age: 18 }, today).result);
  }
  expect(looks()).toBeGreaterThan(once);
});

test("a prepared person is still who they were, and a runner says which rule set it runs", () => {
  const { somebody } = counting(18);
  expect(runnerOf(ruleSet).prepare(somebody)).toMatchObject({ at: today, near: undefined });
  expect(runnerOf(ruleSet).prepare(somebody).facts).toBe(somebody.facts);
  expect(runnerOf(ruleSet).ruleSet).toBe(ruleSet);
});

test("people are read on their own date", () => {
  const seen = tiny({
    criteria: [criterion("A", { fact: "score", operator: "greaterThan", value: 5 }, "stop")],
  });
  const { prepare, run } = runnerOf(seen);
  const facts = { score: { value: 6, observedOn: "2026-02-16" } };
  const fired = (at: string) => run(prepare({ facts, at, near: undefined })).fired;
  expect([fired("2026-03-02"), fired("2026-03-03"), fired("2026-02-15")]).toEqual([["A"], [], []]);
});
