export type { Answer, Answerer, AskOptions, UndecidedReason } from "./answer.ts";
export { createDiagrams, type Diagrams, type DiagramsOptions } from "./diagrams.ts";
export {
  createEnumeration,
  makeKernel,
  planOf,
  type Enumeration,
  type EnumerationAnswer,
  type EnumerationOptions,
  type Kernel,
  type Plan,
} from "./enumerate/index.ts";
export { compareAll, neitherGave, type MergedRuleSets } from "./difference/index.ts";
export { findFaults, laws, type FaultOptions } from "./laws/index.ts";
export { crossChecks } from "./cross-checks.ts";
export { memoryCache, type MethodReport, type ProofCache, type Remembered } from "./cache.ts";
export { prove, type Method, type ProofProgress, type ProveOptions } from "./prove.ts";
export { questionKey } from "./question-key.ts";
export { shrink } from "./shrink.ts";
export { createSolver, type Solver, type SolverOptions } from "./solver.ts";
export { witnessReport } from "./witness-report.ts";
