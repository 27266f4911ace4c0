// What a report shows of a witness: its person or persons, and every decision that was asked for.
import {
  askOne,
  samePerson,
  type Condition,
  type Formula,
  type Question,
  type RuleSet,
} from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { expect, test } from "vitest";
import { witnessReport } from "./witness-report.ts";

const at = "2026-03-02";
const is = (id: string, value = true): Condition => ({ fact: id, operator: "equal", value });
/** `a` stops; what is told rests on `b` and is withheld while the safety fact is unknown. */
const ruleSet = tiny({
  facts: [fact("a", "boolean", { safety: true, validFor: "P0D" }), fact("b", "boolean")],
  decisions: [one, { ...many, withheldWhileSafetyUnknown: true }],
  criteria: [
    criterion("C1", is("a"), "stop"),
    criterion("C2", is("b"), "tell", "m"),
    criterion("C3", is("b", false), "halt", "m"),
  ],
});
const stopped: Formula = { world: 0, decision: "d", state: ["stop"] };
const told: Formula = { world: 0, decision: "m", outcome: "tell", is: "suggested" };

test("one person, with the state of the decision asked about", () => {
  expect(witnessReport(askOne(ruleSet, stopped), { at, people: [{ a: true }] })).toEqual({
    at,
    facts: { a: true },
    answers: [{ decision: "d", answer: ["stop"] }],
  });
});

test.each<[string, object, readonly string[]]>([
  ["what is suggested as it is", { a: false, b: true }, ["tell"]],
  ["what is open", { a: false }, ["halt:undetermined", "tell:undetermined"]],
  ["a stop as it is, and what is withheld", { b: false }, ["halt", "tell:withheld"]],
])("of a decision with several outcomes: %s", (_, facts, answer) => {
  const { answers } = witnessReport(askOne(ruleSet, told), { at, people: [{ ...facts }] });
  expect(answers).toEqual([{ decision: "m", answer }]);
});

test.each<[string, Formula, readonly string[]]>([
  ["in all", { all: [told, stopped] }, ["m", "d"]],
  ["in any, each once", { any: [stopped, told, stopped] }, ["d", "m"]],
  ["in what is not", { not: { all: [{ any: [stopped] }] } }, ["d"]],
  ["none where only conditions are asked about", { world: 0, holds: is("a") }, []],
])("decisions are found %s", (_, ask, expected) => {
  const { answers } = witnessReport(askOne(ruleSet, ask), { at, people: [{ a: true }] });
  expect(answers.map((a) => a.decision)).toEqual(expected);
});

test("decisions given besides stand after those of the question, each once; unknown ones are left out", () => {
  const { answers } = witnessReport(askOne(ruleSet, told), { at, people: [{ a: true }] }, ["d", "m", "none"]);
  expect(answers.map((a) => a.decision)).toEqual(["m", "d"]);
});

const two = (other: RuleSet = ruleSet): Question => ({
  worlds: [
    { ruleSet, person: samePerson },
    { ruleSet: other, person: samePerson },
  ],
  ask: stopped,
});

test("a second person is shown where they differ, and the answers are world by world", () => {
  expect(witnessReport(two(), { at, people: [{ a: true }, { a: false }] }, ["m"])).toEqual({
    at,
    facts: { a: true },
    second: { a: false },
    answers: [
      { decision: "d", answer: ["stop"] },
      { decision: "m", answer: ["halt:undetermined", "tell:undetermined"] },
      { decision: "d", answer: ["rest"] },
      { decision: "m", answer: ["halt:undetermined", "tell:undetermined"] },
    ],
  });
});

test("the same person in both worlds is shown once, each world with its own rule set's answer", () => {
  const without = { ...ruleSet, criteria: ruleSet.criteria.filter((c) => c.id !== "C1") };
  const report = witnessReport(two(without), {
    at,
    people: [
      { a: true, b: true },
      { b: true, a: true },
    ],
  });
  expect(report).toEqual({
    at,
    facts: { a: true, b: true },
    answers: [
      { decision: "d", answer: ["stop"] },
      { decision: "d", answer: ["rest"] },
    ],
  });
});

test("the report holds copies: the witness stays as it is", () => {
  const people = [{ a: true }, { a: false }];
  const { facts, second } = witnessReport(two(), { at, people });
  expect(facts).not.toBe(people[0]);
  expect(second).not.toBe(people[1]);
});

test("the answer is that of the witness's day", () => {
  const sent = { a: { value: true, observedOn: "2026-03-01" } };
  const { answers } = witnessReport(askOne(ruleSet, stopped), { at, people: [sent] });
  expect(answers).toEqual([{ decision: "d", answer: ["@safety-unknown"] }]);
});
