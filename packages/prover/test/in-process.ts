// The solver in the test's own process, without a thread: for many small questions, and for encoders that are broken.
import { init, type Z3_context } from "z3-solver";

interface Compiled {
  ccall(name: string, returns: string, types: readonly string[], values: readonly unknown[]): unknown;
}

const { Z3, em } = await init();

const perContext = 100;
let context: Z3_context | undefined;
let asked = 0;

/** What `use` gives when it may run commands in a solver that knows nothing yet and forgets everything after. */
export function withSolver<T>(use: (run: (commands: string) => string) => T): T {
  if (context !== undefined && asked % perContext === 0) forget(context);
  asked += 1;
  const own = (context ??= Z3.mk_context(Z3.mk_config()));
  const run = (commands: string): string =>
    String((em as Compiled).ccall("Z3_eval_smtlib2_string", "string", ["number", "string"], [own, commands]));
  try {
    run("(push)");
    const result = use(run);
    run("(pop)");
    return result;
  } catch (error) {
    forget(own);
    throw error;
  }
}

function forget(old: Z3_context): void {
  Z3.del_context(old);
  context = undefined;
}
