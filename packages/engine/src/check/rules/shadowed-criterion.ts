import { collector } from "../../model/diagnostic.ts";
import { implication, isAlways, isNever, termsOf } from "../logic/terms.ts";
import { runningCriteria, type Law } from "../law.ts";

/**
 * A criterion can decide: no other one of its decision, for the same outcome or a more cautious one, is true whenever
 * it is. Judged from the conditions alone, so what is found is certain and what is not found is not proved.
 * Two criteria that say the same are duplicates, and one that is always true is reported as such, elsewhere.
 */
export const shadowedCriterion: Law = (doc, names) => {
  const { found, add } = collector("warning");
  const term = termsOf(names);
  const implies = implication();
  const running = runningCriteria(doc, names).map((r) => ({ ...r, term: term(r.when) }));
  for (const { index, criterion, term: own } of running) {
    const decision = names.decisions.get(criterion.then.decision)?.decision;
    if (decision === undefined || criterion.shadowedOnPurpose !== undefined || isAlways(own) || isNever(own))
      continue;
    const rank = (outcome: string): number => decision.outcomes.findIndex((o) => o.id === outcome);
    const by = running.find((other) => {
      const { then } = other.criterion;
      // The criterion itself says the same, which is never a shadow.
      if (then.decision !== decision.id || isAlways(other.term)) return false;
      const same = then.outcome === criterion.then.outcome;
      const earlier = decision.kind === "one" && rank(then.outcome) < rank(criterion.then.outcome);
      if (!same && !earlier) return false;
      return implies(own, other.term) && !(same && implies(other.term, own));
    });
    if (by) {
      const same = by.criterion.then.outcome === criterion.then.outcome;
      add("criterion-shadowed", ["criteria", index], { criterion: criterion.id, by: by.criterion.id, same }, [
        ["criteria", by.index],
      ]);
    }
  }
  return found;
};
