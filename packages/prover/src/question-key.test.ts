// The name of an answer: of what it is made, what changes it, and what does not.
import { createHash } from "node:crypto";
import { askOne, canonicalJson, samePerson, type Question, type RuleSet } from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { expect, test } from "vitest";
import { questionKey } from "./question-key.ts";

const label = { fr: "texte", en: "text" };
const when = { fact: "kind", operator: "equal", value: "a" } as const;
const ruleSet = tiny({
  facts: [
    fact("kind", "enum", {
      values: [
        { id: "a", label },
        { id: "b", label, retired: true },
      ],
      validFor: "P14D",
    }),
    fact("dose", "decimal", { scale: 1, range: { min: 0, max: 9 }, whenUnknown: "ignore" }),
    fact("x", "integer", { safety: true, validFor: "P0D" }),
    fact("y", "integer"),
    fact("total", "integer", { derive: { sum: ["x", "y"] } }),
  ],
  conditions: [{ id: "first", label, when }],
  decisions: [one, { ...many, withheldWhileSafetyUnknown: true }],
  criteria: [
    criterion("C1", { condition: "first" }, "stop"),
    { ...criterion("C2", when, "care"), enabled: false },
  ],
});
const ask = { world: 0, verdict: "true", of: when } as const;
const key = (r: RuleSet): Promise<string> => questionKey(askOne(r, ask));
const own = await key(ruleSet);

test("it is the hash of the question and of what of the rule set decides answers", async () => {
  const plain = { safety: false, values: [], whenUnknown: "block" };
  const meaning = {
    parameters: [{ id: "limit", value: 10 }],
    facts: [
      {
        ...plain,
        id: "kind",
        type: "enum",
        validFor: "P14D",
        values: [
          { id: "a", retired: false },
          { id: "b", retired: true },
        ],
      },
      { ...plain, id: "dose", type: "decimal", scale: 1, range: { min: 0, max: 9 }, whenUnknown: "ignore" },
      { ...plain, id: "x", type: "integer", safety: true, validFor: "P0D" },
      { ...plain, id: "y", type: "integer" },
      { ...plain, id: "total", type: "integer", derive: { sum: ["x", "y"] } },
    ],
    conditions: [{ id: "first", when }],
    decisions: [
      {
        id: "d",
        kind: "one",
        outcomes: [
          { id: "stop", tone: "stop" },
          { id: "care", tone: "caution" },
          { id: "go", tone: "go" },
          { id: "rest", tone: "neutral" },
        ],
        otherwise: "rest",
        withheld: false,
      },
      {
        id: "m",
        kind: "many",
        outcomes: [
          { id: "halt", tone: "stop" },
          { id: "tell", tone: "neutral" },
        ],
        otherwise: null,
        withheld: true,
      },
    ],
    criteria: [{ id: "C1", when: { condition: "first" }, then: { decision: "d", outcome: "stop" } }],
  };
  const document = { version: 1, worlds: [{ person: samePerson, ruleSet: meaning }], ask };
  expect(own).toBe(createHash("sha256").update(canonicalJson(document)).digest("hex"));
});

const factWith = (id: string, parts: object): RuleSet => ({
  ...ruleSet,
  facts: ruleSet.facts.map((f) => (f.id === id ? { ...f, ...parts } : f)),
});
const decisionWith = (id: string, parts: object): RuleSet => ({
  ...ruleSet,
  decisions: ruleSet.decisions.map((d) => (d.id === id ? { ...d, ...parts } : d)),
});
const criterionWith = (id: string, parts: object): RuleSet => ({
  ...ruleSet,
  criteria: ruleSet.criteria.map((c) => (c.id === id ? { ...c, ...parts } : c)),
});
const [first] = ruleSet.decisions;

test.each<[string, RuleSet]>([
  ["a parameter's value", { ...ruleSet, parameters: ruleSet.parameters.map((p) => ({ ...p, value: 11 })) }],
  ["a fact's range", factWith("dose", { range: { min: 0, max: 8 } })],
  ["how exact a fact is", factWith("dose", { scale: 2 })],
  ["what is unknown of a fact", factWith("y", { whenUnknown: "ignore" })],
  ["whether a fact is about safety", factWith("y", { safety: true })],
  ["how long a fact stays good", factWith("kind", { validFor: "P15D" })],
  ["what a fact is the sum of", factWith("total", { derive: { sum: ["y", "x"] } })],
  [
    "a retired value",
    factWith("kind", {
      values: [
        { id: "a", label },
        { id: "b", label },
      ],
    }),
  ],
  ["a named condition", { ...ruleSet, conditions: [{ id: "first", label, when: { always: true } }] }],
  ["a tone", decisionWith("d", { outcomes: first?.outcomes.map((o) => ({ ...o, tone: "go" })) })],
  ["a default", decisionWith("d", { otherwise: "go" })],
  ["what is withheld", decisionWith("m", { withheldWhileSafetyUnknown: false })],
  ["a criterion", criterionWith("C1", { when: { always: true } })],
  ["where a criterion leads", criterionWith("C1", { then: { decision: "d", outcome: "go" } })],
  ["a criterion switched on", criterionWith("C2", { enabled: true })],
])("%s changes it", async (_, other) => {
  expect(await key(other)).not.toBe(own);
});

test.each<[string, RuleSet]>([
  ["a title", { ...ruleSet, title: { fr: "autre", en: "other" }, program: "other" }],
  ["texts of facts", factWith("kind", { label: { fr: "autre", en: "other" }, unit: "mg" })],
  ["a value said to be in use", factWith("dose", { values: undefined })],
  [
    "texts of outcomes, and what may be overridden",
    decisionWith("d", { outcomes: first?.outcomes.map((o) => ({ ...o, message: label, override: false })) }),
  ],
  ["that nothing is withheld, said or not", decisionWith("d", { withheldWhileSafetyUnknown: false })],
  ["reasons of criteria", criterionWith("C1", { rationale: { fr: "autre", en: "other" }, sources: ["S1"] })],
  ["a criterion that is switched off", criterionWith("C2", { when: { always: true } })],
  [
    "properties",
    {
      ...ruleSet,
      properties: [
        { id: "P", statement: label, claim: { kind: "independent", decision: "d", facts: ["y"] } },
      ],
    },
  ],
])("%s does not", async (_, other) => {
  expect(await key(other)).toBe(own);
});

test("the formula, the worlds and how their persons are related change it", async () => {
  const world = { ruleSet, person: samePerson };
  const questions: readonly Question[] = [
    { worlds: [world], ask },
    { worlds: [world], ask: { not: ask } },
    { worlds: [world, world], ask },
    { worlds: [world, { ruleSet, person: { kind: "completed" } }], ask },
    { worlds: [world, { ruleSet, person: { kind: "free", facts: ["y"] } }], ask },
  ];
  expect(new Set(await Promise.all(questions.map(questionKey))).size).toBe(questions.length);
});
