// The rule set on paper, complete and as a draft: every key, what it takes and what it refuses.
import { lawsOfShape } from "../../test/shape-laws.ts";
import { conditionSchema, draftConditionSchema, factOperators } from "./condition.ts";
import { factSchema } from "./fact.ts";
import { propertySchemaOver } from "./property.ts";
import { draftRuleSetSchema, ruleSetSchema } from "./rule-set.ts";
import { textSchema } from "./text.ts";

const text = { fr: "texte", en: "text" };
const under = (at: string, keys: readonly string[]): readonly string[] => keys.map((key) => `${at}.${key}`);
const always = { always: true };

const fullFact = {
  id: "age",
  label: text,
  question: text,
  help: text,
  type: "enum",
  values: [{ id: "a", label: text, retired: false }],
  range: { min: 0, max: 120.5 },
  scale: 1,
  unit: "years",
  whenUnknown: { assume: "a" },
  safety: true,
  validFor: "P14D",
  code: { system: "http://loinc.org", code: "44261-6" },
  sources: ["S1"],
  derive: { sum: ["p1", "p2"] },
};
const optionalOfFact = [
  "help",
  "values",
  "values.*.retired",
  "range",
  "scale",
  "unit",
  "validFor",
  "code",
  "derive",
];

lawsOfShape("a fact", {
  schema: factSchema,
  full: fullFact,
  optional: optionalOfFact,
  takes: {
    type: ["boolean", "integer", "decimal", "date", "enum", "set"],
    whenUnknown: [
      "block",
      "ignore",
      { assume: true },
      { assume: 3 },
      { assume: "2026-01-01" },
      { assume: ["a"] },
    ],
    scale: [0, 6],
    "values.0.retired": [true],
    "derive.sum": [["p1", "p2", "p3"]],
    validFor: ["P0D", "P1D", "P10D", "P99999D"],
    sources: [[]],
    safety: [false],
  },
  refuses: {
    id: ["Age", ""],
    type: ["", "number"],
    whenUnknown: ["", "unknown", {}, { assume: [1] }],
    scale: [-1, 7, 0.5],
    values: [[]],
    "derive.sum": [["p1"], []],
    validFor: ["", "P", "PD", "P01D", "P1", "14D", "P-1D", "P1M", "P100000D", "xP1D", "P1Dx", "P1.5D", "p1d"],
    "label.fr": [""],
  },
});

const parameter = { parameter: "limit" };
lawsOfShape("a condition", {
  schema: conditionSchema,
  full: {
    all: [
      always,
      { any: [{ condition: "high" }] },
      { not: always },
      { atLeast: { count: 1, of: [always] } },
      { fact: "age", operator: "in", value: ["a", 1, true] },
      { fact: "age", operator: "equal", value: parameter },
      { decision: "d", operator: "equal", value: "go" },
      { decision: "d", state: ["@undetermined", "go"] },
    ],
  },
  optional: ["all.*.value"],
  takes: {
    "": [always],
    "all.0": [{ not: { not: always } }, { all: [always, always] }],
    "all.4.operator": factOperators,
    "all.4.value": [true, 0, "a", [], parameter],
    "all.3.atLeast": [
      { count: 2, of: [always, always] },
      { count: 10, of: Array.from({ length: 10 }, () => always) },
    ],
    "all.6.operator": ["equal", "in"],
    "all.6.value": [["go"], ["go", "care"]],
    "all.7.state": [["@safety-unknown"]],
  },
  refuses: {
    "": [{}, { always: false }, { hole: {} }, { all: [always], any: [always] }],
    "all.1.any": [[], [{}]],
    "all.2.not": [{}, [always]],
    "all.3.atLeast.count": [0, -1, 1.5],
    "all.3.atLeast.of": [[], Array.from({ length: 11 }, () => always)],
    "all.4.operator": ["", "equals", "constructor"],
    "all.4.value": [null, {}, [[1]], ["a\u200b"], "a\u200b", { parameter: "Limit" }],
    "all.6.operator": ["", "notEqual"],
    "all.6.value": [[], "@undetermined", ["@undetermined"]],
    "all.7.state": [[], ["@unknown"], "go"],
  },
});

lawsOfShape("a condition of a draft", {
  schema: draftConditionSchema,
  full: { any: [{ hole: { fact: "age", operator: "equal", text: "older than…" } }, always] },
  optional: ["any.*.hole.fact", "any.*.hole.operator", "any.*.hole.text"],
  takes: { "": [{ hole: {} }, { not: { hole: {} } }, always], "any.0.hole.operator": factOperators },
  refuses: {
    "": [{}, { any: [] }],
    "any.0.hole": [{ fact: "Age" }, { operator: "equals" }, { operator: "" }, { text: "a\u200b" }],
  },
});

const claims = [
  { kind: "implies", given: always, decision: "d", states: ["go"] },
  { kind: "never", given: always, decision: "d", states: ["go"] },
  { kind: "requires", decision: "d", states: ["go"], condition: always },
  { kind: "monotone", decision: "d", fact: "age", order: "ascending" },
  { kind: "independent", decision: "d", facts: ["age"] },
  { kind: "benignWhenUnknown", decision: "d", fact: "age", value: 3 },
];
const property = (claim: unknown) => ({ id: "safe", statement: text, claim });
for (const claim of claims)
  lawsOfShape(`a claim of kind ${claim.kind}`, {
    schema: propertySchemaOver(textSchema),
    full: property(claim),
    refuses: { "claim.kind": ["", "always"], "claim.states": [[]] },
  });
lawsOfShape("claims about facts", {
  schema: propertySchemaOver(textSchema),
  full: property({ kind: "monotone", decision: "d", fact: "age", order: [true, 1, "b"] }),
  takes: { "claim.order": ["ascending", "descending", ["a", "b"], [0, 1], [false, true]] },
  refuses: { "claim.order": ["", "up", [], ["a"]] },
});
lawsOfShape("claims of independence", {
  schema: propertySchemaOver(textSchema),
  full: property({ kind: "independent", decision: "d", facts: ["age", "sex"] }),
  refuses: { "claim.facts": [[], ["Age"]], statement: [{ fr: "", en: "x" }] },
});

const full = {
  schemaVersion: 1,
  program: "tiny",
  title: text,
  purpose: text,
  timeZone: "America/Toronto",
  sources: [
    {
      id: "doc",
      title: text,
      edition: "2e",
      date: "2020-01-31",
      url: "https://example.org/a",
      statements: [
        { id: "S1", locator: "p. 3", text, modelled: true },
        { id: "S2", locator: "p. 4", text, modelled: { reason: text } },
      ],
    },
  ],
  parameters: [{ id: "limit", label: text, value: 1.5, rationale: text, sources: ["S1"] }],
  facts: [fullFact],
  conditions: [{ id: "high", label: text, when: always }],
  decisions: [
    {
      id: "d",
      title: text,
      kind: "one",
      outcomes: [{ id: "go", label: text, short: text, message: text, tone: "go", override: true }],
      otherwise: "go",
      withheldWhileSafetyUnknown: true,
      states: {
        "@undetermined": { label: text, message: text },
        "@safety-unknown": { label: text, message: text },
      },
    },
  ],
  criteria: [
    {
      id: "K",
      title: text,
      when: always,
      then: { decision: "d", outcome: "go" },
      rationale: text,
      sources: ["S1"],
      origin: "source",
      enabled: true,
      shadowedOnPurpose: text,
    },
  ],
  properties: [property(claims[0])],
};
const optional = [
  ...under("sources.*", ["edition", "date", "url"]),
  ...under("facts.*", optionalOfFact),
  ...under("decisions.*", ["outcomes.*.short", "otherwise", "withheldWhileSafetyUnknown", "states"]),
  "criteria.*.shadowedOnPurpose",
];
const lists = ["sources", "parameters", "facts", "conditions", "decisions", "criteria", "properties"];
const takes = {
  ...Object.fromEntries([...lists, "sources.0.statements", "criteria.0.sources"].map((list) => [list, [[]]])),
  timeZone: ["UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "America/Port-au-Prince", "a_b"],
  "sources.0.url": ["https://x.org"],
  "decisions.0.kind": ["one", "many"],
  "decisions.0.outcomes.0.tone": ["stop", "caution", "neutral", "go"],
  "decisions.0.outcomes.0.override": [false],
  "criteria.0.origin": ["source", "inference", "beyond-source"],
  "criteria.0.enabled": [false],
};
const refuses = {
  schemaVersion: [2, "1", 0],
  timeZone: [
    "",
    "America/",
    "/Toronto",
    "America Toronto",
    "+05:00",
    "America/To ronto",
    "America/Toronto ",
    " UTC",
  ],
  "sources.0.url": ["http://x.org", "httpss://x.org", "xhttps://x.org", "x.org", ""],
  "sources.0.date": ["2020-02-30", "2020"],
  "sources.0.statements.0.modelled": [false, {}],
  "decisions.0.kind": ["", "two"],
  "decisions.0.outcomes": [[]],
  "decisions.0.outcomes.0.tone": ["", "red"],
  "decisions.0.otherwise": ["@undetermined"],
  "criteria.0.origin": ["", "other"],
};

lawsOfShape("a rule set", {
  schema: ruleSetSchema,
  full,
  optional,
  takes,
  refuses: {
    ...refuses,
    title: [{ fr: "", en: "x" }],
    "conditions.0.when": [{ hole: {} }],
    "criteria.0.when": [{ hole: {} }],
  },
});
lawsOfShape("a draft", {
  schema: draftRuleSetSchema,
  full,
  optional: [...optional, "criteria.*.when"],
  takes: {
    ...takes,
    title: [{ fr: "", en: "x" }],
    "conditions.0.when": [{ hole: {} }],
    "criteria.0.when": [{ hole: {} }],
  },
  refuses,
});
