// What other ways to run a compiled rule set are made from: its plan, and the reading of facts into words. For the
// cohort, which judges many persons at once.
export * from "./graph.ts";
export * from "./layout.ts";
export { newWords, nobodyOf, type EncodedPerson, type Words } from "./person.ts";
export { Unmodelled } from "./unmodelled.ts";
export { planOf, type Plan, type PlannedCriterion, type PlannedOutcome, type Step } from "./plan.ts";
export { factsReader, type Day, type FactsReader } from "./read-facts.ts";
