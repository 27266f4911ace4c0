import { expect, test } from "vitest";
import { tiny } from "../../test/tiny.ts";
import { readPerson, type OneResult } from "../model/index.ts";
import { readingOf } from "./reading.ts";

const when = { fact: "danger", operator: "equal", value: true };
const ruleSet = tiny({ conditions: [{ id: "low", label: { fr: "bas", en: "low" }, when }] });
const answer: OneResult = { kind: "one", state: "go", outcome: "go", possible: ["go"], missing: [] };
const person = readPerson(ruleSet, { danger: true }, "2026-03-15");
const reading = readingOf(ruleSet, person, new Map([["d", answer]]));

test("names lead to what they name", () => {
  expect(reading.fact("age")).toBe(ruleSet.facts[1]);
  expect(reading.state("danger")).toEqual({ kind: "known", value: true, assumed: false });
  expect(reading.state("age")).toEqual({ kind: "unknown", reason: "not-asked" });
  expect(reading.parameter("limit")).toBe(ruleSet.parameters[0]);
  expect(reading.condition("low")).toBe(ruleSet.conditions[0]);
  expect(reading.decision("d")).toEqual({ decision: ruleSet.decisions[0], result: answer });
});

test("what is not declared, or not decided yet, is a fault", () => {
  const fault = (id: string) => new TypeError(`not declared, or read before it is decided: ${id}`);
  for (const part of ["fact", "state", "parameter", "condition", "decision"] as const)
    expect(() => reading[part]("nobody")).toThrow(fault("nobody"));
  expect(() => reading.decision("m")).toThrow(fault("m"));
  expect(() => readingOf(ruleSet, person, new Map([["x", answer]])).decision("x")).toThrow(fault("x"));
});
