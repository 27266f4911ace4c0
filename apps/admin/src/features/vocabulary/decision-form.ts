// A decision as it is being asked for: what it decides, whether it has one answer or as many as it takes, and its first
// outcome. It becomes a decision once nothing is lacking; further outcomes are added to it.
import { firstStates, type Decision, type DraftRuleSet, type Outcome, type Text } from "@jumelage/engine";
import { isWorded, trimmed } from "./fact-form.ts";
import { idOf } from "./grow.ts";

export interface OutcomeForm {
  readonly label: Text;
  /** What the clinician reads. */
  readonly message: Text;
  readonly tone: Outcome["tone"];
}

export interface DecisionForm {
  readonly title: Text;
  readonly kind: Decision["kind"];
  /** Of one answer, what it is when no criterion applies; of several, the first of them. */
  readonly outcome: OutcomeForm;
  /** Whether nothing is suggested before the safety questions are answered; for several answers. */
  readonly withheld: boolean;
}

const blank: Text = { fr: "", en: "" };
export const emptyOutcomeForm: OutcomeForm = { label: blank, message: blank, tone: "neutral" };
export const emptyDecisionForm: DecisionForm = {
  title: blank,
  kind: "one",
  outcome: emptyOutcomeForm,
  withheld: true,
};

export type OutcomeLack = "label" | "message";
export type DecisionLack = "decided" | OutcomeLack;

/** What an outcome lacks, in the order of its fields. */
export function lacksOfOutcome({ label, message }: OutcomeForm): readonly OutcomeLack[] {
  return [
    ...(isWorded(label) ? [] : (["label"] as const)),
    ...(isWorded(message) ? [] : (["message"] as const)),
  ];
}

/** What a decision lacks, in the order of its fields. */
export function lacksOfDecision({ title, outcome }: DecisionForm): readonly DecisionLack[] {
  return [...(isWorded(title) ? [] : (["decided"] as const)), ...lacksOfOutcome(outcome)];
}

/** The outcome that the form speaks of, under an id that none of `taken` is. */
export function outcomeOf({ label, message, tone }: OutcomeForm, taken: readonly string[]): Outcome {
  const id = idOf(label.en, taken);
  // What stops everything is not gone past: the facts have to change.
  return { id, label: trimmed(label), message: trimmed(message), tone, override: tone !== "stop" };
}

/** The decision that the form speaks of, under an id that no version has; undefined while something is lacking. */
export function decisionOf(
  form: DecisionForm,
  draft: DraftRuleSet,
  published: DraftRuleSet | undefined,
): Decision | undefined {
  if (lacksOfDecision(form).length > 0) return undefined;
  const taken = [...draft.decisions, ...(published?.decisions ?? [])].map((d) => d.id);
  const outcome = outcomeOf(form.outcome, []);
  const { title, kind } = form;
  const decision = { id: idOf(title.en, taken), title: trimmed(title), kind, outcomes: [outcome] };
  if (kind === "many") return form.withheld ? { ...decision, withheldWhileSafetyUnknown: true } : decision;
  // The words of the other decisions for what is not known yet, so that a program speaks with one voice.
  const states = draft.decisions.find((d) => d.states !== undefined)?.states ?? firstStates;
  return { ...decision, otherwise: outcome.id, states };
}
