// Whom a crowd finds: persons who answer the question, of one person or of one who may differ in one fact.
import {
  askOne,
  isWitness,
  samePerson,
  type Condition,
  type Formula,
  type Question,
  type Relation,
  type RuleSet,
} from "@jumelage/engine";
import { criterion, fact, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { crowdOf } from "./crowd.ts";
import { peopleFor } from "./people.ts";

const at = "2026-03-02";
const is = (id: string, value: boolean): Condition => ({ fact: id, operator: "equal", value });
const n = (operator: "lessThan" | "greaterThan" | "equal", value: number): Condition => ({
  fact: "n",
  operator,
  value,
});
const ruleSet = tiny({
  facts: [fact("a", "boolean"), fact("b", "boolean"), fact("n", "integer", { range: { min: 0, max: 20 } })],
  decisions: [one],
  criteria: [
    criterion("C1", is("a", true), "stop"),
    criterion("C2", { any: [n("lessThan", 3), n("equal", 7)] }, "care"),
  ],
});
const crowd = crowdOf(ruleSet, at);
const verdict = (of: Condition, world = 0): Formula => ({ world, verdict: "true", of });
const two = (person: Relation, ask: Formula, other: RuleSet = ruleSet): Question => ({
  worlds: [
    { ruleSet, person: samePerson },
    { ruleSet: other, person },
  ],
  ask,
});
const free = (...facts: readonly string[]): Relation => ({ kind: "free", facts });

describe("one person", () => {
  test("the first of the crowd who answers", () => {
    const question = askOne(ruleSet, verdict({ all: [is("a", true), is("b", false)] }));
    const found = crowd.find(question);
    expect(isWitness(question, { at, people: [found ?? {}] })).toBe(true);
    expect(found).toEqual(peopleFor(ruleSet, at).find((p) => p["a"] === true && p["b"] === false));
  });

  test("nobody where nobody can, and where nobody in the crowd does", () => {
    expect(crowd.find(askOne(ruleSet, { any: [] }))).toBeUndefined();
    // No test tells 15 from 16, so nobody is made for it.
    expect(crowd.find(askOne(ruleSet, verdict(n("equal", 15))))).toBeUndefined();
  });

  test("only so many are tried as are said, all where nothing is said", () => {
    const people = peopleFor(ruleSet, at);
    const question = askOne(ruleSet, verdict({ all: [is("a", true), is("b", true), n("equal", 6)] }));
    const place = people.findIndex((p) => p["a"] === true && p["b"] === true && p["n"] === 6);
    expect(place).toBeGreaterThan(20);
    expect(crowd.find(question)).toEqual(people[place]);
    expect(crowd.find(question, place + 1)).toEqual(people[place]);
    expect(crowd.find(question, place)).toBeUndefined();
  });

  test("read by the rule set of each world", () => {
    const swapped = {
      ...ruleSet,
      criteria: ruleSet.criteria.map((c) => ({ ...c, then: { decision: "d", outcome: "go" } })),
    };
    const question = two(
      samePerson,
      {
        all: [
          { world: 0, decision: "d", state: ["stop"] },
          { world: 1, decision: "d", state: ["go"] },
        ],
      },
      swapped,
    );
    const found = crowd.find(question);
    expect(found?.["a"]).toBe(true);
    expect(isWitness(question, { at, people: [found ?? {}, found ?? {}] })).toBe(true);
  });
});

describe("a second person who may differ in one fact", () => {
  test("the first person is found, when some value of the fact makes the second one answer", () => {
    const question = two(free("a"), { all: [verdict(is("a", false)), verdict(is("a", true), 1)] });
    expect(crowd.find(question)?.["a"]).toBe(false);
    const reversed = two(free("a"), { all: [verdict(is("a", true)), verdict(is("a", false), 1)] });
    expect(crowd.find(reversed)?.["a"]).toBe(true);
  });

  test("the rest of the two is the same", () => {
    const question = two(free("a"), { all: [verdict(is("b", false)), verdict(is("b", true), 1)] });
    expect(crowd.find(question)).toBeUndefined();
  });

  test("only so many are tried", () => {
    const question = two(free("a"), {
      all: [verdict({ all: [is("b", true), n("equal", 6)] }), verdict(is("a", true), 1)],
    });
    const place = peopleFor(ruleSet, at).findIndex((p) => p["b"] === true && p["n"] === 6);
    expect(crowd.find(question, place)).toBeUndefined();
    expect(crowd.find(question, place + 1)).toBeDefined();
  });

  test("only the first six values of the fact are tried", () => {
    // 0, then 2, 3, 4 about the first test and 6, 7, 8 about the second.
    const to = (value: number): Question =>
      two(free("n"), { all: [verdict({ not: n("equal", value) }), verdict(n("equal", value), 1)] });
    expect(crowd.find(to(7))).toBeDefined();
    expect(crowd.find(to(8))).toBeUndefined();
  });
});

test.each<[string, Question]>([
  ["free in no fact", two(free(), { all: [] })],
  ["free in two facts", two(free("a", "b"), { all: [] })],
  ["free in a fact that is not declared", two(free("other"), { all: [] })],
  ["completed", two({ kind: "completed" }, { all: [] })],
  ["set", { worlds: [{ ruleSet, person: { kind: "set", settings: [] } }], ask: { all: [] } }],
  [
    "free in one fact beside a third",
    { worlds: [...two(free("a"), { all: [] }).worlds, { ruleSet, person: samePerson }], ask: { all: [] } },
  ],
  [
    "free after one that is set",
    {
      worlds: [
        { ruleSet, person: { kind: "set", settings: [] } },
        { ruleSet, person: free("a") },
      ],
      ask: { all: [] },
    },
  ],
])("nobody is looked for where persons are related otherwise: %s", (_, question) => {
  expect(crowd.find(question)).toBeUndefined();
});
