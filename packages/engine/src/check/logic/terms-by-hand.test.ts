// Terms and what follows from them, case by case: what is seen to follow, and what does not follow.
import { describe, expect, test } from "vitest";
import { document, fact, members } from "../../../test/tiny.ts";
import type { DraftCondition } from "../../model/condition.ts";
import type { DraftRuleSet } from "../../model/rule-set.ts";
import { namesOf } from "../../model/typing/index.ts";
import { implication, isAlways, isNever, termsOf } from "./terms.ts";

const text = { fr: "x", en: "x" };
const leaf = (name: string, operator: string, value?: unknown): DraftCondition =>
  ({ fact: name, operator, ...(value === undefined ? {} : { value }) }) as DraftCondition;
const all = (...of: readonly DraftCondition[]): DraftCondition => ({ all: of });
const any = (...of: readonly DraftCondition[]): DraftCondition => ({ any: of });
const not = (condition: DraftCondition): DraftCondition => ({ not: condition });
const atLeast = (count: number, ...of: readonly DraftCondition[]): DraftCondition => ({
  atLeast: { count, of },
});
const always: DraftCondition = { always: true };
const hole: DraftCondition = { hole: {} };
const [x, y, z] = ["a", "b", "c"].map((m) => leaf("traits", "contains", m)) as [
  DraftCondition,
  DraftCondition,
  DraftCondition,
];
const [a, b] = ["a", "b"].map((m) => leaf("kind", "equal", m)) as [DraftCondition, DraftCondition];
const under = (n: number): DraftCondition => leaf("age", "lessThan", n);
const from = (n: number): DraftCondition => leaf("age", "greaterThanInclusive", n);

const names = namesOf({
  ...document,
  facts: [...document.facts, fact("more", "set", { values: members })],
  conditions: [
    { id: "young", label: text, when: under(18) },
    { id: "notYoung", label: text, when: not({ condition: "young" }) },
  ],
} as unknown as DraftRuleSet);
const term = termsOf(names);

describe("terms", () => {
  const never = { kind: "any", of: [] };
  const has = (m: string) => ({
    kind: "test",
    test: { kind: "members", subject: "traits", has: [m], lacks: [] },
  });
  const lacks = (m: string) => ({
    kind: "test",
    test: { kind: "members", subject: "traits", has: [], lacks: [m] },
  });

  test.each<[string, DraftCondition, unknown, unknown]>([
    ["always", always, { kind: "always" }, never],
    // What is still to be written is neither true nor false of anybody.
    ["a hole", hole, never, never],
    ["a leaf", x, has("a"), lacks("a")],
    [
      "all",
      all(x, y),
      { kind: "all", of: [has("a"), has("b")] },
      { kind: "any", of: [lacks("a"), lacks("b")] },
    ],
    [
      "any",
      any(x, y),
      { kind: "any", of: [has("a"), has("b")] },
      { kind: "all", of: [lacks("a"), lacks("b")] },
    ],
    ["not", not(x), lacks("a"), has("a")],
    ["not not", not(not(x)), has("a"), lacks("a")],
    [
      "at least 3 of 4",
      atLeast(3, x, y, z, not(x)),
      { kind: "atLeast", count: 3, of: [has("a"), has("b"), has("c"), lacks("a")] },
      { kind: "atLeast", count: 2, of: [lacks("a"), lacks("b"), lacks("c"), has("a")] },
    ],
    [
      "a leaf whose negation is several",
      leaf("traits", "containsAll", ["a", "b"]),
      { kind: "test", test: { kind: "members", subject: "traits", has: ["a", "b"], lacks: [] } },
      { kind: "any", of: [lacks("a"), lacks("b")] },
    ],
    ["a name for nothing", { condition: "nobody" }, never, never],
    ["a fact that there is not", leaf("nobody", "equal", 1), never, never],
    [
      "an earlier decision",
      { decision: "d", operator: "equal", value: "stop" },
      { kind: "test", test: { kind: "values", subject: "decision d", domain: [[0, 3]], values: [[0, 0]] } },
      { kind: "test", test: { kind: "values", subject: "decision d", domain: [[0, 3]], values: [[1, 3]] } },
    ],
  ])("%s", (_, condition, expected, negated) => {
    expect(term(condition)).toEqual(expected);
    expect(term(not(condition))).toEqual(negated);
  });

  test("a named condition is what it stands for, and its negation what that is", () => {
    expect(term({ condition: "young" })).toEqual(term(under(18)));
    expect(term(not({ condition: "young" }))).toEqual(term(from(18)));
    expect(term({ condition: "notYoung" })).toEqual(term(from(18)));
    expect(term(all({ condition: "young" }, not({ condition: "young" })))).toEqual(
      term(all(under(18), from(18))),
    );
    // It is followed once, so that what is told of it is remembered.
    expect(term({ condition: "young" })).toBe(term({ condition: "young" }));
  });
});

test.each<[DraftCondition, boolean]>([
  [always, true],
  [not(always), false],
  [hole, false],
  [x, false],
  [all(always, always), true],
  [all(always, x), false],
  [any(x, always), true],
  [any(x, y), false],
  [not(any(not(always), not(always))), true],
  [atLeast(1, x, always), true],
  [atLeast(2, x, always), false],
  [atLeast(2, always, x, always), true],
])("whether %j is true of everybody: %s", (condition, is) => {
  expect(isAlways(term(condition))).toBe(is);
});

test.each<[DraftCondition, boolean]>([
  [always, false],
  [not(always), true],
  [hole, true],
  [x, false],
  [all(a, b), true],
  [all(a, leaf("kind", "notEqual", "b")), false],
  [all(a, all(x, all(b))), true],
  // Only what must be true together contradicts.
  [all(a, any(b, x)), false],
  [all(x, y), false],
  [all(x, not(always)), true],
  [any(not(always), all(a, b)), true],
  [any(all(a, b), x), false],
  [all(under(5), from(5)), true],
  [all(under(6), from(5)), false],
  [all(under(10), from(3), leaf("age", "notEqual", 4)), false],
  [all(from(3), under(5), leaf("age", "notEqual", 3), leaf("age", "notEqual", 4)), true],
  // Other facts do not matter.
  [all(under(5), leaf("score", "greaterThan", 5)), false],
  [all(leaf("age", "isUnknown"), under(5)), false],
  [all(under(5), leaf("age", "isUnknown")), false],
  [all(x, not(x)), true],
  [all(x, not(y)), false],
  [all(x, leaf("more", "doesNotContain", "a")), false],
  [all(leaf("traits", "isEmpty"), y), true],
  [all(leaf("traits", "containsAny", ["a", "b"]), not(x)), false],
  [all(leaf("traits", "containsAny", ["a", "b"]), not(x), not(y)), true],
  [all(leaf("traits", "containsAny", ["a", "b"]), leaf("more", "isEmpty")), false],
  [all(leaf("traits", "containsAny", ["a", "b"]), x, not(y)), false],
  // A comparison that is never true is told where it stands, and not once more here.
  [under(0), false],
  [all(under(0), x), false],
  [all(under(0), from(5)), false],
  [atLeast(2, x, not(always), y), false],
  [atLeast(2, x, not(always), all(a, b)), true],
  [atLeast(1, not(always), not(always)), true],
])("whether %j is seen to be true of nobody: %s", (condition, is) => {
  expect(isNever(term(condition))).toBe(is);
});

describe("what follows", () => {
  const traits = (operator: string, ...value: readonly string[]) => leaf("traits", operator, value);
  const known = (name: string) => leaf(name, "isKnown");
  const unknown = (name: string) => leaf(name, "isUnknown");

  /** The second follows from the first; and whether the first follows from the second. */
  test.each<[DraftCondition, DraftCondition, boolean]>([
    [x, x, true],
    [x, always, false],
    [not(always), x, false],
    [under(18), under(19), false],
    [under(18), leaf("age", "lessThanInclusive", 17), true],
    [leaf("age", "equal", 5), under(6), false],
    [all(leaf("age", "lessThanInclusive", 10), from(10)), leaf("age", "equal", 10), true],
    [all(from(3), under(9), x), all(from(2), under(10)), false],
    [a, leaf("kind", "in", ["b", "a"]), false],
    [a, leaf("kind", "notEqual", "b"), false],
    [a, known("kind"), false],
    [under(18), known("age"), false],
    [unknown("age"), unknown("age"), true],
    [unknown("traits"), unknown("traits"), true],
    [known("traits"), known("traits"), true],
    [not(unknown("traits")), known("traits"), true],
    [traits("containsAll", "a", "b"), x, false],
    [traits("containsAll", "a", "b"), traits("containsAll", "b", "a"), true],
    [all(x, y), traits("containsAll", "a", "b"), true],
    [traits("containsNone", "a", "b"), not(y), false],
    [leaf("traits", "isEmpty"), traits("containsNone", "c"), false],
    [all(not(x), not(y), not(z)), leaf("traits", "isEmpty"), true],
    [x, traits("containsAny", "b", "a"), false],
    [x, leaf("traits", "isNotEmpty"), false],
    [traits("containsAny", "a", "b"), leaf("traits", "isNotEmpty"), false],
    [traits("containsAny", "a", "b"), traits("containsAny", "b", "a"), true],
    [all(x, a), x, false],
    [all(x, a), all(a, x), true],
    [x, any(a, x), false],
    [all(x, y), any(a, x), false],
    [any(x, a), any(a, b, x), false],
    [any(under(3), under(5)), under(7), false],
    [any(under(3), under(5)), under(5), true],
    [all(any(x, a), b), any(a, x), false],
    [all(x, any(a, b)), all(any(b, a), x), true],
    [
      { decision: "d", operator: "equal", value: "go" },
      { decision: "d", operator: "in", value: ["go", "rest"] },
      false,
    ],
    [{ decision: "d", state: ["go"] }, { decision: "d", state: ["go", "@undetermined"] }, false],
    [atLeast(2, x, y, a), atLeast(2, a, x, y), true],
    [atLeast(2, x, y, a), atLeast(1, x, y, a), false],
    [atLeast(2, x, y, a), any(x, y, a), false],
    // One of the two may be the one left out.
    [atLeast(2, x, y, a), atLeast(1, x, y), false],
    [atLeast(2, a, x, y), atLeast(1, x, y), false],
    [atLeast(2, x, y), atLeast(2, x, y, a), false],
    [all(known("traits"), x), known("traits"), false],
    [all(x, known("traits")), known("traits"), false],
    [all(unknown("traits"), known("traits")), unknown("traits"), false],
    [all(under(5), unknown("age")), under(6), false],
    [all(x, y), atLeast(2, x, y, a), false],
    [all(x, y), atLeast(2, a, y, x), false],
    [x, atLeast(1, x, a), false],
    [atLeast(1, under(3), under(5)), under(7), false],
    [atLeast(1, under(3), a), any(a, under(5)), false],
    [atLeast(2, under(3), a, x), atLeast(2, under(4), a, x), false],
    [all(x, atLeast(1, a, b)), atLeast(1, b, a), false],
  ])("from %j: %j, and back: %s", (given, wanted, back) => {
    const implies = implication();
    expect(implies(term(given), term(wanted))).toBe(true);
    expect(implies(term(wanted), term(given))).toBe(back);
    // Asked again it says the same.
    expect(implies(term(given), term(wanted))).toBe(true);
  });

  test.each<[DraftCondition, DraftCondition]>([
    [x, y],
    [x, leaf("more", "contains", "a")],
    [x, a],
    [x, not(always)],
    [always, x],
    [under(5), from(5)],
    [under(5), leaf("score", "lessThan", 5)],
    [all(x, a), all(x, b)],
    [any(x, a), x],
    [any(x, a), any(x, b)],
    [x, any(y, a)],
    [x, traits("containsAny", "b", "c")],
    [traits("containsAny", "a", "b"), traits("containsAny", "b", "c")],
    [traits("containsAny", "a"), traits("containsAll", "b")],
    [not(x), traits("containsNone", "a", "b")],
    [all(x, not(y)), traits("containsAll", "a", "b")],
    [known("traits"), known("more")],
    [known("traits"), unknown("traits")],
    [unknown("traits"), known("traits")],
    [x, unknown("traits")],
    [unknown("age"), under(5)],
    [known("traits"), leaf("traits", "isEmpty")],
    // An answer says that a set is known but for the members that it does not speak of.
    [x, known("traits")],
    [atLeast(1, x, a), x],
    [atLeast(1, x, y, a), atLeast(2, x, y, a)],
    [atLeast(2, x, y, a), atLeast(2, x, y)],
    [atLeast(2, x, y, a), atLeast(2, x, y, b)],
    // Each member stands for one of its own.
    [atLeast(2, under(3), under(4), x), atLeast(2, under(5), x, a)],
    [x, atLeast(2, x, a)],
    [all(x, y), atLeast(3, x, y, a)],
    [
      { decision: "d", state: ["go"] },
      { decision: "d", operator: "equal", value: "go" },
    ],
  ])("from %j does not follow %j", (given, wanted) => {
    expect(implication()(term(given), term(wanted))).toBe(false);
  });
});
