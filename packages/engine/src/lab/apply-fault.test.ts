// One place changed, everything else the very same.
import { describe, expect, test } from "vitest";
import { criterion, tiny } from "../../test/tiny.ts";
import type { Path } from "../model/diagnostic.ts";
import type { Fault } from "../model/lab.ts";
import { applyFault, valueAt } from "./apply-fault.ts";

const ruleSet = tiny({
  criteria: [
    criterion(
      "A",
      {
        all: [
          { fact: "age", operator: "lessThan", value: 18 },
          { fact: "danger", operator: "equal", value: true },
          { fact: "kind", operator: "in", value: ["a", "b", "c"] },
        ],
      },
      "stop",
    ),
    criterion("B", { always: true }, "go"),
  ],
});
const faultAt = (at: Path, after: unknown, kind: Fault["kind"] = "operator"): Fault => ({
  id: "f",
  kind,
  at: [...at],
  before: null,
  after,
});
const changed = (at: Path, after: unknown) => applyFault(ruleSet, faultAt(at, after));

describe("what stands at a place", () => {
  const document = { list: [{ a: 1 }, null, "text"], none: null };
  test.each<readonly [Path, unknown]>([
    [[], document],
    [["list", 0, "a"], 1],
    [["list", 1], null],
    [["none"], null],
    [["list", 3], undefined],
    [["gone"], undefined],
    [["gone", "a", "b"], undefined],
    [["none", "a"], undefined],
    [["list", 1, "a"], undefined],
    [["list", 2, "length"], undefined],
    [["toString"], undefined],
  ])("%j: %j", (at, value) => {
    expect(valueAt(document, at)).toBe(value);
  });
});

test("another value at a place, and nothing else touched", () => {
  const faulty = changed(["criteria", 0, "when", "all", 0, "value"], 19);
  expect(faulty.criteria[0]?.when).toEqual({
    all: [
      { fact: "age", operator: "lessThan", value: 19 },
      { fact: "danger", operator: "equal", value: true },
      { fact: "kind", operator: "in", value: ["a", "b", "c"] },
    ],
  });
  expect({ ...faulty.criteria[0], when: null }).toEqual({ ...ruleSet.criteria[0], when: null });
  // What is not on the way is shared with the original, in its place.
  expect(faulty.criteria[1]).toBe(ruleSet.criteria[1]);
  expect(faulty.facts).toBe(ruleSet.facts);
  expect(Object.keys(faulty)).toEqual(Object.keys(ruleSet));
  expect(Object.keys(faulty.criteria[0] ?? {})).toEqual(Object.keys(ruleSet.criteria[0] ?? {}));
  expect(ruleSet.criteria[0]?.when).toMatchObject({ all: [{ value: 18 }, {}, {}] });
});

test("a whole member, first, middle or last", () => {
  for (const place of [0, 1, 2]) {
    const faulty = changed(["criteria", 0, "when", "all", place], { always: true });
    expect(valueAt(faulty, ["criteria", 0, "when", "all"])).toEqual(
      [0, 1, 2].map((i) =>
        i === place ? { always: true } : valueAt(ruleSet, ["criteria", 0, "when", "all", i]),
      ),
    );
  }
});

test("nothing takes a member out of a list, or a key out of an object", () => {
  const list = ["criteria", 0, "when", "all", 2, "value"];
  expect(valueAt(changed([...list, 1], null), list)).toEqual(["a", "c"]);
  expect(valueAt(changed([...list, 0], null), list)).toEqual(["b", "c"]);
  const without = changed(["facts", 0, "validFor"], null);
  expect(without.facts[0]).not.toHaveProperty("validFor");
  const { validFor: _, ...rest } = ruleSet.facts[0] ?? {};
  expect(without.facts[0]).toEqual(rest);
  expect(without.facts.slice(1)).toEqual(ruleSet.facts.slice(1));
});

test("a key that was not there is added at the end", () => {
  const faulty = changed(["facts", 1, "validFor"], "P3D");
  expect(faulty.facts[1]).toEqual({ ...ruleSet.facts[1], validFor: "P3D" });
  expect(Object.keys(faulty.facts[1] ?? {}).at(-1)).toBe("validFor");
});

test("false and 0 are values like any other", () => {
  expect(changed(["criteria", 0, "enabled"], false).criteria[0]).toHaveProperty("enabled", false);
  expect(valueAt(changed(["parameters", 0, "value"], 0), ["parameters", 0, "value"])).toBe(0);
});

test("another order of outcomes keeps the outcomes as they are", () => {
  const order = ["care", "stop", "rest", "go"];
  const faulty = applyFault(ruleSet, faultAt(["decisions", 0, "outcomes"], order, "precedence"));
  const before = ruleSet.decisions[0]?.outcomes ?? [];
  expect(faulty.decisions[0]?.outcomes).toEqual([before[1], before[0], before[3], before[2]]);
  expect(faulty.decisions[1]).toBe(ruleSet.decisions[1]);
});
