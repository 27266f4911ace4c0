// What each operator is mistaken for, and where nothing would change.
import { expect, test } from "vitest";
import { criterion, tiny } from "../../../test/tiny.ts";
import type { Condition } from "../../model/condition.ts";
import { operator } from "./operator.ts";

const leaf = (name: string, said: string, value?: unknown): Condition =>
  ({ fact: name, operator: said, ...(value === undefined ? {} : { value }) }) as Condition;
const seeds = (when: Condition) => operator(tiny({ criteria: [criterion("K", when, "tell", "m")] }));

test.each<readonly [Condition, readonly string[]]>([
  [leaf("age", "equal", 18), ["notEqual"]],
  [leaf("age", "notEqual", 18), ["equal"]],
  [leaf("age", "lessThan", 18), ["lessThanInclusive", "greaterThanInclusive"]],
  [leaf("age", "lessThanInclusive", 18), ["lessThan", "greaterThan"]],
  [leaf("age", "greaterThan", 18), ["greaterThanInclusive", "lessThanInclusive"]],
  [leaf("age", "greaterThanInclusive", 18), ["greaterThan", "lessThan"]],
  [leaf("kind", "equal", "a"), ["notEqual"]],
  [leaf("kind", "in", ["a"]), ["notIn"]],
  [leaf("kind", "notIn", ["a", "b"]), ["in"]],
  [leaf("traits", "contains", "a"), ["doesNotContain"]],
  [leaf("traits", "doesNotContain", "a"), ["contains"]],
  [leaf("traits", "containsAny", ["a", "b"]), ["containsNone", "containsAll"]],
  [leaf("traits", "containsAny", ["a"]), ["containsNone"]],
  [leaf("traits", "containsNone", ["a", "b"]), ["containsAny"]],
  [leaf("traits", "containsNone", ["a"]), ["containsAny"]],
  [leaf("traits", "containsAll", ["a", "b"]), ["containsNone", "containsAny"]],
  [leaf("traits", "containsAll", ["a"]), ["containsNone"]],
  [leaf("traits", "isEmpty"), ["isNotEmpty"]],
  [leaf("traits", "isNotEmpty"), ["isEmpty"]],
  [leaf("age", "isKnown"), ["isUnknown"]],
  [leaf("age", "isUnknown"), ["isKnown"]],
])("%j is mistaken for %j", (when, mistaken) => {
  expect(seeds(when)).toEqual(
    mistaken.map((after) => ({
      kind: "operator",
      of: "K",
      at: ["criteria", 0, "when", "operator"],
      before: (when as { operator: string }).operator,
      after,
    })),
  );
});

test("yes is mistaken for no", () => {
  for (const before of [true, false])
    expect(seeds(leaf("danger", "equal", before))).toEqual([
      { kind: "operator", of: "K", at: ["criteria", 0, "when", "value"], before, after: !before },
    ]);
});

test("a not is forgotten, and an answer of an earlier decision turned round", () => {
  const read: Condition = { decision: "d", operator: "equal", value: "go" };
  const state: Condition = { decision: "d", state: ["go"] };
  for (const when of [read, state])
    expect(seeds(when)).toEqual([
      { kind: "operator", of: "K", at: ["criteria", 0, "when"], before: when, after: { not: when } },
    ]);
  expect(seeds({ not: leaf("traits", "isEmpty") })).toEqual([
    {
      kind: "operator",
      of: "K",
      at: ["criteria", 0, "when"],
      before: { not: leaf("traits", "isEmpty") },
      after: leaf("traits", "isEmpty"),
    },
    {
      kind: "operator",
      of: "K",
      at: ["criteria", 0, "when", "not", "operator"],
      before: "isEmpty",
      after: "isNotEmpty",
    },
  ]);
});

test("joints, named conditions and always have no operator", () => {
  const named = [{ id: "n", label: { fr: "t", en: "t" }, when: leaf("age", "isKnown") }];
  const ruleSet = tiny({
    conditions: named,
    criteria: [criterion("K", { all: [{ condition: "n" }, { always: true }] }, "tell", "m")],
  });
  expect(operator(ruleSet).map((s) => [s.of, s.at])).toEqual([["n", ["conditions", 0, "when", "operator"]]]);
});
