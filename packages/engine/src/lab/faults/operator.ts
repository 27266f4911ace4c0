// A comparison that asks something else of the same fact and value: the boundary on the wrong side, the opposite, all
// for any, a forgotten or an added "not".
import type { Condition, FactLeaf, FactOperator } from "../../model/condition.ts";
import { placedNodes, type Seeder } from "./seed.ts";

/** What an operator is mistaken for. */
const mistaken: Readonly<Record<FactOperator, readonly FactOperator[]>> = {
  equal: ["notEqual"],
  notEqual: ["equal"],
  lessThan: ["lessThanInclusive", "greaterThanInclusive"],
  lessThanInclusive: ["lessThan", "greaterThan"],
  greaterThan: ["greaterThanInclusive", "lessThanInclusive"],
  greaterThanInclusive: ["greaterThan", "lessThan"],
  in: ["notIn"],
  notIn: ["in"],
  contains: ["doesNotContain"],
  doesNotContain: ["contains"],
  containsAny: ["containsNone", "containsAll"],
  containsNone: ["containsAny"],
  containsAll: ["containsNone", "containsAny"],
  isEmpty: ["isNotEmpty"],
  isNotEmpty: ["isEmpty"],
  isKnown: ["isUnknown"],
  isUnknown: ["isKnown"],
};

export const operator: Seeder = (ruleSet) =>
  placedNodes(ruleSet).flatMap(({ of, at, node }) => {
    const seed = (where: readonly (string | number)[], before: unknown, after: unknown) => ({
      kind: "operator" as const,
      of,
      at: [...at, ...where],
      before,
      after,
    });
    if ("not" in node) return [seed([], node, node.not)];
    if ("decision" in node) return [seed([], node, { not: node } satisfies Condition)];
    if (!("fact" in node)) return [];
    if (typeof node.value === "boolean") return [seed(["value"], node.value, !node.value)];
    return mistaken[node.operator]
      .filter((other) => !isSame(node, other))
      .map((other) => seed(["operator"], node.operator, other));
  });

/** Of a single member, any and all ask the same. */
function isSame({ operator: own, value }: FactLeaf, other: FactOperator): boolean {
  const pair = [own, other];
  return (
    pair.includes("containsAny") && pair.includes("containsAll") && Array.isArray(value) && value.length === 1
  );
}
