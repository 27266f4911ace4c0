export {
  evaluate,
  evaluatePerson,
  verdictsFor,
  type CriterionTrace,
  type Evaluation,
  type Trace,
} from "./evaluate.ts";
export { undecidedFacts } from "./trace.ts";
export type {
  AlwaysNode,
  AtLeastNode,
  DecisionNode,
  FactNode,
  GroupNode,
  Known,
  NamedNode,
  StateNode,
  TraceNode,
} from "./trace.ts";
