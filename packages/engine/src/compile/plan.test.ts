import { describe, expect, test } from "vitest";
import type { Condition, RuleSet } from "../model/index.ts";
import { criterion, fact, many, members, one, tiny } from "../../test/tiny.ts";
import { planOf } from "./plan.ts";

const text = { fr: "texte", en: "text" };
const young: Condition = { fact: "age", operator: "lessThan", value: 18 };
const low: Condition = { fact: "score", operator: "lessThan", value: 5 };
const alike: Condition = { fact: "kind", operator: "equal", value: "a" };

const ruleSet = tiny({
  decisions: [
    { ...many, id: "first", withheldWhileSafetyUnknown: false },
    one,
    { ...many, withheldWhileSafetyUnknown: true },
  ],
  criteria: [
    criterion("a", young, "tell", "m"),
    { ...criterion("off", alike, "go"), enabled: false },
    criterion("b", alike, "go"),
    criterion("c", young, "stop"),
    criterion("d", low, "go"),
  ],
});
const plan = planOf(ruleSet);

test("enabled criteria have their places in the order of the document", () => {
  expect(plan.criteria.map((c) => [c.id, c.index])).toEqual([
    ["a", 0],
    ["b", 1],
    ["c", 2],
    ["d", 3],
  ]);
  // What says the same is one node.
  expect(plan.criteria[0]?.node).toBe(plan.criteria[2]?.node);
  expect(plan.program).toBe("tiny");
  expect(plan.layout.slots).toHaveLength(ruleSet.facts.length);
});

test("decisions are steps, each with the criteria of its outcomes and words of its own in every mask", () => {
  expect(
    plan.steps.map(({ decision, index, word, words, otherwise, withholds, outcomes }) => ({
      id: decision.id,
      index,
      word,
      words,
      otherwise,
      withholds,
      outcomes: outcomes.map((o) => `${o.id} ${o.stop} ${o.criteria.map((c) => c.id).join()}`),
    })),
  ).toEqual([
    {
      id: "first",
      index: 0,
      word: 1,
      words: 1,
      otherwise: -1,
      withholds: false,
      outcomes: ["halt true ", "tell false "],
    },
    {
      id: "d",
      index: 1,
      word: 2,
      words: 1,
      otherwise: 3,
      withholds: false,
      outcomes: ["stop true c", "care false ", "go false b,d", "rest false "],
    },
    {
      id: "m",
      index: 2,
      word: 3,
      words: 1,
      otherwise: -1,
      withholds: true,
      outcomes: ["halt true ", "tell false a"],
    },
  ]);
  expect(plan.words).toBe(4);
});

test("thirty-three criteria, and thirty-three outcomes, take a second word", () => {
  const wide = {
    ...many,
    outcomes: Array.from({ length: 33 }, (_, i) => ({ ...many.outcomes[1], id: `o${i}` })),
  };
  const criteria = Array.from({ length: 33 }, (_, i) => criterion(`k${i}`, young, `o${i}`, "m"));
  const { steps, words } = planOf(tiny({ decisions: [one, wide], criteria }));
  expect(steps.map((s) => [s.word, s.words])).toEqual([
    [2, 1],
    [3, 2],
  ]);
  expect(words).toBe(5);
});

describe("the optional facts that are read", () => {
  const facts = [
    fact("age", "integer"),
    fact("score", "integer", { whenUnknown: "ignore" }),
    fact("kind", "enum", { values: members, whenUnknown: "ignore" }),
    fact("wish", "boolean", { whenUnknown: { assume: false } }),
    fact("late", "boolean", { whenUnknown: "ignore" }),
  ];
  const named = (id: string, when: Condition) => ({ id, label: text, when });
  test.each<[string, readonly Condition[], readonly unknown[], readonly number[]]>([
    ["none is", [young], [], []],
    ["directly", [alike, low], [], [1, 2]],
    ["under connectives", [{ not: { all: [young, { any: [low] }] } }], [], [1]],
    ["counted", [{ atLeast: { count: 1, of: [young, alike] } }], [], [2]],
    [
      "through conditions that name conditions",
      [{ condition: "outer" }],
      [named("inner", low), named("outer", { any: [{ condition: "inner" }, young] }), named("unread", alike)],
      [1],
    ],
    ["those that are assumed are not", [{ fact: "wish", operator: "equal", value: true }], [], []],
  ])("%s", (_, whens, conditions, optional) => {
    const criteria = [
      ...whens.map((when, i) => criterion(`k${i}`, when, "go")),
      { ...criterion("off", { fact: "late", operator: "equal", value: true }, "go"), enabled: false },
    ];
    expect(planOf(tiny({ facts, conditions, criteria })).optional).toEqual(optional);
  });
});

test("a decision of one answer without an outcome for otherwise is refused", () => {
  const without = (otherwise: string | undefined): RuleSet => ({
    ...ruleSet,
    decisions: ruleSet.decisions.map((d) => (d.kind === "one" ? { ...d, otherwise } : d)),
  });
  for (const otherwise of [undefined, "nobody"])
    expect(() => planOf(without(otherwise))).toThrow(
      expect.objectContaining({ name: "Unmodelled", code: "undeclared-outcome", about: "d" }),
    );
  expect(planOf(without("stop")).steps[1]?.otherwise).toBe(0);
});
