// The lab of this server: its work is done in a thread, so that requests are answered meanwhile. A job is cancelled by
// ending the thread; the next one starts another. After some idle time the thread is ended to give its memory back.
import { Worker } from "node:worker_threads";
import { dateIn, type Lab, type Report } from "@jumelage/api";
import type { Asked, Said } from "./lab-thread.ts";

export interface ServerLab extends Lab {
  close(): Promise<void>;
}

export interface LabOptions {
  readonly version: string;
  readonly clock: { now(): Date };
  /** How long a thread is kept without work (milliseconds). */
  readonly idle: number;
}

/** What a job that was cancelled ends with. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

/** One job at a time: a second one asked meanwhile has a thread of its own. */
export function createLab({ version, clock, idle }: LabOptions): ServerLab {
  const resting = new Set<Thread>();
  const all = new Set<Thread>();
  const rest = (thread: Thread): void => {
    resting.add(thread);
    thread.timer = setTimeout(() => end(thread), idle);
    thread.timer.unref();
  };
  const end = (thread: Thread): Promise<unknown> => {
    clearTimeout(thread.timer);
    resting.delete(thread);
    all.delete(thread);
    return thread.worker.terminate();
  };
  const take = (): Thread => {
    for (const thread of resting) {
      clearTimeout(thread.timer);
      resting.delete(thread);
      return thread;
    }
    const thread: Thread = { worker: new Worker(threadFile()), timer: undefined };
    all.add(thread);
    // A thread that ends while it rests is not handed out again.
    thread.worker.once("exit", () => {
      resting.delete(thread);
      all.delete(thread);
    });
    thread.worker.on("error", () => undefined);
    return thread;
  };
  return {
    version,
    run(work, { signal, onProgress }) {
      const ruleSet =
        work.kind === "difference" ? work.head : work.kind === "merge" ? work.merged : work.ruleSet;
      const at = dateIn(ruleSet.timeZone, clock.now());
      const thread = take();
      const { worker } = thread;
      const { promise, resolve, reject } = Promise.withResolvers<Report>();
      const settle = (finish: () => void, over: boolean): void => {
        signal.removeEventListener("abort", cancel);
        worker.off("message", hear).off("error", fail).off("exit", gone);
        if (over) void end(thread);
        else rest(thread);
        finish();
      };
      const cancel = (): void => settle(() => reject(new Cancelled()), true);
      const fail = (error: unknown): void => settle(() => reject(asError(error)), true);
      const gone = (): void => fail(new Error("the lab's thread ended"));
      const hear = (said: Said): void => {
        if (said.kind === "progress") onProgress(said.progress);
        else if (said.kind === "report") settle(() => resolve(said.report), false);
        else fail(said.error);
      };
      worker.on("message", hear).on("error", fail).on("exit", gone);
      signal.addEventListener("abort", cancel, { once: true });
      if (signal.aborted) cancel();
      else worker.postMessage({ work, at } satisfies Asked);
      return promise;
    },
    async close() {
      await Promise.all([...all].map(end));
    },
  };
}

interface Thread {
  readonly worker: Worker;
  timer: NodeJS.Timeout | undefined;
}

/** The thread's file stands beside this one, in the source and in the build. */
function threadFile(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "./lab-thread.ts" : "./lab-thread.js", import.meta.url);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
