export { lower, mostLeaves } from "./lower.ts";
export {
  loweredRulesSchema,
  plainOperators,
  type LoweredRule,
  type LoweredRules,
  type LoweredStage,
  type PlainNode,
  type PlainOperator,
  type PlainTest,
  type PlainValue,
} from "./lowered-rules.ts";
export { runJsonRules } from "./run-json-rules.ts";
export { decisionFacts, runtimeFacts, type RuntimeFacts } from "./runtime-facts.ts";
