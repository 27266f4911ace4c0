// What is asked of every rule set unasked, question by question, in the order of the document.
import { describe, expect, it } from "vitest";
import { criterion, fact, many, one, tiny } from "../../test/tiny.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { differs, isIn } from "./of-property.ts";
import { standardQuestions, withoutCriterion } from "./standard.ts";

const text = { fr: "t", en: "t" };
const danger = { fact: "danger", operator: "equal", value: true } as const;
const yes = { fact: "yes", operator: "equal", value: true } as const;

function made(parts: Readonly<Record<string, unknown>> = {}): RuleSet {
  return tiny({
    facts: [
      fact("danger", "boolean", { safety: true, validFor: "P0D" }),
      fact("yes", "boolean"),
      fact("harm", "boolean", { safety: true, validFor: "P0D" }),
    ],
    decisions: [one, many],
    criteria: [
      criterion("C1", danger, "stop"),
      { ...criterion("C2", yes, "care"), enabled: false },
      { ...criterion("C3", yes, "go"), shadowedOnPurpose: text },
      criterion("C4", yes, "tell", "m"),
    ],
    ...parts,
  });
}

const same = { kind: "same" };
const told = (ruleSet: RuleSet): readonly string[] =>
  standardQuestions(ruleSet).map(({ check, expect: expected }) =>
    [...Object.values(check), expected].join(" "),
  );
const decisionOf = ({ decisions }: RuleSet, id: string) => {
  const found = decisions.find((d) => d.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe("which questions", () => {
  it("every enabled criterion, every outcome, and what must never be of a decision with one answer", () => {
    expect(told(made())).toEqual([
      "criterion-fires C1 sometimes",
      "criterion-decides C1 sometimes",
      // Shadowed on purpose: it need not decide.
      "criterion-fires C3 sometimes",
      "criterion-fires C4 sometimes",
      "criterion-decides C4 sometimes",
      "outcome-reached d stop sometimes",
      "outcome-reached d care sometimes",
      "outcome-reached d go sometimes",
      "outcome-reached d rest sometimes",
      "determined-is-stable d never",
      "safety-is-asked d never",
      "outcome-reached m halt sometimes",
      "outcome-reached m tell sometimes",
    ]);
  });

  it("whether safety is asked only where a fact is about safety and an outcome is no stop", () => {
    const asksSafety = (ruleSet: RuleSet): boolean =>
      told(ruleSet).some((t) => t.startsWith("safety-is-asked"));
    expect(asksSafety(made())).toBe(true);
    expect(asksSafety(made({ facts: [fact("danger", "boolean"), fact("yes", "boolean")] }))).toBe(false);
    const stops = one.outcomes.map((o) => ({ ...o, tone: "stop" }));
    expect(asksSafety(made({ decisions: [{ ...one, outcomes: stops }, many] }))).toBe(false);
  });
});

describe("what they ask", () => {
  const ruleSet = made();
  const asked = (kind: string, id?: string) => {
    const found = standardQuestions(ruleSet).find(
      ({ check }) => check.kind === kind && (id === undefined || Object.values(check).includes(id)),
    );
    if (!found) throw new Error(kind);
    return found;
  };

  it("a criterion fires: its condition is true of somebody", () => {
    expect(asked("criterion-fires", "C3")).toEqual({
      check: { kind: "criterion-fires", criterion: "C3" },
      question: { worlds: [{ ruleSet, person: same }], ask: { world: 0, verdict: "true", of: yes } },
      expect: "sometimes",
    });
  });

  it("a criterion decides: without it somebody has another answer, of its own decision", () => {
    for (const [id, decision] of [
      ["C1", "d"],
      ["C4", "m"],
    ] as const)
      expect(asked("criterion-decides", id)).toEqual({
        check: { kind: "criterion-decides", criterion: id },
        question: {
          worlds: [
            { ruleSet, person: same },
            { ruleSet: withoutCriterion(ruleSet, id), person: same },
          ],
          ask: differs(decisionOf(ruleSet, decision)),
        },
        expect: "sometimes",
      });
  });

  it("an outcome is reached by somebody", () => {
    for (const [decision, outcome] of [
      ["d", "go"],
      ["m", "tell"],
    ] as const)
      expect(asked("outcome-reached", outcome)).toEqual({
        check: { kind: "outcome-reached", decision, outcome },
        question: {
          worlds: [{ ruleSet, person: same }],
          ask: isIn(0, decisionOf(ruleSet, decision), [outcome]),
        },
        expect: "sometimes",
      });
  });

  it("what is determined is stable: nobody's outcome is another once what is open has turned out", () => {
    const state = (world: number, outcome: string) => ({ world, decision: "d", state: [outcome] });
    expect(asked("determined-is-stable")).toEqual({
      check: { kind: "determined-is-stable", decision: "d" },
      question: {
        worlds: [
          { ruleSet, person: same },
          { ruleSet, person: { kind: "completed" } },
        ],
        ask: {
          any: ["stop", "care", "go", "rest"].map((o) => ({ all: [state(0, o), { not: state(1, o) }] })),
        },
      },
      expect: "never",
    });
  });

  it("safety is asked: nobody has an outcome that is no stop while a safety fact is unknown", () => {
    const isUnknown = (id: string) => ({ world: 0, holds: { fact: id, operator: "isUnknown" } });
    expect(asked("safety-is-asked")).toEqual({
      check: { kind: "safety-is-asked", decision: "d" },
      question: {
        worlds: [{ ruleSet, person: same }],
        ask: {
          all: [
            { world: 0, decision: "d", state: ["care", "go", "rest"] },
            { any: [isUnknown("danger"), isUnknown("harm")] },
          ],
        },
      },
      expect: "never",
    });
  });
});

it("a rule set without a criterion has it switched off, and everything else as it was", () => {
  const ruleSet = made();
  const without = withoutCriterion(ruleSet, "C3");
  expect(without.criteria.map((c) => c.enabled)).toEqual([true, false, false, true]);
  expect({ ...without, criteria: [] }).toEqual({ ...ruleSet, criteria: [] });
  expect(without.criteria.map((c) => ({ ...c, enabled: true }))).toEqual(
    ruleSet.criteria.map((c) => ({ ...c, enabled: true })),
  );
  expect(withoutCriterion(ruleSet, "none")).toEqual(ruleSet);
});
