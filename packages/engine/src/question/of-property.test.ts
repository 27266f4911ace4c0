// What is asked of everybody for each kind of claim: who would break it (semantics section 8).
import { describe, expect, it } from "vitest";
import { fact, many, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { Decision } from "../model/rule-set.ts";
import { breaksClaim, differs, isIn, statesOf } from "./of-property.ts";
import type { Formula, Relation } from "./question.ts";

const ruleSet = tiny({
  facts: [fact("a", "boolean"), fact("n", "integer", { range: { min: 0, max: 9 } })],
  criteria: [],
});
const decisionOf = (id: string): Decision => {
  const found = ruleSet.decisions.find((d) => d.id === id);
  if (!found) throw new Error(id);
  return found;
};
const given: Condition = { fact: "a", operator: "equal", value: true };
const holds: Formula = { world: 0, holds: given };
const state = (world: number, ...states: readonly string[]): Formula => ({
  world,
  decision: "d",
  state: states,
});
const possible = (world: number, outcome: string): Formula => ({ world, decision: "d", possible: outcome });
const same: Relation = { kind: "same" };
const asking = (person: Relation, ask: Formula) => ({
  worlds: [
    { ruleSet, person: same },
    { ruleSet, person },
  ],
  ask,
});

describe("a state, or one of several", () => {
  it("of a decision with one answer", () => {
    expect(isIn(1, decisionOf("d"), ["stop", "@undetermined"])).toEqual(state(1, "stop", "@undetermined"));
  });

  it("of a decision with many: one of the outcomes is suggested", () => {
    expect(isIn(1, decisionOf("m"), ["halt", "tell"])).toEqual({
      any: [
        { world: 1, decision: "m", outcome: "halt", is: "suggested" },
        { world: 1, decision: "m", outcome: "tell", is: "suggested" },
      ],
    });
  });

  it("every state: the outcomes, and the two that are computed", () => {
    expect(statesOf(decisionOf("d"))).toEqual([
      "stop",
      "care",
      "go",
      "rest",
      "@undetermined",
      "@safety-unknown",
    ]);
  });
});

describe("two answers that differ", () => {
  const other: Formula = {
    any: ["stop", "care", "go", "rest", "@undetermined", "@safety-unknown"].map((s) => ({
      all: [state(0, s), { not: state(1, s) }],
    })),
  };

  it("of a decision with one: the first has a state that the second has not", () => {
    expect(differs(decisionOf("d"))).toEqual(other);
  });

  it("of a decision with many: some outcome stands otherwise, either way round", () => {
    const standing = (world: number, outcome: string, is: "suggested" | "undetermined" | "withheld") => ({
      world,
      decision: "m",
      outcome,
      is,
    });
    expect(differs(decisionOf("m"))).toEqual({
      any: (["halt", "tell"] as const).flatMap((outcome) =>
        (["suggested", "undetermined", "withheld"] as const).map((is) => ({
          any: [
            { all: [standing(0, outcome, is), { not: standing(1, outcome, is) }] },
            { all: [standing(1, outcome, is), { not: standing(0, outcome, is) }] },
          ],
        })),
      ),
    });
  });
});

describe("who breaks a claim", () => {
  it("implies: somebody with what is given, in none of the states", () => {
    expect(breaksClaim(ruleSet, { kind: "implies", given, decision: "d", states: ["stop", "care"] })).toEqual(
      {
        worlds: [{ ruleSet, person: same }],
        ask: { all: [holds, { not: state(0, "stop", "care") }] },
      },
    );
  });

  it("never: somebody with what is given, in one of the states", () => {
    expect(breaksClaim(ruleSet, { kind: "never", given, decision: "d", states: ["go"] })).toEqual({
      worlds: [{ ruleSet, person: same }],
      ask: { all: [holds, state(0, "go")] },
    });
  });

  it("requires: somebody in one of the states, without the condition", () => {
    const claim = { kind: "requires", decision: "d", states: ["go"], condition: given } as const;
    expect(breaksClaim(ruleSet, { ...claim, states: [...claim.states] })).toEqual({
      worlds: [{ ruleSet, person: same }],
      ask: { all: [state(0, "go"), { not: holds }] },
    });
  });

  it("independent: two persons who are the same but for the facts, with different answers", () => {
    expect(breaksClaim(ruleSet, { kind: "independent", decision: "d", facts: ["a", "n"] })).toEqual(
      asking({ kind: "free", facts: ["a", "n"] }, differs(decisionOf("d"))),
    );
  });

  it("benign when unknown: unknown and the value, with different answers", () => {
    const set = (to: "unknown" | { readonly known: boolean }): Relation => ({
      kind: "set",
      settings: [{ fact: "a", to }],
    });
    expect(
      breaksClaim(ruleSet, { kind: "benignWhenUnknown", decision: "m", fact: "a", value: false }),
    ).toEqual({
      worlds: [
        { ruleSet, person: set("unknown") },
        { ruleSet, person: set({ known: false }) },
      ],
      ask: differs(decisionOf("m")),
    });
  });

  it("monotone: worse, and yet the most cautious answer still possible comes later", () => {
    // The safety state stands just after the last outcome of tone `stop`.
    const levels = [
      (w: number) => possible(w, "stop"),
      (w: number) => state(w, "@safety-unknown"),
      (w: number) => possible(w, "care"),
      (w: number) => possible(w, "go"),
      (w: number) => possible(w, "rest"),
    ];
    const lessCautious: Formula = {
      any: levels.map((level, place) => ({
        all: [level(0), { not: { any: levels.slice(0, place + 1).map((earlier) => earlier(1)) } }],
      })),
    };
    expect(breaksClaim(ruleSet, { kind: "monotone", decision: "d", fact: "n", order: "descending" })).toEqual(
      asking(
        { kind: "free", facts: ["n"] },
        { all: [{ before: "n", worlds: [0, 1], order: "descending" }, lessCautious] },
      ),
    );
  });

  it("monotone: without an outcome of tone `stop` the safety state stands first, after several after the last", () => {
    const placeOfSafety = (tones: readonly string[]): number => {
      const outcomes = one.outcomes.map((o, i) => ({ ...o, tone: tones[i] ?? "neutral" }));
      const changed = tiny({ ...ruleSet, decisions: [{ ...one, outcomes }, many] });
      const { ask } = breaksClaim(changed, {
        kind: "monotone",
        decision: "d",
        fact: "n",
        order: "ascending",
      });
      const [, less] = "all" in ask ? ask.all : [];
      const reached = less && "any" in less ? less.any.map((f) => ("all" in f ? f.all[0] : f)) : [];
      expect(reached).toHaveLength(5);
      return reached.findIndex((f) => f && "state" in f);
    };
    expect(placeOfSafety(["caution", "caution", "go", "go"])).toBe(0);
    expect(placeOfSafety(["stop", "caution", "stop", "go"])).toBe(3);
    expect(placeOfSafety(["stop", "stop", "stop", "stop"])).toBe(4);
  });

  it("a claim about a decision that is none is a fault", () => {
    expect(() => breaksClaim(ruleSet, { kind: "never", given, decision: "x", states: ["go"] })).toThrow(
      TypeError,
    );
  });
});
