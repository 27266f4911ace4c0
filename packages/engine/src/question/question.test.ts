// Whether a person answers a question, against what the questions mean, told once more in other words: ranks for
// caution, direct comparison of results, and hand-written persons for every way in which two persons can be related.
import { describe, expect, it } from "vitest";
import { freshSeed, someCases } from "../../test/arbitraries.ts";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { criterion, fact, many, members, one, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import type { Facts } from "../model/profile.ts";
import type { Claim } from "../model/property.ts";
import type { OneResult } from "../model/result.ts";
import type { Decision, RuleSet } from "../model/rule-set.ts";
import { breaksClaim } from "./of-property.ts";
import { askOne, samePerson, type Formula, type Question, type Relation } from "./question.ts";
import { standardQuestions } from "./standard.ts";
import { isWitness } from "./witness.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

/** Facts as JSON can carry them, as those of a witness are. */
function asJson(facts: Facts): Record<string, unknown> {
  return JSON.parse(JSON.stringify(facts, (_, v: unknown) => (typeof v === "bigint" ? null : v))) as Record<
    string,
    unknown
  >;
}

function oneResult(ruleSet: RuleSet, facts: Record<string, unknown>, at: string, id: string): OneResult {
  const decision = evaluate(ruleSet, facts, at).result.decisions[id];
  if (decision?.kind !== "one") throw new Error(`not a decision of kind one: ${id}`);
  return decision;
}

/** How cautious an answer is: twice the place of the most cautious outcome still possible, odd for the safety state. */
function rank(decision: Decision, result: OneResult): number {
  const stops = decision.outcomes.filter((o) => o.tone === "stop");
  const last = Math.max(-1, ...stops.map((o) => decision.outcomes.indexOf(o)));
  const places = result.possible.map((id) => 2 * decision.outcomes.findIndex((o) => o.id === id));
  return Math.min(...places, ...(result.state === "@safety-unknown" ? [2 * last + 1] : []));
}

describe(`claims (SEED=${seed})`, () => {
  it("monotone: two persons break it exactly when the worse one has the less cautious answer", () => {
    const seen = { breaks: 0, holds: 0 };
    for (const { ruleSet, facts: sent, at } of someCases(seed, { ruleSets: 800, persons: 6 })) {
      const facts = asJson(sent);
      const decision = ruleSet.decisions.find((d) => d.kind === "one");
      const tested = ruleSet.facts.find((f) => f.type === "boolean" || f.type === "enum");
      if (!decision || !tested) continue;
      const values = tested.type === "boolean" ? [false, true] : (tested.values ?? []).map((v) => v.id);
      const [better, worse] = [values[0], values.at(-1)];
      if (better === undefined || worse === undefined || better === worse) continue;
      const question = breaksClaim(ruleSet, {
        kind: "monotone",
        decision: decision.id,
        fact: tested.id,
        order: values,
      });
      const people = [better, worse].map((value) => ({ ...facts, [tested.id]: value }));
      const [first, second] = people.map((f) => rank(decision, oneResult(ruleSet, f, at, decision.id)));
      const lessCautious = (second ?? 0) > (first ?? 0);
      expect(isWitness(question, { at, people })).toBe(lessCautious);
      expect(isWitness(question, { at, people: people.toReversed() })).toBe(false);
      seen[lessCautious ? "breaks" : "holds"]++;
    }
    expect(seen.breaks).toBeGreaterThan(8);
    expect(seen.holds).toBeGreaterThan(200);
  });

  it("independent and benignWhenUnknown: exactly when the state differs", () => {
    const seen = { breaks: 0, holds: 0 };
    for (const { ruleSet, facts: sent, at } of someCases(seed, { ruleSets: 400, persons: 4 })) {
      const facts = asJson(sent);
      const decision = ruleSet.decisions.find((d) => d.kind === "one");
      const tested = ruleSet.facts.find((f) => f.type === "boolean");
      if (!decision || !tested) continue;
      const { [tested.id]: _, ...without } = facts;
      const withIt = { ...without, [tested.id]: true };
      const [unknown, known] = [without, withIt].map((f) => oneResult(ruleSet, f, at, decision.id).state);
      const claims: Claim[] = [
        { kind: "independent", decision: decision.id, facts: [tested.id] },
        { kind: "benignWhenUnknown", decision: decision.id, fact: tested.id, value: true },
      ];
      for (const claim of claims) {
        const question = breaksClaim(ruleSet, claim);
        expect(isWitness(question, { at, people: [without, withIt] })).toBe(unknown !== known);
      }
      seen[unknown === known ? "holds" : "breaks"]++;
    }
    expect(seen.breaks).toBeGreaterThan(8);
    expect(seen.holds).toBeGreaterThan(200);
  });

  it("no saved profile breaks a property of its program", () => {
    let asked = 0;
    for (const { ruleSet, profiles } of programs) {
      for (const property of ruleSet.properties) {
        const question = breaksClaim(ruleSet, property.claim);
        if (question.worlds.length > 1) continue;
        for (const profile of profiles) {
          const witness = { at: profile.evaluatedOn ?? anyDay, people: [profile.facts] };
          expect(isWitness(question, witness), `${property.id} ${profile.id}`).toBe(false);
          asked++;
        }
      }
    }
    expect(asked).toBeGreaterThan(2000);
  });
});

describe("how persons are related", () => {
  const ruleSet = tiny({
    facts: [
      fact("a", "boolean"),
      fact("b", "boolean", { whenUnknown: "ignore", validFor: "P7D" }),
      fact("s", "set", { values: members }),
    ],
    decisions: [one],
    criteria: [criterion("C1", { fact: "a", operator: "equal", value: true }, "stop")],
  });
  const always: Formula = { world: 0, holds: { always: true } };
  const related = (person: Relation, first: object, second: object): boolean => {
    const worlds = [
      { ruleSet, person: samePerson },
      { ruleSet, person },
    ];
    return isWitness({ worlds, ask: always } satisfies Question, {
      at: "2026-03-02",
      people: [{ ...first }, { ...second }],
    });
  };

  it("same", () => {
    expect(related({ kind: "same" }, { a: true }, { a: true })).toBe(true);
    expect(related({ kind: "same" }, { a: true }, { a: false })).toBe(false);
  });

  it("free", () => {
    const free: Relation = { kind: "free", facts: ["a"] };
    expect(related(free, { a: true, b: true }, { b: true })).toBe(true);
    expect(related(free, { a: true, b: true }, { a: true, b: false })).toBe(false);
  });

  it("set", () => {
    const set: Relation = { kind: "set", settings: [{ fact: "a", to: { known: true } }] };
    expect(related(set, { b: true }, { a: true, b: true })).toBe(true);
    expect(related(set, { b: true }, { a: false, b: true })).toBe(false);
    expect(related(set, { b: true }, { a: true })).toBe(false);
    const unset: Relation = { kind: "set", settings: [{ fact: "a", to: "unknown" }] };
    expect(related(unset, { a: true }, {})).toBe(true);
    expect(related(unset, { a: true }, { a: null })).toBe(false);
  });

  it("completed", () => {
    const completed: Relation = { kind: "completed" };
    const stale = { value: true, observedOn: "2026-01-02" };
    expect(related(completed, {}, { a: true })).toBe(true);
    expect(related(completed, { a: true }, { a: false })).toBe(false);
    // What is optional and plainly unknown stays so; what is doubtful may turn out anyhow.
    expect(related(completed, {}, { b: true })).toBe(false);
    expect(related(completed, { b: stale }, { b: true })).toBe(true);
    // Members that were asked about keep their answer.
    expect(related(completed, { s: { value: ["a"], of: ["a", "b"] } }, { s: ["a", "c"] })).toBe(true);
    expect(related(completed, { s: { value: ["a"], of: ["a", "b"] } }, { s: ["a", "b"] })).toBe(false);
    expect(related(completed, { s: { value: ["a"], of: ["a", "b"] } }, {})).toBe(false);
    // The order of members says nothing.
    expect(related(completed, { s: ["b", "a"] }, { s: ["a", "b"] })).toBe(true);
    expect(related(completed, { s: ["b", "a"] }, { s: ["a"] })).toBe(false);
  });
});

describe("formulas", () => {
  const ruleSet = tiny({
    facts: [fact("a", "boolean", { safety: true, validFor: "P0D" }), fact("s", "set", { values: members })],
    decisions: [one, { ...many, withheldWhileSafetyUnknown: true }],
    criteria: [
      criterion("C1", { fact: "a", operator: "equal", value: true }, "stop"),
      criterion("C2", { fact: "s", operator: "contains", value: "a" }, "care"),
      criterion("C3", { always: true }, "tell", "m"),
    ],
  });
  const holds = (ask: Formula, facts: object): boolean =>
    isWitness(askOne(ruleSet, ask), { at: "2026-03-02", people: [{ ...facts }] });

  it("verdicts are three-valued, conditions that hold are two-valued", () => {
    const of = { not: { fact: "a", operator: "equal", value: true } } as const;
    expect(holds({ world: 0, verdict: "unknown", of }, {})).toBe(true);
    expect(holds({ world: 0, verdict: "true", of }, { a: false })).toBe(true);
    expect(holds({ world: 0, holds: of }, {})).toBe(true);
    expect(holds({ world: 0, holds: of }, { a: true })).toBe(false);
    expect(holds({ world: 0, holds: { fact: "a", operator: "isUnknown" } }, {})).toBe(true);
  });

  it("a partly asked set holds what the members asked about settle", () => {
    const partly = { a: false, s: { value: ["a"], of: ["a", "b"] } };
    expect(holds({ world: 0, holds: { fact: "s", operator: "contains", value: "a" } }, partly)).toBe(true);
    expect(holds({ world: 0, holds: { fact: "s", operator: "doesNotContain", value: "c" } }, partly)).toBe(
      false,
    );
    expect(holds({ world: 0, holds: { fact: "s", operator: "isUnknown" } }, partly)).toBe(true);
  });

  it("states, possible outcomes and standings", () => {
    expect(holds({ world: 0, decision: "d", state: ["@safety-unknown"] }, {})).toBe(true);
    expect(holds({ world: 0, decision: "d", possible: "care" }, {})).toBe(true);
    expect(holds({ world: 0, decision: "d", possible: "go" }, {})).toBe(false);
    expect(holds({ world: 0, decision: "m", outcome: "tell", is: "withheld" }, {})).toBe(true);
    expect(holds({ world: 0, decision: "m", outcome: "tell", is: "suggested" }, { a: false, s: [] })).toBe(
      true,
    );
    expect(
      holds({ world: 0, holds: { decision: "d", operator: "in", value: ["stop"] } }, { a: true, s: [] }),
    ).toBe(true);
  });

  it("the standard questions say what they are about", () => {
    const kinds = standardQuestions(ruleSet).map((q) => `${q.check.kind} ${q.expect}`);
    expect(kinds.filter((k) => k === "criterion-fires sometimes")).toHaveLength(3);
    expect(kinds.filter((k) => k === "criterion-decides sometimes")).toHaveLength(3);
    expect(kinds.filter((k) => k === "outcome-reached sometimes")).toHaveLength(6);
    expect(kinds.filter((k) => k === "determined-is-stable never")).toHaveLength(1);
    expect(kinds.filter((k) => k === "safety-is-asked never")).toHaveLength(1);
  });
});
