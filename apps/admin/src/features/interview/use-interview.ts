// The worker's word on one person, asked anew whenever the person or the document changes. What was last said stays in
// sight meanwhile, and is never mistaken for what is being asked.
import { runnable, type DraftRuleSet, type Facts } from "@jumelage/engine";
import { useEffect, useRef, useState } from "react";
import type { FromWorker, Step, ToWorker } from "./interview-step.ts";

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

export function useInterview({ ruleSet, decision, facts, at }: Asked): Told {
  const [told, setTold] = useState<Told>({ kind: "waiting" });
  const [worker, setWorker] = useState<Worker | null>(null);
  const number = useRef(0);
  useEffect(() => {
    const made = new Worker(new URL("./interview.worker.ts", import.meta.url), { type: "module" });
    made.addEventListener("error", () => setTold({ kind: "none", why: "failed" }));
    made.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if ("none" in data) setTold({ kind: "none", why: data.none });
      else if (data.number === number.current) setTold({ kind: "step", step: data.step, pending: false });
    });
    const begin: ToWorker = { begin: { ruleSet: runnable(ruleSet), decision } };
    made.postMessage(begin);
    setTold({ kind: "waiting" });
    setWorker(made);
    return () => made.terminate();
  }, [ruleSet, decision]);
  useEffect(() => {
    if (worker === null) return;
    number.current += 1;
    const ask: ToWorker = { ask: { number: number.current, facts, at } };
    worker.postMessage(ask);
    setTold((t) => (t.kind === "step" ? { ...t, pending: true } : t));
  }, [worker, facts, at]);
  return told;
}
