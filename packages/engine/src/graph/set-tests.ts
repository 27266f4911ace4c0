// What a test of an answered set looks at: every such test says that some member, or that none, has a feature.
import type { LeafTest } from "./atoms.ts";

/** How members of a group can stand, as far as a test can look; "nothing" is what none does. */
export type FeatureKind = "in" | "in or unasked" | "out" | "out or unasked" | "unasked" | "nothing";

/** The members a test looks at. */
export function mentioned({ operator, value }: LeafTest, members: readonly string[]): readonly string[] {
  if (["isEmpty", "isNotEmpty", "isKnown", "isUnknown"].includes(operator)) return members;
  return Array.isArray(value) ? (value as readonly string[]) : [value as string];
}

/** The feature a test looks for, and whether it is met when some member has it, or when none has. */
export function looksFor({ operator, negated, need }: LeafTest): {
  readonly kind: FeatureKind;
  readonly some: boolean;
} {
  const isMust = need === "must";
  switch (operator) {
    case "isUnknown":
      return { kind: "unasked", some: !negated };
    case "isKnown":
      // Known is true, or false when negated; asked in part it is unknown either way.
      if (negated) return isMust ? { kind: "nothing", some: true } : { kind: "unasked", some: true };
      return isMust ? { kind: "unasked", some: false } : { kind: "nothing", some: false };
    case "contains":
    case "containsAny":
    case "isNotEmpty":
    case "doesNotContain":
    case "containsNone":
    case "isEmpty": {
      const wantsSome = ["contains", "containsAny", "isNotEmpty"].includes(operator) !== negated;
      // Some are in for sure, or may be; none is in for sure when none may be.
      return { kind: wantsSome === isMust ? "in" : "in or unasked", some: wantsSome };
    }
    case "containsAll":
      return { kind: negated === isMust ? "out" : "out or unasked", some: negated };
    default:
      throw new TypeError(`not a test of a set: ${operator}`);
  }
}
