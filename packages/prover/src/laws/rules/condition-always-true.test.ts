// Conditions that make no difference: always true, or always false, where it could matter.
import type { Condition } from "@jumelage/engine";
import { criterion, fact, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { applied, tired } from "../../../test/applied.ts";
import { conditionAlwaysFalse } from "./condition-always-false.ts";
import { conditionAlwaysTrue } from "./condition-always-true.ts";

const label = { fr: "texte", en: "text" };
const is = (id: string, value = true): Condition => ({ fact: id, operator: "equal", value });
const n = (operator: "lessThan" | "greaterThanInclusive", value: number): Condition => ({
  fact: "n",
  operator,
  value,
});
const [every, none] = [n("greaterThanInclusive", 0), n("lessThan", 0)];
const ruleSetOf = (when: readonly Condition[], named: Condition = is("a"), enabled = true) =>
  tiny({
    facts: [fact("a", "boolean"), fact("n", "integer", { range: { min: 0, max: 4 } })],
    conditions: [{ id: "named", label, when: named }],
    decisions: [one],
    criteria: when.map((c, i) => ({ ...criterion(`C${i}`, c, "stop"), enabled })),
  });
const places = async (law: typeof conditionAlwaysTrue, ...asked: Parameters<typeof ruleSetOf>) =>
  (await applied(law, ruleSetOf(...asked))).findings.map((f) => [f.at.join(" "), f.params["whole"]]);

describe("always true", () => {
  test("a part and a whole are told with their places", async () => {
    expect(await applied(conditionAlwaysTrue, ruleSetOf([{ all: [is("a"), every] }, every]))).toEqual({
      findings: [
        { severity: "warning", at: ["criteria", 0, "when", "all", 1], params: { whole: false } },
        { severity: "warning", at: ["criteria", 1, "when"], params: { whole: true } },
      ],
      undecided: [],
    });
  });

  test("a named condition too, whatever uses it", async () => {
    expect(await places(conditionAlwaysTrue, [is("a")], every)).toEqual([["conditions 0 when", true]]);
  });

  test("nothing of criteria that are never true or switched off", async () => {
    expect(await places(conditionAlwaysTrue, [{ all: [none, every] }])).toEqual([]);
    expect(await places(conditionAlwaysTrue, [every], is("a"), false)).toEqual([]);
  });

  test("what could not be decided is told, and is no finding", async () => {
    const { findings, undecided } = await applied(
      conditionAlwaysTrue,
      ruleSetOf([{ all: [is("a"), every] }]),
      tired,
    );
    expect(findings).toEqual([]);
    expect(undecided).toEqual([["criteria", 0, "when", "all", 1]]);
  });
});

describe("always false", () => {
  test("a part is told with its place", async () => {
    expect(await applied(conditionAlwaysFalse, ruleSetOf([{ any: [is("a"), none] }]))).toEqual({
      findings: [{ severity: "warning", at: ["criteria", 0, "when", "any", 1], params: { whole: false } }],
      undecided: [],
    });
  });

  test("a named condition as a whole, but not a whole criterion, which is never true", async () => {
    expect(await places(conditionAlwaysFalse, [is("a")], none)).toEqual([["conditions 0 when", true]]);
    expect(await places(conditionAlwaysFalse, [none])).toEqual([]);
    expect(await places(conditionAlwaysFalse, [{ all: [none, is("a")] }])).toEqual([]);
  });

  test("nothing of criteria that are switched off", async () => {
    expect(await places(conditionAlwaysFalse, [{ any: [is("a"), none] }], is("a"), false)).toEqual([]);
  });

  test("what could not be decided is told, and is no finding", async () => {
    const { findings, undecided } = await applied(
      conditionAlwaysFalse,
      ruleSetOf([{ any: [is("a"), none] }]),
      tired,
    );
    expect(findings).toEqual([]);
    expect(undecided).toEqual([["criteria", 0, "when", "any", 1]]);
  });
});

test("they keep their names", () => {
  expect([conditionAlwaysTrue.id, conditionAlwaysFalse.id]).toEqual([
    "condition-always-true",
    "condition-always-false",
  ]);
});
