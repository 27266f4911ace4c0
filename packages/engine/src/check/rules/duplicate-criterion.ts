import { collector } from "../../model/diagnostic.ts";
import { implication, termsOf } from "../logic/terms.ts";
import { runningCriteria, type Law } from "../law.ts";

/** No two criteria for the same outcome say the same, however their conditions are written. */
export const duplicateCriterion: Law = (doc, names) => {
  const { found, add } = collector("warning");
  const term = termsOf(names);
  const implies = implication();
  const running = runningCriteria(doc, names).map((r) => ({ ...r, term: term(r.when) }));
  running.forEach(({ index, criterion, term: own }, i) => {
    if (criterion.shadowedOnPurpose !== undefined) return;
    const first = running
      .slice(0, i)
      .find(
        ({ criterion: c, term: other }) =>
          c.then.decision === criterion.then.decision &&
          c.then.outcome === criterion.then.outcome &&
          c.shadowedOnPurpose === undefined &&
          implies(own, other) &&
          implies(other, own),
      );
    if (first) {
      add("criterion-duplicate", ["criteria", index], { criterion: criterion.id, by: first.criterion.id }, [
        ["criteria", first.index],
      ]);
    }
  });
  return found;
};
