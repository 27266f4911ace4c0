// A thread that says what a test makes it say, and remembers what it was asked.
import type { Asked, Said } from "../src/serve.ts";
import type { Thread } from "../src/worker-thread.ts";

export class FakeThread implements Thread {
  readonly asked: Asked[] = [];
  terminated = 0;
  readonly #listeners = new Map<string, (what: never) => void>();

  on(event: string, listener: (what: never) => void): void {
    this.#listeners.set(event, listener);
  }

  postMessage(asked: Asked): void {
    this.asked.push(asked);
  }

  /** As a real thread: whoever ends it is told by the event as well. */
  async terminate(): Promise<void> {
    this.terminated += 1;
    this.ends();
  }

  says(said: Said): void {
    this.#emit("message", said);
  }

  fails(error: unknown): void {
    this.#emit("error", error);
  }

  ends(): void {
    this.#emit("exit", undefined);
  }

  #emit(event: string, what: unknown): void {
    this.#listeners.get(event)?.(what as never);
  }
}

/** Threads as they are begun, one after another. */
export function fakeThreads() {
  const threads: FakeThread[] = [];
  const begin = (): FakeThread => {
    const thread = new FakeThread();
    threads.push(thread);
    return thread;
  };
  return { threads, begin };
}

/** Lets everything that waits for nothing but its turn have it. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
