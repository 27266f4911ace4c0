// A threshold as it is being asked for: its name in the sentences, its number, and why it is this one. It becomes a threshold
// once nothing is lacking.
import type { Parameter, Text } from "@jumelage/engine";
import { isWorded, trimmed } from "./fact-form.ts";
import { camelIdOf } from "./grow.ts";
import { numberWithin } from "./usage.ts";

export interface ThresholdForm {
  readonly label: Text;
  /** As it was typed. */
  readonly value: string;
  readonly rationale: Text;
}

export const emptyThresholdForm: ThresholdForm = {
  label: { fr: "", en: "" },
  value: "",
  rationale: { fr: "", en: "" },
};

export type ThresholdLack = "label" | "number" | "rationale";

/** The number that was typed; undefined when it is none. */
export function typedValue(typed: string): number | undefined {
  return numberWithin(typed, { min: undefined, max: undefined, scale: 6 });
}

/** What the form lacks, in the order of its fields. */
export function lacksOfThreshold(form: ThresholdForm): readonly ThresholdLack[] {
  const lacks: readonly (readonly [ThresholdLack, boolean])[] = [
    ["label", !isWorded(form.label)],
    ["number", typedValue(form.value) === undefined],
    ["rationale", !isWorded(form.rationale)],
  ];
  return lacks.flatMap(([lack, is]) => (is ? [lack] : []));
}

/** The threshold that the form speaks of, under an id that none of `taken` is; undefined while something is lacking. */
export function parameterOf(form: ThresholdForm, taken: readonly string[]): Parameter | undefined {
  const value = typedValue(form.value);
  if (value === undefined || lacksOfThreshold(form).length > 0) return undefined;
  return {
    id: camelIdOf(form.label.en, taken, "threshold"),
    label: trimmed(form.label),
    value,
    rationale: trimmed(form.rationale),
    sources: [],
  };
}
