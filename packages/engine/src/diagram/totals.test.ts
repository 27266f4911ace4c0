// Totals and their parts: what parts that were answered leave of a total, and which decisions have no diagram for it.
import { expect, it } from "vitest";
import { criterion, fact, one, tiny } from "../../test/tiny.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { readPerson } from "../model/person.ts";
import { buildDiagram } from "./build.ts";
import { certain } from "./certain.ts";
import { checkDiagram } from "./check-diagram.ts";

const whole = (id: string, rest: Readonly<Record<string, unknown>> = {}) =>
  fact(id, "integer", { range: { min: 0, max: 3 }, ...rest });

function withTotal(
  total: Readonly<Record<string, unknown>> = {},
  part: Readonly<Record<string, unknown>> = {},
): RuleSet {
  return tiny({
    facts: [
      whole("first"),
      whole("second", part),
      fact("total", "integer", { range: { min: 0, max: 6 }, derive: { sum: ["first", "second"] }, ...total }),
    ],
    decisions: [one],
    criteria: [
      criterion("C1", { fact: "total", operator: "greaterThanInclusive", value: 5 }, "stop"),
      criterion("C2", { fact: "total", operator: "greaterThanInclusive", value: 3 }, "care"),
    ],
  });
}

function outcomesOf(ruleSet: RuleSet, facts: Readonly<Record<string, unknown>>): readonly string[] {
  const diagram = buildDiagram(ruleSet, "d");
  if (!("nodes" in diagram)) throw new Error("no diagram");
  expect(checkDiagram(ruleSet, diagram)).toBeUndefined();
  return certain(diagram, readPerson(ruleSet, { ...facts }, "2026-03-02")).outcomes;
}

it("a total can be what its answered parts still allow", () => {
  const ruleSet = withTotal();
  expect(outcomesOf(ruleSet, {})).toEqual(["stop", "care", "rest"]);
  expect(outcomesOf(ruleSet, { total: 4 })).toEqual(["care"]);
  expect(outcomesOf(ruleSet, { first: 3 })).toEqual(["stop", "care"]);
  expect(outcomesOf(ruleSet, { first: 0 })).toEqual(["care", "rest"]);
  expect(outcomesOf(ruleSet, { first: 3, second: "?" })).toEqual(["stop", "care"]);
  expect(outcomesOf(ruleSet, { first: 1, second: 1 })).toEqual(["rest"]);
  // A total that disagrees can only be the sum of its parts.
  expect(outcomesOf(ruleSet, { first: 3, second: 3, total: 1 })).toEqual(["stop"]);
  // Nothing known of the parts: the total may still be given alone.
  expect(outcomesOf(ruleSet, { first: "?", second: "?" })).toEqual(["stop", "care", "rest"]);
});

it("an optional total that nobody answered is settled; one that is half answered is not", () => {
  const ruleSet = withTotal({ whenUnknown: "ignore" });
  expect(outcomesOf(ruleSet, {})).toEqual(["rest"]);
  expect(outcomesOf(ruleSet, { first: 3 })).toEqual(["stop", "care"]);
  expect(outcomesOf(ruleSet, { first: "?" })).toEqual(["stop", "care", "rest"]);
});

it("an assumed part counts as its value", () => {
  const ruleSet = withTotal({}, { whenUnknown: { assume: 3 } });
  expect(outcomesOf(ruleSet, { first: 2 })).toEqual(["stop"]);
  expect(outcomesOf(ruleSet, {})).toEqual(["stop", "care", "rest"]);
});

it("a decision that reads parts has no diagram", () => {
  const ruleSet = withTotal();
  const reads = {
    ...ruleSet,
    criteria: [
      ...ruleSet.criteria,
      ...tiny({
        ...ruleSet,
        criteria: [criterion("C3", { fact: "first", operator: "equal", value: 3 }, "go")],
      }).criteria,
    ],
  };
  expect(buildDiagram(reads, "d")).toEqual({ unmodelled: "derived" });
});
