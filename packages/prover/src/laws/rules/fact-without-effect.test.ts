import type { Condition } from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { expect, test } from "vitest";
import { applied, tired } from "../../../test/applied.ts";
import { factWithoutEffect } from "./fact-without-effect.ts";

const is = (id: string, value = true): Condition => ({ fact: id, operator: "equal", value });
/** `idle` is read only beside what its condition already says; `told` changes the second decision alone. */
const ruleSet = tiny({
  facts: ["unread", "a", "idle", "told"].map((id) => fact(id, "boolean", { whenUnknown: "ignore" })),
  decisions: [one, many],
  criteria: [
    criterion("C1", is("a"), "stop"),
    criterion("C2", { all: [is("a"), is("idle")] }, "care"),
    criterion("C3", is("told"), "tell", "m"),
  ],
});

test("a fact that is read and changes no decision of anybody, with its place", async () => {
  expect(await applied(factWithoutEffect, ruleSet)).toEqual({
    findings: [{ severity: "warning", at: ["facts", 2], params: { fact: "idle" } }],
    undecided: [],
  });
});

test("what could not be decided is told by its place, and nothing of what nothing reads", async () => {
  expect(await applied(factWithoutEffect, ruleSet, tired)).toEqual({
    findings: [],
    undecided: [["facts", 2]],
  });
});

test("a fact behind an earlier decision counts for the later one", async () => {
  const later = tiny({
    facts: [fact("a", "boolean")],
    decisions: [{ ...one, outcomes: one.outcomes.slice(0, 2), otherwise: "stop" }, many],
    criteria: [
      criterion("C1", is("a"), "care"),
      criterion("C2", { decision: "d", operator: "equal", value: "care" }, "tell", "m"),
    ],
  });
  expect((await applied(factWithoutEffect, later)).findings).toEqual([]);
});

test("it keeps its name", () => {
  expect(factWithoutEffect.id).toBe("fact-without-effect");
});
