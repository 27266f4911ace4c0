// What the worker answers about one point of an interview. Shapes only, shared by the page and the worker.
import type { Certain, Counterfactual, Facts, InterviewAnswer, Reasons, RuleSet } from "@jumelage/engine";

/** The next question with what each answer would leave; one step of the interview, without what comes after it. */
export interface NextQuestion {
  readonly fact: string;
  readonly answers: readonly (Pick<InterviewAnswer, "choices" | "outcomes"> & { readonly worst: number })[];
}

export interface Step {
  readonly certain: Certain;
  /** How many questions are left at most and on average; absent where the interview is too long to plan. */
  readonly length?: { readonly worst: number; readonly mean: number };
  readonly question?: NextQuestion;
  readonly reasons?: Reasons;
  readonly counterfactuals?: readonly Counterfactual[];
}

/** `begin` is sent once for a document, `ask` for each person; answers carry the number of what they answer. */
export type ToWorker =
  | { readonly begin: { readonly ruleSet: RuleSet; readonly decision: string } }
  | { readonly ask: { readonly number: number; readonly facts: Facts; readonly at: string } };

export type FromWorker =
  | { readonly number: number; readonly step: Step }
  /** The criteria cannot be laid out whole: nothing exact can be said. */
  | { readonly none: "too-large" | "unmodelled" };
