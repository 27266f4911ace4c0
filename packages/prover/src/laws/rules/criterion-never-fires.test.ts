import type { Condition } from "@jumelage/engine";
import { criterion, fact, one, tiny } from "@jumelage/engine/test/tiny";
import { expect, test } from "vitest";
import { applied, tired } from "../../../test/applied.ts";
import { criterionNeverFires } from "./criterion-never-fires.ts";

const n = (operator: "lessThan" | "greaterThan", value: number): Condition => ({
  fact: "n",
  operator,
  value,
});
const ruleSet = tiny({
  facts: [fact("n", "integer", { range: { min: 0, max: 4 } })],
  decisions: [one],
  criteria: [
    criterion("Fires", n("lessThan", 2), "stop"),
    criterion("Contradicts", { all: [n("lessThan", 2), n("greaterThan", 2)] }, "care"),
    { ...criterion("Off", n("greaterThan", 4), "care"), enabled: false },
    criterion("Beyond", n("greaterThan", 4), "go"),
  ],
});

test("a criterion that is true of nobody is an error, with its place", async () => {
  expect(await applied(criterionNeverFires, ruleSet)).toEqual({
    findings: [
      { severity: "error", at: ["criteria", 1], params: { criterion: "Contradicts" } },
      { severity: "error", at: ["criteria", 3], params: { criterion: "Beyond" } },
    ],
    undecided: [],
  });
});

test("what could not be decided is no finding", async () => {
  expect(await applied(criterionNeverFires, ruleSet, tired)).toEqual({
    findings: [],
    undecided: [
      ["criteria", 1],
      ["criteria", 3],
    ],
  });
});

test("it keeps its name", () => {
  expect(criterionNeverFires.id).toBe("criterion-never-fires");
});
