// Which criteria rest on which thing, on small documents: directly, through named conditions, through totals.
import { expect, test } from "vitest";
import { criterion, fact, many, members, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { Thing } from "./change.ts";
import { criteriaReading } from "./reads.ts";

const text = { fr: "t", en: "t" };
const whens: Readonly<Record<string, Condition>> = {
  limit: { fact: "age", operator: "greaterThan", value: { parameter: "limit" } },
  number: { fact: "age", operator: "greaterThan", value: 3 },
  named: { not: { condition: "far" } },
  kind: { fact: "kind", operator: "equal", value: "a" },
  kinds: { fact: "kind", operator: "in", value: ["b", "c"] },
  known: { fact: "kind", operator: "isKnown" },
  trait: { fact: "traits", operator: "contains", value: "a" },
  empty: { fact: "traits", operator: "isEmpty" },
  some: { fact: "traits", operator: "isNotEmpty" },
  total: { fact: "sum", operator: "equal", value: 1 },
  part: { fact: "left", operator: "equal", value: 1 },
  always: { always: true },
};
const told: Readonly<Record<string, Condition>> = {
  stopped: { decision: "d", operator: "equal", value: "stop" },
  listed: { decision: "d", operator: "in", value: ["care", "go"] },
  state: { decision: "d", state: ["rest", "@undetermined"] },
};
const doc = tiny({
  facts: [
    fact("age", "integer"),
    fact("kind", "enum", { values: members }),
    fact("traits", "set", { values: members }),
    fact("sum", "integer", { range: { min: 0, max: 2 }, derive: { sum: ["left", "right"] } }),
    fact("left", "integer", { range: { min: 0, max: 1 } }),
    fact("right", "integer", { range: { min: 0, max: 1 } }),
    fact("danger", "boolean", { safety: true, validFor: "P0D" }),
  ],
  conditions: [
    { id: "far", label: text, when: { condition: "near" } },
    { id: "near", label: text, when: { fact: "danger", operator: "equal", value: true } },
  ],
  decisions: [one, many],
  criteria: [
    ...Object.entries(whens).map(([id, when]) => criterion(id, when, "stop")),
    ...Object.entries(told).map(([id, when]) => criterion(id, when, "tell", "m")),
  ],
});

test.each<[Thing, string, string | undefined, readonly string[]]>([
  ["parameter", "limit", undefined, ["limit"]],
  ["parameter", "other", undefined, []],
  ["condition", "near", undefined, ["named"]],
  ["condition", "far", undefined, ["named"]],
  ["fact", "age", undefined, ["limit", "number"]],
  ["fact", "danger", undefined, ["named"]],
  ["fact", "left", undefined, ["total", "part"]],
  ["fact", "right", undefined, ["total"]],
  ["fact", "sum", undefined, ["total"]],
  ["value", "a", "kind", ["kind"]],
  ["value", "b", "kind", ["kinds"]],
  // Of a set, every member counts for whether it is empty.
  ["value", "a", "traits", ["trait", "empty", "some"]],
  ["value", "c", "traits", ["empty", "some"]],
  ["value", "a", "other", []],
  ["outcome", "stop", "d", ["stopped"]],
  ["outcome", "go", "d", ["listed"]],
  ["outcome", "rest", "d", ["state"]],
  ["outcome", "tell", "m", []],
  ["outcome", "stop", "m", []],
  ["decision", "d", undefined, ["stopped", "listed", "state"]],
  ["decision", "m", undefined, []],
  ["rule-set", "tiny", undefined, []],
  ["source", "s", undefined, []],
  ["statement", "S1", "s", []],
  ["criterion", "limit", undefined, []],
  ["property", "p", undefined, []],
])("%s %s of %s", (what, id, of, expected) => {
  expect(criteriaReading(doc, { what, id, ...(of === undefined ? {} : { of }) })).toEqual(expected);
});

test("a draft's criterion without a condition reads nothing", () => {
  const [first, ...rest] = doc.criteria;
  if (!first) throw new Error("a criterion");
  const { when, ...without } = first;
  expect(when).toBe(whens["limit"] && first.when);
  expect(criteriaReading({ ...doc, criteria: [without, ...rest] }, { what: "fact", id: "age" })).toEqual([
    "number",
  ]);
});
