// A fact as it is being asked for: what a person would answer, and what a missing answer means. It becomes a fact once
// nothing is lacking.
import type { Fact, Text } from "@jumelage/engine";
import { readNumber } from "../../ui/numbers.ts";
import { troubleOfId } from "./fact-id.ts";
import { camelIdOf, idOf } from "./grow.ts";

/** The kinds of answer that are offered; a sum is answered by its parts. */
export const answerTypes = ["boolean", "enum", "set", "integer", "decimal", "date", "sum"] as const;
export type AnswerType = (typeof answerTypes)[number];

/** How many decimals a number can have. */
export const scales = [1, 2, 3, 4, 5, 6] as const;

/** How long an answer counts, in days; 0 is the same day, absent is without a limit. */
export const freshDays = [undefined, 0, 14, 90] as const;

export interface FactForm {
  readonly question: Text;
  readonly label: Text;
  /** What applications call it; empty as long as its English name says it. */
  readonly id: string;
  readonly type: AnswerType;
  readonly values: readonly Text[];
  readonly min: string;
  readonly max: string;
  /** Decimals of a number that has them. */
  readonly scale: number;
  readonly unit: string;
  /** The facts that a sum adds up. */
  readonly parts: readonly string[];
  readonly safety: boolean;
  readonly whenUnknown: "block" | "ignore";
  readonly fresh: number | undefined;
}

const blank: Text = { fr: "", en: "" };

export const emptyFactForm: FactForm = {
  question: blank,
  label: blank,
  id: "",
  type: "boolean",
  values: [blank, blank],
  min: "",
  max: "",
  scale: 1,
  unit: "",
  parts: [],
  safety: false,
  whenUnknown: "block",
  fresh: undefined,
};

export type FactLack = "question" | "label" | "id" | "values" | "range" | "decimalRange" | "parts";

export const isWorded = (text: Text): boolean => text.fr.trim() !== "" && text.en.trim() !== "";
const isBlank = (text: Text): boolean => text.fr.trim() === "" && text.en.trim() === "";
export const trimmed = (text: Text): Text => ({ fr: text.fr.trim(), en: text.en.trim() });

const hasChoices = (type: AnswerType): boolean => type === "enum" || type === "set";

const isNumber = (type: AnswerType): boolean => type === "integer" || type === "decimal";

/** An end of the range, as it was typed; undefined when it is no number of the kind that was chosen. */
export function readEnd(form: FactForm, end: "min" | "max"): number | undefined {
  const value = readNumber(form[end]);
  const scale = form.type === "decimal" ? form.scale : 0;
  return value !== undefined && Number(value.toFixed(scale)) === value ? value : undefined;
}

function rangeOf(form: FactForm): Fact["range"] {
  const [min, max] = [readEnd(form, "min"), readEnd(form, "max")];
  return min === undefined || max === undefined || min >= max ? undefined : { min, max };
}

/** What applications will call the fact: what was chosen, else an id made of its English name. */
export function idOfForm({ id, label }: FactForm, taken: readonly string[]): string {
  return id === "" ? camelIdOf(label.en, taken) : id;
}

/** What the form lacks, in the order of its fields, where `taken` are the ids that it may not have. */
export function lacksOf(form: FactForm, taken: readonly string[]): readonly FactLack[] {
  const values = form.values.filter((v) => !isBlank(v));
  const isRange = rangeOf(form) !== undefined;
  const lacks: readonly (readonly [FactLack, boolean])[] = [
    ["question", !isWorded(form.question)],
    ["label", !isWorded(form.label)],
    ["id", troubleOfId(idOfForm(form, taken), taken) !== undefined],
    ["values", hasChoices(form.type) && (values.length < 2 || !values.every(isWorded))],
    ["range", form.type === "integer" && !isRange],
    ["decimalRange", form.type === "decimal" && !isRange],
    ["parts", form.type === "sum" && form.parts.length < 2],
  ];
  return lacks.flatMap(([lack, is]) => (is ? [lack] : []));
}

/** The facts that a sum may add up: whole numbers that are no sum themselves. */
export function addable(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((f) => f.type === "integer" && f.derive === undefined);
}

/** All that the parts of a sum can make together; undefined when one of them has no range. */
export function totalRange(parts: readonly Fact[]): Fact["range"] {
  const ranges = parts.map((f) => f.range);
  if (ranges.includes(undefined)) return undefined;
  const total = (end: "min" | "max"): number => ranges.reduce((sum, range) => sum + (range?.[end] ?? 0), 0);
  return { min: total("min"), max: total("max") };
}

/**
 * The fact that the form speaks of, beside the facts that there are, under an id that none of `taken` is; undefined while
 * something is lacking.
 */
export function factOf(form: FactForm, facts: readonly Fact[], taken: readonly string[]): Fact | undefined {
  if (lacksOf(form, taken).length > 0) return undefined;
  const days = form.safety ? 0 : form.fresh;
  return {
    id: idOfForm(form, taken),
    label: trimmed(form.label),
    question: trimmed(form.question),
    ...kindOf(form, facts),
    // A safety question that is not answered holds everything back, and its answer counts for the day.
    whenUnknown: form.safety ? "block" : form.whenUnknown,
    safety: form.safety,
    ...(days === undefined ? {} : { validFor: `P${days}D` }),
    sources: [],
  };
}

/** How the fact is answered; what belongs to another kind is left out. */
function kindOf(
  form: FactForm,
  facts: readonly Fact[],
): Pick<Fact, "type" | "values" | "range" | "scale" | "unit" | "derive"> {
  const { type } = form;
  const unit = form.unit.trim() === "" ? {} : { unit: form.unit.trim() };
  if (type === "sum") {
    const sum = facts.filter((f) => form.parts.includes(f.id));
    const range = totalRange(sum);
    return { type: "integer", ...(range ? { range } : {}), ...unit, derive: { sum: sum.map((f) => f.id) } };
  }
  if (hasChoices(type)) return { type, values: valuesOf(form.values) };
  const range = rangeOf(form);
  if (!isNumber(type) || range === undefined) return { type };
  return { type, range, ...(type === "decimal" ? { scale: form.scale } : {}), ...unit };
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
