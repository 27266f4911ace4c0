import { collector } from "../../model/diagnostic.ts";
import type { Law } from "../law.ts";

/** Every outcome has an enabled criterion that speaks for it, or is what the decision answers otherwise. */
export const outcomeNeverConcluded: Law = (doc) => {
  const { found, add } = collector("warning");
  doc.decisions.forEach((decision, i) =>
    decision.outcomes.forEach((outcome, j) => {
      const spoken = doc.criteria.some(
        (c) => c.enabled && c.then.decision === decision.id && c.then.outcome === outcome.id,
      );
      if (spoken || decision.otherwise === outcome.id) return;
      add("outcome-never-concluded", ["decisions", i, "outcomes", j], {
        decision: decision.id,
        outcome: outcome.id,
      });
    }),
  );
  return found;
};
