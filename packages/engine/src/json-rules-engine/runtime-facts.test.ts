// What lowered rules are told of a person and of earlier decisions.
import { expect, test } from "vitest";
import { tiny } from "../../test/tiny.ts";
import { readPerson, type Facts } from "../model/index.ts";
import { decisionFacts, runtimeFacts } from "./runtime-facts.ts";
import { always, doubtOf, possibleOf, possibleOutcomes, stateOf } from "./runtime-names.ts";

const ruleSet = tiny();
const told = (facts: Facts) => Object.fromEntries(runtimeFacts(readPerson(ruleSet, facts, "2026-03-02")));

test("W2 the names are no ids of facts", () => {
  expect([always, doubtOf("age"), possibleOf("traits"), stateOf("d"), possibleOutcomes("d")]).toEqual([
    "@always",
    "age@doubtful",
    "traits@possible",
    "@d",
    "@d.possible",
  ]);
});

test("W2 every fact has an entry, an unknown one an explicit null", () => {
  const ids = ruleSet.facts.map((f) => f.id);
  expect(Object.keys(told({}))).toEqual([
    "@always",
    ...ids.flatMap((id) => [id, `${id}@doubtful`, `${id}@possible`]),
  ]);
  expect(told({})).toEqual({
    "@always": true,
    ...Object.fromEntries(
      ids.flatMap((id) => [
        [id, id === "wish" ? false : null],
        [`${id}@doubtful`, false],
        [`${id}@possible`, null],
      ]),
    ),
  });
});

test("a doubtful fact is said to be, a set asked in part has what it may have as well", () => {
  const some = told({ age: 30, score: "5", traits: { value: ["b"], of: ["b"] }, kind: "a" });
  expect(some["age"]).toBe(30);
  expect(some["age@doubtful"]).toBe(false);
  expect(some["age@possible"]).toBeNull();
  expect([some["score"], some["score@doubtful"]]).toEqual([null, true]);
  expect([some["traits"], some["traits@doubtful"], some["traits@possible"]]).toEqual([
    ["b"],
    true,
    ["b", "a", "c"],
  ]);
  expect([some["kind"], some["kind@possible"]]).toEqual(["a", null]);
  const whole = told({ traits: ["c"] });
  expect([whole["traits"], whole["traits@doubtful"], whole["traits@possible"]]).toEqual([
    ["c"],
    false,
    ["c"],
  ]);
});

test("an earlier decision is its state and what is possible", () => {
  const possible = ["go", "rest"];
  expect([
    ...decisionFacts("d", { kind: "one", state: "@undetermined", possible, missing: ["age"] }),
  ]).toEqual([
    ["@d", "@undetermined"],
    ["@d.possible", ["go", "rest"]],
  ]);
});
