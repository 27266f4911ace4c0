import { isWitness, type Condition, type Question } from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { applied, tired } from "../../../test/applied.ts";
import { today } from "../../../test/everybody.ts";
import type { Answerer } from "../../answer.ts";
import { gapAtThreshold } from "./gap-at-threshold.ts";

type Ordered = "lessThan" | "lessThanInclusive" | "greaterThan" | "greaterThanInclusive";
const n = (operator: Ordered, value: number | { parameter: string }, id = "n"): Condition => ({
  fact: id,
  operator,
  value,
});
const facts = [
  fact("n", "integer", { range: { min: 0, max: 27 } }),
  fact("free", "integer"),
  fact("dose", "decimal", { scale: 1, range: { min: 0.2, max: 4 } }),
  fact("since", "date"),
];
const ruleSetOf = (criteria: readonly object[]) => tiny({ facts, decisions: [one, many], criteria });
/** Those who are as each world sets them, and gave nothing else. */
const bare: Answerer = {
  ask: async (question) => {
    const people = question.worlds.map(({ person }) =>
      Object.fromEntries(
        (person.kind === "set" ? person.settings : []).map(({ fact: id, to }) => [
          id,
          typeof to === "object" ? to.known : null,
        ]),
      ),
    );
    const witness = { at: today, people };
    return isWitness(question, witness) ? { status: "somebody", witness } : { status: "nobody" };
  },
};
async function thresholds(...criteria: readonly object[]): Promise<readonly unknown[]> {
  const { findings } = await applied(gapAtThreshold, ruleSetOf(criteria), bare);
  return findings.map((f) => [f.params["fact"], f.params["threshold"]]);
}
const sides = (below: Condition, above: Condition) => [
  criterion("C1", below, "stop"),
  criterion("C2", above, "care"),
];

test("a value of which nothing speaks between two of which something does, with somebody who has it", async () => {
  const ruleSet = ruleSetOf(sides(n("lessThan", 15), n("greaterThan", 15)));
  const { findings, undecided } = await applied(gapAtThreshold, ruleSet, bare);
  expect(undecided).toEqual([]);
  expect(findings).toEqual([
    {
      severity: "warning",
      at: ["decisions", 0],
      also: [["facts", 0]],
      params: { decision: "d", fact: "n", threshold: 15 },
      witness: {
        at: today,
        facts: { n: 15 },
        second: { n: 14 },
        answers: ["rest", "stop", "care"].map((state) => ({ decision: "d", answer: [state] })),
      },
    },
  ]);
});

describe("there is a gap", () => {
  test.each<[string, readonly object[], unknown]>([
    [
      "by a parameter",
      sides(n("lessThan", { parameter: "limit" }), n("greaterThan", { parameter: "limit" })),
      ["n", 10],
    ],
    ["without a range", sides(n("lessThan", -5, "free"), n("greaterThan", -5, "free")), ["free", -5]],
    ["of a decimal", sides(n("lessThan", 1.5, "dose"), n("greaterThan", 1.5, "dose")), ["dose", 1.5]],
    ["one step from the least value", sides(n("lessThan", 1), n("greaterThan", 1)), ["n", 1]],
    ["one step from the greatest", sides(n("lessThan", 26), n("greaterThan", 26)), ["n", 26]],
    [
      "one step from the least decimal",
      sides(n("lessThan", 0.3, "dose"), n("greaterThan", 0.3, "dose")),
      ["dose", 0.3],
    ],
    [
      "for the same outcome",
      [criterion("C1", n("lessThan", 3), "stop"), criterion("C2", n("greaterThan", 3), "stop")],
      ["n", 3],
    ],
  ])("%s", async (_, criteria, expected) => {
    expect(await thresholds(...criteria)).toEqual([expected]);
  });
});

describe("there is none", () => {
  test.each<[string, readonly object[]]>([
    ["where both meet", sides(n("lessThan", 15), n("greaterThanInclusive", 15))],
    ["with nothing below", [criterion("C1", n("greaterThan", 15), "stop")]],
    ["with nothing above", [criterion("C1", n("lessThan", 15), "stop")]],
    ["where the gap is wider than one value", sides(n("lessThan", 15), n("greaterThan", 17))],
    [
      "where a third one fills it",
      [
        ...sides(n("lessThan", 15), n("greaterThan", 15)),
        criterion("C3", { fact: "n", operator: "equal", value: 15 }, "go"),
      ],
    ],
    [
      "where one side is switched off",
      [
        criterion("C1", n("lessThan", 15), "stop"),
        { ...criterion("C2", n("greaterThan", 15), "care"), enabled: false },
      ],
    ],
    [
      "where there are several answers",
      [criterion("C1", n("lessThan", 15), "halt", "m"), criterion("C2", n("greaterThan", 15), "tell", "m")],
    ],
    [
      "where days are compared",
      sides(
        { fact: "since", operator: "lessThan", value: "2020-01-01" },
        { fact: "since", operator: "greaterThan", value: "2020-01-01" },
      ),
    ],
  ])("%s", async (_, criteria) => {
    expect(await thresholds(...criteria)).toEqual([]);
  });
});

test("each threshold of each fact is asked about once, in the order of the facts, none at the very edge", async () => {
  const asked: unknown[] = [];
  const listening = {
    ask: async (question: Question) => {
      const [, , above] = question.worlds;
      asked.push(
        question.worlds.map(({ person }) => (person.kind === "set" ? person.settings : person)),
        above?.person.kind,
      );
      return { status: "nobody" } as const;
    },
  };
  const ruleSet = ruleSetOf([
    criterion("C1", { any: [n("lessThan", 1.5, "dose"), n("lessThan", 7), n("greaterThan", 0)] }, "stop"),
    criterion("C2", { any: [n("greaterThan", 7), n("greaterThan", 27)] }, "care"),
  ]);
  expect(await applied(gapAtThreshold, ruleSet, listening)).toEqual({ findings: [], undecided: [] });
  const set = (id: string, ...values: readonly number[]) =>
    values.map((known) => [{ fact: id, to: { known } }]);
  expect(asked).toEqual([set("n", 7, 6, 8), "set", set("dose", 1.5, 1.4, 1.6), "set"]);
});

test("what could not be decided is told by the decision's place", async () => {
  const ruleSet = ruleSetOf(sides(n("lessThan", 15), n("greaterThan", 12)));
  expect(await applied(gapAtThreshold, ruleSet, tired)).toEqual({
    findings: [],
    undecided: [
      ["decisions", 0],
      ["decisions", 0],
    ],
  });
});

test("it keeps its name", () => {
  expect(gapAtThreshold.id).toBe("gap-at-threshold");
});
