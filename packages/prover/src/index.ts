export type { Answer, Answerer, AskOptions, UndecidedReason } from "./answer.ts";
export { compareAll, type CompareOptions } from "./difference/index.ts";
export { findFaults, laws, type FaultOptions } from "./laws/index.ts";
export { createSolver, type Solver, type SolverOptions } from "./solver.ts";
