// Thresholds one step off: where, from what, to what.
import { describe, expect, test } from "vitest";
import { criterion, fact, tiny } from "../../../test/tiny.ts";
import type { Condition } from "../../model/condition.ts";
import { threshold } from "./threshold.ts";

const leaf = (name: string, value: unknown, operator = "lessThan"): Condition =>
  ({ fact: name, operator, value }) as Condition;
const parameter = (id: string, value: number) => ({
  id,
  label: { fr: "t", en: "t" },
  value,
  rationale: { fr: "t", en: "t" },
  sources: [],
});
const seeds = (when: Condition, rest: Readonly<Record<string, unknown>> = {}) =>
  threshold(tiny({ criteria: [criterion("K", when, "tell", "m")], ...rest }));
const afters = (...args: Parameters<typeof seeds>): readonly unknown[] => seeds(...args).map((s) => s.after);

test("a number in a comparison: one step below, one step above, at its place", () => {
  expect(seeds({ all: [leaf("danger", true, "equal"), leaf("age", 18)] })).toEqual(
    [17, 19].map((after) => ({
      kind: "threshold",
      of: "K",
      at: ["criteria", 0, "when", "all", 1, "value"],
      before: 18,
      after,
    })),
  );
});

test.each([
  ["age", 1, [0, 2]],
  ["age", 0, [1]],
  ["age", 120, [119]],
  ["dose", 9.4, [9.3, 9.5]],
  ["dose", 9.5, [9.4]],
  ["dose", 0, [0.1]],
  ["since", "2026-03-01", ["2026-02-28", "2026-03-02"]],
  ["since", "9999-12-31", ["9999-12-30"]],
  ["since", "0000-01-01", ["0000-01-02"]],
])("%s compared with %j may be compared with %j", (name, value, after) => {
  for (const operator of ["equal", "lessThan", "greaterThanInclusive"])
    expect(afters(leaf(name, value, operator))).toEqual(after);
});

test("a step out of what the fact can say is none, where there is no range too", () => {
  const facts = [fact("count", "integer"), fact("part", "decimal", { scale: 2 })];
  expect(afters(leaf("count", 0), { facts })).toEqual([-1, 1]);
  expect(afters(leaf("count", Number.MAX_SAFE_INTEGER), { facts })).toEqual([Number.MAX_SAFE_INTEGER - 1]);
  expect(afters(leaf("part", 1.25), { facts })).toEqual([1.24, 1.26]);
});

test("values of other types are no thresholds", () => {
  expect(seeds(leaf("kind", "a", "equal"))).toEqual([]);
  expect(seeds(leaf("kind", ["a", "b"], "in"))).toEqual([]);
  expect(seeds(leaf("danger", true, "equal"))).toEqual([]);
  expect(seeds(leaf("traits", "a", "contains"))).toEqual([]);
  expect(seeds({ fact: "age", operator: "isKnown" })).toEqual([]);
  expect(seeds({ any: [{ always: true }, { decision: "d", operator: "equal", value: "go" }] })).toEqual([]);
});

describe("at least so many", () => {
  const three = [leaf("danger", true, "equal"), leaf("kind", "a", "equal"), leaf("since", "2026-01-01")];
  test("one fewer but for none, and one more, beside the thresholds of its members", () => {
    expect(seeds({ atLeast: { count: 2, of: three } }).slice(0, 2)).toEqual(
      [1, 3].map((after) => ({
        kind: "threshold",
        of: "K",
        at: ["criteria", 0, "when", "atLeast", "count"],
        before: 2,
        after,
      })),
    );
    expect(afters({ atLeast: { count: 2, of: three } })).toEqual([1, 3, "2025-12-31", "2026-01-02"]);
    expect(afters({ atLeast: { count: 1, of: three.slice(0, 2) } })).toEqual([2]);
  });
});

describe("a parameter", () => {
  const limit = { parameter: "limit" };
  test("moves where it is declared, before anything else", () => {
    const parameters = [parameter("unread", 3), parameter("limit", 10)];
    expect(seeds({ all: [leaf("age", 18), leaf("age", limit)] }, { parameters })).toEqual([
      ...[9, 11].map((after) => ({
        kind: "threshold",
        of: "limit",
        at: ["parameters", 1, "value"],
        before: 10,
        after,
      })),
      ...[17, 19].map((after) => ({
        kind: "threshold",
        of: "K",
        at: ["criteria", 0, "when", "all", 0, "value"],
        before: 18,
        after,
      })),
    ]);
  });

  test("takes the finest step of the facts that it is compared with", () => {
    const facts = [
      fact("whole", "integer"),
      fact("tenths", "decimal", { scale: 1 }),
      fact("hundredths", "decimal", { scale: 2 }),
      fact("thousandths", "decimal", { scale: 3 }),
    ];
    const compared = (...ids: readonly string[]) =>
      afters({ any: ids.map((id) => leaf(id, limit)) }, { facts });
    expect(compared("whole")).toEqual([9, 11]);
    expect(compared("tenths", "whole")).toEqual([9.9, 10.1]);
    expect(compared("whole", "hundredths", "tenths")).toEqual([9.99, 10.01]);
  });

  test("that nothing running reads is left alone, beside others that are read", () => {
    const off = { ...criterion("OFF", leaf("age", { parameter: "other" }), "go"), enabled: false };
    const ruleSet = tiny({
      parameters: [parameter("limit", 5), parameter("other", 4)],
      criteria: [criterion("K", leaf("dose", { parameter: "limit" }), "go"), off],
    });
    expect(threshold(ruleSet).map((s) => [s.of, s.after])).toEqual([
      ["limit", 4.9],
      ["limit", 5.1],
    ]);
  });
});
