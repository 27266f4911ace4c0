// One question after another in a solver whose contexts are dear to make: each finds it knowing nothing, and leaves
// nothing behind. Knows neither threads nor how the solver is called.
import type { Run } from "./solve.ts";

/** What can be done with contexts of a solver. */
export interface Contexts<C> {
  readonly make: () => C;
  /** Runs commands in a context and gives what was printed. */
  readonly run: (context: C, commands: string) => string;
  /** Gives back all that a context holds; it is not used after that. */
  readonly end: (context: C) => void;
}

/** What `use` gives when it may run commands in a solver that knows nothing yet and forgets everything after. */
export type WithSolver = <T>(use: (run: Run) => T) => T;

/** Many questions share a context; now and then a new one drops what the old one learnt. */
const perContext = 64;

/** Shares the contexts of a solver. After a fault a context is not used again. */
export function inContext<C>({ make, run, end }: Contexts<C>): WithSolver {
  let current: { readonly context: C; asked: number } | undefined;
  return (use) => {
    current ??= { context: make(), asked: 0 };
    const { context } = current;
    current.asked += 1;
    let isSpent = true;
    try {
      run(context, "(push)");
      const result = use((commands) => run(context, commands));
      run(context, "(pop)");
      isSpent = current.asked === perContext;
      return result;
    } finally {
      if (isSpent) {
        current = undefined;
        end(context);
      }
    }
  };
}
