// A named condition as it is being asked for: its name in the sentences, and what it stands for. It is added once nothing is
// lacking and nothing in its sentence is still to be chosen.
import { hasHole, type DraftCondition, type DraftNamedCondition, type Text } from "@jumelage/engine";
import { addCondition } from "../criteria/edit-condition.ts";
import { isWorded, trimmed } from "./fact-form.ts";

export interface ConditionForm {
  readonly label: Text;
  readonly when: DraftCondition;
}

/** A sentence in which nothing is said yet. */
export const nothingSaid: DraftCondition = addCondition(undefined, []);
export const emptyConditionForm: ConditionForm = { label: { fr: "", en: "" }, when: nothingSaid };

export type ConditionLack = "label" | "sentence";

/** What the form lacks, in the order of its fields. */
export function lacksOfCondition(form: ConditionForm): readonly ConditionLack[] {
  return [
    ...(isWorded(form.label) ? [] : (["label"] as const)),
    ...(hasHole(form.when) ? (["sentence"] as const) : []),
  ];
}

/** What the form speaks of; undefined while something is lacking. */
export function conditionOf(form: ConditionForm): Omit<DraftNamedCondition, "id"> | undefined {
  return lacksOfCondition(form).length > 0 ? undefined : { label: trimmed(form.label), when: form.when };
}
