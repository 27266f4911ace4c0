// Which values of a fact are taken to be told apart by the tests of a rule set.
import type { Condition } from "@jumelage/engine";
import { criterion, fact, members, one, tiny } from "@jumelage/engine/test/tiny";
import { expect, test } from "vitest";
import { testedValues } from "./tested-values.ts";

const label = { fr: "texte", en: "text" };

function valuesOf(id: string, ...when: readonly Condition[]): readonly unknown[] {
  const ruleSet = tiny({
    parameters: [{ id: "limit", label, value: 12, rationale: label, sources: [] }],
    facts: [
      fact("yes", "boolean"),
      fact("kind", "enum", { values: members }),
      fact("traits", "set", { values: members }),
      fact("since", "date"),
      fact("count", "integer", { range: { min: 0, max: 27 } }),
      fact("late", "integer", { range: { min: 5, max: 9 } }),
      fact("cold", "integer", { range: { min: -9, max: -5 } }),
      fact("any", "integer"),
      fact("dose", "decimal", { scale: 1, range: { min: 0.2, max: 4 } }),
    ],
    conditions: [{ id: "named", label, when: { fact: "count", operator: "equal", value: 20 } }],
    decisions: [one],
    criteria: when.map((c, i) => criterion(`C${i}`, c, "stop")),
  });
  const found = ruleSet.facts.find((f) => f.id === id);
  if (!found) throw new Error(`no fact ${id}`);
  return testedValues(ruleSet, found);
}

test.each<[string, readonly unknown[]]>([
  ["yes", [false, true]],
  ["kind", ["a", "b", "c"]],
  ["traits", [[], ["a"], ["b"], ["c"], ["a", "b"], ["b", "c"], ["a", "b", "c"]]],
  ["since", ["1990-06-15"]],
  ["late", [5, 5, 9]],
  ["cold", [-5, -9, -5]],
  ["any", [0]],
  ["dose", [0.2, 0.2, 4]],
])("of %s, where nothing tests it", (id, expected) => {
  expect(valuesOf(id)).toEqual(expected);
});

test("an enum and a set without values have none", () => {
  const ruleSet = tiny({ decisions: [one] });
  const [first] = ruleSet.facts;
  if (!first) throw new Error("a fact");
  const { values: _, ...bare } = first;
  expect(testedValues(ruleSet, { ...bare, type: "enum" })).toEqual([]);
  expect(testedValues(ruleSet, { ...bare, type: "set" })).toEqual([[], [], [], []]);
});

test("of a date the days it is compared with", () => {
  const tests: readonly Condition[] = [
    {
      any: [
        { fact: "since", operator: "lessThan", value: "2020-02-29" },
        { fact: "since", operator: "isKnown" },
      ],
    },
    { not: { fact: "since", operator: "equal", value: "2021-01-01" } },
  ];
  expect(valuesOf("since", ...tests)).toEqual(["1990-06-15", "2020-02-29", "2021-01-01"]);
});

test("of a number what it is compared with and its neighbours, also by a parameter and in named conditions", () => {
  const tests: readonly Condition[] = [
    { fact: "count", operator: "lessThan", value: { parameter: "limit" } },
    { fact: "late", operator: "lessThan", value: 7 },
    { fact: "count", operator: "isKnown" },
  ];
  expect(valuesOf("count", ...tests)).toEqual([0, 11, 12, 13, 19, 20, 21, 0, 27]);
  expect(valuesOf("late", ...tests)).toEqual([5, 6, 7, 8, 5, 9]);
});

test("none out of the range", () => {
  expect(valuesOf("late", { fact: "late", operator: "lessThan", value: 9 })).toEqual([5, 8, 9, 5, 9]);
  expect(valuesOf("late", { fact: "late", operator: "equal", value: 5 })).toEqual([5, 5, 6, 5, 9]);
});

test("decimals by their last digit, exactly", () => {
  expect(valuesOf("dose", { fact: "dose", operator: "lessThan", value: 0.3 })).toEqual([
    0.2, 0.2, 0.3, 0.4, 0.2, 4,
  ]);
});

test("without a range, within a million of nothing", () => {
  const far = (value: number): readonly unknown[] =>
    valuesOf("any", { fact: "any", operator: "equal", value });
  expect(far(1_000_000)).toEqual([0, 999_999, 1_000_000]);
  expect(far(-1_000_000)).toEqual([0, -1_000_000, -999_999]);
});
