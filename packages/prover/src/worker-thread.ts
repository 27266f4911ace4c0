// A solver thread as an object: started when first needed, ended at once when told to, and started again after that.
import { Worker } from "node:worker_threads";
import type { Witness } from "@jumelage/engine";
import type { Answer } from "./answer.ts";
import type { Asked, Said } from "./serve.ts";

export interface Listener {
  readonly onWitness: (witness: Witness) => void;
  readonly onAnswer: (answer: Answer) => void;
  readonly onFault: (error: Error) => void;
}

/** What is used of a thread. */
export interface Thread {
  on(event: "message", listener: (said: Said) => void): unknown;
  on(event: "error", listener: (error: unknown) => void): unknown;
  on(event: "exit", listener: () => void): unknown;
  postMessage(asked: Asked): void;
  terminate(): Promise<unknown>;
}

export class WorkerThread {
  readonly #begin: () => Thread;
  #running: { readonly worker: Thread; readonly ready: Promise<void> } | undefined;
  #listener: (Listener & { readonly id: number }) | undefined;
  #count = 0;

  /** A thread that runs the solver, or what `begin` begins. */
  constructor(begin: () => Thread = solverThread) {
    this.#begin = begin;
  }

  /** Loads the solver; resolves when it can be asked. */
  start(): Promise<void> {
    this.#running ??= this.#run(this.#begin());
    return this.#running.ready;
  }

  /** Asks the loaded solver; one question at a time. */
  ask(asked: Omit<Asked, "id">, listener: Listener): void {
    this.#count += 1;
    this.#listener = { ...listener, id: this.#count };
    this.#running?.worker.postMessage({ ...asked, id: this.#count });
  }

  /** Ends the thread, whatever it is doing; the next `start` makes a new one. */
  async stop(): Promise<void> {
    const worker = this.#running?.worker;
    this.#running = undefined;
    this.#listener = undefined;
    await worker?.terminate();
  }

  #run(worker: Thread): { readonly worker: Thread; readonly ready: Promise<void> } {
    const ready = new Promise<void>((resolve, reject) => {
      const fail = (error: Error): void => {
        reject(error);
        if (this.#running?.worker !== worker) return;
        const listener = this.#listener;
        void this.stop();
        listener?.onFault(error);
      };
      worker.on("error", (error) => fail(error instanceof Error ? error : new Error(String(error))));
      worker.on("exit", () => fail(new Error("the solver's thread ended")));
      worker.on("message", (said) => {
        if (said.kind === "ready") resolve();
        else if (this.#listener?.id === said.id) tell(this.#listener, said);
      });
    });
    // Whoever waits for it is told; nobody need be waiting.
    ready.catch(() => undefined);
    return { worker, ready };
  }
}

function tell(listener: Listener, said: Exclude<Said, { kind: "ready" }>): void {
  if (said.kind === "witness") listener.onWitness(said.witness);
  else if (said.kind === "answer") listener.onAnswer(said.answer);
  else listener.onFault(new Error(said.message));
}

/** The thread's file stands beside this one and is of its kind, in the source and in a build. */
function solverThread(): Thread {
  const kind = import.meta.url.slice(import.meta.url.lastIndexOf("."));
  return new Worker(new URL(`worker${kind}`, import.meta.url));
}
