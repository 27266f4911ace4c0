import { collector } from "../../model/diagnostic.ts";
import { isAlways, termsOf } from "../logic/terms.ts";
import { runningCriteria, type Law } from "../law.ts";

/** No criterion of a `one` decision is true of everybody: it would leave nothing to those after it. */
export const alwaysTrue: Law = (doc, names) => {
  const { found, add } = collector("warning");
  const term = termsOf(names);
  for (const { index, criterion, when } of runningCriteria(doc, names)) {
    const one = names.decisions.get(criterion.then.decision)?.decision.kind === "one";
    if (one && isAlways(term(when)))
      add("always-true", ["criteria", index, "when"], { criterion: criterion.id });
  }
  return found;
};
