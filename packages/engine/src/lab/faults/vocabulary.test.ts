// Faults of the vocabulary: of facts that count, within the laws of safety facts.
import { expect, test } from "vitest";
import { criterion, fact, members, tiny } from "../../../test/tiny.ts";
import type { Condition } from "../../model/condition.ts";
import { safety, validFor, whenUnknown } from "./vocabulary.ts";

const known = (id: string): Condition => ({ fact: id, operator: "isKnown" });
/** A rule set with these facts, of which all but the first are read. */
const reading = (...facts: readonly Readonly<Record<string, unknown>>[]) =>
  tiny({
    facts: [fact("unread", "boolean", { validFor: "P3D" }), ...facts],
    criteria: [criterion("K", { any: facts.map((f) => known(String(f["id"]))) }, "go")],
  });

test.each<readonly [unknown, readonly unknown[]]>([
  ["block", ["ignore"]],
  ["ignore", ["block"]],
  [{ assume: true }, ["block", "ignore", { assume: false }]],
  [{ assume: false }, ["block", "ignore", { assume: true }]],
])("what happens while a fact is unknown: %j is mistaken for %j", (before, mistaken) => {
  expect(whenUnknown(reading(fact("f", "boolean", { whenUnknown: before })))).toEqual(
    mistaken.map((after) => ({
      kind: "when-unknown",
      of: "f",
      at: ["facts", 1, "whenUnknown"],
      before,
      after,
    })),
  );
});

test("only yes and no are assumed the other way round", () => {
  const kind = fact("f", "enum", { values: members, whenUnknown: { assume: "a" } });
  expect(whenUnknown(reading(kind)).map((s) => s.after)).toEqual(["block", "ignore"]);
});

test("a safety fact always blocks and is good for a time: it may stop being one, and not the other way without both", () => {
  const safe = fact("f", "boolean", { safety: true, validFor: "P2D" });
  expect(whenUnknown(reading(safe))).toEqual([]);
  expect(safety(reading(safe))).toEqual([
    { kind: "safety", of: "f", at: ["facts", 1, "safety"], before: true, after: false },
  ]);
  expect(safety(reading(fact("f", "boolean", { validFor: "P2D" })))).toEqual([
    { kind: "safety", of: "f", at: ["facts", 1, "safety"], before: false, after: true },
  ]);
  expect(safety(reading(fact("f", "boolean")))).toEqual([]);
  expect(safety(reading(fact("f", "boolean", { validFor: "P2D", whenUnknown: "ignore" })))).toEqual([]);
});

test.each<readonly [string, boolean, readonly unknown[]]>([
  ["P14D", false, ["P13D", "P15D", null]],
  ["P1D", false, ["P0D", "P2D", null]],
  ["P0D", false, ["P1D", null]],
  ["P0D", true, ["P1D"]],
  ["P14D", true, ["P13D", "P15D"]],
  ["P99998D", true, ["P99997D", "P99999D"]],
  ["P99999D", true, ["P99998D"]],
])("how long a value is good for: %s (safety: %s) is mistaken for %j", (before, isSafety, mistaken) => {
  expect(validFor(reading(fact("f", "boolean", { safety: isSafety, validFor: before })))).toEqual(
    mistaken.map((after) => ({ kind: "valid-for", of: "f", at: ["facts", 1, "validFor"], before, after })),
  );
});

test("what never grows old has no such fault", () => {
  expect(validFor(reading(fact("f", "boolean")))).toEqual([]);
});

test("facts that count are those that are read, and the parts of sums that are", () => {
  const part = (id: string) => fact(id, "integer", { validFor: "P3D" });
  const facts = [
    part("first"),
    part("unread"),
    fact("total", "integer", { derive: { sum: ["first", "second"] } }),
    part("second"),
  ];
  const ruleSet = tiny({ facts, criteria: [criterion("K", known("total"), "go")] });
  expect(whenUnknown(ruleSet).map((s) => [s.of, s.at[1]])).toEqual([
    ["first", 0],
    ["total", 2],
    ["second", 3],
  ]);
  expect([...new Set(validFor(ruleSet).map((s) => s.of))]).toEqual(["first", "second"]);
  expect(safety(ruleSet).map((s) => [s.of, s.at[1]])).toEqual([
    ["first", 0],
    ["second", 3],
  ]);
});
