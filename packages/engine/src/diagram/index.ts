// Decision diagrams: what is certain of a decision, why, what would change it, and how to find out soonest.
export { answerQuestion, type AnswerOptions, type DiagramAnswer } from "./answer-question.ts";
export { buildDiagram, defaultBudget, type BuildOptions, type NoDiagram } from "./build.ts";
export { checkedDiagrams, diagramsOf } from "./carried.ts";
export { certain, certainties } from "./certain.ts";
export { checkDiagram, type CheckOptions, type DiagramFault } from "./check-diagram.ts";
export { counterfactuals, type ChangedFact, type Counterfactual } from "./counterfactuals.ts";
export {
  interview,
  type AnswerChoice,
  type Interview,
  type InterviewAnswer,
  type InterviewOptions,
} from "./interview.ts";
export { interviewPoints, type InterviewPoint, type PointAnswer } from "./interview-points.ts";
export { reasonsFor, type ReasonOptions, type Reasons } from "./reasons.ts";
