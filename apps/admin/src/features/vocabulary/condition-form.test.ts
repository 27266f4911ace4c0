import { expect, it } from "vitest";
import { conditionOf, emptyConditionForm, lacksOfCondition, type ConditionForm } from "./condition-form.ts";

const form: ConditionForm = {
  label: { fr: " L’insomnie dure", en: "The insomnia lasts" },
  when: { all: [{ fact: "weeks", operator: "greaterThanInclusive", value: 4 }] },
};

it.each<[string, ConditionForm, readonly string[]]>([
  ["nothing", form, []],
  ["everything", emptyConditionForm, ["label", "sentence"]],
  ["its name in French", { ...form, label: { fr: " ", en: "It lasts" } }, ["label"]],
  [
    "a value in its sentence",
    { ...form, when: { all: [form.when, { hole: { fact: "weeks" } }] } },
    ["sentence"],
  ],
])("a named condition lacks %s", (_what, said, lacks) => {
  expect(lacksOfCondition(said)).toEqual(lacks);
  expect(conditionOf(said)).toEqual(
    lacks.length > 0
      ? undefined
      : { label: { fr: "L’insomnie dure", en: "The insomnia lasts" }, when: form.when },
  );
});
