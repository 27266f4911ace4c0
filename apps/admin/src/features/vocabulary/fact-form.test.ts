import { describe, expect, it } from "vitest";
import { emptyFactForm, factOf, lacksOf, type FactForm } from "./fact-form.ts";

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
    ["a second answer", { type: "enum", values: [mild, blank] }, ["values"]],
    ["an answer in English", { type: "set", values: [mild, severe, { fr: "Autre", en: "" }] }, ["values"]],
    ["nothing, an empty row being no answer", { type: "set", values: [mild, blank, severe] }, []],
    ["a range", { type: "integer", min: "0", max: "" }, ["range"]],
    ["a range in order", { type: "integer", min: "28", max: "0" }, ["range"]],
    ["whole numbers", { type: "integer", min: "0", max: "2,5" }, ["range"]],
    ["nothing, with a range", { type: "integer", min: "0", max: "28" }, []],
  ])("%s", (_what, part, lacks) => {
    expect(lacksOf({ ...form, ...part })).toEqual(lacks);
    expect(factOf({ ...form, ...part }, []) === undefined).toBe(lacks.length > 0);
  });
});

it("a form becomes the fact it speaks of, and leaves out what belongs to another kind", () => {
  const common = {
    label: { fr: "Insomnie", en: "Insomnia" },
    question: { fr: "Dort-elle mal?", en: "Do they sleep badly?" },
    sources: [],
  };
  expect(factOf({ ...form, min: "1", values: [mild, severe] }, ["insomnia"])).toEqual({
    ...common,
    id: "insomnia2",
    type: "boolean",
    whenUnknown: "block",
    safety: false,
  });
  expect(
    factOf({ ...form, type: "integer", min: "0", max: "28", whenUnknown: "ignore", fresh: 14 }, []),
  ).toEqual({
    ...common,
    id: "insomnia",
    type: "integer",
    range: { min: 0, max: 28 },
    whenUnknown: "ignore",
    safety: false,
    validFor: "P14D",
  });
  expect(factOf({ ...form, type: "enum", values: [mild, blank, severe, mild] }, [])?.values).toEqual([
    { id: "mild", label: mild },
    { id: "severe", label: severe },
    { id: "mild_2", label: mild },
  ]);
});

it("a safety question always holds back while it is unanswered, and its answer counts for the day", () => {
  const fact = factOf({ ...form, safety: true, whenUnknown: "ignore", fresh: 90 }, []);
  expect(fact).toMatchObject({ safety: true, whenUnknown: "block", validFor: "P0D" });
});
