import type { Condition } from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { applied, tired } from "../../../test/applied.ts";
import { criterionDuplicated } from "./criterion-duplicated.ts";

const is = (id: string, value = true): Condition => ({ fact: id, operator: "equal", value });
const n = (operator: "lessThan" | "greaterThan", value: number): Condition => ({
  fact: "n",
  operator,
  value,
});
const ruleSetOf = (...criteria: readonly object[]) =>
  tiny({
    facts: [
      fact("a", "boolean"),
      fact("b", "boolean"),
      fact("o", "boolean", { whenUnknown: "ignore" }),
      fact("n", "integer", { range: { min: 0, max: 4 } }),
    ],
    decisions: [one, many],
    criteria,
  });
const told = async (...criteria: readonly object[]) =>
  (await applied(criterionDuplicated, ruleSetOf(...criteria))).findings.map((f) => [
    f.params["criterion"],
    f.params["by"],
  ]);

test("the later one is told, with the place of the earlier one", async () => {
  const ruleSet = ruleSetOf(
    criterion("C1", is("a"), "stop"),
    criterion("C2", { not: n("lessThan", 2) }, "care"),
    criterion("C3", n("greaterThan", 1), "care"),
  );
  expect(await applied(criterionDuplicated, ruleSet)).toEqual({
    findings: [
      {
        severity: "warning",
        at: ["criteria", 2],
        also: [["criteria", 1]],
        params: { criterion: "C3", by: "C2" },
      },
    ],
    undecided: [],
  });
});

test("of three with one meaning each later one is told once, by the first", async () => {
  const same = ["C1", "C2", "C3"].map((id) => criterion(id, is("a"), "stop"));
  expect(await told(...same)).toEqual([
    ["C2", "C1"],
    ["C3", "C1"],
  ]);
});

describe("no duplicate", () => {
  test.each<[string, readonly object[]]>([
    ["another outcome", [criterion("C1", is("a"), "stop"), criterion("C2", is("a"), "care")]],
    ["another decision", [criterion("C1", is("a"), "stop"), criterion("C2", is("a"), "halt", "m")]],
    [
      "true of others",
      [criterion("C1", is("a"), "stop"), criterion("C2", { any: [is("a"), is("b")] }, "stop")],
    ],
    [
      "true of fewer",
      [criterion("C1", is("a"), "stop"), criterion("C2", { all: [is("a"), is("b")] }, "stop")],
    ],
    [
      "true of the same people, and open for others",
      [
        criterion("C1", { all: [is("o"), is("o", false)] }, "stop"),
        criterion("C2", { all: [is("a"), is("a", false)] }, "stop"),
      ],
    ],
    [
      "true of the same people, false of others",
      [
        criterion("C1", is("a"), "stop"),
        criterion("C2", { all: [is("a"), { any: [is("b"), is("b", false)] }] }, "stop"),
      ],
    ],
    [
      "switched off",
      [criterion("C1", is("a"), "stop"), { ...criterion("C2", is("a"), "stop"), enabled: false }],
    ],
    [
      "the first switched off",
      [{ ...criterion("C1", is("a"), "stop"), enabled: false }, criterion("C2", is("a"), "stop")],
    ],
    [
      "never true",
      [criterion("C1", n("greaterThan", 4), "stop"), criterion("C2", n("greaterThan", 4), "stop")],
    ],
  ])("%s", async (_, criteria) => {
    expect(await told(...criteria)).toEqual([]);
  });
});

test("what could not be decided is no finding, and told by the later one's place", async () => {
  const ruleSet = ruleSetOf(criterion("C1", is("a"), "stop"), criterion("C2", is("a"), "stop"));
  expect(await applied(criterionDuplicated, ruleSet, tired)).toEqual({
    findings: [],
    undecided: [["criteria", 1]],
  });
});

test("it keeps its name", () => {
  expect(criterionDuplicated.id).toBe("criterion-duplicated");
});
