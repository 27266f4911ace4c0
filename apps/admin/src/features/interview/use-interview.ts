// The worker's word on one person, asked anew whenever the person or the document changes. What was last said stays in
// sight meanwhile, and is never mistaken for what is being asked.
import { runnable, type DraftRuleSet, type Facts } from "@jumelage/engine";
import { useEffect, useRef, useState } from "react";
import { send } from "../../lab/worker-messages.ts";
import type { FromWorker, Step, ToWorker } from "./interview-step.ts";
import { startWorker } from "../../lab/start-worker.ts";
// oxlint-disable-next-line import/default -- the build makes it: the address of the built worker
import workerUrl from "./interview.worker.ts?worker&url";

export type Told =
  | { readonly kind: "waiting" }
  | { readonly kind: "step"; readonly step: Step; readonly pending: boolean }
  | { readonly kind: "none"; readonly why: "too-large" | "unmodelled" | "failed" };

export interface Asked {
  readonly ruleSet: DraftRuleSet;
  readonly decision: string;
  readonly facts: Facts;
  readonly at: string;
}

/** What was last said, and of whom. */
interface Said {
  readonly of: Asked;
  readonly step: Step | "too-large" | "unmodelled" | "failed";
}

export function useInterview({ ruleSet, decision, facts, at }: Asked): Told {
  const [said, setSaid] = useState<Said | null>(null);
  const worker = useRef<Worker | null>(null);
  const asked = useRef<Asked>({ ruleSet, decision, facts, at });
  const number = useRef(0);
  useEffect(() => {
    const made = startWorker(workerUrl);
    made.addEventListener("error", () => setSaid({ of: asked.current, step: "failed" }));
    made.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if ("none" in data) setSaid({ of: asked.current, step: data.none });
      else if (data.number === number.current) setSaid({ of: asked.current, step: data.step });
    });
    send(made, { begin: { ruleSet: runnable(ruleSet), decision } } satisfies ToWorker);
    worker.current = made;
    return () => made.terminate();
  }, [ruleSet, decision]);
  useEffect(() => {
    if (worker.current === null) return;
    number.current += 1;
    asked.current = { ruleSet, decision, facts, at };
    send(worker.current, { ask: { number: number.current, facts, at } } satisfies ToWorker);
  }, [ruleSet, decision, facts, at]);
  // What was said of another document, or of another decision, says nothing here.
  if (said === null || said.of.ruleSet !== ruleSet || said.of.decision !== decision) {
    return { kind: "waiting" };
  }
  if (typeof said.step === "string") return { kind: "none", why: said.step };
  return { kind: "step", step: said.step, pending: said.of.facts !== facts || said.of.at !== at };
}
