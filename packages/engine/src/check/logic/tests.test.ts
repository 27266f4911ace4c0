// What a leaf tests: which values, which members, which outcomes.
import { describe, expect, test } from "vitest";
import { document, fact, many, one } from "../../../test/tiny.ts";
import type { DraftCondition, FactLeaf } from "../../model/condition.ts";
import { dayNumber } from "../../model/date.ts";
import type { DraftRuleSet } from "../../model/rule-set.ts";
import { namesOf } from "../../model/typing/index.ts";
import { decisionTest, factTests } from "./tests.ts";
import type { ValueSet } from "./value-set.ts";

const names = namesOf({
  ...document,
  facts: [
    ...document.facts,
    fact("open", "integer"),
    fact("weight", "decimal", { scale: 1 }),
    fact("narrow", "decimal", { scale: 0, range: { min: 0.5, max: 2.5 } }),
    fact("fine", "decimal", { scale: 2, range: { min: 0.07, max: 0.29 } }),
    fact("bare", "enum"),
    fact("bareSet", "set"),
    // Beside what parses: a decimal that is being written has no scale.
    fact("plain", "decimal"),
  ],
  decisions: [one, many],
} as unknown as DraftRuleSet);
const leaf = (name: string, operator: string, value?: unknown): FactLeaf =>
  ({ fact: name, operator, value }) as FactLeaf;
const tests = (of: FactLeaf, negated = false) => factTests(of, negated, names);
/** The values of a leaf that is one test of values, and those of its negation. */
const values = (of: FactLeaf): readonly ValueSet[] =>
  [false, true].map((negated) => {
    const [only, ...more] = tests(of, negated);
    if (only?.kind !== "values" || more.length > 0 || only.subject !== of.fact)
      throw new Error("not one test of values");
    return only.values;
  });

test.each<[string, ValueSet]>([
  ["danger", [[0, 1]]],
  ["age", [[0, 120]]],
  ["open", [[-Infinity, Infinity]]],
  ["dose", [[0, 95]]],
  ["weight", [[-Infinity, Infinity]]],
  // The whole steps that are in the range.
  ["narrow", [[1, 2]]],
  // Both ends belong to it, though 0.07 * 100 is more than 7 and 0.29 * 100 less than 29.
  ["fine", [[7, 29]]],
  ["plain", [[-Infinity, Infinity]]],
  ["since", [[-Infinity, Infinity]]],
  ["kind", [[0, 2]]],
  ["bare", []],
])("the values that %s can have, all of which it has when it is known", (name, domain) => {
  expect(tests(leaf(name, "isKnown"))).toEqual([{ kind: "values", subject: name, domain, values: domain }]);
  // Not known is true of nobody: it is unknown at best.
  expect(tests(leaf(name, "isKnown"), true)).toEqual([]);
  expect(tests(leaf(name, "isUnknown"))).toEqual([{ kind: "unknown", subject: name }]);
  expect(tests(leaf(name, "isUnknown"), true)).toEqual([
    { kind: "values", subject: name, domain, values: domain },
  ]);
});

const march = dayNumber("2026-03-01") ?? 0;
test.each<[string, string, unknown, ValueSet, ValueSet]>([
  ["danger", "equal", true, [[1, 1]], [[0, 0]]],
  ["danger", "equal", false, [[0, 0]], [[1, 1]]],
  [
    "age",
    "equal",
    7,
    [[7, 7]],
    [
      [0, 6],
      [8, 120],
    ],
  ],
  [
    "age",
    "notEqual",
    7,
    [
      [0, 6],
      [8, 120],
    ],
    [[7, 7]],
  ],
  ["age", "lessThan", 18, [[0, 17]], [[18, 120]]],
  ["age", "lessThanInclusive", 18, [[0, 18]], [[19, 120]]],
  ["age", "greaterThan", 18, [[19, 120]], [[0, 18]]],
  ["age", "greaterThanInclusive", 18, [[18, 120]], [[0, 17]]],
  ["age", "greaterThanInclusive", { parameter: "limit" }, [[10, 120]], [[0, 9]]],
  ["age", "lessThan", 0, [], [[0, 120]]],
  ["age", "greaterThan", 120, [], [[0, 120]]],
  ["age", "lessThan", 200, [[0, 120]], []],
  ["age", "lessThanInclusive", 200, [[0, 120]], []],
  ["age", "greaterThan", -5, [[0, 120]], []],
  ["age", "greaterThanInclusive", -5, [[0, 120]], []],
  ["open", "lessThan", 3, [[-Infinity, 2]], [[3, Infinity]]],
  ["open", "greaterThan", 3, [[4, Infinity]], [[-Infinity, 3]]],
  [
    "open",
    "notEqual",
    3,
    [
      [-Infinity, 2],
      [4, Infinity],
    ],
    [[3, 3]],
  ],
  ["dose", "lessThan", 0.3, [[0, 2]], [[3, 95]]],
  ["dose", "equal", 9.5, [[95, 95]], [[0, 94]]],
  ["weight", "greaterThanInclusive", { parameter: "limit" }, [[100, Infinity]], [[-Infinity, 99]]],
  [
    "plain",
    "equal",
    4,
    [[4, 4]],
    [
      [-Infinity, 3],
      [5, Infinity],
    ],
  ],
  ["since", "lessThan", "2026-03-01", [[-Infinity, march - 1]], [[march, Infinity]]],
  ["since", "greaterThanInclusive", "2026-03-01", [[march, Infinity]], [[-Infinity, march - 1]]],
  [
    "since",
    "equal",
    "1970-01-02",
    [[1, 1]],
    [
      [-Infinity, 0],
      [2, Infinity],
    ],
  ],
  [
    "kind",
    "equal",
    "b",
    [[1, 1]],
    [
      [0, 0],
      [2, 2],
    ],
  ],
  [
    "kind",
    "notEqual",
    "b",
    [
      [0, 0],
      [2, 2],
    ],
    [[1, 1]],
  ],
  [
    "kind",
    "in",
    ["c", "a"],
    [
      [0, 0],
      [2, 2],
    ],
    [[1, 1]],
  ],
  ["kind", "notIn", ["c", "b"], [[0, 0]], [[1, 2]]],
  ["kind", "in", ["a", "b", "c"], [[0, 2]], []],
])("%s %s %j", (name, operator, literal, holds, fails) => {
  expect(values(leaf(name, operator, literal))).toEqual([holds, fails]);
});

describe("what there is not is true of nobody", () => {
  test.each<FactLeaf>([leaf("nobody", "equal", 1), leaf("nobody", "isKnown"), leaf("nobody", "isUnknown")])(
    "%j",
    (of) => {
      expect(tests(of)).toEqual([]);
      expect(tests(of, true)).toEqual([]);
    },
  );
  test("a threshold that is not declared, or none at all", () => {
    expect(values(leaf("age", "lessThan", { parameter: "nobody" }))[0]).toEqual([]);
    expect(values(leaf("age", "greaterThan", { parameter: "nobody" }))[0]).toEqual([]);
    expect(values(leaf("age", "lessThanInclusive"))[0]).toEqual([]);
    expect(values(leaf("age", "equal"))[0]).toEqual([]);
    expect(values(leaf("since", "lessThan", "someday"))[0]).toEqual([]);
  });
});

describe("a set", () => {
  const has = (...members: readonly string[]) => ({
    kind: "members",
    subject: "traits",
    has: members,
    lacks: [],
  });
  const lacks = (...members: readonly string[]) => ({
    kind: "members",
    subject: "traits",
    has: [],
    lacks: members,
  });
  const any = (...of: readonly string[]) => ({ kind: "any-member", subject: "traits", of });

  test.each<[string, unknown, readonly unknown[], readonly unknown[]]>([
    ["contains", "a", [has("a")], [lacks("a")]],
    ["doesNotContain", "a", [lacks("a")], [has("a")]],
    ["containsAny", ["a", "c"], [any("a", "c")], [lacks("a", "c")]],
    ["containsNone", ["a", "c"], [lacks("a", "c")], [any("a", "c")]],
    // Not all of them: one or the other is missing.
    ["containsAll", ["a", "c"], [has("a", "c")], [lacks("a"), lacks("c")]],
    ["isEmpty", undefined, [lacks("a", "b", "c")], [any("a", "b", "c")]],
    ["isNotEmpty", undefined, [any("a", "b", "c")], [lacks("a", "b", "c")]],
    ["isKnown", undefined, [{ kind: "known", subject: "traits" }], []],
    [
      "isUnknown",
      undefined,
      [{ kind: "unknown", subject: "traits" }],
      [{ kind: "known", subject: "traits" }],
    ],
    // Beside what is well typed.
    ["equal", "a", [], []],
  ])("that %s %j", (operator, literal, holds, fails) => {
    expect(tests(leaf("traits", operator, literal))).toEqual(holds);
    expect(tests(leaf("traits", operator, literal), true)).toEqual(fails);
  });

  test("without members or values is empty at most", () => {
    const none = { kind: "members", subject: "bareSet", has: [], lacks: [] };
    expect(tests(leaf("bareSet", "isEmpty"))).toEqual([none]);
    expect(tests(leaf("bareSet", "isNotEmpty"))).toEqual([
      { kind: "any-member", subject: "bareSet", of: [] },
    ]);
    expect(tests(leaf("traits", "contains"))).toEqual([has()]);
  });
});

describe("an earlier decision", () => {
  type DecisionLeaf = Extract<DraftCondition, { decision: string }>;
  const both = (of: DecisionLeaf) =>
    [false, true].map((negated) =>
      decisionTest(of, negated, names).map((t) => (t.kind === "values" ? t : undefined)),
    );

  // The outcomes in order: stop 0, care 1, go 2, rest 3; after them the two computed states.
  test.each<[DecisionLeaf, string, ValueSet, ValueSet, ValueSet]>([
    [
      { decision: "d", operator: "equal", value: "go" },
      "decision d",
      [[0, 3]],
      [[2, 2]],
      [
        [0, 1],
        [3, 3],
      ],
    ],
    [
      { decision: "d", operator: "in", value: ["rest", "stop"] },
      "decision d",
      [[0, 3]],
      [
        [0, 0],
        [3, 3],
      ],
      [[1, 2]],
    ],
    [
      { decision: "d", state: ["go", "@undetermined"] },
      "state of d",
      [[0, 5]],
      [
        [2, 2],
        [4, 4],
      ],
      [
        [0, 1],
        [3, 3],
        [5, 5],
      ],
    ],
    [{ decision: "d", state: ["@safety-unknown"] }, "state of d", [[0, 5]], [[5, 5]], [[0, 4]]],
  ])("%j", (of, subject, domain, holds, fails) => {
    expect(both(of)).toEqual([
      [{ kind: "values", subject, domain, values: holds }],
      [{ kind: "values", subject, domain, values: fails }],
    ]);
  });

  test("that there is not", () => {
    expect(both({ decision: "nobody", operator: "equal", value: "go" })).toEqual([[], []]);
  });
});
