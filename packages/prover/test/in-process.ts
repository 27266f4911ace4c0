// The solver in the test's own process, without a thread: for many small questions, and for encoders that are broken.
import { inContext } from "../src/in-context.ts";
import { loadSolver } from "../src/load-solver.ts";

export const withSolver = inContext(await loadSolver());
