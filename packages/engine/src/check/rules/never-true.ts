import { collector } from "../../model/diagnostic.ts";
import { isNever, termsOf } from "../logic/terms.ts";
import { runningCriteria, type Law } from "../law.ts";

/** The condition of a criterion does not contradict itself. */
export const neverTrue: Law = (doc, names) => {
  const { found, add } = collector("warning");
  const term = termsOf(names);
  for (const { index, criterion, when } of runningCriteria(doc, names)) {
    if (isNever(term(when))) add("never-true", ["criteria", index, "when"], { criterion: criterion.id });
  }
  return found;
};
