// Answers by decision diagrams: exact, and fast where a question's diagram stays small. Independent of the solver, which
// it cross-checks; with the enumeration it shares the graph of a question.
import { answerQuestion, type LocalDate } from "@jumelage/engine";
import type { Answer, Answerer } from "./answer.ts";

export interface DiagramsOptions {
  /** The most nodes of one diagram; a larger one is undecided, `size`. */
  readonly budget?: number;
}

export interface Diagrams extends Answerer {
  readonly method: "diagram";
}

/** No answer depends on the date. */
const anyDay: LocalDate = "2026-03-02";

/** An answerer by decision diagrams. One question is worked on in one go; whoever cancels gets a turn between two. */
export function createDiagrams({ budget = 500_000 }: DiagramsOptions = {}): Diagrams {
  return {
    method: "diagram",
    ask: async (question, { signal, milliseconds = Infinity, at = anyDay } = {}): Promise<Answer> => {
      await new Promise<void>((resume) => setImmediate(resume));
      if (signal?.aborted) return { status: "undecided", reason: "cancelled" };
      const until = performance.now() + milliseconds;
      const answer = answerQuestion(question, { at, budget, shouldStop: () => performance.now() > until });
      return answer.status === "unmodelled" ? { status: "undecided", reason: "size" } : answer;
    },
  };
}
