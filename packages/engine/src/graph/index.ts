// Classes of persons and a boolean graph over them: what enumeration and decision diagrams are made from.
export { childrenOfNode, reachableFrom, valuesOf, type Graph, type GraphNode } from "./graph.ts";
export {
  graphOf,
  ruleSetGraph,
  type DecisionNodes,
  type QuestionGraph,
  type RuleSetGraph,
  type Unmodelled as UnmodelledGraph,
} from "./graph-of.ts";
export { classesOf, type Dimension, type Interval, type Option, type Space } from "./space.ts";
export { dropIdle, mergeDimensions, type Asked, type Merged } from "./merge.ts";
