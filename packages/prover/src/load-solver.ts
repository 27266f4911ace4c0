// The solver, z3, as compiled to WebAssembly: loaded into the thread that calls it, and called there one call at a time.
import { init, type Z3_context } from "z3-solver";
import type { Contexts } from "./in-context.ts";

/** The compiled solver's own calls: the wrapped ones are called from another thread with text already given back. */
interface Compiled {
  ccall(name: string, returns: string, types: readonly string[], values: readonly unknown[]): unknown;
}

/** Loads the solver, which takes a while; it stays loaded as long as the thread lives. */
export async function loadSolver(): Promise<Contexts<Z3_context>> {
  const { Z3, em } = await init();
  const compiled = em as Compiled;
  return {
    make: () => Z3.mk_context(Z3.mk_config()),
    run: (context, commands) =>
      String(compiled.ccall("Z3_eval_smtlib2_string", "string", ["number", "string"], [context, commands])),
    end: Z3.del_context,
  };
}
