export type { Answer, Answerer, AskOptions, UndecidedReason } from "./answer.ts";
export { createSolver, type Solver, type SolverOptions } from "./solver.ts";
