import { nodesOf, type Hole } from "../../model/condition.ts";
import { collector } from "../../model/diagnostic.ts";
import { conditionsOf, type Law } from "../law.ts";

/** Nothing is left to be written: every criterion has a condition, and no condition has a hole. */
export const hole: Law = (doc) => {
  const { found, add } = collector();
  doc.criteria.forEach((c, i) => {
    if (c.when === undefined) add("condition-missing", ["criteria", i], { criterion: c.id });
  });
  for (const { at, when } of conditionsOf(doc)) {
    for (const { at: inside, node } of nodesOf<Hole>(when))
      if ("hole" in node) add("condition-hole", [...at, ...inside]);
  }
  return found;
};
