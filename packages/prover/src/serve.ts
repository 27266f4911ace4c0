// What the solver's thread says to what it is asked: one question at a time, and what it finds on the way. It is stopped
// from outside, at any moment, by ending the thread.
import type { LocalDate, Question, Witness } from "@jumelage/engine";
import type { Answer } from "./answer.ts";
import type { WithSolver } from "./in-context.ts";
import { solve } from "./solve.ts";

/** What the thread is asked. */
export interface Asked {
  readonly id: number;
  readonly question: Question;
  readonly at: LocalDate;
  /** Whether a witness shall be made small. */
  readonly small: boolean;
}

/** What the thread says. */
export type Said =
  | { readonly kind: "ready" }
  | { readonly kind: "witness"; readonly id: number; readonly witness: Witness }
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer }
  | { readonly kind: "fault"; readonly id: number; readonly message: string };

/** The thread's way to whoever started it. */
export interface Port {
  on(event: "message", listener: (asked: Asked) => void): unknown;
  postMessage(said: Said): void;
}

/**
 * Says that the solver is ready, and from then on answers what comes through the port.
 * @throws TypeError where there is no port: outside of a thread
 */
export function serve(port: Port | null, withSolver: WithSolver): void {
  if (port === null) throw new TypeError("the solver is served in a thread only");
  port.on("message", ({ id, question, at, small }) => {
    try {
      const onWitness = (witness: Witness): void => port.postMessage({ kind: "witness", id, witness });
      const answer = withSolver((run) => solve(question, run, { at, small, onWitness }));
      port.postMessage({ kind: "answer", id, answer });
    } catch (error) {
      port.postMessage({
        kind: "fault",
        id,
        message: error instanceof Error ? error.message : String(error),
      });
    }
  });
  port.postMessage({ kind: "ready" });
}
