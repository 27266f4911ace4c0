// Words: French and English sentences made from documents and answers, each time they are shown. Nothing here decides
// anything, and nothing made here is ever stored.
export {
  certainSentences,
  counterfactualSentence,
  interviewAnswerIn,
  reasonSentence,
  type About,
} from "./certain.ts";
export { claimSentence } from "./claim.ts";
export {
  conditionLines,
  conditionPhrases,
  conditionSentence,
  type ConditionLine,
  type ConditionPhrase,
} from "./condition.ts";
export { conflictWords, type ConflictWords } from "./conflict.ts";
export { consumerLackSentence } from "./consumer-lack.ts";
export { criterionSentence } from "./criterion.ts";
export { criterionExplanation, explain, type DecisionExplanation, type Explanation } from "./explain.ts";
export { operatorIn } from "./leaf.ts";
export { lexiconOf, valueIn, type Lexicon, type Style, type Wordable } from "./lexicon.ts";
export { dateIn, listOf, numberIn, quantityIn, quote, textIn, typeset } from "./language.ts";
export { reasonIn, remedyIn } from "./reasons.ts";
export { typographyFaults } from "./typography.ts";
export { personSentences, standardSentence, witnessSentences } from "./witness.ts";
export {
  diagnosticSentence,
  diagnosticWords,
  wordedCodes,
  type DiagnosticWords,
} from "./diagnostic/index.ts";
export { findingSentence, findingWords, wordedLaws } from "./finding/index.ts";
export { differenceKindIn, silentSentence, transitionSentence, type TransitionOf } from "./transition.ts";
export { differenceSentence, shortComputedState, stateLabel } from "./difference.ts";
export { changeSentence, type ChangeWords } from "./change.ts";
export {
  expectedSentences,
  profileChangeSentence,
  sentIn,
  type ProfileChangeWords,
  type Situation,
} from "./profile-change.ts";
export { boundarySentence, faultSentence, faultWords } from "./lab.ts";
export { columnHeading, testWords } from "./table.ts";
