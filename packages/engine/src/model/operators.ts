// Which operators each type of fact has, and which kind of literal each takes: the table of SPEC.md section 2.
import type { FactOperator } from "./condition.ts";
import type { FactType } from "./fact.ts";

const comparisons = [
  "equal",
  "notEqual",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
] as const;
const everyType = ["isKnown", "isUnknown"] as const;

const table: Readonly<Record<FactType, readonly FactOperator[]>> = {
  boolean: ["equal", ...everyType],
  integer: [...comparisons, ...everyType],
  decimal: [...comparisons, ...everyType],
  date: [...comparisons, ...everyType],
  enum: ["equal", "notEqual", "in", "notIn", ...everyType],
  set: [
    "contains",
    "doesNotContain",
    "containsAny",
    "containsNone",
    "containsAll",
    "isEmpty",
    "isNotEmpty",
    ...everyType,
  ],
};

/** The operators a fact of this type may be read with. */
export function operatorsOf(type: FactType): readonly FactOperator[] {
  return table[type];
}

export type LiteralKind = "none" | "single" | "list";

/** What a leaf with this operator carries as `value`. */
export function literalKind(operator: FactOperator): LiteralKind {
  switch (operator) {
    case "isEmpty":
    case "isNotEmpty":
    case "isKnown":
    case "isUnknown":
      return "none";
    case "in":
    case "notIn":
    case "containsAny":
    case "containsNone":
    case "containsAll":
      return "list";
    case "equal":
    case "notEqual":
    case "lessThan":
    case "lessThanInclusive":
    case "greaterThan":
    case "greaterThanInclusive":
    case "contains":
    case "doesNotContain":
      return "single";
    default:
      return operator satisfies never;
  }
}
