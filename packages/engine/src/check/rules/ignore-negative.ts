import { childrenOf, type DraftCondition, type FactOperator } from "../../model/condition.ts";
import { collector, type Path } from "../../model/diagnostic.ts";
import type { Law } from "../law.ts";

const negativeOperators: ReadonlySet<FactOperator> = new Set([
  "notEqual",
  "notIn",
  "doesNotContain",
  "containsNone",
]);

/**
 * A criterion reads an `ignore` fact in positive form only: neither with a negative operator nor under a negation
 * (two negations cancel), named conditions followed. So nobody has to think of what "not" says of an optional fact
 * that was never asked.
 */
export const ignoreNegative: Law = (doc, names) => {
  const { found, add } = collector();
  doc.criteria.forEach((criterion, i) => {
    const seen = new Set<string>();
    // `here` is the node to blame in the criterion; `there` the leaf's place in a named condition, if it is in one.
    const visit = (node: DraftCondition, negated: boolean, here: Path, there?: Path): void => {
      const next = there ?? here;
      if ("fact" in node) {
        const fact = names.facts.get(node.fact);
        if (fact?.whenUnknown !== "ignore" || negativeOperators.has(node.operator) === negated) return;
        add(
          "ignore-negative",
          here,
          { fact: fact.id, criterion: criterion.id },
          there === undefined ? undefined : [there],
        );
      } else if ("condition" in node) {
        const index = doc.conditions.findIndex((c) => c.id === node.condition);
        const named = doc.conditions[index];
        const key = `${negated} ${node.condition}`;
        if (named === undefined || seen.has(key)) return;
        seen.add(key);
        visit(named.when, negated, here, ["conditions", index, "when"]);
      } else {
        for (const child of childrenOf(node)) {
          const at = [...next, ...child.at];
          visit(
            child.node,
            "not" in node ? !negated : negated,
            there === undefined ? at : here,
            there === undefined ? undefined : at,
          );
        }
      }
    };
    if (criterion.when !== undefined) visit(criterion.when, false, ["criteria", i, "when"]);
  });
  return found;
};
