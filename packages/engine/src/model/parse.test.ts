// What a document of the wrong shape is told: what, where and with which words to be made.
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { criterion, document, one } from "../../test/tiny.ts";
import { parseDraftRuleSet, parseProfiles, parseRuleSet, parseShape, type Parsed } from "./parse.ts";

const told = (parsed: Parsed<unknown>) => (parsed.ok ? [] : parsed.diagnostics);
const error = (code: string, at: readonly (string | number)[], params = {}) => ({
  code,
  severity: "error",
  at,
  params,
});
const withCondition = (when: unknown) => ({
  ...document,
  criteria: [{ ...criterion("K", { always: true }, "go"), when }],
});
const when = ["criteria", 0, "when"];

test.each<[string, unknown, readonly unknown[]]>([
  [
    "an unknown key, one finding each",
    { ...document, a: 1, b: 2 },
    [error("unknown-key", [], { key: "a" }), error("unknown-key", [], { key: "b" })],
  ],
  [
    "a key that is missing",
    { ...document, program: undefined },
    [error("missing-key", ["program"], { expected: "string" })],
  ],
  [
    "null, which is there",
    { ...document, program: null },
    [error("wrong-type", ["program"], { expected: "string" })],
  ],
  ["another type", { ...document, facts: {} }, [error("wrong-type", ["facts"], { expected: "array" })]],
  ["no object at all", 3, [error("wrong-type", [], { expected: "object" })]],
  ["nothing", undefined, [error("missing-key", [], { expected: "object" })]],
  ["an id of another form", { ...document, program: "1" }, [error("malformed-id", ["program"])]],
  ["a reserved id", { ...document, program: "prototype" }, [error("reserved-id", ["program"])]],
  [
    "a text that is empty",
    { ...document, title: { fr: " ", en: "x" } },
    [error("empty-text", ["title", "fr"])],
  ],
  ["no time zone", { ...document, timeZone: "+5" }, [error("not-a-time-zone", ["timeZone"])]],
  [
    "a web address that is none",
    { ...document, sources: [{ id: "s", title: { fr: "x", en: "x" }, url: "x", statements: [] }] },
    [error("wrong-shape", ["sources", 0, "url"])],
  ],
  [
    "too few",
    { ...document, decisions: [{ ...one, outcomes: [] }] },
    [error("too-small", ["decisions", 0, "outcomes"], { minimum: 1 })],
  ],
  [
    "too many",
    withCondition({ atLeast: { count: 1, of: Array.from({ length: 11 }, () => ({ always: true })) } }),
    [error("too-big", [...when, "atLeast", "of"], { maximum: 10 })],
  ],
  [
    "none of a few",
    { ...document, decisions: [{ ...one, kind: "two" }] },
    [error("not-one-of", ["decisions", 0, "kind"], { values: ["one", "many"] })],
  ],
  [
    "another version",
    { ...document, schemaVersion: 0 },
    [error("not-one-of", ["schemaVersion"], { values: ["1"] })],
  ],
  [
    "a later version, whatever else is in it",
    { ...document, schemaVersion: 2, facts: {}, more: 1 },
    [error("newer-schema", ["schemaVersion"], { got: 2, supported: 1 })],
  ],
])("D1 %s", (_, json, findings) => {
  expect(told(parseRuleSet(json))).toEqual(findings);
});

describe("of the shapes that a condition may have, the author is told about the nearest", () => {
  test.each<[string, unknown, readonly unknown[]]>([
    ["a group that is empty", { all: [] }, [error("too-small", [...when, "all"], { minimum: 1 })]],
    [
      "an operator that there is not",
      { fact: "age", operator: "equals", value: 3 },
      [expect.objectContaining({ code: "not-one-of", at: [...when, "operator"] })],
    ],
    [
      "an unknown key in a leaf",
      { fact: "age", operator: "isKnown", path: "$" },
      [error("unknown-key", when, { key: "path" })],
    ],
    [
      "far below",
      { all: [{ any: [{ not: { fact: "Age", operator: "isKnown" } }] }] },
      [error("malformed-id", [...when, "all", 0, "any", 0, "not", "fact"])],
    ],
    [
      "an object that may be two things",
      { fact: "age", operator: "equal", value: { parameter: "Limit" } },
      [error("malformed-id", [...when, "value", "parameter"])],
    ],
  ])("%s", (_, condition, findings) => {
    expect(told(parseRuleSet(withCondition(condition)))).toEqual(findings);
  });

  test("of two that are as near, the first", () => {
    const schema = z.union([
      z.strictObject({ a: z.string().max(1) }),
      z.strictObject({ a: z.string().min(3) }),
    ]);
    expect(told(parseShape(schema, { a: "ab" }))).toEqual([error("too-big", ["a"], { maximum: 1 })]);
  });

  test("one with a fault far below is nearer than one without the key", () => {
    const schema = z.union([
      z.strictObject({ b: z.string() }),
      z.strictObject({ a: z.strictObject({ c: z.string(), d: z.string(), e: z.string() }) }),
    ]);
    expect(told(parseShape(schema, { a: {} })).map(({ code, at }) => [code, at])).toEqual([
      ["missing-key", ["a", "c"]],
      ["missing-key", ["a", "d"]],
      ["missing-key", ["a", "e"]],
    ]);
  });

  test("what is missing, unknown or of another type at the top is far away, whatever there is below", () => {
    const places = (schema: z.ZodType, json: unknown) => told(parseShape(schema, json)).map(({ at }) => at);
    const below = z.strictObject({ c: z.string(), d: z.string() });
    const two = [
      ["a", "c"],
      ["a", "d"],
    ];
    const missing = z.union([
      z.strictObject({ a: z.unknown(), b: z.string() }),
      z.strictObject({ a: below }),
    ]);
    expect(places(missing, { a: {} })).toEqual(two);
    const small = z.number().min(3);
    const surplus = z.union([
      z.strictObject({ a: z.unknown() }),
      z.strictObject({ a: z.strictObject({ c: small, d: small }), x: z.unknown() }),
    ]);
    expect(places(surplus, { a: { c: 1, d: 1 }, x: 1 })).toEqual(two);
    const other = z.union([z.strictObject({ a: z.string() }), z.strictObject({ a: below })]);
    expect(places(other, { a: {} })).toEqual(two);
  });

  test("a value that is only too small there is near", () => {
    const small = z.number().min(3);
    const schema = z.union([
      z.strictObject({ a: small, b: small, c: z.unknown() }),
      z.strictObject({ a: z.unknown(), b: z.unknown(), c: z.array(small) }),
    ]);
    expect(told(parseShape(schema, { a: 1, b: 1, c: [1, 1, 1] })).map(({ at }) => at)).toEqual([
      ["a"],
      ["b"],
    ]);
  });

  test("one of another type counts as far away as one without its keys", () => {
    const schema = z.union([z.string(), z.strictObject({ a: z.number().min(3), b: z.number().min(3) })]);
    expect(told(parseShape(schema, { a: 1, b: 2 })).map(({ code, at }) => [code, at])).toEqual([
      ["too-small", ["a"]],
      ["too-small", ["b"]],
    ]);
  });
});

test("an issue that has no words of its own is a wrong shape", () => {
  const refined = (message: string) => z.string().refine(() => false, { message });
  expect(told(parseShape(refined("some-code"), "x"))).toEqual([error("some-code", [])]);
  for (const message of ["Invalid input", "one", "-x-y", "x-y-", "X-y", "x-y z", "a--b"])
    expect(told(parseShape(refined(message), "x"))).toEqual([error("wrong-shape", [])]);
  expect(told(parseShape(z.number().multipleOf(2), 3))).toEqual([error("wrong-shape", [])]);
  expect(told(parseShape(z.string().regex(/a/, { message: "not-an-a" }), "b"))).toEqual([
    error("not-an-a", []),
  ]);
  expect(told(parseShape(z.union([]), 1))).toEqual([error("wrong-shape", [])]);
});

test("what has the shape comes out as it went in", () => {
  expect(parseShape(z.strictObject({ a: z.number() }), { a: 1 })).toEqual({ ok: true, value: { a: 1 } });
  expect(parseRuleSet(document)).toEqual({ ok: true, value: document });
  expect(parseDraftRuleSet(document)).toEqual({ ok: true, value: document });
});

test("D7 a draft is typed as a rule set is, and a rule set is never a draft", () => {
  const holed = withCondition({ hole: {} });
  expect(parseDraftRuleSet(holed).ok).toBe(true);
  expect(parseRuleSet(holed).ok).toBe(false);
  const undeclared = withCondition({ fact: "nobody", operator: "isKnown" });
  expect(told(parseDraftRuleSet(undeclared)).map((d) => d.code)).toEqual(["undeclared-fact"]);
});

describe("profiles", () => {
  const profile = (id: string, rest: Readonly<Record<string, unknown>> = {}) => ({
    id,
    title: { fr: "x", en: "x" },
    tags: [],
    facts: {},
    provenance: "blind",
    expected: { decisions: {} },
    ...rest,
  });

  test("come out as they went in", () => {
    const all = [profile("P1"), profile("P2")];
    expect(parseProfiles(all)).toEqual({ ok: true, value: all });
    expect(parseProfiles([])).toEqual({ ok: true, value: [] });
  });

  test("have ids that differ", () => {
    expect(told(parseProfiles([profile("P1"), profile("P2"), profile("P1"), profile("P1")]))).toEqual([
      error("duplicate-id", [2, "id"], { id: "P1" }),
      error("duplicate-id", [3, "id"], { id: "P1" }),
    ]);
  });

  test("say when they are evaluated if a value of theirs is dated", () => {
    const facts = { sex: "f", a: null, b: 3, age: { value: 3, observedOn: "2026-03-01" } };
    expect(told(parseProfiles([profile("P1"), profile("P2", { facts })]))).toEqual([
      error("evaluated-on-required", [1, "evaluatedOn"], { profile: "P2" }),
    ]);
    expect(parseProfiles([profile("P2", { facts, evaluatedOn: "2026-03-02" })]).ok).toBe(true);
    expect(parseProfiles([profile("P2", { facts: { traits: { value: [], of: ["a"] }, a: null } })]).ok).toBe(
      true,
    );
  });

  test("are of their shape", () => {
    expect(told(parseProfiles([profile("P1", { surprise: 1 })]))).toEqual([
      error("unknown-key", [0], { key: "surprise" }),
    ]);
    expect(told(parseProfiles({}))).toEqual([error("wrong-type", [], { expected: "array" })]);
  });
});
