// The values that are plainer than one somebody has: which, in which order, and none that is not plainer.
import { askOne, type Condition, type Fact, type Formula, type Question } from "@jumelage/engine";
import { criterion, fact, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { plainerValues } from "./plainer.ts";

const at = "2026-03-02";
const label = { fr: "texte", en: "text" };
const values = ["a", "b", "old", "c"].map((id) => ({
  id,
  label,
  ...(id === "old" ? { retired: true } : {}),
}));

/** Facts of every type, and criteria that compare them with these values. */
function asking(when: readonly Condition[] = [], ask: Formula = { all: [] }): Question {
  const ruleSet = tiny({
    facts: [
      fact("yes", "boolean"),
      fact("count", "integer", { range: { min: 0, max: 27 } }),
      fact("late", "integer", { range: { min: 5, max: 50 } }),
      fact("any", "integer"),
      fact("dose", "decimal", { scale: 1, range: { min: 0, max: 9.5 } }),
      fact("kind", "enum", { values }),
      fact("traits", "set", { values, validFor: "P14D" }),
      fact("since", "date"),
    ],
    decisions: [one],
    criteria: when.map((c, i) => criterion(`C${i}`, c, "stop")),
  });
  return askOne(ruleSet, ask);
}

function plainer(id: string, own: unknown, question = asking()): readonly unknown[] {
  const found = question.worlds[0]?.ruleSet.facts.find((f) => f.id === id);
  if (!found) throw new Error(`no fact ${id}`);
  return plainerValues(question, found, { own, at });
}

const comparing = (
  fact_: string,
  operator: "lessThan" | "equal",
  value: number | string | boolean,
): Condition => ({ fact: fact_, operator, value });

test.each<[string, unknown, readonly unknown[]]>([
  ["yes", false, []],
  ["yes", true, [false]],
  ["yes", "?", [false, true]],
  ["yes", null, [false, true]],
  ["kind", "a", []],
  ["kind", "c", ["a", "b"]],
  ["kind", "old", ["a", "b", "c"]],
  ["kind", "?", ["a", "b", "c"]],
])("of %s, plainer than %j", (id, own, expected) => {
  expect(plainer(id, own)).toEqual(expected);
});

test("an enum without values has none that is plainer", () => {
  const { values: _, ...bare } = { ...asking().worlds[0]?.ruleSet.facts.find((f) => f.id === "kind") };
  expect(plainerValues(asking(), bare as Fact, { own: "x", at })).toEqual([]);
});

describe("sets", () => {
  test.each<[unknown, readonly unknown[]]>([
    [[], []],
    [["b"], [[]]],
    [
      ["b", "c"],
      [[], ["b"], ["c"]],
    ],
    [
      ["a", "b", "c"],
      [[], ["a"], ["b"], ["c"], ["b", "c"], ["a", "c"], ["a", "b"]],
    ],
    ["?", [[]]],
  ])("nothing, then one member, then all but one of %j", (own, expected) => {
    expect(plainer("traits", own)).toEqual(expected);
  });

  test("of one asked about in part: a plain one, then one asked about as widely as can be, then itself", () => {
    expect(plainer("traits", { value: ["a"], of: ["a"] })).toEqual([
      [],
      ["a"],
      { value: [], of: ["a", "c"] },
      { value: ["a"], of: ["a", "c"] },
      { value: [], of: ["a", "b"] },
      { value: ["a"], of: ["a", "b"] },
      { value: [], of: ["a"] },
    ]);
  });

  test("asked about all but one member already: nothing wider", () => {
    expect(plainer("traits", { value: ["a", "b"], of: ["a", "b"] })).toEqual([
      [],
      ["a"],
      ["b"],
      ["a", "b"],
      { value: [], of: ["a", "b"] },
      { value: ["a"], of: ["a", "b"] },
      { value: ["b"], of: ["a", "b"] },
    ]);
  });

  test("what was asked about is not a list: a plain one, then an emptier one", () => {
    expect(plainer("traits", { value: ["a"], of: "a" })).toEqual([[], ["a"], { value: [], of: "a" }]);
  });

  test("dated and asked about in part: first with what was asked about, then without", () => {
    const observedOn = "2026-01-01";
    expect(plainer("traits", { value: "?", of: ["a"], observedOn })).toEqual([
      [],
      { value: [], of: ["a"], observedOn },
      { value: [], observedOn },
    ]);
    expect(plainer("traits", { value: ["a"], of: ["a"], observedOn })).toEqual([
      [],
      ["a"],
      { value: [], of: ["a"], observedOn },
    ]);
  });
});

describe("what cannot be relied on", () => {
  const observedOn = "2026-01-01";

  test("a plain value is plainer than a dated one, and a dated one with a plainer value too", () => {
    expect(plainer("yes", { value: true, observedOn })).toEqual([false, true, { value: false, observedOn }]);
    expect(plainer("yes", { value: false, observedOn })).toEqual([false, true]);
    expect(plainer("kind", { value: "b", observedOn })).toEqual(["a", "b", "c", { value: "a", observedOn }]);
  });

  test("something without a value is not looked into", () => {
    expect(plainer("yes", { unknown: "declined" })).toEqual([false, true]);
    expect(plainer("yes", { observedOn })).toEqual([false, true]);
  });
});

describe("numbers", () => {
  const limited = asking([
    { fact: "count", operator: "lessThan", value: { parameter: "limit" } },
    comparing("late", "lessThan", 40),
  ]);

  test("the least one, then those about what it is compared with, nearest to the least first", () => {
    expect(plainer("count", 15, limited)).toEqual([0, 9, 10, 11]);
    expect(plainer("count", 10, limited)).toEqual([0, 9]);
    expect(plainer("count", 5, limited)).toEqual([0]);
    expect(plainer("count", 0, limited)).toEqual([]);
    expect(plainer("count", "?", limited)).toEqual([0, 9, 10, 11]);
    expect(plainer("late", 45, limited)).toEqual([5, 39, 40, 41]);
  });

  test("a dated one: plain ones, its own among them, then dated ones", () => {
    const observedOn = "2026-01-01";
    expect(plainer("count", { value: 9, observedOn }, limited)).toEqual([
      0,
      9,
      10,
      11,
      { value: 0, observedOn },
    ]);
  });

  test("none out of the range, none twice", () => {
    const edges = asking([
      comparing("count", "equal", 0),
      comparing("count", "equal", 27),
      comparing("count", "lessThan", 27),
      comparing("count", "lessThan", 1),
    ]);
    expect(plainer("count", 27, edges)).toEqual([0, 1, 2, 26]);
  });

  test("without a range the nearest to nothing, however large", () => {
    const far = asking([comparing("any", "lessThan", -3), comparing("any", "equal", 4)]);
    expect(plainer("any", 1000, far)).toEqual([0, -2, -3, 3, -4, 4, 5]);
  });

  test("decimals by their last digit", () => {
    expect(plainer("dose", 9, asking([comparing("dose", "lessThan", 0.3)]))).toEqual([0, 0.2, 0.3, 0.4]);
  });

  test("what anything else is compared with does not count", () => {
    expect(
      plainer(
        "count",
        20,
        asking([comparing("late", "lessThan", 12), { fact: "count", operator: "isKnown" }]),
      ),
    ).toEqual([0]);
  });

  test("what named conditions and the question compare with counts, disabled criteria and every world too", () => {
    const question = asking([], {
      any: [
        { all: [{ world: 0, holds: { not: comparing("count", "lessThan", 3) } }] },
        { not: { world: 0, verdict: "true", of: comparing("count", "equal", 13) } },
        { world: 0, decision: "d", state: ["stop"] },
      ],
    });
    expect(plainer("count", 20, question)).toEqual([0, 2, 3, 4, 12, 13, 14]);
    const [world] = question.worlds;
    if (!world) throw new Error("a world");
    const conditions = [{ id: "high", label, when: comparing("count", "lessThan", 6) }];
    const other = { ...world, ruleSet: { ...world.ruleSet, conditions } };
    expect(plainer("count", 20, { worlds: [world, other], ask: { all: [] } })).toEqual([0, 5, 6, 7]);
    expect(plainer("count", 20, { worlds: [other, world], ask: { all: [] } })).toEqual([0, 5, 6, 7]);
  });
});

describe("dates", () => {
  const compared = asking([comparing("since", "lessThan", "2019-05-05")]);

  test("the evaluation date, then those it is compared with", () => {
    expect(plainer("since", "2020-01-01", compared)).toEqual([at, "2019-05-05"]);
    expect(plainer("since", "2019-05-05", compared)).toEqual([at]);
    expect(plainer("since", at, compared)).toEqual([]);
    expect(plainer("since", "?", compared)).toEqual([at, "2019-05-05"]);
  });

  test("of a dated one its own date too", () => {
    const observedOn = "2026-01-01";
    expect(plainer("since", { value: "2020-01-01", observedOn })).toEqual([
      at,
      "2020-01-01",
      { value: at, observedOn },
    ]);
  });
});

test("lists of values are taken one by one, and only what is a value of the fact", () => {
  const question = asking([], {
    world: 0,
    holds: { fact: "since", operator: "in", value: ["2001-01-01", "soon", "2002-02-02"] },
  });
  expect(plainer("since", "2020-01-01", question)).toEqual([at, "2001-01-01", "2002-02-02"]);
});
