// Asks the worker something about the documents on screen; asks anew when they change, and forgets what it was asked
// before. The last answer stays in sight meanwhile.
import { runnable, type DraftRuleSet, type Profile } from "@jumelage/engine";
import { useEffect, useState } from "react";
import type { Answers, Asked, Replied } from "./pure-tasks.ts";
import { send } from "./worker-messages.ts";
import { startWorker } from "./start-worker.ts";
// oxlint-disable-next-line import/default -- the build makes it: the address of the built worker
import workerUrl from "./pure.worker.ts?worker&url";

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

/** What was last said, and of which documents; without an answer it failed. */
interface Said<A> {
  readonly of?: Documents;
  readonly answer?: A;
}

/** How long the documents must rest before they are looked at, so that every keystroke does not start a worker. */
const rest = 250;

export function usePure<T extends keyof Answers>(
  task: T,
  { ruleSet, profiles }: Documents,
): Pure<Answers[T]> {
  const [said, setSaid] = useState<Said<Answers[T]>>({});
  useEffect(() => {
    let worker: Worker | undefined;
    const begin = (): void => {
      worker = startWorker(workerUrl);
      const failed = (): void => setSaid({ of: { ruleSet, profiles } });
      worker.addEventListener("error", failed);
      worker.addEventListener("message", ({ data }: MessageEvent<Replied<T>>) => {
        worker?.terminate();
        if ("answer" in data) setSaid({ of: { ruleSet, profiles }, answer: data.answer });
        else failed();
      });
      send(worker, { task, ruleSet: runnable(ruleSet), profiles } satisfies Asked<T>);
    };
    const timer = window.setTimeout(begin, rest);
    return () => {
      window.clearTimeout(timer);
      worker?.terminate();
    };
  }, [task, ruleSet, profiles]);
  const current = said.of?.ruleSet === ruleSet && said.of.profiles === profiles;
  return { answer: said.answer, pending: !current, failed: current && said.answer === undefined };
}
