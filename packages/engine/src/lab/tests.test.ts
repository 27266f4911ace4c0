// Which tests a leaf makes of its fact, by type and operator, and which of them are one.
import { describe, expect, test } from "vitest";
import { criterion, fact, members, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { factTests } from "./tests.ts";

const leaf = (name: string, operator: string, value?: unknown): Condition =>
  ({ fact: name, operator, ...(value === undefined ? {} : { value }) }) as Condition;

/** The tests of one condition in a criterion of the `many` decision, the one of being unknown left out. */
function told(when: Condition): readonly unknown[] {
  const ruleSet = tiny({ criteria: [criterion("K", when, "tell", "m")] });
  return factTests(ruleSet).flatMap((t): unknown[] =>
    t.kind === "threshold" ? [t.value] : t.kind === "members" ? [[t.members, t.every]] : [],
  );
}

describe("what a leaf tests", () => {
  test.each(["equal", "notEqual", "lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"])(
    "%s: the number or the date it compares with",
    (operator) => {
      expect(told(leaf("age", operator, 18))).toEqual([18]);
      expect(told(leaf("dose", operator, 2.5))).toEqual([2.5]);
      expect(told(leaf("since", operator, "2026-01-01"))).toEqual(["2026-01-01"]);
      expect(told(leaf("age", operator, { parameter: "limit" }))).toEqual([10]);
    },
  );

  test("a boolean: yes, whichever of the two is asked", () => {
    expect(told(leaf("danger", "equal", true))).toEqual([[[true], false]]);
    expect(told(leaf("danger", "equal", false))).toEqual([[[true], false]]);
  });

  test.each([
    ["equal", "a", ["a"]],
    ["notEqual", "b", ["b"]],
    ["in", ["b", "a"], ["b", "a"]],
    ["notIn", ["c"], ["c"]],
  ])("an enumeration, %s: the values it lists", (operator, value, listed) => {
    expect(told(leaf("kind", operator, value))).toEqual([[listed, false]]);
  });

  test.each([
    ["contains", "a", ["a"], false],
    ["doesNotContain", "b", ["b"], false],
    ["containsAny", ["b", "a"], ["b", "a"], false],
    ["containsNone", ["a", "c"], ["a", "c"], false],
    ["containsAll", ["a", "c"], ["a", "c"], true],
    ["isEmpty", undefined, [], false],
    ["isNotEmpty", undefined, [], false],
  ])("a set, %s: its members, and whether all of them are needed", (operator, value, listed, every) => {
    expect(told(leaf("traits", operator, value))).toEqual([[listed, every]]);
  });

  test.each(["danger", "age", "dose", "since", "kind", "traits"])(
    "whether %s is known tests nothing but that",
    (name) => {
      expect(told(leaf(name, "isKnown"))).toEqual([]);
      expect(told(leaf(name, "isUnknown"))).toEqual([]);
    },
  );

  test("a threshold that nobody declared, which no parsed rule set has, is none", () => {
    const ruleSet = tiny({ criteria: [criterion("K", leaf("age", "lessThan", 1), "go")] });
    const broken = {
      ...ruleSet,
      criteria: ruleSet.criteria.map((c) => ({ ...c, when: leaf("age", "lessThan", { parameter: "none" }) })),
    } as RuleSet;
    expect(factTests(broken).map((t) => t.kind)).toEqual(["unknown"]);
  });
});

describe("one test in several places", () => {
  const places = (...leaves: readonly Condition[]) =>
    factTests(tiny({ criteria: [criterion("K", { any: leaves }, "tell", "m")] })).map((t) => [
      t.kind,
      t.at.map((path) => path.at(-1)),
    ]);

  test("the same number, the same list in another order", () => {
    expect(places(leaf("age", "lessThan", 18), leaf("age", "equal", 18))).toEqual([
      ["threshold", [0, 1]],
      ["unknown", [0, 1]],
    ]);
    expect(
      places(leaf("traits", "containsAny", ["a", "b"]), leaf("traits", "containsNone", ["b", "a"])),
    ).toEqual([
      ["members", [0, 1]],
      ["unknown", [0, 1]],
    ]);
  });

  test("another number, another list, all instead of one of them: another test", () => {
    expect(places(leaf("age", "lessThan", 18), leaf("age", "lessThan", 19))).toEqual([
      ["threshold", [0]],
      ["threshold", [1]],
      ["unknown", [0, 1]],
    ]);
    expect(
      places(
        leaf("traits", "containsAll", ["a", "b"]),
        leaf("traits", "containsAny", ["a", "b"]),
        leaf("traits", "contains", "a"),
        leaf("traits", "isEmpty"),
      ),
    ).toEqual([
      ["members", [0]],
      ["members", [1]],
      ["members", [2]],
      ["members", [3]],
      ["unknown", [0, 1, 2, 3]],
    ]);
  });

  test("facts do not share tests, and come in the order of the vocabulary", () => {
    const facts = [
      fact("first", "integer"),
      fact("second", "integer"),
      fact("kind", "enum", { values: members }),
    ];
    const ruleSet = tiny({
      facts,
      criteria: [
        criterion("K", leaf("second", "equal", 4), "go"),
        criterion("L", leaf("first", "equal", 4), "go"),
      ],
    });
    expect(factTests(ruleSet)).toEqual([
      { kind: "threshold", fact: ruleSet.facts[0], value: 4, at: [["criteria", 1, "when"]] },
      { kind: "unknown", fact: ruleSet.facts[0], at: [["criteria", 1, "when"]] },
      { kind: "threshold", fact: ruleSet.facts[1], value: 4, at: [["criteria", 0, "when"]] },
      { kind: "unknown", fact: ruleSet.facts[1], at: [["criteria", 0, "when"]] },
    ]);
  });
});
