import { describe, expect, test } from "vitest";
import { criterion, document, fact, many, members, one, refusals, tiny } from "../../test/tiny.ts";
import {
  canonicalJson,
  documentLimits,
  overLimits,
  parseDraftRuleSet,
  parseProfiles,
  parseRuleSet,
  runnable,
} from "./index.ts";
import type { Condition } from "./condition.ts";

const withCriterion = (when: unknown, decision = "d") => ({
  ...document,
  criteria: [criterion("K", when as Condition, decision === "d" ? "go" : "tell", decision)],
});
const withFacts = (...facts: unknown[]) => ({ ...document, facts: [...document.facts, ...facts] });

describe("documents", () => {
  test("D1 an unknown key is refused with its place, at every level", () => {
    const parsed = parseRuleSet({
      ...document,
      criteria: [{ ...criterion("K", { always: true }, "go"), prioriti: 3 }],
    });
    expect(parsed).toMatchObject({
      ok: false,
      diagnostics: [{ code: "unknown-key", at: ["criteria", 0], params: { key: "prioriti" } }],
    });
    expect(refusals({ ...document, extra: 1 })).toEqual(["unknown-key"]);
    expect(
      refusals(withCriterion({ all: [{ fact: "age", operator: "equal", value: 3, path: "$.x" }] })),
    ).toEqual(["unknown-key"]);
    expect(parseProfiles([{ id: "P", surprise: 1 }]).ok).toBe(false);
  });

  test("D2 ids have one form, and reserved names are never ids", () => {
    for (const id of ["__proto__", "constructor", "prototype", "Age", "a-b", "1a", "", "a".repeat(65)]) {
      expect(refusals(withFacts(fact(id, "boolean")))).not.toEqual([]);
    }
    expect(refusals(withFacts(fact("a".repeat(64), "boolean")))).toEqual([]);
    expect(refusals({ ...document, criteria: [criterion("constructor", { always: true }, "go")] })).toEqual([
      "reserved-id",
    ]);
    expect(refusals({ ...document, criteria: [criterion("A-D4_b", { always: true }, "go")] })).toEqual([]);
  });

  test.each<[unknown, string]>([
    [{ fact: "danger", operator: "notEqual", value: true }, "operator-type"],
    [{ fact: "kind", operator: "lessThan", value: "a" }, "operator-type"],
    [{ fact: "traits", operator: "in", value: ["a"] }, "operator-type"],
    [{ fact: "age", operator: "contains", value: 3 }, "operator-type"],
    [{ fact: "age", operator: "equal", value: "15" }, "literal-type"],
    [{ fact: "age", operator: "equal", value: 15.5 }, "literal-type"],
    [{ fact: "score", operator: "lessThan", value: 28 }, "literal-type"],
    [{ fact: "dose", operator: "lessThan", value: 1.25 }, "literal-type"],
    [{ fact: "since", operator: "equal", value: "2026-02-30" }, "literal-type"],
    [{ fact: "kind", operator: "equal", value: "z" }, "literal-type"],
    [{ fact: "kind", operator: "in", value: ["a", "z"] }, "literal-type"],
    [{ fact: "kind", operator: "in", value: "a" }, "literal-list"],
    [{ fact: "age", operator: "isKnown", value: 3 }, "literal-not-allowed"],
    [{ fact: "age", operator: "equal" }, "literal-required"],
    [{ fact: "kind", operator: "equal", value: { parameter: "limit" } }, "literal-type"],
  ])("D3 an operator or literal that does not fit does not parse: %j", (when, code) => {
    expect(refusals(withCriterion(when))).toEqual([code]);
  });

  test("D4 undeclared names and circles do not parse", () => {
    expect(refusals(withCriterion({ fact: "nobody", operator: "isKnown" }))).toEqual(["undeclared-fact"]);
    expect(refusals(withCriterion({ condition: "nobody" }))).toEqual(["undeclared-condition"]);
    expect(
      refusals(withCriterion({ fact: "age", operator: "equal", value: { parameter: "nobody" } })),
    ).toEqual(["undeclared-parameter"]);
    expect(refusals({ ...document, criteria: [criterion("K", { always: true }, "nobody")] })).toEqual([
      "undeclared-outcome",
    ]);
    expect(refusals({ ...document, criteria: [criterion("K", { always: true }, "go", "nobody")] })).toEqual([
      "undeclared-decision",
    ]);
    expect(
      refusals({ ...document, facts: [fact("age", "integer", { sources: ["S9"] })], criteria: [] }),
    ).toEqual(["undeclared-statement"]);
    const named = (id: string, when: unknown) => ({ id, label: { fr: "x", en: "x" }, when });
    const circle = [named("x", { not: { condition: "y" } }), named("y", { all: [{ condition: "x" }] })];
    expect(refusals({ ...document, conditions: circle })).toEqual([
      "circular-conditions",
      "circular-conditions",
    ]);
  });

  test("D5 empty groups and repeated values do not parse", () => {
    expect(refusals(withCriterion({ all: [] }))).not.toEqual([]);
    expect(refusals(withCriterion({ any: [] }))).not.toEqual([]);
    expect(refusals(withCriterion({ fact: "kind", operator: "in", value: [] }))).toEqual(["literal-list"]);
    expect(refusals(withCriterion({ fact: "kind", operator: "in", value: ["a", "a"] }))).toEqual([
      "literal-repeated",
    ]);
    expect(refusals(withCriterion({ atLeast: { count: 2, of: [{ always: true }] } }))).toEqual([
      "at-least-too-many",
    ]);
    expect(refusals(withCriterion({ all: [{ always: true }], any: [{ always: true }] }))).not.toEqual([]);
  });

  test("D6 two-valued leaves and decision leaves stand only where they may", () => {
    expect(refusals(withCriterion({ fact: "age", operator: "isUnknown" }))).toEqual([
      "unknown-test-not-here",
    ]);
    expect(refusals(withCriterion({ fact: "age", operator: "isUnknown" }, "m"))).toEqual([]);
    expect(refusals(withCriterion({ decision: "d", state: ["@undetermined"] }, "m"))).toEqual([]);
    expect(refusals(withCriterion({ decision: "d", operator: "equal", value: "go" }))).toEqual([
      "decision-not-earlier",
    ]);
    expect(refusals(withCriterion({ decision: "m", operator: "equal", value: "tell" }, "m"))).toEqual([
      "decision-not-one",
    ]);
    const second = { ...one, id: "e" };
    const later = {
      ...document,
      decisions: [one, many, second],
      criteria: [criterion("K", { decision: "d", state: ["go"] }, "go", "e")],
    };
    expect(refusals(later)).toEqual(["state-test-not-here"]);
    const named = [
      { id: "x", label: { fr: "x", en: "x" }, when: { decision: "d", operator: "equal", value: "go" } },
    ];
    expect(refusals({ ...document, conditions: named })).toEqual(["decision-not-here"]);
    const unknown = [{ id: "x", label: { fr: "x", en: "x" }, when: { fact: "age", operator: "isUnknown" } }];
    expect(refusals({ ...withCriterion({ condition: "x" }), conditions: unknown })).toEqual([
      "unknown-test-not-here",
    ]);
    expect(refusals({ ...withCriterion({ condition: "x" }, "m"), conditions: unknown })).toEqual([]);
  });

  test("D7 a draft may have gaps, never a wrong type; holed criteria are disabled when it is simulated", () => {
    const hole = { all: [{ fact: "age", operator: "isKnown" }, { hole: { fact: "age" } }] };
    const draft = parseDraftRuleSet({
      ...document,
      title: { fr: "", en: "" },
      criteria: [
        criterion("K", hole as unknown as Condition, "go"),
        { ...criterion("L", { always: true }, "go"), when: undefined },
      ],
    });
    expect(draft.ok).toBe(true);
    if (draft.ok) expect(runnable(draft.value).criteria.map((c) => c.enabled)).toEqual([false, false]);
    expect(parseDraftRuleSet(withCriterion({ hole: { fact: "nobody" } })).ok).toBe(false);
    expect(parseDraftRuleSet(withCriterion({ hole: { fact: "age", operator: "contains" } })).ok).toBe(false);
    expect(parseDraftRuleSet(withCriterion({ fact: "age", operator: "equal", value: "15" })).ok).toBe(false);
    expect(refusals(withCriterion({ hole: {} }))).not.toEqual([]);
    expect(refusals({ ...document, title: { fr: "", en: "x" } })).toEqual(["empty-text"]);
  });

  test("D8 canonical JSON does not depend on the order of keys", () => {
    expect(canonicalJson({ b: [1, { d: "é", c: null }], a: 1e21 })).toBe(
      '{"a":1e+21,"b":[1,{"c":null,"d":"é"}]}',
    );
    expect(canonicalJson({ a: undefined, b: -0 })).toBe('{"b":0}');
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
    expect(() => canonicalJson("\ud800")).toThrow(TypeError);
  });

  test("D9 limits are found without recursion, whatever the depth", () => {
    let deep: unknown = { always: true };
    for (let i = 0; i < 100_000; i += 1) deep = { not: deep };
    expect(overLimits({ criteria: [{ when: deep }] }, documentLimits).map((d) => d.code)).toContain(
      "too-deep",
    );
    expect(overLimits({ title: "é".repeat(2049) }, documentLimits).map((d) => d.code)).toEqual([
      "string-too-long",
    ]);
    expect(overLimits({ title: "é".repeat(2048) }, documentLimits)).toEqual([]);
    expect(
      overLimits({ criteria: Array.from({ length: 501 }, () => 0) }, documentLimits).map((d) => d.code),
    ).toEqual(["too-many-criteria"]);
    const wide = { criteria: [{ when: { any: Array.from({ length: 2001 }, () => ({ always: true })) } }] };
    expect(overLimits(wide, documentLimits).map((d) => d.code)).toEqual(["too-many-conditions"]);
  });

  test("D9 named conditions that double at every level are refused at once", () => {
    const label = { fr: "x", en: "x" };
    const doubling = Array.from({ length: 60 }, (_, i) => ({
      id: `c${i}`,
      label,
      when:
        i === 0
          ? { fact: "age", operator: "isKnown" }
          : { any: [{ condition: `c${i - 1}` }, { condition: `c${i - 1}` }] },
    }));
    expect(new Set(refusals({ ...document, conditions: doubling }))).toEqual(new Set(["expands-too-far"]));
    expect(refusals({ ...document, conditions: doubling.slice(0, 10) })).toEqual([]);
  });

  test("texts that hide or reorder characters are refused, and so are texts that are not normalised", () => {
    const titled = (fr: string) => refusals({ ...document, title: { fr, en: "x" } });
    expect(titled("a\u202eb")).toEqual(["hidden-character"]);
    expect(titled("a\u200bb")).toEqual(["hidden-character"]);
    expect(titled("e\u0301")).toEqual(["not-normalised"]);
    expect(titled("Élève : « oui »")).toEqual([]);
  });

  test("a fact's parts fit its type", () => {
    expect(refusals(withFacts(fact("x", "enum")))).toEqual(["values-required"]);
    expect(refusals(withFacts(fact("x", "boolean", { values: members })))).toEqual(["values-not-allowed"]);
    expect(refusals(withFacts(fact("x", "decimal")))).toEqual(["scale-required"]);
    expect(refusals(withFacts(fact("x", "enum", { values: members, range: { min: 0, max: 1 } })))).toEqual([
      "range-not-allowed",
    ]);
    expect(refusals(withFacts(fact("x", "boolean", { whenUnknown: { assume: "non" } })))).toEqual([
      "assumption-type",
    ]);
    expect(refusals(withFacts(fact("x", "integer", { derive: { sum: ["age", "danger"] } })))).toEqual([
      "derived-part-type",
    ]);
    expect(refusals({ ...document, decisions: [{ ...one, otherwise: undefined }, many] })).toEqual([
      "otherwise-required",
    ]);
    expect(tiny().facts).toHaveLength(8);
  });
});
