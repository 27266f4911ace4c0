// Asks the worker something about the documents on screen; asks anew when they change, and forgets what it was asked
// before. The last answer stays in sight meanwhile.
import { runnable, type DraftRuleSet, type Profile } from "@jumelage/engine";
import { useEffect, useState } from "react";
import type { Answers, Asked, Replied } from "./pure-tasks.ts";

export interface Pure<A> {
  /** The last answer; of an earlier content while `pending`. */
  readonly answer: A | undefined;
  readonly pending: boolean;
  readonly failed: boolean;
}

export interface Documents {
  readonly ruleSet: DraftRuleSet;
  readonly profiles: readonly Profile[];
}

/** How long the documents must rest before they are looked at, so that every keystroke does not start a worker. */
const rest = 250;

export function usePure<T extends keyof Answers>(
  task: T,
  { ruleSet, profiles }: Documents,
): Pure<Answers[T]> {
  const [state, setState] = useState<Pure<Answers[T]>>({ answer: undefined, pending: true, failed: false });
  useEffect(() => {
    setState((s) => (s.pending ? s : { ...s, pending: true }));
    let worker: Worker | undefined;
    const begin = (): void => {
      worker = new Worker(new URL("./pure.worker.ts", import.meta.url), { type: "module" });
      const failed = (): void => setState({ answer: undefined, pending: false, failed: true });
      worker.addEventListener("error", failed);
      worker.addEventListener("message", ({ data }: MessageEvent<Replied<T>>) => {
        worker?.terminate();
        if ("answer" in data) setState({ answer: data.answer, pending: false, failed: false });
        else failed();
      });
      const asked: Asked<T> = { task, ruleSet: runnable(ruleSet), profiles };
      worker.postMessage(asked);
    };
    const timer = window.setTimeout(begin, rest);
    return () => {
      window.clearTimeout(timer);
      worker?.terminate();
    };
  }, [task, ruleSet, profiles]);
  return state;
}
