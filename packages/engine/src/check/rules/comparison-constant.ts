import { literalKind } from "../../model/operators.ts";
import { collector } from "../../model/diagnostic.ts";
import { isPartOf } from "../logic/value-set.ts";
import { factTests } from "../logic/tests.ts";
import { factLeavesOf, type Law } from "../law.ts";

/** A comparison can come out both ways: it is neither true nor false of every value its fact can have. */
export const comparisonConstant: Law = (doc, names) => {
  const { found, add } = collector("warning");
  for (const { at, leaf } of factLeavesOf(doc)) {
    if (literalKind(leaf.operator) === "none") continue;
    for (const test of factTests(leaf, false, names)) {
      if (test.kind !== "values") continue;
      if (test.values.length === 0) add("comparison-never", at, { fact: leaf.fact });
      else if (isPartOf(test.domain, test.values)) add("comparison-always", at, { fact: leaf.fact });
    }
  }
  return found;
};
