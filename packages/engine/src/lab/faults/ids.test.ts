// The ids of seeded faults: by kind in a fixed order, readable, and the same while other things change.
import { expect, test } from "vitest";
import { criterion, fact, many, one, tiny } from "../../../test/tiny.ts";
import type { Condition } from "../../model/condition.ts";
import { applyFault } from "../apply-fault.ts";
import { seededFaults } from "./index.ts";

const danger: Condition = { fact: "danger", operator: "equal", value: true };
const young: Condition = { fact: "age", operator: "lessThan", value: 18 };
const [stop, , , rest] = one.outcomes;
const facts = [
  fact("danger", "boolean", { safety: true, validFor: "P2D" }),
  fact("age", "integer", { range: { min: 0, max: 120 } }),
];
const decision = { ...one, outcomes: [stop, rest] };
const ruleSet = tiny({
  facts,
  parameters: [],
  decisions: [decision],
  criteria: [criterion("A", { any: [danger, young] }, "stop")],
});

test("a kind, a list, the thing in it, the place in that, and what stands there now", () => {
  expect(seededFaults(ruleSet).map((f) => f.fault.id)).toEqual([
    "threshold/criteria/A/when.any.1.value/17",
    "threshold/criteria/A/when.any.1.value/19",
    "operator/criteria/A/when.any.0.value/false",
    "operator/criteria/A/when.any.1.operator/lessThanInclusive",
    "operator/criteria/A/when.any.1.operator/greaterThanInclusive",
    "all-any/criteria/A/when",
    "dropped-condition/criteria/A/when.any.0",
    "dropped-condition/criteria/A/when.any.1",
    "dropped-criterion/criteria/A/enabled/false",
    "re-aimed-criterion/criteria/A/then.outcome/rest",
    "precedence/decisions/d/outcomes/rest,stop",
    "when-unknown/facts/age/whenUnknown/ignore",
    "safety/facts/danger/safety/false",
    "valid-for/facts/danger/validFor/P1D",
    "valid-for/facts/danger/validFor/P3D",
  ]);
});

test("each is told whole: its kind, its place, what stood there, and the rule set with it", () => {
  const [first] = seededFaults(ruleSet);
  const fault = {
    id: "threshold/criteria/A/when.any.1.value/17",
    kind: "threshold",
    at: ["criteria", 0, "when", "any", 1, "value"],
    before: 18,
    after: 17,
  } as const;
  expect(first?.fault).toEqual(fault);
  expect(first?.ruleSet).toEqual(applyFault(ruleSet, { ...fault, at: [...fault.at] }));
});

test("the same fault has the same id wherever its criterion and its fact stand", () => {
  const ids = (list: ReturnType<typeof seededFaults>) => list.map((f) => f.fault.id);
  const moved = tiny({
    facts: [fact("first", "boolean"), ...[...facts].reverse()],
    parameters: [],
    decisions: [many, decision],
    criteria: [{ ...criterion("OFF", young, "stop"), enabled: false }, ...ruleSet.criteria],
  });
  expect(ids(seededFaults(moved)).sort()).toEqual(ids(seededFaults(ruleSet)).sort());
});

test("what is not well typed with the fault in it is not seeded", () => {
  // In a `one` decision nothing may rest on a fact being unknown; a range ends where it ends.
  const known = tiny({
    facts,
    decisions: [decision],
    criteria: [criterion("A", { any: [{ fact: "age", operator: "isKnown" }, danger] }, "stop")],
  });
  expect(
    seededFaults(known)
      .filter((f) => f.fault.kind === "operator")
      .map((f) => f.fault.id),
  ).toEqual(["operator/criteria/A/when.any.1.value/false"]);
});
