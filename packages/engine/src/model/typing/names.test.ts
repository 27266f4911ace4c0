// Ids that are used twice and references to nothing, with both places.
import { expect, test } from "vitest";
import { criterion, document, fact, members, one } from "../../../test/tiny.ts";
import type { DraftRuleSet } from "../rule-set.ts";
import { checkNames, namesOf } from "./names.ts";

const text = { fr: "x", en: "x" };
const statement = (id: string) => ({ id, locator: "p. 1", text, modelled: true });
const source = (id: string, ...statements: readonly string[]) => ({
  id,
  title: text,
  statements: statements.map(statement),
});
const parameter = (id: string, ...sources: readonly string[]) => ({
  id,
  label: text,
  value: 1,
  rationale: text,
  sources,
});
const named = (id: string) => ({ id, label: text, when: { always: true } });
const property = (id: string) => ({
  id,
  statement: text,
  claim: { kind: "independent", decision: "d", facts: ["age"] },
});
const withParts = (parts: Readonly<Record<string, unknown>>) =>
  ({ ...document, ...parts }) as unknown as DraftRuleSet;

test.each<[string, (id: string) => unknown]>([
  ["sources", (id) => source(id)],
  ["parameters", (id) => parameter(id)],
  ["facts", (id) => fact(id, "boolean")],
  ["conditions", named],
  ["decisions", (id) => ({ ...one, id })],
  ["criteria", (id) => criterion(id, { always: true }, "go")],
  ["properties", property],
])("D2 an id is used once among the %s", (list, make) => {
  const twice = (at: number) => ({
    code: "duplicate-id",
    severity: "error",
    at: [list, at, "id"],
    params: { id: "a" },
    also: [[list, 0, "id"]],
  });
  expect(checkNames(withParts({ [list]: ["a", "b", "c"].map(make) }))).toEqual([]);
  // Every further use points to the first.
  expect(checkNames(withParts({ [list]: ["a", "b", "a", "a"].map(make) }))).toEqual([twice(2), twice(3)]);
});

test("D2 an id is used once among the values of a fact and the outcomes of a decision", () => {
  const values = [...members, members[1]];
  const outcomes = [...one.outcomes, one.outcomes[0]];
  const doc = withParts({
    facts: [fact("a", "boolean"), fact("b", "enum", { values })],
    decisions: [{ ...one, outcomes }],
  });
  expect(checkNames(doc).map(({ at, also, params }) => [at, also, params])).toEqual([
    [["facts", 1, "values", 3, "id"], [["facts", 1, "values", 1, "id"]], { id: "b" }],
    [["decisions", 0, "outcomes", 4, "id"], [["decisions", 0, "outcomes", 0, "id"]], { id: "stop" }],
  ]);
  // One name may stand in two lists.
  expect(
    checkNames(
      withParts({ facts: [fact("d", "enum", { values: members }), fact("a", "set", { values: members })] }),
    ),
  ).toEqual([]);
});

test("D2 a statement has one id in all sources together, since it is cited by it", () => {
  const doc = withParts({
    sources: [source("s1", "S1", "S2"), source("s2", "S3", "S1"), source("s3", "S1")],
  });
  const twice = (i: number, j: number) => ({
    code: "duplicate-id",
    severity: "error",
    at: ["sources", i, "statements", j, "id"],
    params: { id: "S1" },
    also: [["sources", 0, "statements", 0, "id"]],
  });
  expect(checkNames(doc)).toEqual([twice(1, 1), twice(2, 0)]);
});

test("D4 what is cited is a statement of a source", () => {
  const doc = withParts({
    sources: [source("s1", "S1")],
    parameters: [parameter("limit", "S1", "S9")],
    facts: [fact("a", "boolean", { sources: ["S1"] }), fact("b", "boolean", { sources: ["S8"] })],
    criteria: [{ ...criterion("K", { always: true }, "go"), sources: ["s1", "S1", "S7"] }],
  });
  const undeclared = (at: readonly (string | number)[], id: string) => ({
    code: "undeclared-statement",
    severity: "error",
    at,
    params: { statement: id },
  });
  expect(checkNames(doc)).toEqual([
    undeclared(["parameters", 0, "sources", 1], "S9"),
    undeclared(["facts", 1, "sources", 0], "S8"),
    undeclared(["criteria", 0, "sources", 0], "s1"),
    undeclared(["criteria", 0, "sources", 2], "S7"),
  ]);
});

test("everything declared is found by its id", () => {
  const doc = withParts({ conditions: [named("high")] });
  const names = namesOf(doc);
  expect([...names.facts.keys()]).toEqual([
    "danger",
    "age",
    "score",
    "wish",
    "kind",
    "traits",
    "dose",
    "since",
  ]);
  expect(names.facts.get("age")).toBe(doc.facts[1]);
  expect([...names.parameters]).toEqual([["limit", doc.parameters[0]]]);
  expect([...names.conditions]).toEqual([["high", doc.conditions[0]]]);
  expect([...names.decisions]).toEqual([
    ["d", { decision: doc.decisions[0], index: 0 }],
    ["m", { decision: doc.decisions[1], index: 1 }],
  ]);
});
