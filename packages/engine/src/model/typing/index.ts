// Typing: whether a document of the right shape is also well typed. The same for rule sets and drafts, because
// what is present in a draft is never ill-typed.
import type { Diagnostic } from "../diagnostic.ts";
import type { DraftRuleSet } from "../rule-set.ts";
import { checkCircles, checkCondition } from "./conditions.ts";
import { checkCriteria, checkDecisions } from "./decisions.ts";
import { checkFacts } from "./facts.ts";
import { checkNames, namesOf } from "./names.ts";
import { checkProperties } from "./properties.ts";

export { namesOf, type Names } from "./names.ts";
export { reaches } from "./conditions.ts";

/** Every typing finding of a document; all are errors, and a document that has one does not parse. */
export function checkTypes(doc: DraftRuleSet): readonly Diagnostic[] {
  const names = namesOf(doc);
  return [
    ...checkNames(doc),
    ...checkFacts(doc, names),
    ...checkDecisions(doc),
    ...doc.conditions.flatMap((c, i) =>
      checkCondition(c.when, ["conditions", i, "when"], { decisionsBefore: "none", twoValued: true }, names),
    ),
    ...checkCircles(doc, names),
    ...checkCriteria(doc, names),
    ...checkProperties(doc, names),
  ];
}
