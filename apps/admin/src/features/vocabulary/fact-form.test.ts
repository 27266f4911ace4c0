import { parseDraftRuleSet, type Fact } from "@jumelage/engine";
import { describe, expect, it } from "vitest";
import { referenceDocuments } from "../../../test/drafts.ts";
import { addable, answerTypes, emptyFactForm, factOf, lacksOf, type FactForm } from "./fact-form.ts";
import { addFact, removeFact } from "./grow.ts";

const form: FactForm = {
  ...emptyFactForm,
  question: { fr: "Dort-elle mal? ", en: "Do they sleep badly?" },
  label: { fr: "Insomnie", en: "Insomnia" },
};
const mild = { fr: "Légère", en: "Mild" };
const severe = { fr: "Grave", en: "Severe" };
const blank = { fr: " ", en: "" };

describe("what a new fact lacks", () => {
  it.each<[string, Partial<FactForm>, readonly string[]]>([
    ["nothing", {}, []],
    [
      "its words, in one language",
      { question: { fr: "Dort-elle mal?", en: " " }, label: blank },
      ["question", "label"],
    ],
    ["an id of its own", { id: "phq9" }, ["id"]],
    ["an id as applications can say it", { id: "Insomnie grave" }, ["id"]],
    ["nothing, with an id that was chosen", { id: "isi" }, []],
    ["a second answer", { type: "enum", values: [mild, blank] }, ["values"]],
    ["an answer in English", { type: "set", values: [mild, severe, { fr: "Autre", en: "" }] }, ["values"]],
    ["nothing, an empty row being no answer", { type: "set", values: [mild, blank, severe] }, []],
    ["a range", { type: "integer", min: "0", max: "" }, ["range"]],
    ["a range in order", { type: "integer", min: "28", max: "0" }, ["range"]],
    ["whole numbers", { type: "integer", min: "0", max: "2,5" }, ["range"]],
    ["a range", { type: "decimal", min: "0", max: "2,55" }, ["decimalRange"]],
    ["nothing, with decimals", { type: "decimal", min: "0.5", max: "2,55", scale: 2 }, []],
    ["a second part", { type: "sum", parts: ["sleep1"] }, ["parts"]],
    ["nothing, with a range", { type: "integer", min: "0", max: "28" }, []],
  ])("%s", (_what, part, lacks) => {
    expect(lacksOf({ ...form, ...part }, ["phq9"])).toEqual(lacks);
    expect(factOf({ ...form, ...part }, [], ["phq9"]) === undefined).toBe(lacks.length > 0);
  });
});

it("a form becomes the fact it speaks of, and leaves out what belongs to another kind", () => {
  const common = {
    label: { fr: "Insomnie", en: "Insomnia" },
    question: { fr: "Dort-elle mal?", en: "Do they sleep badly?" },
    sources: [],
  };
  expect(factOf({ ...form, min: "1", values: [mild, severe] }, [], ["insomnia"])).toEqual({
    ...common,
    id: "insomnia2",
    type: "boolean",
    whenUnknown: "block",
    safety: false,
  });
  expect(
    factOf({ ...form, type: "integer", min: "0", max: "28", whenUnknown: "ignore", fresh: 14 }, [], []),
  ).toEqual({
    ...common,
    id: "insomnia",
    type: "integer",
    range: { min: 0, max: 28 },
    whenUnknown: "ignore",
    safety: false,
    validFor: "P14D",
  });
  expect(factOf({ ...form, type: "enum", values: [mild, blank, severe, mild] }, [], [])?.values).toEqual([
    { id: "mild", label: mild },
    { id: "severe", label: severe },
    { id: "mild_2", label: mild },
  ]);
});

const item = (id: string, range?: Fact["range"]): Fact => ({
  id,
  label: mild,
  question: mild,
  type: "integer",
  ...(range ? { range } : {}),
  whenUnknown: "block",
  safety: false,
  sources: [],
});

it("a number has its decimals and its unit; a sum goes as far as its parts, in their order", () => {
  const decimal = { ...form, type: "decimal", min: "-0,5", max: "40", scale: 1, unit: " °C " } as const;
  expect(factOf(decimal, [], [])).toMatchObject({
    type: "decimal",
    range: { min: -0.5, max: 40 },
    scale: 1,
    unit: "°C",
  });
  const items = [item("sleep1", { min: 0, max: 4 }), item("sleep2", { min: 1, max: 3 }), item("free")];
  const sum = { ...form, type: "sum", parts: ["sleep2", "sleep1"] } as const;
  const total = factOf(sum, items, []);
  expect(total).toMatchObject({ type: "integer", range: { min: 1, max: 7 } });
  expect(total?.derive).toEqual({ sum: ["sleep1", "sleep2"] });
  expect(total && addable([...items, total])).toEqual(items);
  expect(factOf({ ...sum, parts: ["sleep1", "free"] }, items, [])).not.toHaveProperty("range");
});

it("a fact of every kind stands in the document, which stays readable, and leaves nothing behind when it goes", () => {
  const { ruleSet } = referenceDocuments();
  const parts = addable(ruleSet.facts).slice(0, 3);
  for (const type of answerTypes) {
    const said = { ...form, type, values: [mild, severe], min: "0", max: "10", scale: 2, unit: "h" };
    const fact = factOf({ ...said, parts: parts.map((f) => f.id) }, ruleSet.facts, []);
    if (fact === undefined) throw new Error(`nothing lacks of ${type}`);
    const read = parseDraftRuleSet(structuredClone(addFact(ruleSet, fact)));
    expect(read.ok ? [] : read.diagnostics, type).toEqual([]);
    expect(JSON.stringify(removeFact(addFact(ruleSet, fact), fact.id))).toBe(JSON.stringify(ruleSet));
  }
  expect(parts).toHaveLength(3);
});

it("a safety question always holds back while it is unanswered, and its answer counts for the day", () => {
  const fact = factOf({ ...form, safety: true, whenUnknown: "ignore", fresh: 90 }, [], []);
  expect(fact).toMatchObject({ safety: true, whenUnknown: "block", validFor: "P0D" });
});
