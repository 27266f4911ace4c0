// What runs in a rule set: reached through enabled criteria, at any depth, and nothing else.
import { expect, test } from "vitest";
import { criterion, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { factsInUse, factsRead, reachedConditions, runningConditions } from "./reading.ts";

const leaf = (fact: string, operator = "isKnown"): Condition => ({ fact, operator }) as Condition;
const named = (id: string, when: Condition) => ({ id, label: { fr: "t", en: "t" }, when });
const through = (condition: string): Condition => ({ condition });

const ruleSet = tiny({
  conditions: [
    named("unused", leaf("dose")),
    named("deep", leaf("kind")),
    named("middle", { any: [leaf("age"), { not: through("deep") }] }),
    named("other", leaf("since")),
    named("offOnly", leaf("wish")),
  ],
  criteria: [
    criterion("A", { all: [through("middle"), leaf("danger")] }, "go"),
    { ...criterion("OFF", through("offOnly"), "go"), enabled: false },
    criterion("B", { atLeast: { count: 1, of: [through("deep"), through("other")] } }, "go"),
  ],
});

test("conditions that run: the named ones that are reached, then the enabled criteria, each with its place", () => {
  expect(runningConditions(ruleSet)).toEqual([
    { at: ["conditions", 1, "when"], id: "deep", when: leaf("kind") },
    { at: ["conditions", 2, "when"], id: "middle", when: { any: [leaf("age"), { not: through("deep") }] } },
    { at: ["conditions", 3, "when"], id: "other", when: leaf("since") },
    { at: ["criteria", 0, "when"], id: "A", when: { all: [through("middle"), leaf("danger")] } },
    {
      at: ["criteria", 2, "when"],
      id: "B",
      when: { atLeast: { count: 1, of: [through("deep"), through("other")] } },
    },
  ]);
  expect(runningConditions(tiny())).toEqual([]);
});

test("named conditions are reached through others, from any of the roots", () => {
  const reached = (...roots: Condition[]) => [...reachedConditions(ruleSet, roots)].sort();
  expect(reached()).toEqual([]);
  expect(reached(leaf("age"))).toEqual([]);
  expect(reached(through("deep"))).toEqual(["deep"]);
  expect(reached({ not: through("middle") })).toEqual(["deep", "middle"]);
  expect(reached(through("unused"), leaf("age"), through("middle"))).toEqual(["deep", "middle", "unused"]);
});

test("a circle of conditions, which no parsed rule set has, is gone round once", () => {
  const circle = { ...ruleSet, conditions: [named("x", through("y")), named("y", through("x"))] } as RuleSet;
  expect([...reachedConditions(circle, [through("x")])].sort()).toEqual(["x", "y"]);
});

test("facts that are read, also through named conditions, stand in the order of the vocabulary", () => {
  const read = (...roots: Condition[]) => factsRead(ruleSet, roots).map((f) => f.id);
  expect(read()).toEqual([]);
  expect(read({ always: true })).toEqual([]);
  expect(read(leaf("since"), leaf("age"), leaf("since"))).toEqual(["age", "since"]);
  expect(read(through("middle"))).toEqual(["age", "kind"]);
  expect(read({ all: [leaf("traits"), through("deep")] })).toEqual(["kind", "traits"]);
});

test("facts in use are those of the enabled criteria", () => {
  expect(factsInUse(ruleSet).map((f) => f.id)).toEqual(["danger", "age", "kind", "since"]);
  expect(factsInUse(tiny())).toEqual([]);
});
