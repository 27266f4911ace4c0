// Small rule sets, questions about them, and the truth found by going through everybody.
export { chanceFrom, freshSeed, type Chance } from "../arbitraries/chance.ts";
export { answering, everyAnswer, everyCondition } from "./answers.ts";
export { everyChoice, faultsOf } from "./classes.ts";
export { answersOf, cheapest, costOf, everybody, today } from "./everybody.ts";
export { howMany, isLong, shareOf } from "./how-many.ts";
export { isRelated } from "../../src/question/relation.ts";
export { satisfies } from "../smt-reading.ts";
export { someGraph, type SmallGraph } from "./graphs.ts";
export {
  factTypes,
  ordersOfOneFact,
  questionsOfNewFact,
  questionsOfOneFact,
  questionsOfTwoTypes,
  relationNames,
} from "./one-fact.ts";
export { someQuestion, someQuestions } from "./questions.ts";
export { changedRuleSet, someSmallRuleSet } from "./rule-sets.ts";
