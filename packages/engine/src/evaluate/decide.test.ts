import { describe, expect, test } from "vitest";
import { fact, many, one, tiny } from "../../test/tiny.ts";
import type { Verdict } from "../kleene.ts";
import type { Decision } from "../model/index.ts";
import { decideMany, decideOne, inOrder, type Judged } from "./decide.ts";

// danger (a safety fact), age, score, wish, kind, traits, dose, since.
const ruleSet = tiny();
const [d, m] = tiny().decisions as unknown as readonly [Decision, Decision];
const judged = (outcome: string, verdict: Verdict, ...restsOn: readonly string[]): Judged => ({
  outcome,
  verdict,
  restsOn,
});

describe("a decision of one answer", () => {
  // The outcomes are stop, care, go, rest; rest is otherwise.
  test.each<[string, readonly Judged[], object, readonly (readonly [string, number])[]]>([
    ["no criteria", [], { state: "rest", outcome: "rest", possible: ["rest"], missing: [] }, []],
    [
      "none is true",
      [judged("stop", "false"), judged("go", "false")],
      { state: "rest", outcome: "rest", possible: ["rest"], missing: [] },
      [],
    ],
    [
      "one of several is true",
      [judged("care", "false"), judged("care", "true"), judged("care", "unknown", "age")],
      { state: "care", outcome: "care", possible: ["care"], missing: [] },
      [],
    ],
    [
      "the first that is true counts, and nothing after it",
      [judged("go", "true"), judged("care", "true"), judged("rest", "unknown", "dose")],
      { state: "care", outcome: "care", possible: ["care"], missing: [] },
      [],
    ],
    [
      "open before it",
      [judged("stop", "unknown", "kind", "age"), judged("go", "true")],
      { state: "@undetermined", possible: ["stop", "go"], missing: ["age", "kind"] },
      [
        ["kind", 0],
        ["age", 0],
      ],
    ],
    [
      "open before it for a safety fact among others",
      [judged("stop", "unknown", "age"), judged("care", "unknown", "danger", "age"), judged("go", "true")],
      { state: "@safety-unknown", possible: ["stop", "care", "go"], missing: ["danger", "age"] },
      [
        ["age", 0],
        ["danger", 1],
        ["age", 1],
      ],
    ],
    [
      "open, and otherwise is open too",
      [judged("go", "unknown", "age"), judged("rest", "unknown", "kind")],
      { state: "@undetermined", possible: ["go", "rest"], missing: ["age", "kind"] },
      [
        ["age", 2],
        ["kind", 3],
      ],
    ],
    [
      "open without a fact it rests on",
      [judged("go", "unknown")],
      { state: "rest", outcome: "rest", possible: ["go", "rest"], missing: [] },
      [],
    ],
  ])("%s", (_, criteria, result, remembered) => {
    expect(decideOne(ruleSet, d, criteria)).toEqual({
      result: { kind: "one", ...result },
      remembered: remembered.map(([fact, precedence]) => ({ fact, precedence })),
    });
  });

  test("needs an otherwise, unless an outcome was reached", () => {
    const { otherwise: _, ...without } = d;
    expect(() => decideOne(ruleSet, without, [])).toThrow(new TypeError("the decision d has no otherwise"));
    expect(decideOne(ruleSet, without, [judged("go", "true")]).result.state).toBe("go");
  });
});

describe("a decision of several answers", () => {
  // The outcomes are halt, of tone stop, and tell.
  const all = [judged("halt", "unknown", "age"), judged("tell", "true"), judged("tell", "unknown", "kind")];
  const held: Decision = { ...m, withheldWhileSafetyUnknown: true };
  test.each<[string, Decision, readonly Judged[], boolean, object, readonly (readonly [string, number])[]]>([
    ["no criteria", m, [], false, {}, []],
    ["false", m, [judged("tell", "false")], false, {}, []],
    ["true and open", m, all, false, { suggested: ["tell"], undetermined: ["halt"] }, [["age", 0]]],
    [
      "open ones among false ones",
      m,
      [judged("tell", "false"), judged("tell", "unknown", "kind", "age")],
      false,
      { undetermined: ["tell"] },
      [
        ["kind", 1],
        ["age", 1],
      ],
    ],
    [
      "nothing is withheld that need not be",
      m,
      all,
      true,
      { suggested: ["tell"], undetermined: ["halt"] },
      [["age", 0]],
    ],
    [
      "nothing is withheld without a reason",
      held,
      all,
      false,
      { suggested: ["tell"], undetermined: ["halt"] },
      [["age", 0]],
    ],
    [
      "all but what calls a halt is withheld",
      held,
      all,
      true,
      { withheld: ["tell"], undetermined: ["halt"] },
      [["age", 0]],
    ],
    [
      "what calls a halt is suggested all the same",
      held,
      [judged("halt", "true")],
      true,
      { suggested: ["halt"], withheld: ["tell"] },
      [],
    ],
  ])("%s", (_, decision, criteria, withheld, result, remembered) => {
    expect(decideMany(decision, criteria, withheld)).toEqual({
      result: { kind: "many", suggested: [], undetermined: [], withheld: [], ...result },
      remembered: remembered.map(([fact, precedence]) => ({ fact, precedence })),
    });
  });
});

describe("what to ask next", () => {
  const two = tiny({
    decisions: [one, many],
    facts: [...tiny().facts, fact("late", "boolean", { safety: true, validFor: "P0D" })],
  });
  type Rests = readonly (readonly [string, number])[];
  test.each<[string, readonly Rests[], readonly string[]]>([
    ["nothing", [[], []], []],
    [
      "each fact once",
      [
        [
          ["age", 0],
          ["age", 1],
        ],
        [["age", 0]],
      ],
      ["age"],
    ],
    [
      "in the order of the vocabulary",
      [
        [
          ["kind", 1],
          ["age", 1],
        ],
      ],
      ["age", "kind"],
    ],
    [
      "precedence before the vocabulary",
      [
        [
          ["age", 2],
          ["kind", 1],
        ],
      ],
      ["kind", "age"],
    ],
    ["the decision before the precedence", [[["kind", 3]], [["age", 0]]], ["kind", "age"]],
    [
      "the first place of several counts",
      [
        [
          ["kind", 3],
          ["age", 2],
          ["kind", 1],
        ],
      ],
      ["kind", "age"],
    ],
    [
      "safety facts before everything",
      [
        [["age", 0]],
        [
          ["late", 5],
          ["danger", 6],
        ],
      ],
      ["late", "danger", "age"],
    ],
    [
      "safety facts in the order of the vocabulary",
      [
        [
          ["late", 1],
          ["danger", 1],
          ["age", 1],
        ],
      ],
      ["danger", "late", "age"],
    ],
  ])("%s", (_, rests, expected) => {
    const byDecision = rests.map((list) => list.map(([fact, precedence]) => ({ fact, precedence })));
    expect(inOrder(two, byDecision)).toEqual(expected);
  });
});
