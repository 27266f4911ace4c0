// The proof lab's pure part: boundaries, seeded faults, coverage and the smallest set of profiles.
export { disagreements, type Disagreement, type OtherEvaluator } from "./agreement.ts";
export { applyFault } from "./apply-fault.ts";
export { boundaries, boundaryScore } from "./boundaries.ts";
export { coverage, smallestSet } from "./coverage.ts";
export { unexplainedTransitions, type UnexplainedTransition } from "./explained.ts";
export { seededFaults, type SeededFault } from "./faults/index.ts";
export { expectedInFull } from "./full-result.ts";
export { hazardGaps, type HazardGaps } from "./hazards.ts";
export { survivors } from "./jury.ts";
export { mutate, MutationCancelled, type MutateOptions, type Noticed } from "./mutate.ts";
export { noticeQuestion } from "./notice-question.ts";
export { openStatements, type OpenStatement } from "./sources.ts";
