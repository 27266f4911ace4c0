// Normal form, condition by condition: what is left when negations, names, thresholds and counts are worked out.
import { describe, expect, test } from "vitest";
import { tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/index.ts";
import { normalForm, normalising, type Normal } from "./normal-form.ts";

const text = { fr: "x", en: "x" };
const leaf = (name: string, operator: string, value?: unknown): Condition =>
  ({ fact: name, operator, ...(value === undefined ? {} : { value }) }) as Condition;
const young = leaf("age", "lessThan", 18);
const ruleSet = tiny({
  conditions: [
    { id: "young", label: text, when: young },
    { id: "notYoung", label: text, when: { not: { condition: "young" } } },
  ],
});
const context = () => normalising(ruleSet, 1000);
const normal = (condition: Condition, negated?: boolean) => normalForm(condition, context(), negated);
const named = (name: string) => ruleSet.facts.find((f) => f.id === name);
const compare = (name: string, operator: string, value: unknown) => ({
  leaf: { kind: "compare", fact: named(name), operator, value },
});
const constant = (holds: boolean) => ({ leaf: { kind: "constant", holds } });

describe("V4 a comparison is negated into its opposite", () => {
  test.each<[string, string, unknown, string]>([
    ["age", "equal", 3, "notEqual"],
    ["age", "notEqual", 3, "equal"],
    ["age", "lessThan", 3, "greaterThanInclusive"],
    ["age", "greaterThanInclusive", 3, "lessThan"],
    ["age", "greaterThan", 3, "lessThanInclusive"],
    ["age", "lessThanInclusive", 3, "greaterThan"],
    ["kind", "in", ["a", "b"], "notIn"],
    ["kind", "notIn", ["a", "b"], "in"],
    ["traits", "contains", "a", "doesNotContain"],
    ["traits", "doesNotContain", "a", "contains"],
    ["traits", "containsAny", ["a"], "containsNone"],
    ["traits", "containsNone", ["a"], "containsAny"],
    ["traits", "isEmpty", undefined, "isNotEmpty"],
    ["traits", "isNotEmpty", undefined, "isEmpty"],
  ])("%s %s %j", (name, operator, value, opposite) => {
    expect(normal(leaf(name, operator, value))).toEqual(compare(name, operator, value ?? null));
    expect(normal(leaf(name, operator, value), true)).toEqual(compare(name, opposite, value ?? null));
    expect(normal({ not: leaf(name, operator, value) })).toEqual(compare(name, opposite, value ?? null));
  });

  test("not all of some members is any of them missing", () => {
    const all = leaf("traits", "containsAll", ["a", "c"]);
    expect(normal(all)).toEqual(compare("traits", "containsAll", ["a", "c"]));
    expect(normal({ not: all })).toEqual({
      any: [compare("traits", "doesNotContain", "a"), compare("traits", "doesNotContain", "c")],
    });
    expect(normal({ not: { not: all } })).toEqual(normal(all));
    // Beside what is well typed: no list has no members.
    expect(normal({ not: leaf("traits", "containsAll", "a") })).toEqual({ any: [] });
    expect(normal({ not: leaf("traits", "containsAll") })).toEqual({ any: [] });
  });
});

test("tests whose complement is no comparison keep their negation", () => {
  const both = (condition: Condition) => [normal(condition), normal({ not: condition })];
  const fact = named("age");
  expect(both(leaf("age", "isKnown"))).toEqual(
    [false, true].map((negated) => ({ leaf: { kind: "known", fact, negated } })),
  );
  expect(both(leaf("age", "isUnknown"))).toEqual(
    [false, true].map((negated) => ({ leaf: { kind: "unknown", fact, negated } })),
  );
  expect(both({ decision: "d", operator: "equal", value: "go" })).toEqual(
    [false, true].map((negated) => ({ leaf: { kind: "outcome", decision: "d", among: ["go"], negated } })),
  );
  expect(both({ decision: "d", operator: "in", value: ["go", "stop"] })).toEqual(
    [false, true].map((negated) => ({
      leaf: { kind: "outcome", decision: "d", among: ["go", "stop"], negated },
    })),
  );
  expect(both({ decision: "d", state: ["@undetermined"] })).toEqual(
    [false, true].map((negated) => ({
      leaf: { kind: "state", decision: "d", among: ["@undetermined"], negated },
    })),
  );
  expect(both({ always: true })).toEqual([constant(true), constant(false)]);
});

test("groups are negated into one another, names and thresholds are what they stand for", () => {
  const wish = leaf("wish", "equal", true);
  const [less, more] = [compare("age", "lessThan", 18), compare("age", "greaterThanInclusive", 18)];
  const [is, isNot] = [compare("wish", "equal", true), compare("wish", "notEqual", true)];
  expect(normal({ all: [young, wish] })).toEqual({ all: [less, is] });
  expect(normal({ not: { all: [young, wish] } })).toEqual({ any: [more, isNot] });
  expect(normal({ any: [young, { not: wish }] })).toEqual({ any: [less, isNot] });
  expect(normal({ not: { any: [young, { not: wish }] } })).toEqual({ all: [more, is] });
  expect(normal({ condition: "young" })).toEqual(less);
  expect(normal({ condition: "notYoung" })).toEqual(more);
  expect(normal({ not: { condition: "notYoung" } })).toEqual(less);
  expect(normal(leaf("age", "lessThan", { parameter: "limit" }))).toEqual(compare("age", "lessThan", 10));
});

describe("V4 at least is written out by halves", () => {
  const leaves = ["a", "b", "c", "d"].map((_, i) => leaf("age", "equal", i));
  const [p, q, r, s] = leaves.map((_, i) => compare("age", "equal", i));
  const some = (count: number, n: number): Condition => ({ atLeast: { count, of: leaves.slice(0, n) } });

  test.each<[number, number, unknown]>([
    [1, 1, { all: [p] }],
    [1, 2, { any: [p, q] }],
    [2, 2, { all: [p, q] }],
    // Beside what is well typed: more than there are is all of them.
    [3, 2, { all: [p, q] }],
    [1, 3, { any: [p, q, r] }],
    // None of the left one and both of the right, or the left one and one of the right.
    [2, 3, { any: [{ all: [q, r] }, { all: [{ all: [p] }, { any: [q, r] }] }] }],
    [3, 3, { all: [p, q, r] }],
    [
      2,
      4,
      {
        any: [{ all: [r, s] }, { all: [{ any: [p, q] }, { any: [r, s] }] }, { all: [p, q] }],
      },
    ],
    [
      3,
      4,
      {
        any: [{ all: [{ any: [p, q] }, { all: [r, s] }] }, { all: [{ all: [p, q] }, { any: [r, s] }] }],
      },
    ],
  ])("%i of %i", (count, n, expected) => {
    expect(normal(some(count, n))).toEqual(expected);
  });

  test("not at least k of n is at least n-k+1 of the negations", () => {
    const negations = leaves.slice(0, 3).map((each): Condition => ({ not: each }));
    for (const count of [1, 2, 3])
      expect(normal({ not: some(count, 3) })).toEqual(
        normal({ atLeast: { count: 4 - count, of: negations } }),
      );
  });

  /** The sets of leaves, as bits, of which all true make the form true. */
  const holds = (form: Normal, truth: number): boolean => {
    if ("all" in form) return form.all.every((f) => holds(f, truth));
    if ("any" in form) return form.any.some((f) => holds(f, truth));
    return form.leaf.kind === "compare" && ((truth >> Number(form.leaf.value)) & 1) === 1;
  };
  test("whatever the count and the size, it holds of just as many", () => {
    for (let n = 1; n <= 7; n += 1)
      for (let count = 1; count <= n; count += 1) {
        const of = Array.from({ length: n }, (_, i) => leaf("age", "equal", i));
        const form = normal({ atLeast: { count, of } });
        for (let truth = 0; truth < 2 ** n; truth += 1) {
          const ones = of.filter((_, i) => ((truth >> i) & 1) === 1).length;
          expect(holds(form, truth), `${count} of ${n}: ${truth}`).toBe(ones >= count);
        }
      }
  });
});

test("every leaf that is produced counts, of one condition or of several", () => {
  const counted = (leaves: number, ...conditions: readonly Condition[]) => {
    const looked = normalising(ruleSet, leaves);
    return () => conditions.map((c) => normalForm(c, looked));
  };
  const refused = (leaves: number) =>
    new RangeError(`too large to lower: more than ${leaves} leaves once conditions are inlined`);
  expect(counted(2, young, { always: true })).not.toThrow();
  expect(counted(1, young, { always: true })).toThrow(refused(1));
  expect(counted(0, { decision: "d", state: ["go"] })).toThrow(refused(0));
  expect(counted(2, { all: [young, { condition: "young" }, young] })).toThrow(refused(2));
});

test("what the rule set does not declare is named", () => {
  const missing = (condition: Condition, name: string) =>
    expect(() => normal(condition)).toThrow(new Error(`the rule set does not declare ${name}`));
  missing(leaf("nobody", "isKnown"), "nobody");
  missing({ condition: "none" }, "none");
  missing(leaf("age", "equal", { parameter: "no" }), "no");
  missing({ not: leaf("age", "isPrime", 3) }, "isPrime");
});
