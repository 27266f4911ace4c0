import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { expect, test } from "vitest";
import { applied, tired } from "../../../test/applied.ts";
import { outcomeUnreachable } from "./outcome-unreachable.ts";

const isTrue = { fact: "a", operator: "equal", value: true } as const;
/** Nobody gets `go`, which no criterion is for, nor `care`, before which `stop` always comes. */
const ruleSet = tiny({
  facts: [fact("a", "boolean")],
  decisions: [one, many],
  criteria: [
    criterion("C1", isTrue, "stop"),
    criterion("C2", isTrue, "care"),
    criterion("C3", isTrue, "tell", "m"),
  ],
});

test("an outcome that nobody gets is an error, with its place, whatever the kind of its decision", async () => {
  expect(await applied(outcomeUnreachable, ruleSet)).toEqual({
    findings: [
      { severity: "error", at: ["decisions", 0, "outcomes", 1], params: { decision: "d", outcome: "care" } },
      { severity: "error", at: ["decisions", 0, "outcomes", 2], params: { decision: "d", outcome: "go" } },
      { severity: "error", at: ["decisions", 1, "outcomes", 0], params: { decision: "m", outcome: "halt" } },
    ],
    undecided: [],
  });
});

test("what could not be decided is no finding", async () => {
  expect(await applied(outcomeUnreachable, ruleSet, tired)).toEqual({
    findings: [],
    undecided: [
      ["decisions", 0, "outcomes", 1],
      ["decisions", 0, "outcomes", 2],
      ["decisions", 1, "outcomes", 0],
    ],
  });
});

test("it keeps its name", () => {
  expect(outcomeUnreachable.id).toBe("outcome-unreachable");
});
