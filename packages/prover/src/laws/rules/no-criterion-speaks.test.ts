import type { Condition } from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { expect, test } from "vitest";
import { applied, tired } from "../../../test/applied.ts";
import { bruteForce, today } from "../../../test/everybody.ts";
import { noCriterionSpeaks } from "./no-criterion-speaks.ts";

const is = (id: string, value = true): Condition => ({ fact: id, operator: "equal", value });
const ruleSetOf = (otherwise: string, ...criteria: readonly object[]) =>
  tiny({
    facts: [fact("a", "boolean"), fact("o", "boolean", { whenUnknown: "ignore" }), fact("unread", "boolean")],
    decisions: [{ ...one, otherwise }, many],
    criteria,
  });

test("somebody who answered everything and of whom no criterion is true has the default: a note, with that person", async () => {
  const ruleSet = ruleSetOf("rest", criterion("C1", is("a"), "stop"));
  expect(await applied(noCriterionSpeaks, ruleSet)).toEqual({
    findings: [
      {
        severity: "info",
        at: ["decisions", 0],
        params: { decision: "d", outcome: "rest", permits: false },
        witness: { at: today, facts: { a: false }, answers: [{ decision: "d", answer: ["rest"] }] },
      },
    ],
    undecided: [],
  });
});

test("a default that permits is a warning", async () => {
  const { findings } = await applied(noCriterionSpeaks, ruleSetOf("go", criterion("C1", is("a"), "stop")));
  expect(findings.map((f) => [f.severity, f.params["permits"]])).toEqual([["warning", true]]);
});

test("who has not answered does not count; what is optional need not be answered", async () => {
  const both = [criterion("C1", is("a"), "stop"), criterion("C2", is("a", false), "care")];
  expect(await applied(noCriterionSpeaks, ruleSetOf("rest", ...both))).toEqual({
    findings: [],
    undecided: [],
  });
  const optional = [criterion("C1", is("o"), "stop"), criterion("C2", is("o", false), "care")];
  const { findings } = await applied(noCriterionSpeaks, ruleSetOf("rest", ...optional));
  expect(findings[0]?.witness?.facts).toEqual({});
});

test("criteria of other decisions and those switched off say nothing", async () => {
  const ruleSet = ruleSetOf(
    "rest",
    criterion("C1", is("a"), "stop"),
    { ...criterion("C2", is("a", false), "care"), enabled: false },
    criterion("C3", is("a", false), "tell", "m"),
  );
  expect((await applied(noCriterionSpeaks, ruleSet)).findings).toHaveLength(1);
});

test("what is asked is of whom every criterion is false and every asked fact is known", async () => {
  const asked: unknown[] = [];
  const listening = {
    ask: (...[question]: Parameters<typeof bruteForce.ask>) => {
      asked.push(question.ask);
      return bruteForce.ask(question);
    },
  };
  await applied(
    noCriterionSpeaks,
    ruleSetOf("rest", criterion("C1", { any: [is("a"), is("o")] }, "stop")),
    listening,
  );
  expect(asked).toEqual([
    {
      all: [
        { world: 0, verdict: "false", of: { any: [is("a"), is("o")] } },
        { world: 0, holds: { fact: "a", operator: "isKnown" } },
      ],
    },
  ]);
});

test("what could not be decided is told by the decision's place", async () => {
  const ruleSet = ruleSetOf("rest", criterion("C1", is("a"), "stop"));
  expect(await applied(noCriterionSpeaks, ruleSet, tired)).toEqual({
    findings: [],
    undecided: [["decisions", 0]],
  });
});

test("it keeps its name", () => {
  expect(noCriterionSpeaks.id).toBe("no-criterion-speaks");
});
