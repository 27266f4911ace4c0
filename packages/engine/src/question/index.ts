// Questions about all persons: what can be asked, what is asked of every rule set, and whether an answer replays.
export { breaksClaim, differs, isIn, statesOf } from "./of-property.ts";
export {
  askOne,
  samePerson,
  type Formula,
  type Order,
  type Question,
  type Relation,
  type Setting,
  type Standing,
  type World,
} from "./question.ts";
export { standardQuestions, withoutCriterion, type StandardQuestion } from "./standard.ts";
export { isTrueOf, isWitness, readBy, type Read, type Witness } from "./witness.ts";
