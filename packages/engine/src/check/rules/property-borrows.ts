import { nodesOf } from "../../model/condition.ts";
import { collector } from "../../model/diagnostic.ts";
import type { Law } from "../law.ts";

/**
 * A property spells out its facts and numbers: one that borrows the named conditions or the parameters of the criteria
 * is loosened together with them, and then proves nothing.
 */
export const propertyBorrows: Law = (doc) => {
  const { found, add } = collector("warning");
  doc.properties.forEach(({ id, claim }, i) => {
    const key = "given" in claim ? "given" : "condition";
    const condition = "given" in claim ? claim.given : "condition" in claim ? claim.condition : undefined;
    if (condition === undefined) return;
    for (const { at, node } of nodesOf(condition)) {
      const here = ["properties", i, "claim", key, ...at];
      if ("condition" in node)
        add("property-uses-condition", here, { property: id, condition: node.condition });
      else if ("fact" in node && typeof node.value === "object" && "parameter" in node.value) {
        add("property-uses-parameter", [...here, "value"], { property: id, parameter: node.value.parameter });
      }
    }
  });
  return found;
};
