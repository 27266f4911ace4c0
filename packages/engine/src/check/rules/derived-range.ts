import { collector } from "../../model/diagnostic.ts";
import type { Law } from "../law.ts";

/** Every total that the parts of a derived fact can make is a value of that fact. */
export const derivedRange: Law = (doc, names) => {
  const { found, add } = collector("warning");
  doc.facts.forEach((fact, i) => {
    const parts = (fact.derive?.sum ?? []).map((part) => names.facts.get(part)?.range);
    if (fact.range === undefined || parts.length === 0) return;
    const min = parts.reduce((sum, range) => sum + (range?.min ?? -Infinity), 0);
    const max = parts.reduce((sum, range) => sum + (range?.max ?? Infinity), 0);
    if (min < fact.range.min || max > fact.range.max)
      add("derived-range", ["facts", i, "range"], { fact: fact.id });
  });
  return found;
};
