import { expect, it } from "vitest";
import { emptyThresholdForm, lacksOfThreshold, parameterOf, type ThresholdForm } from "./threshold-form.ts";

const form: ThresholdForm = {
  label: { fr: "Insomnie qui dure ", en: "Insomnia that lasts" },
  value: "2,5",
  rationale: { fr: "À valider localement.", en: "To be validated locally." },
};

it.each<[string, ThresholdForm, readonly string[]]>([
  ["nothing", form, []],
  ["everything", emptyThresholdForm, ["label", "number", "rationale"]],
  ["its name in English", { ...form, label: { fr: "Dure", en: " " } }, ["label"]],
  ["a number", { ...form, value: "deux" }, ["number"]],
  ["a number of at most six decimals", { ...form, value: "0.1234567" }, ["number"]],
  ["its reason in French", { ...form, rationale: { fr: "", en: "So." } }, ["rationale"]],
])("a threshold lacks %s", (_what, said, lacks) => {
  expect(lacksOfThreshold(said)).toEqual(lacks);
  expect(parameterOf(said, []) === undefined).toBe(lacks.length > 0);
});

it("a form becomes the threshold it speaks of, under an id of its own", () => {
  expect(parameterOf(form, ["insomniaThatLasts"])).toEqual({
    id: "insomniaThatLasts2",
    label: { fr: "Insomnie qui dure", en: "Insomnia that lasts" },
    value: 2.5,
    rationale: form.rationale,
    sources: [],
  });
});
