import { describe, expect, test } from "vitest";
import { criterion, fact, many, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { Facts } from "../model/profile.ts";
import { allOf, anyOf, atLeastOf, notOf, type Verdict } from "../kleene.ts";
import { evaluate } from "./evaluate.ts";

const today = "2026-03-15";
const stale = "2026-01-01";
const leaf = (name: string, operator: string, value?: unknown) =>
  ({ fact: name, operator, value }) as Condition;
const old = (value: unknown) => ({ value, observedOn: stale });

/** The verdict of one condition, read as the only criterion of a `one` decision. */
function verdict(when: Condition, facts: Facts, decision = "d"): Verdict | undefined {
  const ruleSet = tiny({ criteria: [criterion("K", when, decision === "d" ? "go" : "tell", decision)] });
  return evaluate(ruleSet, facts, today).trace[0]?.verdict;
}

describe("verdicts", () => {
  test("V1 the connectives are Kleene's", () => {
    const all: readonly Verdict[] = ["true", "false", "unknown"];
    for (const a of all) {
      for (const b of all) {
        expect(allOf([a, b])).toBe(notOf(anyOf([notOf(a), notOf(b)])));
        expect(atLeastOf(1, [a, b])).toBe(anyOf([a, b]));
        expect(atLeastOf(2, [a, b])).toBe(allOf([a, b]));
      }
    }
    expect(allOf(["true", "unknown"])).toBe("unknown");
    expect(allOf(["false", "unknown"])).toBe("false");
    expect(anyOf(["true", "unknown"])).toBe("true");
    expect(atLeastOf(2, ["true", "unknown", "false"])).toBe("unknown");
    expect(atLeastOf(2, ["true", "false", "false"])).toBe("false");
  });

  test("V2 a leaf on an unknown block fact, or on any doubtful fact, is unknown in either polarity", () => {
    expect(verdict(leaf("age", "lessThan", 18), {})).toBe("unknown");
    expect(verdict({ not: leaf("age", "lessThan", 18) }, {})).toBe("unknown");
    expect(verdict(leaf("score", "lessThan", 18), { score: old(5) })).toBe("unknown");
    expect(verdict({ not: leaf("score", "lessThan", 18) }, { score: "5" })).toBe("unknown");
    expect(verdict(leaf("wish", "equal", false), { wish: old(true) })).toBe("unknown");
    expect(verdict(leaf("age", "isKnown"), {})).toBe("unknown");
  });

  test("V3 a leaf on a plainly unknown ignore fact is false, and so is its negation", () => {
    expect(verdict(leaf("score", "lessThan", 18), {})).toBe("false");
    expect(verdict({ not: leaf("score", "lessThan", 18) }, { score: { unknown: "declined" } })).toBe("false");
    expect(verdict(leaf("score", "isKnown"), {})).toBe("false");
    expect(verdict({ not: leaf("score", "isKnown") }, {})).toBe("false");
    expect(verdict({ not: leaf("score", "isKnown") }, { score: 3 })).toBe("false");
  });

  test("V4 negations are pushed down to the leaves", () => {
    // Both facts optional and unknown: every leaf is false, so `not all` is false too, not true.
    const both = { all: [leaf("score", "lessThan", 5), leaf("score", "greaterThan", 2)] } as Condition;
    expect(verdict({ not: both }, {})).toBe("false");
    expect(verdict({ not: { not: both } }, { score: 3 })).toBe("true");
    const three = [leaf("danger", "equal", true), leaf("age", "lessThan", 18), leaf("kind", "equal", "a")];
    const atLeast = (count: number): Condition => ({ atLeast: { count, of: three } });
    expect(verdict({ not: atLeast(2) }, { danger: false, age: 40 })).toBe("true");
    expect(verdict({ not: atLeast(2) }, { danger: true, age: 40 })).toBe("unknown");
    expect(verdict({ not: atLeast(2) }, { danger: true, age: 4 })).toBe("false");
    expect(
      verdict({ not: leaf("traits", "containsAll", ["a", "b"]) }, { traits: { value: [], of: ["a"] } }),
    ).toBe("true");
  });

  test("V5 isUnknown is true exactly when the fact is not known", () => {
    const unknown = leaf("traits", "isUnknown");
    expect(verdict(unknown, {}, "m")).toBe("true");
    expect(verdict(unknown, { traits: "x" }, "m")).toBe("true");
    expect(verdict(unknown, { traits: { value: [], of: ["a"] } }, "m")).toBe("true");
    expect(verdict(unknown, { traits: [] }, "m")).toBe("false");
    expect(verdict({ not: unknown }, { traits: [] }, "m")).toBe("true");
    expect(verdict(leaf("wish", "isUnknown"), {}, "m")).toBe("false");
  });

  test.each<[string, unknown, Verdict]>([
    ["contains", "a", "true"],
    ["contains", "b", "false"],
    ["contains", "c", "unknown"],
    ["doesNotContain", "a", "false"],
    ["doesNotContain", "c", "unknown"],
    ["containsAny", ["a", "c"], "true"],
    ["containsAny", ["b", "c"], "unknown"],
    ["containsNone", ["a", "c"], "false"],
    ["containsNone", ["b"], "true"],
    ["containsNone", ["b", "c"], "unknown"],
    ["containsAll", ["a", "b"], "false"],
    ["containsAll", ["a", "c"], "unknown"],
    ["isEmpty", undefined, "false"],
    ["isNotEmpty", undefined, "true"],
    ["isKnown", undefined, "unknown"],
  ])("P5 partial set {a of a, b}: %s %j is %s", (operator, value, expected) => {
    expect(verdict(leaf("traits", operator, value), { traits: { value: ["a"], of: ["a", "b"] } })).toBe(
      expected,
    );
  });

  test("P5 an empty value of which a member was not asked decides nothing about emptiness", () => {
    const none = { traits: { value: [], of: ["a", "b"] } };
    expect(verdict(leaf("traits", "isEmpty"), none)).toBe("unknown");
    expect(verdict(leaf("traits", "isNotEmpty"), none)).toBe("unknown");
  });
});

const stopIfDanger = criterion("STOP", leaf("danger", "equal", true), "stop");
const careIfYoung = criterion("CARE", leaf("age", "lessThan", 18), "care");
const goIfA = criterion("GO", leaf("kind", "equal", "a"), "go");

describe("decisions", () => {
  const ruleSet = tiny({ criteria: [goIfA, careIfYoung, stopIfDanger] });
  const decided = (facts: Facts) => evaluate(ruleSet, facts, today).result;

  test("S1 the most cautious true outcome is the answer, and nothing after it counts", () => {
    expect(decided({ danger: true }).decisions["d"]).toEqual({
      kind: "one",
      state: "stop",
      outcome: "stop",
      possible: ["stop"],
      missing: [],
    });
    expect(decided({ danger: false, age: 4, kind: "a" }).decisions["d"]).toMatchObject({
      state: "care",
      missing: [],
    });
    expect(decided({ danger: false, age: 40, kind: "b" }).decisions["d"]).toMatchObject({
      state: "rest",
      possible: ["rest"],
    });
  });

  test("S2 open criteria before the candidate make the decision undetermined, or wait for a safety fact", () => {
    expect(decided({ danger: false, kind: "a" }).decisions["d"]).toEqual({
      kind: "one",
      state: "@undetermined",
      possible: ["care", "go"],
      missing: ["age"],
    });
    expect(decided({ age: 40, kind: "a" }).decisions["d"]).toEqual({
      kind: "one",
      state: "@safety-unknown",
      possible: ["stop", "go"],
      missing: ["danger"],
    });
    expect(decided({}).decisions["d"]).toEqual({
      kind: "one",
      state: "@safety-unknown",
      possible: ["stop", "care", "go", "rest"],
      missing: ["danger", "age", "kind"],
    });
  });

  test("V6 a decision leaf reads the possible outcomes and rests on what that decision misses", () => {
    const told = criterion("TELL", { decision: "d", operator: "in", value: ["care", "go"] }, "tell", "m");
    const both = tiny({ criteria: [goIfA, careIfYoung, stopIfDanger, told] });
    const m = (facts: Facts) => evaluate(both, facts, today).result;
    expect(m({ danger: false, kind: "a" }).decisions["m"]).toEqual({
      kind: "many",
      suggested: ["tell"],
      undetermined: [],
      withheld: [],
    });
    expect(m({ danger: true }).decisions["m"]).toMatchObject({ suggested: [], undetermined: [] });
    expect(m({ danger: false, age: 40 })).toMatchObject({
      decisions: { m: { undetermined: ["tell"] } },
      missing: ["kind"],
    });
  });

  test("V7 a state leaf compares the state as it stands and is never unknown", () => {
    const asked = criterion("ASK", { decision: "d", state: ["@undetermined"] }, "tell", "m");
    const both = tiny({ criteria: [goIfA, careIfYoung, stopIfDanger, asked] });
    expect(evaluate(both, { danger: false }, today).result.decisions["m"]).toMatchObject({
      suggested: ["tell"],
    });
    expect(evaluate(both, {}, today).result.decisions["m"]).toMatchObject({
      suggested: [],
      undetermined: [],
    });
  });

  test("S4 outcomes of a many decision stand on their own", () => {
    const both = tiny({
      criteria: [
        criterion("H", leaf("danger", "equal", true), "halt", "m"),
        criterion("T", leaf("age", "lessThan", 18), "tell", "m"),
      ],
    });
    expect(evaluate(both, { age: 4 }, today).result.decisions["m"]).toEqual({
      kind: "many",
      suggested: ["tell"],
      undetermined: ["halt"],
      withheld: [],
    });
  });

  test("S5 outcomes are withheld while safety is unknown, except those of tone stop; their facts are not asked", () => {
    const held = tiny({
      decisions: [one, { ...many, withheldWhileSafetyUnknown: true }],
      criteria: [
        stopIfDanger,
        criterion("H", leaf("kind", "equal", "a"), "halt", "m"),
        criterion("T", leaf("age", "lessThan", 18), "tell", "m"),
      ],
    });
    expect(evaluate(held, {}, today).result).toMatchObject({
      decisions: { m: { suggested: [], undetermined: ["halt"], withheld: ["tell"] } },
      missing: ["danger", "kind"],
    });
    expect(evaluate(held, { danger: false, age: 4, kind: "b" }, today).result.decisions["m"]).toMatchObject({
      suggested: ["tell"],
      withheld: [],
    });
  });

  test("S6 the order of criteria within an outcome changes no decision, and the same input gives the same result", () => {
    const forward = tiny({ criteria: [stopIfDanger, careIfYoung, goIfA] });
    for (const facts of [{}, { danger: false }, { danger: false, age: 40 }, { danger: true, kind: "a" }]) {
      expect(evaluate(forward, facts, today).result.decisions).toEqual(decided(facts).decisions);
      expect(evaluate(forward, facts, today)).toEqual(evaluate(forward, facts, today));
    }
  });

  test("R1 missing: safety first, then by decision and precedence, then in the order of the vocabulary", () => {
    const ordered = tiny({
      facts: [...tiny().facts, fact("late", "boolean", { safety: true, validFor: "P0D" })],
      criteria: [
        criterion("A", { all: [leaf("kind", "equal", "a"), leaf("age", "lessThan", 18)] }, "care"),
        criterion("B", leaf("dose", "lessThan", 1), "stop"),
        criterion("C", leaf("late", "equal", true), "go"),
      ],
    });
    expect(evaluate(ordered, {}, today).result.missing).toEqual(["late", "dose", "age", "kind"]);
  });

  test("R2 possible: the open outcomes before the walk stopped, and the candidate or otherwise", () => {
    expect(decided({ danger: false, age: 40 }).decisions["d"]).toMatchObject({
      state: "@undetermined",
      possible: ["go", "rest"],
    });
  });

  test("R3 fired and undecided list every such criterion in document order, and no disabled one", () => {
    const some = tiny({
      criteria: [
        goIfA,
        { ...careIfYoung, enabled: false },
        stopIfDanger,
        criterion("ALWAYS", { always: true }, "rest"),
      ],
    });
    expect(evaluate(some, { kind: "a", age: 4 }, today).result).toMatchObject({
      fired: ["GO", "ALWAYS"],
      undecided: ["STOP"],
    });
  });

  test("R4 unverified: optional facts nobody answered that an enabled criterion reads, also through a named condition", () => {
    const named = [{ id: "low", label: { fr: "x", en: "x" }, when: leaf("score", "lessThan", 5) }];
    const read = tiny({ conditions: named, criteria: [criterion("K", { not: { condition: "low" } }, "go")] });
    expect(evaluate(read, {}, today).result.unverified).toEqual(["score"]);
    expect(evaluate(read, { score: old(5) }, today).result).toMatchObject({
      unverified: [],
      missing: ["score"],
    });
    expect(evaluate(tiny(), {}, today).result.unverified).toEqual([]);
  });

  test("R5 the trace holds the whole tree, whatever already settles it", () => {
    const when: Condition = {
      any: [
        leaf("danger", "equal", true),
        { not: { all: [leaf("kind", "equal", "a"), leaf("age", "lessThan", 18)] } },
      ],
    };
    const { trace } = evaluate(tiny({ criteria: [criterion("K", when, "go")] }), { danger: true }, today);
    expect(trace[0]).toMatchObject({
      criterion: "K",
      verdict: "true",
      node: {
        kind: "any",
        children: [
          { kind: "fact", fact: "danger", verdict: "true", person: { value: true } },
          {
            kind: "any",
            verdict: "unknown",
            children: [
              {
                fact: "kind",
                negated: true,
                at: ["any", 1, "not", "all", 0],
                person: { unknown: "not-asked" },
              },
              { fact: "age", negated: true, verdict: "unknown" },
            ],
          },
        ],
      },
    });
  });
});

test("S3 a determined decision stays the same however unknown block facts turn out", () => {
  const values: Readonly<Record<string, readonly unknown[]>> = {
    danger: [true, false],
    age: [4, 40],
    kind: ["a", "b"],
  };
  const ruleSet = tiny({
    criteria: [
      stopIfDanger,
      criterion("C", { any: [leaf("age", "lessThan", 18), { not: leaf("kind", "equal", "a") }] }, "care"),
      goIfA,
    ],
  });
  const completions = (facts: Facts, open: readonly string[]): readonly Facts[] =>
    open.reduce<readonly Facts[]>(
      (all, id) => all.flatMap((f) => (values[id] ?? []).map((v) => ({ ...f, [id]: v }))),
      [facts],
    );
  let determined = 0;
  for (let known = 0; known < 8; known += 1) {
    const ids = Object.keys(values);
    const open = ids.filter((_, i) => (known & (1 << i)) === 0);
    for (const facts of completions(
      {},
      ids.filter((id) => !open.includes(id)),
    )) {
      const state = evaluate(ruleSet, facts, today).result.decisions["d"];
      if (state?.kind !== "one" || state.outcome === undefined) continue;
      determined += 1;
      for (const complete of completions(facts, open)) {
        expect(evaluate(ruleSet, complete, today).result.decisions["d"]).toMatchObject({
          state: state.outcome,
        });
      }
    }
  }
  expect(determined).toBeGreaterThan(8);
});
