import { collector } from "../../model/diagnostic.ts";
import { factLeavesOf, type Law } from "../law.ts";

/** No criterion reads a value that has been retired. */
export const retiredValue: Law = (doc, names) => {
  const { found, add } = collector();
  for (const { at, leaf } of factLeavesOf(doc)) {
    const retired = (names.facts.get(leaf.fact)?.values ?? [])
      .filter((v) => v.retired === true)
      .map((v) => v.id);
    const read: readonly unknown[] = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
    for (const value of retired.filter((id) => read.includes(id))) {
      add("retired-value-read", [...at, "value"], { fact: leaf.fact, value });
    }
  }
  return found;
};
