import { describe, expect, test } from "vitest";
import { programs } from "../../test/reference-programs.ts";
import { criterion, document, fact } from "../../test/tiny.ts";
import { parseDraftRuleSet, type Condition, type DraftRuleSet } from "../model/index.ts";
import { check } from "./index.ts";

type Json = Readonly<Record<string, unknown>>;

const text = (name: string) => ({ fr: `${name} (fr)`, en: `${name} (en)` });
const values = ["a", "b", "c"].map((id) => ({ id, label: text(id) }));
const outcome = (id: string, tone: string) => ({ id, label: text(id), message: text(id), tone, override: true });
const state = { label: text("state"), message: text("state") };

/** A document without any finding, that has one of everything. */
const sound = {
  ...document,
  sources: [
    { id: "doc", title: text("doc"), statements: [{ id: "S1", locator: "l. 1", text: text("S1"), modelled: true }] },
  ],
  parameters: [{ id: "limit", label: text("limit"), value: 10, rationale: text("limit"), sources: ["S1"] }],
  facts: [
    fact("danger", "boolean", { label: text("danger"), safety: true, validFor: "P0D" }),
    fact("score", "integer", { label: text("score"), range: { min: 0, max: 27 }, whenUnknown: "ignore" }),
    fact("kind", "enum", { label: text("kind"), values }),
    fact("traits", "set", { label: text("traits"), values }),
    fact("since", "date", { label: text("since") }),
  ],
  conditions: [{ id: "high", label: text("high"), when: { fact: "score", operator: "greaterThanInclusive", value: { parameter: "limit" } } }],
  decisions: [
    {
      id: "d",
      title: text("d"),
      kind: "one",
      outcomes: [outcome("stop", "stop"), outcome("care", "caution"), outcome("rest", "neutral")],
      otherwise: "rest",
      states: { "@undetermined": state, "@safety-unknown": state },
    },
    { id: "m", title: text("m"), kind: "many", outcomes: [outcome("tell", "neutral")] },
  ],
  criteria: [
    criterion("K1", { fact: "danger", operator: "equal", value: true }, "stop"),
    criterion("K2", { condition: "high" }, "care"),
    criterion(
      "K3",
      {
        any: [
          { fact: "kind", operator: "equal", value: "a" },
          { fact: "traits", operator: "contains", value: "a" },
          { fact: "since", operator: "lessThan", value: "2026-01-01" },
        ],
      },
      "tell",
      "m",
    ),
  ] as readonly Json[],
  properties: [] as readonly Json[],
};

type Doc = typeof sound;

/** Parsed as a draft, so that holes and empty texts may stand in it. */
function draft(doc: unknown): DraftRuleSet {
  const parsed = parseDraftRuleSet(doc);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.value;
}

const found = (doc: unknown) => check(draft(doc)).map((d) => `${d.severity} ${d.code} ${d.at.join(".")}`);
const adding = (...criteria: readonly Json[]): Doc => ({ ...sound, criteria: [...sound.criteria, ...criteria] });
const withFact = (id: string, change: Json): Doc => ({
  ...sound,
  facts: sound.facts.map((f) => (f["id"] === id ? { ...f, ...change } : f)),
});
const property = (when: unknown): Doc => ({
  ...sound,
  properties: [
    { id: "P", statement: text("P"), claim: { kind: "implies", given: when, decision: "d", states: ["stop"] } },
  ],
});
const leaf = (name: string, operator: string, value?: unknown): Condition =>
  ({ fact: name, operator, ...(value === undefined ? {} : { value }) }) as Condition;
const high = leaf("score", "greaterThanInclusive", 20);

/** For each law: what breaks it, with the findings to the letter, and what comes close without breaking it. */
const laws: Readonly<Record<string, { broken: readonly [Doc | Json, ...string[]][]; sound: readonly (Doc | Json)[] }>> = {
  "text-missing": {
    broken: [
      [{ ...sound, title: { fr: "", en: "title" } }, "error text-missing title.fr"],
      [
        { ...sound, criteria: sound.criteria.map((c, i) => (i === 1 ? { ...c, title: { fr: " ", en: "" } } : c)) },
        "error text-missing criteria.1.title.fr",
        "error text-missing criteria.1.title.en",
      ],
      [withFact("kind", { values: [{ ...values[0], label: { fr: "a", en: "" } }, values[1]] }), "error text-missing facts.2.values.0.label.en"],
    ],
    sound: [{ ...sound, title: { fr: "t", en: "t" } }],
  },
  hole: {
    broken: [
      [adding({ ...criterion("H", { always: true }, "tell", "m"), when: undefined }), "error condition-missing criteria.3"],
      [
        adding(criterion("H", { any: [high, { hole: { fact: "score" } }] } as unknown as Condition, "tell", "m")),
        "error condition-hole criteria.3.when.any.1",
      ],
    ],
    sound: [adding(criterion("H", { always: true }, "tell", "m"))],
  },
  "source-missing": {
    broken: [
      [adding({ ...criterion("N", high, "tell", "m"), origin: "source" }), "error source-missing criteria.3.sources"],
      [adding({ ...criterion("N", high, "tell", "m"), origin: "inference" }), "warning source-missing criteria.3.sources"],
    ],
    sound: [adding({ ...criterion("N", high, "tell", "m"), origin: "source", sources: ["S1"] }), adding(criterion("N", high, "tell", "m"))],
  },
  "safety-fact": {
    broken: [
      [withFact("danger", { whenUnknown: "ignore" }), "error safety-not-block facts.0.whenUnknown"],
      [withFact("danger", { whenUnknown: { assume: false } }), "error safety-not-block facts.0.whenUnknown"],
      [withFact("danger", { validFor: undefined }), "error safety-without-freshness facts.0"],
    ],
    sound: [withFact("danger", { safety: false, validFor: undefined })],
  },
  "retired-value": {
    broken: [
      [withFact("kind", { values: [{ ...values[0], retired: true }, values[1]] }), "error retired-value-read criteria.2.when.any.0.value"],
      [
        { ...withFact("kind", { values: [values[0], { ...values[1], retired: true }, values[2]] }), criteria: adding(criterion("R", leaf("kind", "in", ["b", "a"]), "stop")).criteria },
        "error retired-value-read criteria.3.when.value",
      ],
    ],
    sound: [withFact("kind", { values: [values[0], { ...values[1], retired: true }] })],
  },
  "derived-range": {
    broken: [
      [
        { ...sound, facts: [...sound.facts, fact("sum", "integer", { label: text("sum"), range: { min: 0, max: 20 }, derive: { sum: ["score", "other"] } }), fact("other", "integer", { label: text("other"), range: { min: 0, max: 3 } })], criteria: adding(criterion("T", leaf("sum", "greaterThan", 8), "tell", "m")).criteria },
        "warning derived-range facts.5.range",
      ],
    ],
    sound: [
      { ...sound, facts: [...sound.facts, fact("sum", "integer", { label: text("sum"), range: { min: 0, max: 30 }, derive: { sum: ["score", "other"] } }), fact("other", "integer", { label: text("other"), range: { min: 0, max: 3 } })], criteria: adding(criterion("T", leaf("sum", "greaterThan", 8), "tell", "m")).criteria },
    ],
  },
  "ignore-negative": {
    broken: [
      [adding(criterion("G", leaf("score", "notEqual", 3), "tell", "m")), "error ignore-negative criteria.3.when"],
      [adding(criterion("G", { all: [leaf("kind", "equal", "b"), { not: high }] }, "tell", "m")), "error ignore-negative criteria.3.when.all.1.not"],
      [adding(criterion("G", { not: { condition: "high" } }, "tell", "m")), "error ignore-negative criteria.3.when.not"],
      [adding(criterion("G", { not: { atLeast: { count: 1, of: [high, leaf("kind", "equal", "b")] } } }, "tell", "m")), "error ignore-negative criteria.3.when.not.atLeast.of.0"],
    ],
    sound: [
      adding(criterion("G", { not: { not: high } }, "tell", "m")),
      adding(criterion("G", { not: leaf("score", "notEqual", 3) }, "tell", "m")),
      adding(criterion("G", { not: leaf("kind", "equal", "b") }, "tell", "m")),
      adding(criterion("G", leaf("score", "lessThan", 3), "tell", "m")),
    ],
  },
  "comparison-constant": {
    broken: [
      [adding(criterion("C", leaf("score", "greaterThanInclusive", 0), "tell", "m")), "warning comparison-always criteria.3.when"],
      [adding(criterion("C", leaf("kind", "in", ["a", "b", "c"]), "tell", "m")), "warning comparison-always criteria.3.when"],
      [adding(criterion("C", leaf("score", "greaterThan", 27), "tell", "m")), "warning comparison-never criteria.3.when"],
    ],
    sound: [
      adding(criterion("C", leaf("score", "greaterThanInclusive", 1), "tell", "m")),
      adding(criterion("C", leaf("score", "isKnown"), "tell", "m")),
      adding(criterion("C", leaf("since", "greaterThan", "1900-01-01"), "tell", "m")),
    ],
  },
  "always-true": {
    broken: [
      [adding(criterion("A", { always: true }, "care")), "warning always-true criteria.3.when"],
      [adding(criterion("A", { any: [high, { not: { not: { always: true } } }] }, "care")), "warning always-true criteria.3.when"],
    ],
    sound: [adding(criterion("A", { always: true }, "tell", "m")), adding(criterion("A", { all: [{ always: true }, leaf("kind", "equal", "b")] }, "stop"))],
  },
  "never-true": {
    broken: [
      [adding(criterion("V", { all: [leaf("kind", "equal", "a"), leaf("kind", "equal", "b")] }, "stop")), "warning never-true criteria.3.when"],
      [adding(criterion("V", { all: [leaf("score", "lessThan", 5), { all: [high] }] }, "stop")), "warning never-true criteria.3.when"],
      [adding(criterion("V", { all: [leaf("traits", "isEmpty"), leaf("traits", "contains", "b")] }, "stop")), "warning never-true criteria.3.when"],
      [adding(criterion("V", { all: [leaf("traits", "isNotEmpty"), leaf("traits", "containsNone", ["a", "b", "c"])] }, "stop")), "warning never-true criteria.3.when"],
      [adding(criterion("V", { not: { always: true } }, "stop")), "warning never-true criteria.3.when"],
      [adding(criterion("V", { not: leaf("kind", "isKnown") }, "stop")), "warning never-true criteria.3.when"],
    ],
    sound: [
      adding(criterion("V", { all: [leaf("kind", "notEqual", "a"), leaf("kind", "notEqual", "b")] }, "stop")),
      adding(criterion("V", { all: [leaf("score", "lessThan", 21), high] }, "stop")),
      adding(criterion("V", { all: [leaf("traits", "contains", "a"), leaf("traits", "doesNotContain", "b")] }, "stop")),
    ],
  },
  "criterion-shadowed": {
    broken: [
      [adding(criterion("W", { all: [leaf("danger", "equal", true), high] }, "stop")), "warning criterion-shadowed criteria.3"],
      [adding(criterion("W", leaf("danger", "equal", true), "care")), "warning criterion-shadowed criteria.3"],
      [adding(criterion("W", high, "rest")), "warning criterion-shadowed criteria.3"],
      [adding(criterion("X", leaf("kind", "in", ["a", "b"]), "stop"), criterion("W", leaf("kind", "equal", "b"), "stop")), "warning criterion-shadowed criteria.4"],
      [adding(criterion("X", leaf("traits", "isNotEmpty"), "stop"), criterion("W", leaf("traits", "contains", "b"), "care")), "warning criterion-shadowed criteria.4"],
      [adding(criterion("W", { all: [leaf("kind", "equal", "a"), high] }, "tell", "m")), "warning criterion-shadowed criteria.3"],
    ],
    sound: [
      adding({ ...criterion("W", leaf("danger", "equal", true), "care"), shadowedOnPurpose: text("why") }),
      adding({ ...criterion("W", leaf("kind", "equal", "b"), "stop"), shadowedOnPurpose: text("why") }),
      adding(criterion("W", leaf("score", "greaterThanInclusive", 9), "rest")),
      adding(criterion("X", leaf("kind", "in", ["a", "b"]), "care"), criterion("W", leaf("kind", "equal", "b"), "stop")),
      adding({ ...criterion("X", leaf("kind", "in", ["a", "b"]), "stop"), enabled: false }, criterion("W", leaf("kind", "equal", "b"), "stop")),
    ],
  },
  "criterion-duplicate": {
    broken: [
      [adding(criterion("D", leaf("danger", "equal", true), "stop")), "warning criterion-duplicate criteria.3"],
      [adding(criterion("D", { not: leaf("danger", "equal", false) }, "stop")), "warning criterion-duplicate criteria.3"],
    ],
    sound: [adding(criterion("D", leaf("danger", "equal", false), "stop"))],
  },
  "outcome-never-concluded": {
    broken: [
      [{ ...sound, criteria: sound.criteria.map((c, i) => (i === 0 ? { ...c, enabled: false } : c)) }, "warning outcome-never-concluded decisions.0.outcomes.0"],
    ],
    sound: [sound],
  },
  "property-borrows": {
    broken: [
      [property({ all: [{ condition: "high" }] }), "warning property-uses-condition properties.0.claim.given.all.0"],
      [property({ fact: "score", operator: "equal", value: { parameter: "limit" } }), "warning property-uses-parameter properties.0.claim.given.value"],
    ],
    sound: [property({ fact: "score", operator: "equal", value: 10 })],
  },
  "label-repeated": {
    broken: [
      [withFact("score", { label: { fr: "kind (FR)", en: "score" } }), "warning label-repeated facts.2.label.fr"],
      [withFact("kind", { values: [values[0], { id: "b", label: values[0]?.label }] }), "warning label-repeated facts.2.values.1.label.fr", "warning label-repeated facts.2.values.1.label.en"],
    ],
    sound: [withFact("score", { label: values[0]?.label })],
  },
  unused: {
    broken: [
      [{ ...sound, facts: [...sound.facts, fact("extra", "date", { label: text("extra") })] }, "info unused-fact facts.5"],
      [{ ...sound, parameters: [...sound.parameters, { ...sound.parameters[0], id: "more", label: text("more") }] }, "info unused-parameter parameters.1"],
      [{ ...sound, conditions: [...sound.conditions, { id: "low", label: text("low"), when: high }] }, "info unused-condition conditions.1"],
    ],
    sound: [property({ fact: "score", operator: "equal", value: 10 })],
  },
};

test("C1 the sound document has no finding", () => {
  expect(found(sound)).toEqual([]);
});

describe.each(Object.entries(laws))("C1 %s", (_, cases) => {
  test.each(cases.broken.map(([doc, ...codes], i) => ({ i, doc, codes })))("finds broken document $i, and nothing else", ({ doc, codes }) => {
    expect(found(doc)).toEqual(codes);
  });
  test.each(cases.sound.map((doc, i) => ({ i, doc })))("finds nothing in sound document $i", ({ doc }) => {
    expect(found(doc)).toEqual([]);
  });
});

test("C1 every kind of finding has a case of its own", () => {
  const covered = Object.values(laws).flatMap((l) => l.broken.flatMap(([, ...codes]) => codes.map((c) => c.split(" ")[1])));
  expect(new Set(covered).size).toBe(22);
});

test("ill-typed documents are told their typing errors first, and nothing is read into their conditions", () => {
  const ill = draft(sound);
  const circle: DraftRuleSet = {
    ...ill,
    conditions: [{ id: "high", label: text("high"), when: { not: { condition: "high" } } }],
    criteria: [...ill.criteria, { ...ill.criteria[0], id: "Z", when: { fact: "nobody", operator: "equal", value: true } } as never],
  };
  expect(check(circle).slice(0, 2).map((d) => d.code)).toEqual(["circular-conditions", "undeclared-fact"]);
});

describe.each(programs)("C1 $program", ({ ruleSet }) => {
  test("is free of findings", () => {
    expect(check(ruleSet)).toEqual([]);
  });

  test("loses that when its deliberate shadow is no longer declared", () => {
    const bare = { ...ruleSet, criteria: ruleSet.criteria.map(({ shadowedOnPurpose: _, ...c }) => c) };
    const [shadow, ...more] = check(bare);
    expect(more).toEqual([]);
    expect(shadow).toMatchObject({ code: "criterion-shadowed", params: { same: true } });
    expect([shadow?.params["criterion"], shadow?.params["by"]].map((id) => String(id).slice(2))).toEqual(["I4", "I1"]);
  });
});
