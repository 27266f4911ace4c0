// Decision diagrams: what is certain of a decision, why, what would change it, and how to find out soonest.
export { buildDiagram, defaultBudget, type BuildOptions, type NoDiagram } from "./build.ts";
export { certain, type Certain } from "./certain.ts";
export { checkDiagram, type CheckOptions, type DiagramFault } from "./check-diagram.ts";
export { counterfactuals, type Changed, type Counterfactual } from "./counterfactuals.ts";
export {
  interview,
  type Choice,
  type Interview,
  type InterviewAnswer,
  type InterviewOptions,
} from "./interview.ts";
export { reasonsFor, type ReasonOptions, type Reasons } from "./reasons.ts";
