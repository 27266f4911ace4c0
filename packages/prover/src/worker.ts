// The thread the solver runs in: takes one question at a time, answers it, and says what it found on the way. It is
// stopped from outside, at any moment, by ending the thread.
import { parentPort } from "node:worker_threads";
import type { LocalDate, Question, Witness } from "@jumelage/engine";
import { init, type Z3_context } from "z3-solver";
import type { Answer } from "./answer.ts";
import { solve } from "./solve.ts";
import { rememberTableReads, type FunctionTable } from "./table-reads.ts";

/** What the thread is asked. */
export interface Asked {
  readonly id: number;
  readonly question: Question;
  readonly at: LocalDate;
  /** Whether a witness shall be made small. */
  readonly small: boolean;
}

/** What the thread says. */
export type Said =
  | { readonly kind: "ready" }
  | { readonly kind: "witness"; readonly id: number; readonly witness: Witness }
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer }
  | { readonly kind: "fault"; readonly id: number; readonly message: string };

/** The compiled solver's own calls: the wrapped ones are called from another thread with text already given back. */
interface Compiled {
  ccall(name: string, returns: string, types: readonly string[], values: readonly unknown[]): unknown;
}

declare const WebAssembly: { readonly Table: { readonly prototype: FunctionTable } };

const port = parentPort;
if (!port) throw new TypeError("this file runs in a thread");
const say = (said: Said): void => port.postMessage(said);

rememberTableReads(WebAssembly.Table.prototype);
const { Z3, em } = await init();
const compiled = em as Compiled;

/** Many questions share a context, which is dear to make; now and then a new one drops what the old one learnt. */
const perContext = 64;
let context: Z3_context | undefined;
let asked = 0;

function answer({ id, question, at, small }: Asked): Answer {
  if (context !== undefined && asked % perContext === 0) forget(context);
  asked += 1;
  const own = (context ??= Z3.mk_context(Z3.mk_config()));
  const run = (commands: string): string =>
    String(compiled.ccall("Z3_eval_smtlib2_string", "string", ["number", "string"], [own, commands]));
  try {
    run("(push)");
    const found = solve(question, run, {
      at,
      small,
      onWitness: (witness) => say({ kind: "witness", id, witness }),
    });
    run("(pop)");
    return found;
  } catch (error) {
    forget(own);
    throw error;
  }
}

function forget(old: Z3_context): void {
  Z3.del_context(old);
  context = undefined;
}

port.on("message", (message: Asked) => {
  try {
    say({ kind: "answer", id: message.id, answer: answer(message) });
  } catch (error) {
    say({ kind: "fault", id: message.id, message: error instanceof Error ? error.message : String(error) });
  }
});
say({ kind: "ready" });
