// Facts: values, range, scale, assumption and derivation fit the declared type.
import { collector, type Diagnostic } from "../diagnostic.ts";
import { isValueOf } from "../fact.ts";
import type { DraftRuleSet } from "../rule-set.ts";
import type { Names } from "./names.ts";

export function checkFacts(doc: DraftRuleSet, names: Names): readonly Diagnostic[] {
  const { found, add } = collector();
  doc.facts.forEach((fact, i) => {
    const at = ["facts", i];
    const about = { fact: fact.id, type: fact.type };
    const listed = fact.type === "enum" || fact.type === "set";
    if (listed && fact.values === undefined) add("values-required", at, about);
    if (!listed && fact.values !== undefined) add("values-not-allowed", [...at, "values"], about);
    const number = fact.type === "integer" || fact.type === "decimal";
    if (fact.range !== undefined) {
      if (!number) add("range-not-allowed", [...at, "range"], about);
      else if (fact.range.min > fact.range.max) add("range-reversed", [...at, "range"], about);
    }
    if ((fact.type === "decimal") !== (fact.scale !== undefined)) {
      add(fact.type === "decimal" ? "scale-required" : "scale-not-allowed", [...at, "scale"], about);
    }
    if (typeof fact.whenUnknown === "object" && !isValueOf(fact, fact.whenUnknown.assume)) {
      add("assumption-type", [...at, "whenUnknown", "assume"], about);
    }
    if (fact.derive !== undefined) {
      if (fact.type !== "integer") add("derived-type", [...at, "derive"], about);
      const seen = new Set<string>();
      fact.derive.sum.forEach((part, j) => {
        const place = [...at, "derive", "sum", j];
        const declared = names.facts.get(part);
        if (!declared) add("undeclared-fact", place, { fact: part });
        else if (declared.type !== "integer" || declared.derive !== undefined)
          add("derived-part-type", place, { ...about, part });
        if (seen.has(part)) add("derived-part-repeated", place, { ...about, part });
        seen.add(part);
      });
    }
  });
  return found;
}
