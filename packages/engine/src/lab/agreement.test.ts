// Other evaluators beside the direct reading: who is said to disagree, and about whom.
import { expect, test } from "vitest";
import { profileOf } from "../../test/lab.ts";
import { criterion, tiny } from "../../test/tiny.ts";
import { evaluatePerson } from "../evaluate/index.ts";
import type { Result } from "../model/result.ts";
import { disagreements, type OtherEvaluator } from "./agreement.ts";

const ruleSet = tiny({
  criteria: [
    criterion("YOUNG", { fact: "age", operator: "lessThan", value: 18 }, "stop"),
    criterion("SINCE", { fact: "score", operator: "isKnown" }, "care"),
  ],
});
const profiles = [profileOf(ruleSet, { age: 4 }, "CHILD"), profileOf(ruleSet, { age: 40 }, "ADULT")];

const direct: OtherEvaluator = {
  name: "direct",
  prepare: (r) => (person) => evaluatePerson(r, person).result,
};
const changing = (change: (result: Result) => Result, name: string): OtherEvaluator => ({
  name,
  prepare: (r) => (person) => change(evaluatePerson(r, person).result),
});

test("whoever answers the same, at once or later, disagrees about nobody", async () => {
  const later: OtherEvaluator = {
    name: "later",
    prepare: (r) => (person) => Promise.resolve(evaluatePerson(r, person).result),
  };
  expect(await disagreements(ruleSet, profiles, [direct, later])).toEqual([]);
  expect(await disagreements(ruleSet, profiles, [])).toEqual([]);
  expect(await disagreements(ruleSet, [], [direct])).toEqual([]);
});

test("the order in which a result is written makes no difference, any value in it does", async () => {
  const turned = changing((r) => Object.fromEntries(Object.entries(r).reverse()) as Result, "turned");
  const silent = changing((r) => ({ ...r, fired: [] }), "silent");
  // The adult fires nothing, so that only the child is answered otherwise.
  expect(await disagreements(ruleSet, profiles, [turned, silent])).toEqual([
    { profile: "CHILD", evaluators: ["silent"] },
  ]);
});

test("every evaluator that differs is named, profile by profile in their order", async () => {
  const silent = changing((r) => ({ ...r, fired: [] }), "silent");
  const asking = changing((r) => ({ ...r, missing: ["age"] }), "asking");
  expect(await disagreements(ruleSet, profiles, [silent, direct, asking])).toEqual([
    { profile: "CHILD", evaluators: ["silent", "asking"] },
    { profile: "ADULT", evaluators: ["asking"] },
  ]);
});

test("one that cannot model the rule set, or cannot run it for somebody, agrees with nothing", async () => {
  const refusing: OtherEvaluator = {
    name: "refusing",
    prepare: () => {
      throw new Error("not modelled");
    },
  };
  const throwing: OtherEvaluator = {
    name: "throwing",
    prepare: (r) => (person) => {
      const { result } = evaluatePerson(r, person);
      if (result.fired.length > 0) throw new Error("not run");
      return result;
    },
  };
  const rejecting: OtherEvaluator = {
    name: "rejecting",
    prepare: () => () => Promise.reject(new Error("later")),
  };
  expect(await disagreements(ruleSet, profiles, [refusing, throwing, rejecting])).toEqual([
    { profile: "CHILD", evaluators: ["refusing", "throwing", "rejecting"] },
    { profile: "ADULT", evaluators: ["refusing", "rejecting"] },
  ]);
});

test("a profile is read on its own date, or else on a day that is always the same", async () => {
  const known: boolean[] = [];
  const watching: OtherEvaluator = {
    name: "watching",
    prepare: (r) => (person) => {
      known.push(person.states.get("score")?.kind === "known");
      return evaluatePerson(r, person).result;
    },
  };
  const seen = (observedOn: string) => ({ score: { value: 5, observedOn } });
  const { evaluatedOn: _, ...undated } = profileOf(ruleSet, seen("2026-01-01"), "UNDATED");
  // Good for 14 days: on 2 March 2026 an observation of 1 January is stale, on 1 January one of March is to come.
  const both = [
    undated,
    { ...undated, id: "LATER", facts: seen("2026-03-01") },
    profileOf(ruleSet, seen("2026-03-01"), "DATED"),
    profileOf(ruleSet, seen("2026-01-01"), "STALE"),
  ];
  expect(await disagreements(ruleSet, both, [watching])).toEqual([]);
  expect(known).toEqual([true, false, true, false]);
});
