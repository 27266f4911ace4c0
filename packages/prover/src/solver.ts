// Questions answered by an SMT solver in a thread of its own: one at a time, each within its time, cancelled at once.
import type { LocalDate, Question, Witness } from "@jumelage/engine";
import type { Answer, Answerer, AskOptions } from "./answer.ts";
import { WorkerThread } from "./worker-thread.ts";

/** What is used of a thread. */
export type SolverThread = Pick<WorkerThread, "start" | "ask" | "stop">;

export interface SolverOptions {
  /** The evaluation date of the persons found, where a question does not say one. */
  readonly at?: LocalDate;
}

export interface Solver extends Answerer {
  readonly method: "solver";
  /** Ends the thread; questions still open are undecided, `cancelled`. */
  close(): Promise<void>;
}

const someDay = "2026-01-01";

/** Loads the solver. Close it when done: its thread keeps a process alive. */
export async function createSolver({ at = someDay }: SolverOptions = {}): Promise<Solver> {
  const thread = new WorkerThread();
  await thread.start();
  return solverIn(thread, at);
}

/** The solver in a thread of its own, which is started again whenever it was ended. */
export function solverIn(thread: SolverThread, at: LocalDate): Solver {
  let closed = false;
  let cancelCurrent: (() => void) | undefined;
  // Questions wait for one another; a failed one is told to whoever asked it.
  let last: Promise<unknown> = Promise.resolve();
  const ask = (question: Question, options: AskOptions = {}): Promise<Answer> => {
    const turn = last.then(async (): Promise<Answer> => {
      const isOver = (): boolean => closed || options.signal?.aborted === true;
      if (!isOver()) await thread.start();
      // To load takes a while, in which somebody may have thought better of it.
      if (isOver()) return { status: "undecided", reason: "cancelled" };
      return askThread(
        thread,
        { question, at: options.at ?? at, small: options.small !== false },
        { ...options, onStart: (c) => (cancelCurrent = c) },
      );
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    method: "solver",
    ask,
    async close() {
      closed = true;
      cancelCurrent?.();
      await last;
      await thread.stop();
    },
  };
}

interface Ways extends AskOptions {
  readonly onStart: (cancel: () => void) => void;
}

function askThread(
  thread: SolverThread,
  asked: { readonly question: Question; readonly at: LocalDate; readonly small: boolean },
  { signal, milliseconds, onStart }: Ways,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let found: Witness | undefined;
    let timer: NodeJS.Timeout | undefined;
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
    };
    const end = (reason: "time" | "cancelled"): void => {
      settle();
      // Somebody found in time is an answer, though perhaps not the smallest.
      const answer: Answer =
        found && reason === "time" ? { status: "somebody", witness: found } : { status: "undecided", reason };
      thread.stop().then(() => resolve(answer), reject);
    };
    const cancel = (): void => end("cancelled");
    if (milliseconds !== undefined) timer = setTimeout(() => end("time"), milliseconds);
    signal?.addEventListener("abort", cancel, { once: true });
    onStart(cancel);
    thread.ask(asked, {
      onWitness: (witness) => (found = witness),
      onAnswer: (answer) => {
        settle();
        resolve(answer);
      },
      onFault: (error) => {
        settle();
        reject(error);
      },
    });
  });
}
