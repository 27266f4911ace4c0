// The thread the lab works in: one job at a time. The solver is loaded with the first job and kept. The thread is ended
// from outside, at any moment, and everything it holds with it.
import { parentPort } from "node:worker_threads";
import type { Report, Work } from "@jumelage/api";
import type { LocalDate } from "@jumelage/engine";
import { createSolver, type Solver } from "@jumelage/prover";
import { doWork, type WorkOptions } from "./do-work.ts";

/** What the thread is asked. */
export interface Asked {
  readonly work: Work;
  readonly at: LocalDate;
}

/** What the thread says. */
export type Said =
  | { readonly kind: "progress"; readonly progress: Parameters<WorkOptions["onProgress"]>[0] }
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "fault"; readonly error: unknown };

const port = parentPort;
if (!port) throw new TypeError("this file runs in a thread");
const say = (said: Said): void => port.postMessage(said);

let solver: Promise<Solver> | undefined;

port.on("message", ({ work, at }: Asked) => {
  const done = async (): Promise<Report> => {
    say({ kind: "progress", progress: { done: 0, total: 0, current: "" } });
    const loaded = await (solver ??= createSolver());
    return doWork(work, loaded, { at, onProgress: (progress) => say({ kind: "progress", progress }) });
  };
  done().then(
    (report) => say({ kind: "report", report }),
    (error: unknown) => say({ kind: "fault", error }),
  );
});
