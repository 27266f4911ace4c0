// A solver thread as an object: started when first needed, ended at once when told to, and started again after that.
import { Worker } from "node:worker_threads";
import type { Answer } from "./answer.ts";
import type { Asked, Said } from "./worker.ts";
import type { Witness } from "@jumelage/engine";

export interface Listener {
  readonly onWitness: (witness: Witness) => void;
  readonly onAnswer: (answer: Answer) => void;
  readonly onFault: (error: Error) => void;
}

export class WorkerThread {
  #worker: Worker | undefined;
  #ready: Promise<void> | undefined;
  #listener: (Listener & { readonly id: number }) | undefined;
  #count = 0;

  /** Loads the solver; resolves when it can be asked. */
  start(): Promise<void> {
    this.#ready ??= this.#begin();
    return this.#ready;
  }

  /** Asks the loaded solver; one question at a time. */
  ask(asked: Omit<Asked, "id">, listener: Listener): void {
    this.#count += 1;
    this.#listener = { ...listener, id: this.#count };
    this.#worker?.postMessage({ ...asked, id: this.#count } satisfies Asked);
  }

  /** Ends the thread, whatever it is doing; the next `start` makes a new one. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#ready = undefined;
    this.#listener = undefined;
    await worker?.terminate();
  }

  #begin(): Promise<void> {
    const worker = new Worker(threadFile());
    this.#worker = worker;
    const loaded = new Promise<void>((resolve, reject) => {
      const fail = (error: Error): void => {
        reject(error);
        if (this.#worker !== worker) return;
        const listener = this.#listener;
        void this.stop();
        listener?.onFault(error);
      };
      worker.on("error", (error) => fail(error instanceof Error ? error : new Error(String(error))));
      worker.on("exit", () => fail(new Error("the solver's thread ended")));
      worker.on("message", (said: Said) => {
        if (said.kind === "ready") resolve();
        else if (this.#worker === worker && this.#listener?.id === said.id) tell(this.#listener, said);
      });
    });
    // Whoever waits for it is told; nobody need be waiting.
    loaded.catch(() => undefined);
    return loaded;
  }
}

function tell(listener: Listener, said: Exclude<Said, { kind: "ready" }>): void {
  if (said.kind === "witness") listener.onWitness(said.witness);
  else if (said.kind === "answer") listener.onAnswer(said.answer);
  else listener.onFault(new Error(said.message));
}

/** The thread's file stands beside this one, in the source and in a build. */
function threadFile(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);
}
