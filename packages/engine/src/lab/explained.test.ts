// Which changes of an answer a profile explains: it makes the move, and expects where it ends.
import { describe, expect, test } from "vitest";
import { profileOf } from "../../test/lab.ts";
import { criterion, many, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { Transition } from "../model/lab.ts";
import type { Facts, Profile } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { unexplainedTransitions } from "./explained.ts";

const move = (decision: string, from: string, to: string): Transition => ({
  decision,
  from,
  to,
  witness: { at: "2026-03-02", facts: {}, answers: [] },
});
const young: Condition = { fact: "age", operator: "lessThan", value: 18 };
const inDanger: Condition = { fact: "danger", operator: "equal", value: true };
const withheld = { ...many, withheldWhileSafetyUnknown: true };
const rules = (...criteria: readonly unknown[]): RuleSet => tiny({ decisions: [one, withheld], criteria });

const base = rules();
const head = rules(criterion("A", young, "stop"), criterion("B", young, "tell", "m"));
/** A full profile of the new rule set. */
const profile = (facts: Facts, rest: Partial<Profile> = {}): Profile => ({
  ...profileOf(head, facts, "P1"),
  ...rest,
});
const open = (
  transitions: readonly Transition[],
  profiles: readonly Profile[],
  ruleSets: { readonly base: RuleSet; readonly head: RuleSet } = { base, head },
) => unexplainedTransitions(transitions, { ...ruleSets, profiles });
const isExplained = (...args: Parameters<typeof open>): boolean => open(...args).length === 0;

describe("a transition is explained", () => {
  const stops = move("d", "rest", "stop");

  test("by a profile that makes it and expects its end", () => {
    expect(isExplained([stops], [profile({ age: 4 })])).toBe(true);
    expect(isExplained([stops], [profile({ age: 40 }), profile({ age: 4 })])).toBe(true);
  });

  test("by nobody else: who stays, who moves elsewhere, who expects something else", () => {
    expect(isExplained([stops], [])).toBe(false);
    expect(isExplained([stops], [profile({ age: 40 })])).toBe(false);
    expect(isExplained([stops], [profile({})])).toBe(false);
    const before = profile({ age: 4 }, { expected: { decisions: { d: "rest" } } });
    expect(isExplained([stops], [before])).toBe(false);
    expect(isExplained([move("d", "care", "stop")], [profile({ age: 4 })])).toBe(false);
    expect(isExplained([move("d", "rest", "go")], [profile({ age: 4 })])).toBe(false);
    expect(isExplained([move("e", "rest", "stop")], [profile({ age: 4 })])).toBe(false);
  });

  test("not by a profile that stays where the transition would begin and end", () => {
    expect(isExplained([move("d", "rest", "rest")], [profile({ age: 40 })])).toBe(false);
  });

  test("by a profile read on its own date, or else on a day that is always the same", () => {
    const danger = rules(criterion("A", inDanger, "stop"));
    const seen = (observedOn: string) => ({ danger: { value: true, observedOn } });
    const toStop = [move("d", "rest", "stop")];
    const on = (observedOn: string): Profile => profileOf(danger, seen(observedOn), "P1");
    const { evaluatedOn: _, ...undated } = on("2026-03-02");
    const ruleSets = { base, head: danger };
    expect(isExplained(toStop, [on("2026-03-02")], ruleSets)).toBe(true);
    expect(isExplained(toStop, [undated], ruleSets)).toBe(false);
    expect(isExplained(toStop, [{ ...undated, facts: seen("2026-01-01") }], ruleSets)).toBe(true);
  });

  test("of a decision of several, outcome by outcome and standing by standing", () => {
    const tells = (from: string, to: string) => move("m", `tell:${from}`, `tell:${to}`);
    expect(isExplained([tells("not-suggested", "suggested")], [profile({ age: 4 })])).toBe(true);
    expect(isExplained([tells("not-suggested", "undetermined")], [profile({})])).toBe(true);
    expect(isExplained([tells("not-suggested", "suggested")], [profile({})])).toBe(false);
    expect(isExplained([move("m", "halt:not-suggested", "halt:suggested")], [profile({ age: 4 })])).toBe(
      false,
    );
    // Back: the old rule set is the one that tells.
    const back = profileOf(base, { age: 4 }, "P1");
    expect(isExplained([tells("suggested", "not-suggested")], [back], { base: head, head: base })).toBe(true);
    // Withheld while safety is unknown.
    const safe = rules(criterion("A", inDanger, "stop"), criterion("B", young, "tell", "m"));
    const asked = profileOf(safe, { age: 4 }, "P1");
    expect(isExplained([tells("suggested", "withheld")], [asked], { base: head, head: safe })).toBe(true);
  });

  test("not of a decision that only one of the two has", () => {
    const without = tiny({ decisions: [one], criteria: [] });
    const appears = [move("m", "tell:not-suggested", "tell:suggested")];
    expect(isExplained(appears, [profile({ age: 4 })], { base: without, head })).toBe(false);
    const gone = profileOf(without, { age: 4 }, "P1");
    expect(
      isExplained([move("m", "tell:suggested", "tell:not-suggested")], [gone], { base: head, head: without }),
    ).toBe(false);
  });
});

test("what is not explained comes in its order", () => {
  const [a, b, c] = [move("d", "rest", "go"), move("d", "rest", "stop"), move("d", "rest", "care")];
  expect(open([a, b, c], [profile({ age: 4 })]).map((u) => u.transition)).toEqual([a, c]);
});

describe("somebody no longer stopped", () => {
  const two = { ...one, outcomes: one.outcomes.map((o) => (o.id === "care" ? { ...o, tone: "stop" } : o)) };
  const ruleSet = tiny({ decisions: [two, many], criteria: [] });
  test.each([
    ["d", "stop", "rest", true],
    ["d", "stop", "@undetermined", true],
    ["d", "care", "go", true],
    ["d", "stop", "care", false],
    ["d", "care", "stop", false],
    ["d", "rest", "stop", false],
    ["d", "go", "rest", false],
    ["d", "@safety-unknown", "go", false],
    ["m", "halt:suggested", "halt:undetermined", true],
    ["m", "halt:suggested", "halt:not-suggested", true],
    ["m", "halt:undetermined", "halt:not-suggested", false],
    ["m", "halt:not-suggested", "halt:suggested", false],
    ["m", "tell:suggested", "tell:not-suggested", false],
    ["new", "stop", "rest", false],
  ])("%s from %s to %s: %s", (decision, from, to, losesStop) => {
    expect(open([move(decision, from, to)], [], { base: ruleSet, head: ruleSet })).toEqual([
      { transition: move(decision, from, to), losesStop },
    ]);
  });
});
