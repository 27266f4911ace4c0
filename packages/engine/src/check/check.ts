// The one list of findings an author sees: typing first, then the laws in the order they are read in. What needs
// proof over all persons is not here; these are the checks that can be made at every keystroke.
import { hasErrors, type Diagnostic } from "../model/diagnostic.ts";
import type { DraftRuleSet, RuleSet } from "../model/rule-set.ts";
import { checkTypes, namesOf } from "../model/typing/index.ts";
import type { Law } from "./law.ts";
import { alwaysTrue } from "./rules/always-true.ts";
import { comparisonConstant } from "./rules/comparison-constant.ts";
import { derivedRange } from "./rules/derived-range.ts";
import { duplicateCriterion } from "./rules/duplicate-criterion.ts";
import { hole } from "./rules/hole.ts";
import { ignoreNegative } from "./rules/ignore-negative.ts";
import { labelRepeated } from "./rules/label-repeated.ts";
import { neverTrue } from "./rules/never-true.ts";
import { outcomeNeverConcluded } from "./rules/outcome-never-concluded.ts";
import { propertyBorrows } from "./rules/property-borrows.ts";
import { retiredValue } from "./rules/retired-value.ts";
import { safetyFact } from "./rules/safety-fact.ts";
import { shadowedCriterion } from "./rules/shadowed-criterion.ts";
import { sourceMissing } from "./rules/source-missing.ts";
import { textMissing } from "./rules/text-missing.ts";
import { unused } from "./rules/unused.ts";

/** Laws of any document of the right shape. */
export const lawsOfShape: readonly Law[] = [
  textMissing,
  hole,
  sourceMissing,
  safetyFact,
  retiredValue,
  outcomeNeverConcluded,
  propertyBorrows,
  labelRepeated,
  unused,
];

/** Laws that read what conditions mean, and so speak of well-typed documents only. */
export const lawsOfMeaning: readonly Law[] = [
  ignoreNegative,
  derivedRange,
  comparisonConstant,
  alwaysTrue,
  neverTrue,
  duplicateCriterion,
  shadowedCriterion,
];

/** Everything an author should know about a document, most pressing first: errors, then warnings, then notes. */
export function check(doc: RuleSet | DraftRuleSet): readonly Diagnostic[] {
  const draft: DraftRuleSet = doc;
  const names = namesOf(draft);
  const types = checkTypes(draft);
  const laws = hasErrors(types) ? lawsOfShape : [...lawsOfShape, ...lawsOfMeaning];
  const found = [...types, ...laws.flatMap((law) => law(draft, names))];
  return (["error", "warning", "info"] as const).flatMap((severity) =>
    found.filter((d) => d.severity === severity),
  );
}
