// What a person, an answer, a table and a diagram look like on paper, to the last key.
import { lawsOfShape } from "../../test/shape-laws.ts";
import { columnsSchema } from "./columns.ts";
import { certainSchema, diagramSchema } from "./diagram.ts";
import { profilesSchema } from "./profile.ts";
import { decisionResultSchema, resultSchema } from "./result.ts";

const text = { fr: "texte", en: "text" };

lawsOfShape("the columns of a table", {
  schema: columnsSchema,
  full: {
    age: {
      value: "AGE",
      observedOn: "AGE_ON",
      unreadable: "AGE_BAD",
      asked: "AGE_ASKED",
      members: { a: "A" },
    },
  },
  maps: ["", "age.members"],
  optional: ["value", "observedOn", "unreadable", "asked", "members"].map((key) => `age.${key}`),
  takes: { "": [{}], "age.value": ["x"] },
  refuses: {
    "": [{ Age: {} }, { "a-b": {} }],
    "age.value": [""],
    "age.observedOn": [""],
    "age.unreadable": [""],
    "age.asked": [""],
    "age.members": [{ "1": "A" }, { a: "" }],
  },
});

lawsOfShape("a decision diagram", {
  schema: diagramSchema,
  full: {
    schemaVersion: 1,
    decision: "d",
    outcomes: ["stop", "go"],
    safety: ["danger"],
    dimensions: [
      {
        fact: "age",
        options: ["unknown", { values: ["a", true] }, { from: 0, to: null }],
        sum: [
          { fact: "p1", min: 0, max: 3, assumed: true },
          { fact: "p2", min: null, max: null },
        ],
      },
      { fact: "traits", anyOf: ["a", "b"] },
      { fact: "score", isKnown: true },
    ],
    nodes: [
      [0, -1, -2],
      [1, 0, -1],
    ],
    root: 1,
  },
  optional: ["dimensions.*.sum", "dimensions.*.sum.*.assumed"],
  takes: {
    schemaVersion: [1],
    "dimensions.0.options.2.from": [null, "2026-01-01", -1.5],
    "dimensions.0.options.2.to": [null, "2026-01-01", 1],
    "dimensions.0.options": [["unknown"]],
    "dimensions.0.options.1.values": [[false], ["a"]],
    "dimensions.1.anyOf": [["a"]],
    outcomes: [["stop"]],
    safety: [[]],
    dimensions: [[]],
    nodes: [[]],
    root: [-1],
  },
  refuses: {
    schemaVersion: [2],
    outcomes: [[]],
    "dimensions.0.options": [[]],
    "dimensions.0.options.0": ["", "known"],
    "dimensions.0.options.1.values": [[], [1]],
    "dimensions.0.sum.0.assumed": [false],
    "dimensions.1.anyOf": [[]],
    "dimensions.2.isKnown": [false],
    "nodes.0": [
      [0, -1],
      [0.5, 1, 2],
    ],
    root: [0.5],
  },
});

lawsOfShape("what is certain", {
  schema: certainSchema,
  full: { outcomes: ["go"], canChange: ["age"] },
  takes: { outcomes: [[]], canChange: [[]] },
  refuses: { outcomes: [["@undetermined"]], canChange: [["Age"]] },
});

const decisions = {
  d: { kind: "one", state: "go", outcome: "go", possible: ["go"], missing: ["age"] },
  m: { kind: "many", suggested: ["tell"], undetermined: ["call"], withheld: ["wait"] },
};
lawsOfShape("the answer for a person", {
  schema: resultSchema,
  full: {
    decisions,
    fired: ["K1"],
    undecided: ["K2"],
    missing: ["age"],
    unverified: ["score"],
    assumed: ["wish"],
    doubtful: [{ fact: "age", reason: "stale" }],
    problems: [{ fact: "no-such fact", code: "undeclared-fact" }],
  },
  maps: ["decisions"],
  optional: ["decisions.d.outcome"],
  takes: {
    "doubtful.0.reason": ["invalid", "stale", "incomplete"],
    "problems.0.code": ["invalid", "undeclared-fact"],
  },
  refuses: {
    "doubtful.0.reason": ["", "declined", "not-asked", "not-known"],
    "problems.0.code": ["", "stale"],
    missing: [["Age"]],
    unverified: [["Age"]],
    assumed: [["Age"]],
    fired: [["@x"]],
    undecided: [["@x"]],
  },
});
lawsOfShape("the answer of one decision", {
  schema: decisionResultSchema,
  full: decisions.d,
  optional: ["outcome"],
  takes: {
    state: ["@undetermined", "@safety-unknown", "care"],
    possible: [[]],
    missing: [[]],
    "": [decisions.m],
  },
  refuses: { state: ["", "@unknown"], kind: ["", "many"], outcome: ["@undetermined"] },
});

lawsOfShape("profiles", {
  schema: profilesSchema,
  full: [
    {
      id: "P1",
      title: text,
      story: text,
      tags: ["new"],
      facts: { age: 30 },
      evaluatedOn: "2026-03-02",
      provenance: "blind",
      expected: {
        decisions: {
          d: "@undetermined",
          m: ["tell"],
          n: { suggested: ["tell"], undetermined: ["call"], withheld: ["wait"] },
        },
        fired: ["K"],
        missing: ["age"],
        unverified: ["age"],
        assumed: ["age"],
        problems: [{ fact: "no-such fact", code: "invalid" }],
      },
    },
  ],
  maps: ["*.facts", "*.expected.decisions"],
  open: ["*.facts.age"],
  optional: [
    "*.story",
    "*.evaluatedOn",
    ...["fired", "missing", "unverified", "assumed", "problems"].map((key) => `*.expected.${key}`),
    ...["undetermined", "withheld"].map((key) => `*.expected.decisions.n.${key}`),
  ],
  takes: {
    "0.tags": [[]],
    "0.provenance": ["blind", "accepted-output", "from-source"],
    "0.expected.problems.0.code": ["invalid", "undeclared-fact"],
    "0.expected.decisions.d": ["go", []],
  },
  refuses: {
    "0.title.en": [""],
    "0.story.fr": [""],
    "0.provenance": ["", "guessed"],
    "0.evaluatedOn": ["2026-02-30", ""],
    "0.expected.problems.0.code": ["", "stale"],
    "0.expected.decisions.d": ["@unknown", { undetermined: [] }],
  },
});
