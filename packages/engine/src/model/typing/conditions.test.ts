// What is told about each leaf of a condition, with its place, and where each kind of leaf may stand.
import { describe, expect, test } from "vitest";
import { criterion, document, many, one } from "../../../test/tiny.ts";
import type { DraftCondition } from "../condition.ts";
import type { DraftRuleSet } from "../rule-set.ts";
import { checkCircles, checkCondition, expandedNodes, reaches, type Place } from "./conditions.ts";
import { namesOf } from "./names.ts";

type Named = Readonly<Record<string, unknown>>;
const text = { fr: "x", en: "x" };
const anywhere: Place = { decisionsBefore: "all", twoValued: true };
const inOne: Place = { decisionsBefore: 1, twoValued: false };

const withConditions = (conditions: Readonly<Record<string, unknown>>, criteria: readonly Named[] = []) =>
  ({
    ...document,
    decisions: [one, many, { ...one, id: "e" }],
    conditions: Object.entries(conditions).map(([id, when]) => ({ id, label: text, when })),
    criteria,
  }) as unknown as DraftRuleSet;
const told = (when: unknown, place: Place = anywhere, conditions: Readonly<Record<string, unknown>> = {}) =>
  checkCondition(when as DraftCondition, ["at"], place, namesOf(withConditions(conditions))).map(
    ({ code, at, params }) => ({ code, at, params }),
  );
const finding = (code: string, params: Named, ...below: readonly (string | number)[]) => ({
  code,
  at: ["at", ...below],
  params,
});

describe("a leaf on a fact", () => {
  const about = (fact: string, operator: string, type: string) => ({ fact, operator, type });

  test.each<unknown>([
    { fact: "danger", operator: "equal", value: false },
    { fact: "age", operator: "lessThan", value: 0 },
    { fact: "age", operator: "lessThan", value: { parameter: "limit" } },
    { fact: "dose", operator: "notEqual", value: 9.5 },
    { fact: "since", operator: "greaterThan", value: "2024-02-29" },
    { fact: "kind", operator: "in", value: ["a"] },
    { fact: "kind", operator: "notIn", value: ["c", "b", "a"] },
    { fact: "traits", operator: "contains", value: "a" },
    { fact: "traits", operator: "containsAll", value: ["a", "c"] },
    { fact: "traits", operator: "isEmpty" },
    { fact: "age", operator: "isKnown" },
    { fact: "age", operator: "isUnknown" },
  ])("%j is well typed", (leaf) => {
    expect(told(leaf)).toEqual([]);
  });

  test.each<[unknown, ReturnType<typeof finding>]>([
    [{ fact: "nobody", operator: "isKnown", value: 3 }, finding("undeclared-fact", { fact: "nobody" })],
    [
      { fact: "danger", operator: "notEqual", value: true },
      finding("operator-type", about("danger", "notEqual", "boolean"), "operator"),
    ],
    [
      { fact: "age", operator: "isEmpty" },
      finding("operator-type", about("age", "isEmpty", "integer"), "operator"),
    ],
    [
      { fact: "age", operator: "isKnown", value: 3 },
      finding("literal-not-allowed", about("age", "isKnown", "integer"), "value"),
    ],
    [
      { fact: "traits", operator: "isEmpty", value: [] },
      finding("literal-not-allowed", about("traits", "isEmpty", "set"), "value"),
    ],
    [{ fact: "age", operator: "equal" }, finding("literal-required", about("age", "equal", "integer"))],
    [{ fact: "kind", operator: "in" }, finding("literal-required", about("kind", "in", "enum"))],
    [
      { fact: "kind", operator: "in", value: "a" },
      finding("literal-list", about("kind", "in", "enum"), "value"),
    ],
    [
      { fact: "kind", operator: "in", value: [] },
      finding("literal-list", about("kind", "in", "enum"), "value"),
    ],
    [
      { fact: "kind", operator: "in", value: { parameter: "limit" } },
      finding("literal-list", about("kind", "in", "enum"), "value"),
    ],
    [
      { fact: "kind", operator: "in", value: ["a", "z"] },
      finding("literal-type", { ...about("kind", "in", "enum"), literal: "z" }, "value", 1),
    ],
    [
      { fact: "traits", operator: "containsAny", value: ["a", 1] },
      finding("literal-type", { ...about("traits", "containsAny", "set"), literal: "1" }, "value", 1),
    ],
    [
      { fact: "traits", operator: "containsAny", value: ["b", "a", "b"] },
      finding("literal-repeated", about("traits", "containsAny", "set"), "value"),
    ],
    [
      { fact: "age", operator: "equal", value: "15" },
      finding("literal-type", { ...about("age", "equal", "integer"), literal: '"15"' }, "value"),
    ],
    [
      { fact: "age", operator: "equal", value: 121 },
      finding("literal-type", { ...about("age", "equal", "integer"), literal: "121" }, "value"),
    ],
    // One of the members, not a list of them, though a list is what the fact itself holds.
    [
      { fact: "traits", operator: "contains", value: ["a"] },
      finding("literal-type", { ...about("traits", "contains", "set"), literal: '["a"]' }, "value"),
    ],
    [
      { fact: "traits", operator: "contains", value: "z" },
      finding("literal-type", { ...about("traits", "contains", "set"), literal: '"z"' }, "value"),
    ],
    [
      { fact: "traits", operator: "contains", value: true },
      finding("literal-type", { ...about("traits", "contains", "set"), literal: "true" }, "value"),
    ],
    [
      { fact: "age", operator: "equal", value: { parameter: "nobody" } },
      finding("undeclared-parameter", { parameter: "nobody" }, "value"),
    ],
    [
      { fact: "kind", operator: "equal", value: { parameter: "limit" } },
      finding(
        "literal-type",
        { ...about("kind", "equal", "enum"), parameter: "limit", literal: "10" },
        "value",
      ),
    ],
    // A limit of 10 is out of the range of the dose.
    [
      { fact: "dose", operator: "lessThan", value: { parameter: "limit" } },
      finding(
        "literal-type",
        { ...about("dose", "lessThan", "decimal"), parameter: "limit", literal: "10" },
        "value",
      ),
    ],
  ])("%j is not, and why is told once", (leaf, expected) => {
    expect(told(leaf)).toEqual([expected]);
  });

  test("D6 isUnknown stands only where two-valued leaves may", () => {
    const leaf = { fact: "age", operator: "isUnknown" };
    expect(told(leaf, inOne)).toEqual([
      finding("unknown-test-not-here", about("age", "isUnknown", "integer")),
    ]);
    expect(told({ fact: "age", operator: "isKnown" }, inOne)).toEqual([]);
  });

  test("every leaf is judged where it is", () => {
    const bad = { fact: "nobody", operator: "isKnown" };
    const when = {
      all: [{ always: true }, { any: [bad] }, { not: bad }, { atLeast: { count: 1, of: [bad] } }],
    };
    expect(told(when).map(({ at }) => at)).toEqual([
      ["at", "all", 1, "any", 0],
      ["at", "all", 2, "not"],
      ["at", "all", 3, "atLeast", "of", 0],
    ]);
  });
});

describe("a leaf on a decision", () => {
  const about = { decision: "d" };
  const equal = (value: unknown, decision = "d") => ({ decision, operator: "equal", value });
  const among = (value: unknown, decision = "d") => ({ decision, operator: "in", value });
  const state = (...states: readonly string[]) => ({ decision: "d", state: states });

  test.each<unknown>([
    equal("go"),
    among(["go"]),
    among(["go", "care"]),
    state("go", "@undetermined", "@safety-unknown"),
  ])("%j is well typed", (leaf) => {
    expect(told(leaf)).toEqual([]);
  });

  test.each<[unknown, readonly ReturnType<typeof finding>[]]>([
    [equal("go", "nobody"), [finding("undeclared-decision", { decision: "nobody" })]],
    [equal("tell", "m"), [finding("decision-not-one", { decision: "m" })]],
    [equal("tell"), [finding("undeclared-outcome", { ...about, outcome: "tell" })]],
    [
      among(["go", "x", "y"]),
      [
        finding("undeclared-outcome", { ...about, outcome: "x" }),
        finding("undeclared-outcome", { ...about, outcome: "y" }),
      ],
    ],
    [state("@undetermined", "tell"), [finding("undeclared-outcome", { ...about, outcome: "tell" })]],
    [equal(["go"]), [finding("literal-list", about)]],
    [among("go"), [finding("literal-list", about)]],
    [among(["go", "care", "go"]), [finding("literal-repeated", about)]],
    [state("@undetermined", "@undetermined"), [finding("literal-repeated", about)]],
  ])("%j is not", (leaf, expected) => {
    expect(told(leaf)).toEqual(expected);
  });

  test.each<[string, unknown, Place, readonly string[]]>([
    [
      "in a named condition",
      equal("go"),
      { decisionsBefore: "none", twoValued: true },
      ["decision-not-here"],
    ],
    // What the decision says is judged there too.
    [
      "in a named condition",
      equal("x"),
      { decisionsBefore: "none", twoValued: true },
      ["decision-not-here", "undeclared-outcome"],
    ],
    [
      "of one that is not",
      equal("go", "nobody"),
      { decisionsBefore: "none", twoValued: true },
      ["decision-not-here"],
    ],
    ["before the decision", equal("go"), { decisionsBefore: 0, twoValued: false }, ["decision-not-earlier"]],
    ["after it", equal("go"), { decisionsBefore: 1, twoValued: false }, []],
    ["of a later one", equal("go", "e"), { decisionsBefore: 2, twoValued: true }, ["decision-not-earlier"]],
    ["of the last", equal("go", "e"), { decisionsBefore: 3, twoValued: true }, []],
    ["in a property", equal("go", "e"), { decisionsBefore: "all", twoValued: true }, []],
    ["of its state", state("go"), { decisionsBefore: 1, twoValued: false }, ["state-test-not-here"]],
    ["of its state", state("go"), { decisionsBefore: 1, twoValued: true }, []],
    [
      "of its state too early",
      state("go"),
      { decisionsBefore: 0, twoValued: false },
      ["decision-not-earlier"],
    ],
  ])("D6 %s: %j in %j", (_, leaf, place, codes) => {
    expect(told(leaf, place).map(({ code }) => code)).toEqual(codes);
  });
});

test("D6 a named condition that reaches isUnknown stands only where isUnknown may", () => {
  const conditions = {
    open: { not: { condition: "deep" } },
    deep: { any: [{ always: true }, { fact: "age", operator: "isUnknown" }] },
    known: { fact: "age", operator: "isKnown" },
  };
  const refused = [finding("unknown-test-not-here", { condition: "open" })];
  expect(told({ condition: "open" }, inOne, conditions)).toEqual(refused);
  expect(told({ condition: "open" }, anywhere, conditions)).toEqual([]);
  expect(told({ condition: "known" }, inOne, conditions)).toEqual([]);
  expect(told({ condition: "nobody" }, inOne, conditions)).toEqual([
    finding("undeclared-condition", { condition: "nobody" }),
  ]);
});

test("D5 at least counts no more than there are", () => {
  const atLeast = (count: number) => ({ atLeast: { count, of: [{ always: true }, { always: true }] } });
  expect(told(atLeast(1))).toEqual([]);
  expect(told(atLeast(2))).toEqual([]);
  expect(told({ not: atLeast(3) })).toEqual([finding("at-least-too-many", { count: 3, of: 2 }, "not")]);
});

test("D7 what a hole already says is judged", () => {
  const hole = (parts: Named) => told({ hole: parts });
  expect(hole({})).toEqual([]);
  expect(hole({ operator: "contains" })).toEqual([]);
  expect(hole({ fact: "age" })).toEqual([]);
  expect(hole({ fact: "age", operator: "lessThan" })).toEqual([]);
  expect(hole({ fact: "nobody", operator: "contains" })).toEqual([
    finding("undeclared-fact", { fact: "nobody" }),
  ]);
  expect(hole({ fact: "age", operator: "contains" })).toEqual([
    finding("operator-type", { fact: "age", operator: "contains", type: "integer" }),
  ]);
});

test("what a condition reaches is found through named conditions, and a circle ends", () => {
  const names = namesOf(
    withConditions({ a: { not: { condition: "b" } }, b: { all: [{ condition: "a" }, { always: true }] } }),
  );
  const isAlways = (node: DraftCondition) => "always" in node;
  expect(reaches({ condition: "a" }, names, isAlways)).toBe(true);
  expect(reaches({ condition: "b" }, names, (node) => "fact" in node)).toBe(false);
  expect(reaches({ condition: "nobody" }, names, isAlways)).toBe(false);
  expect(reaches({ always: true }, names, isAlways)).toBe(true);
  // Each is entered once, however often it is named.
  let met = 0;
  reaches({ any: [{ condition: "a" }, { condition: "a" }] }, names, (node) => {
    met += "always" in node ? 1 : 0;
    return false;
  });
  expect(met).toBe(1);
});

describe("named conditions that name one another", () => {
  const circles = (conditions: Readonly<Record<string, unknown>>, criteria: readonly Named[] = []) => {
    const doc = withConditions(conditions, criteria);
    return checkCircles(doc, namesOf(doc)).map(({ code, at, params }) => ({ code, at, params }));
  };
  const circular = (i: number, id: string) => ({
    code: "circular-conditions",
    at: ["conditions", i, "when"],
    params: { condition: id },
  });
  const tooFar = (list: string, i: number) => ({
    code: "expands-too-far",
    at: [list, i, "when"],
    params: { limit: 10_000 },
  });

  test("D4 must not come back to themselves; one that only leads into a circle is not in it", () => {
    expect(
      circles({
        into: { condition: "a" },
        a: { not: { condition: "b" } },
        b: { any: [{ always: true }, { condition: "a" }] },
        self: { condition: "self" },
        fine: { always: true },
      }),
    ).toEqual([circular(1, "a"), circular(2, "b"), circular(3, "self")]);
  });

  // A condition of `size` leaves in a group: one node more.
  const group = (leaves: number) => ({ all: Array.from({ length: leaves }, () => ({ always: true })) });

  test("D9 a condition may be written out to ten thousand nodes, and no further", () => {
    expect(expandedNodes).toBe(10_000);
    expect(circles({ wide: group(9_999) })).toEqual([]);
    expect(circles({ wide: group(10_000) })).toEqual([tooFar("conditions", 0)]);
  });

  test("D9 a name counts for itself and for all that it stands for, each time it is used", () => {
    // 5,000 nodes in `half`; a name for it is one more.
    const half = { half: group(4_999) };
    expect(circles({ ...half, twice: { condition: "half" } })).toEqual([]);
    const k = (when: DraftCondition) => criterion("K", when as never, "go");
    const named = { condition: "half" };
    expect(circles(half, [k({ not: named })])).toEqual([]);
    expect(circles(half, [k(named), k({ any: [named, named] })])).toEqual([tooFar("criteria", 1)]);
    expect(circles({ ...half, both: { any: [named, named] }, above: { condition: "both" } })).toEqual([
      tooFar("conditions", 1),
      tooFar("conditions", 2),
    ]);
    // 1 + 5,001 + 4,998 nodes are just enough.
    const rest = Array.from({ length: 4_998 }, (): DraftCondition => ({ always: true }));
    expect(circles(half, [k({ all: [named, ...rest] })])).toEqual([]);
    expect(circles(half, [k({ all: [named, ...rest, { always: true }] })])).toEqual([tooFar("criteria", 0)]);
    expect(circles({ one: { condition: "nobody" } })).toEqual([]);
  });

  test("D7 a criterion without a condition is not written out", () => {
    expect(circles({}, [{ ...criterion("K", { always: true }, "go"), when: undefined }])).toEqual([]);
  });
});
