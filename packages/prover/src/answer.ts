// Answers to questions about all persons. Whatever gives one (a solver, an enumeration, a decision diagram), a witness
// was replayed by the direct reading first, and "undecided" is an answer of its own that never counts as "nobody".
import type { LocalDate, Question, Witness, undecidedReasons } from "@jumelage/engine";

export type UndecidedReason = (typeof undecidedReasons)[number];

export type Answer =
  /** Proved: there is no such person. */
  | { readonly status: "nobody" }
  /** There is; this one was replayed. */
  | { readonly status: "somebody"; readonly witness: Witness }
  | { readonly status: "undecided"; readonly reason: UndecidedReason };

export interface AskOptions {
  /** Stops the search: the answer is then undecided, `cancelled`. */
  readonly signal?: AbortSignal;
  /** The most time one question may take: then it is undecided, `time`. */
  readonly milliseconds?: number;
  /** The evaluation date of the persons found: whom a question is about never depends on it. */
  readonly at?: LocalDate;
  /** Whether a witness shall be made small; it is unless this says no, which is quicker. */
  readonly small?: boolean;
}

/** Something that answers questions about all persons. */
export interface Answerer {
  ask(question: Question, options?: AskOptions): Promise<Answer>;
}
