// A fact as it is being asked for: what a person would answer, and what a missing answer means. It becomes a fact once
// nothing is lacking.
import type { Fact, Text } from "@jumelage/engine";
import { readNumber } from "../../ui/numbers.ts";
import { camelIdOf, idOf } from "./grow.ts";

/** The kinds of answer that are offered; a number with decimals and a sum come from a file. */
export const answerTypes = ["boolean", "enum", "set", "integer", "date"] as const;
export type AnswerType = (typeof answerTypes)[number];

/** How long an answer counts, in days; 0 is the same day, absent is without a limit. */
export const freshDays = [undefined, 0, 14, 90] as const;

export interface FactForm {
  readonly question: Text;
  readonly label: Text;
  readonly type: AnswerType;
  readonly values: readonly Text[];
  readonly min: string;
  readonly max: string;
  readonly safety: boolean;
  readonly whenUnknown: "block" | "ignore";
  readonly fresh: number | undefined;
}

const blank: Text = { fr: "", en: "" };

export const emptyFactForm: FactForm = {
  question: blank,
  label: blank,
  type: "boolean",
  values: [blank, blank],
  min: "",
  max: "",
  safety: false,
  whenUnknown: "block",
  fresh: undefined,
};

export type FactLack = "question" | "label" | "values" | "range";

export const isWorded = (text: Text): boolean => text.fr.trim() !== "" && text.en.trim() !== "";
const isBlank = (text: Text): boolean => text.fr.trim() === "" && text.en.trim() === "";
export const trimmed = (text: Text): Text => ({ fr: text.fr.trim(), en: text.en.trim() });

const hasChoices = (type: AnswerType): boolean => type === "enum" || type === "set";

/** What the form lacks, in the order of its fields. */
export function lacksOf(form: FactForm): readonly FactLack[] {
  const values = form.values.filter((v) => !isBlank(v));
  const [min, max] = [readNumber(form.min), readNumber(form.max)];
  const isRange =
    Number.isSafeInteger(min) &&
    Number.isSafeInteger(max) &&
    min !== undefined &&
    max !== undefined &&
    min < max;
  const lacks: readonly (readonly [FactLack, boolean])[] = [
    ["question", !isWorded(form.question)],
    ["label", !isWorded(form.label)],
    ["values", hasChoices(form.type) && (values.length < 2 || !values.every(isWorded))],
    ["range", form.type === "integer" && !isRange],
  ];
  return lacks.flatMap(([lack, is]) => (is ? [lack] : []));
}

/** The fact that the form speaks of, under an id that none of `taken` is; undefined while something is lacking. */
export function factOf(form: FactForm, taken: readonly string[]): Fact | undefined {
  if (lacksOf(form).length > 0) return undefined;
  const days = form.safety ? 0 : form.fresh;
  return {
    id: camelIdOf(form.label.en, taken),
    label: trimmed(form.label),
    question: trimmed(form.question),
    type: form.type,
    ...(hasChoices(form.type) ? { values: valuesOf(form.values) } : {}),
    ...(form.type === "integer"
      ? { range: { min: readNumber(form.min) ?? 0, max: readNumber(form.max) ?? 0 } }
      : {}),
    // A safety question that is not answered holds everything back, and its answer counts for the day.
    whenUnknown: form.safety ? "block" : form.whenUnknown,
    safety: form.safety,
    ...(days === undefined ? {} : { validFor: `P${days}D` }),
    sources: [],
  };
}

function valuesOf(labels: readonly Text[]): NonNullable<Fact["values"]> {
  const values: NonNullable<Fact["values"]> = [];
  for (const label of labels) {
    if (isBlank(label)) continue;
    const id = idOf(
      label.en,
      values.map((v) => v.id),
      "_",
    );
    values.push({ id, label: trimmed(label) });
  }
  return values;
}
