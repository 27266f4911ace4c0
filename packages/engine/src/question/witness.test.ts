// What is true of people who were read: every form of a question, both ways.
import { describe, expect, it, test } from "vitest";
import { criterion, fact, many, members, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { Facts } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { askOne, samePerson, type Formula, type Order } from "./question.ts";
import { isTrueOf, isWitness, readBy } from "./witness.ts";

const text = { fr: "t", en: "t" };
const isYes: Condition = { fact: "a", operator: "equal", value: true };
const isMore: Condition = { fact: "n", operator: "greaterThan", value: 5 };
const hasB: Condition = { fact: "s", operator: "contains", value: "b" };

const ruleSet = tiny({
  facts: [
    fact("a", "boolean", { safety: true, validFor: "P0D" }),
    fact("n", "integer", { range: { min: 0, max: 9 } }),
    fact("day", "date"),
    fact("kind", "enum", { values: members }),
    fact("s", "set", { values: members }),
  ],
  conditions: [
    { id: "more", label: text, when: isMore },
    { id: "notYes", label: text, when: { not: isYes } },
  ],
  decisions: [one, { ...many, withheldWhileSafetyUnknown: true }],
  criteria: [
    criterion("C1", isYes, "stop"),
    criterion("C2", isMore, "care"),
    criterion("M1", hasB, "tell", "m"),
  ],
});
const at = "2026-03-02";
const read = (facts: Facts, by: RuleSet = ruleSet) => readBy(by, facts, at);
const ask = (formula: Formula, ...people: readonly Facts[]): boolean =>
  isTrueOf(
    formula,
    people.map((facts) => read(facts)),
  );
const [yes, no]: readonly [Formula, Formula] = [
  { world: 0, holds: { always: true } },
  { world: 0, holds: { not: { always: true } } },
];

test.each<[Formula, boolean]>([
  [yes, true],
  [no, false],
  [{ all: [] }, true],
  [{ all: [yes, yes] }, true],
  [{ all: [yes, no] }, false],
  [{ any: [] }, false],
  [{ any: [no, yes] }, true],
  [{ any: [no, no] }, false],
  [{ not: no }, true],
  [{ not: yes }, false],
])("%j: %j", (formula, expected) => {
  expect(ask(formula, {})).toBe(expected);
});

describe("conditions", () => {
  it("verdicts are one of three", () => {
    const verdicts = ["true", "false", "unknown"] as const;
    const given = (facts: Facts) =>
      verdicts.filter((verdict) => ask({ world: 0, verdict, of: isYes }, facts));
    expect([{ a: true }, { a: false }, {}].map(given)).toEqual([["true"], ["false"], ["unknown"]]);
  });

  const known = { fact: "n", operator: "isKnown" } as const;
  test.each<[Condition, Facts, boolean]>([
    [isYes, { a: true }, true],
    [isYes, { a: false }, false],
    [isYes, {}, false],
    [{ not: isYes }, {}, true],
    [{ not: isYes }, { a: true }, false],
    [{ all: [isYes, isMore] }, { a: true, n: 6 }, true],
    [{ all: [isYes, isMore] }, { a: true, n: 5 }, false],
    [{ any: [isYes, isMore] }, { n: 6 }, true],
    [{ any: [isYes, isMore] }, { n: 5 }, false],
    [{ atLeast: { count: 2, of: [isYes, isMore, hasB] } }, { a: true, s: ["b"] }, true],
    [{ atLeast: { count: 2, of: [isYes, isMore, hasB] } }, { a: true, n: 6, s: ["b"] }, true],
    [{ atLeast: { count: 2, of: [isYes, isMore, hasB] } }, { a: true, n: 5 }, false],
    // Not three-valued: the complement of a member that is unknown counts.
    [{ atLeast: { count: 1, of: [{ not: isYes }] } }, {}, true],
    [{ always: true }, {}, true],
    // The complement of what is unknown holds, however deep it stands.
    [{ all: [isMore, { not: isYes }] }, { n: 6 }, true],
    [{ any: [isMore, { not: isYes }] }, { n: 5 }, true],
    [{ condition: "notYes" }, {}, true],
    [{ condition: "more" }, { n: 6 }, true],
    [{ condition: "more" }, { n: 5 }, false],
    [{ not: { condition: "more" } }, {}, true],
    [known, { n: 5 }, true],
    [known, {}, false],
    [{ fact: "n", operator: "isUnknown" }, {}, true],
    [{ fact: "n", operator: "isUnknown" }, { n: 5 }, false],
    [{ decision: "d", state: ["care", "stop"] }, { a: false, n: 6 }, true],
    [{ decision: "d", state: ["care"] }, { a: true, n: 6 }, false],
    [{ decision: "d", state: ["@safety-unknown"] }, { n: 6 }, true],
    [{ decision: "m", state: ["tell"] }, { a: false, s: ["b"] }, false],
    // Kleene's verdict of what is still possible, taken as true or not.
    [{ decision: "d", operator: "in", value: ["stop", "care"] }, { n: 6 }, true],
    [{ decision: "d", operator: "in", value: ["stop"] }, { n: 6 }, false],
    [{ not: { decision: "d", operator: "in", value: ["stop"] } }, { n: 6 }, true],
  ])("%j holds of %j: %j", (condition, facts, expected) => {
    expect(ask({ world: 0, holds: condition }, facts)).toBe(expected);
  });

  it("what names a condition or a decision that is none is a fault", () => {
    const faults: readonly Formula[] = [
      { world: 0, holds: { condition: "none" } },
      { world: 0, holds: { decision: "none", state: ["go"] } },
      { world: 0, decision: "none", state: ["go"] },
      { world: 1, holds: isYes },
      { before: "n", worlds: [0, 1], order: "ascending" },
    ];
    for (const formula of faults) expect(() => ask(formula, {}), JSON.stringify(formula)).toThrow(TypeError);
  });
});

describe("decisions", () => {
  test.each<[Formula, Facts, boolean]>([
    [{ world: 0, decision: "d", state: ["stop"] }, { a: true }, true],
    [{ world: 0, decision: "d", state: ["care", "rest"] }, { a: true }, false],
    [{ world: 0, decision: "d", state: ["@undetermined", "@safety-unknown"] }, { a: false }, true],
    [{ world: 0, decision: "m", state: ["tell"] }, { a: false, s: ["b"] }, false],
    [{ world: 0, decision: "d", possible: "rest" }, { a: false }, true],
    [{ world: 0, decision: "d", possible: "stop" }, { a: false }, false],
    [{ world: 0, decision: "m", possible: "tell" }, { a: false, s: ["b"] }, false],
    [{ world: 0, decision: "m", outcome: "tell", is: "suggested" }, { a: false, s: ["b"] }, true],
    [{ world: 0, decision: "m", outcome: "halt", is: "suggested" }, { a: false, s: ["b"] }, false],
    [{ world: 0, decision: "m", outcome: "tell", is: "undetermined" }, { a: false, s: ["b"] }, false],
    [{ world: 0, decision: "m", outcome: "tell", is: "undetermined" }, { a: false }, true],
    [{ world: 0, decision: "m", outcome: "tell", is: "withheld" }, { s: ["b"] }, true],
    [{ world: 0, decision: "d", outcome: "stop", is: "suggested" }, { a: true }, false],
  ])("%j of %j: %j", (formula, facts, expected) => {
    expect(ask(formula, facts)).toBe(expected);
  });
});

describe("before", () => {
  const before = (id: string, order: Order, first: Facts, second: Facts): boolean =>
    ask({ before: id, worlds: [0, 1], order }, first, second);
  test.each<[string, Order, unknown, unknown, boolean]>([
    ["n", "ascending", 4, 5, true],
    ["n", "ascending", 5, 5, false],
    ["n", "ascending", 5, 4, false],
    ["n", "descending", 5, 4, true],
    ["n", "descending", 5, 5, false],
    ["n", "descending", 4, 5, false],
    ["day", "ascending", "2025-12-31", "2026-01-01", true],
    ["day", "descending", "2025-12-31", "2026-01-01", false],
    ["kind", ["c", "a"], "c", "a", true],
    ["kind", ["c", "a"], "a", "c", false],
    ["kind", ["c", "a"], "c", "c", false],
    // A value outside of the list stands neither before nor after.
    ["kind", ["c", "a"], "b", "a", false],
    ["kind", ["c", "a"], "c", "b", false],
    ["a", [true, false], true, false, true],
    // Nothing stands before or after what is not known.
    ["n", "ascending", undefined, 5, false],
    ["n", "ascending", 4, undefined, false],
    ["kind", ["c", "a"], undefined, "a", false],
    ["n", "ascending", undefined, undefined, false],
  ])("%s, %j: %j before %j: %j", (id, order, first, second, expected) => {
    expect(before(id, order, { [id]: first }, { [id]: second })).toBe(expected);
  });

  it("in the worlds that are named, in their order", () => {
    const people = [{ n: 1 }, { n: 2 }];
    expect(ask({ before: "n", worlds: [1, 0], order: "ascending" }, ...people)).toBe(false);
    expect(ask({ before: "n", worlds: [1, 0], order: "descending" }, ...people)).toBe(true);
  });

  it("of values of two types, or of a fact that one vocabulary has not, there is no before", () => {
    const dates = tiny({ facts: [fact("n", "date")], decisions: [one], criteria: [] });
    const without = tiny({ facts: [fact("other", "date")], decisions: [one], criteria: [] });
    const ascending: Formula = { before: "n", worlds: [0, 1], order: "ascending" };
    expect(isTrueOf(ascending, [read({ n: 4 }), read({ n: "2026-01-01" }, dates)])).toBe(false);
    expect(isTrueOf(ascending, [read({ n: 4 }), read({}, without)])).toBe(false);
    const answers = tiny({ facts: [fact("n", "boolean")], decisions: [one], criteria: [] });
    expect(isTrueOf(ascending, [read({ n: 0 }), read({ n: true }, answers)])).toBe(false);
  });
});

describe("a witness", () => {
  it("is related as asked and answers what is asked, both", () => {
    const question = {
      worlds: [
        { ruleSet, person: samePerson },
        { ruleSet, person: { kind: "free" as const, facts: ["n"] } },
      ],
      ask: { before: "n", worlds: [0, 1], order: "ascending" } satisfies Formula,
    };
    expect(isWitness(question, { at, people: [{ n: 1 }, { n: 2 }] })).toBe(true);
    expect(isWitness(question, { at, people: [{ n: 2 }, { n: 1 }] })).toBe(false);
    expect(isWitness(question, { at, people: [{ n: 1, a: true }, { n: 2 }] })).toBe(false);
    expect(isWitness({ ...question, ask: { all: [] } }, { at, people: [{ n: 1 }] })).toBe(false);
  });

  it("is read on its date", () => {
    const question = askOne(ruleSet, { world: 0, decision: "d", state: ["stop"] });
    const people = [{ a: { value: true, observedOn: "2026-03-02" } }];
    expect(isWitness(question, { at: "2026-03-02", people })).toBe(true);
    expect(isWitness(question, { at: "2026-03-03", people })).toBe(false);
  });
});
