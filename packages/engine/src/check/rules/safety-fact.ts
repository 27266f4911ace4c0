import { collector } from "../../model/diagnostic.ts";
import type { Law } from "../law.ts";

/** A safety fact blocks while it is unknown, and its value is good for a stated time only. */
export const safetyFact: Law = (doc) => {
  const { found, add } = collector();
  doc.facts.forEach((fact, i) => {
    if (!fact.safety) return;
    if (fact.whenUnknown !== "block") add("safety-not-block", ["facts", i, "whenUnknown"], { fact: fact.id });
    if (fact.validFor === undefined) add("safety-without-freshness", ["facts", i], { fact: fact.id });
  });
  return found;
};
