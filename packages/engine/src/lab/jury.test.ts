// Profiles as a jury: who takes part, who notices, and who is asked first.
import { expect, test } from "vitest";
import { profileOf } from "../../test/lab.ts";
import { criterion, tiny } from "../../test/tiny.ts";
import type { Profile } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { seededFaults } from "./faults/index.ts";
import { juryOf, survivors } from "./jury.ts";
import { runnerOf, type Runner } from "./runner.ts";

const below = (value: number): RuleSet =>
  tiny({ criteria: [criterion("A", { fact: "age", operator: "lessThan", value }, "stop")] });
const ruleSet = below(18);
const aged = (age: number): Profile => profileOf(ruleSet, { age }, `AGE${age}`);
const home = runnerOf(ruleSet);

/** A runner that writes down whom it was asked about. */
function watched(faulty: RuleSet): { readonly runner: Runner; readonly asked: () => readonly string[] } {
  const own = runnerOf(faulty);
  let asked: string[] = [];
  const runner: Runner = {
    ...own,
    run: (person) => {
      asked.push(person.near?.id ?? "nobody");
      return own.run(person);
    },
  };
  return { runner, asked: () => asked.splice(0) };
}

test("a fault is noticed by whoever is no longer answered as expected", () => {
  const jury = juryOf(home, [aged(17), aged(18), aged(30)]);
  expect(jury.failing).toEqual([]);
  expect([17, 18, 19, 30, 31].map((limit) => jury.notices(runnerOf(below(limit))))).toEqual([
    true,
    false,
    true,
    true,
    true,
  ]);
  expect(juryOf(home, [aged(30)]).notices(runnerOf(below(30)))).toBe(false);
  expect(juryOf(home, []).notices(runnerOf(below(0)))).toBe(false);
});

test("whoever noticed is asked first the next time, and nobody is lost", () => {
  const jury = juryOf(home, [aged(17), aged(20), aged(30)]);
  const { runner, asked } = watched(below(25));
  expect(jury.notices(runner)).toBe(true);
  expect(asked()).toEqual(["AGE17", "AGE20"]);
  expect(jury.notices(runner)).toBe(true);
  expect(asked()).toEqual(["AGE20"]);
  const unnoticed = watched(below(18));
  expect(jury.notices(unnoticed.runner)).toBe(false);
  expect(unnoticed.asked()).toEqual(["AGE20", "AGE17", "AGE30"]);
});

test("a profile that fails without any fault is named and takes no part", () => {
  const wrong: Profile = { ...aged(20), id: "WRONG", expected: { decisions: { d: "care" } } };
  const jury = juryOf(home, [aged(17), wrong]);
  expect(jury.failing).toEqual(["WRONG"]);
  expect(jury.notices(runnerOf(below(25)))).toBe(false);
  expect(jury.notices(runnerOf(below(17)))).toBe(true);
});

test("survivors are the faults that nobody notices, in their order", () => {
  const faults = seededFaults(ruleSet);
  const limits = (profiles: readonly Profile[]) =>
    survivors(ruleSet, profiles, faults).map((s) => s.fault.id);
  // 17 tells a lower limit, 18 a higher one and "or equal"; both tell whether it is there at all, who blocks and who stops.
  expect(limits([aged(17), aged(18)]).some((id) => id.startsWith("threshold/"))).toBe(false);
  expect(limits([aged(17)])).toContain("threshold/criteria/A/when.value/19");
  expect(limits([aged(17)])).not.toContain("threshold/criteria/A/when.value/17");
  expect(limits([aged(18)])).toContain("threshold/criteria/A/when.value/17");
  expect(limits([aged(18)])).not.toContain("threshold/criteria/A/when.value/19");
  expect(limits([])).toEqual(faults.map((f) => f.fault.id));
});
