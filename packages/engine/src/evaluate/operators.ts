// What a test says of one fact of one person, before any negation: the operator table, read directly.
import type { FactLeaf, Literal } from "../model/condition.ts";
import type { Fact } from "../model/fact.ts";
import type { FactState } from "../model/person.ts";
import { doubtOf } from "../model/person.ts";
import { allOf, anyOf, notOf, type Verdict } from "../kleene.ts";

/**
 * The verdict of a leaf, or of its negation. A leaf on an unknown fact is unknown; only a plainly unknown
 * `ignore` fact makes it false instead, whatever its polarity, so that a criterion resting on an optional fact
 * does not apply while that fact is unknown. `isUnknown` alone is two-valued.
 */
export function leafVerdict(
  leaf: FactLeaf & { readonly negated: boolean },
  fact: Fact,
  state: FactState,
): Verdict {
  const turn = (verdict: Verdict): Verdict => (leaf.negated ? notOf(verdict) : verdict);
  if (leaf.operator === "isUnknown") return turn(state.kind === "known" ? "false" : "true");
  if (state.kind === "unknown")
    return fact.whenUnknown === "ignore" && doubtOf(state) === undefined ? "false" : "unknown";
  if (leaf.operator === "isKnown") return state.kind === "known" ? turn("true") : "unknown";
  return turn(
    state.kind === "partial" || Array.isArray(state.value)
      ? setVerdict(leaf, state)
      : valueVerdict(leaf, state.value),
  );
}

function valueVerdict(leaf: FactLeaf, value: unknown): Verdict {
  const literal = leaf.value as number;
  const actual = value as number;
  switch (leaf.operator) {
    case "equal":
      return said(actual === literal);
    case "notEqual":
      return said(actual !== literal);
    // Dates compare as text: YYYY-MM-DD sorts as the calendar does.
    case "lessThan":
      return said(actual < literal);
    case "lessThanInclusive":
      return said(actual <= literal);
    case "greaterThan":
      return said(actual > literal);
    case "greaterThanInclusive":
      return said(actual >= literal);
    case "in":
      return said(listed(leaf.value).includes(String(value)));
    case "notIn":
      return said(!listed(leaf.value).includes(String(value)));
    default:
      throw new TypeError(`not an operator of one value: ${leaf.operator}`);
  }
}

function setVerdict(leaf: FactLeaf, state: Exclude<FactState, { kind: "unknown" }>): Verdict {
  const members = state.value as readonly string[];
  const unasked = state.kind === "partial" ? state.unasked : [];
  const has = (member: string): Verdict =>
    members.includes(member) ? "true" : unasked.includes(member) ? "unknown" : "false";
  const empty: Verdict = members.length > 0 ? "false" : unasked.length > 0 ? "unknown" : "true";
  switch (leaf.operator) {
    case "contains":
      return has(leaf.value as string);
    case "doesNotContain":
      return notOf(has(leaf.value as string));
    case "containsAny":
      return anyOf(listed(leaf.value).map(has));
    case "containsNone":
      return notOf(anyOf(listed(leaf.value).map(has)));
    case "containsAll":
      return allOf(listed(leaf.value).map(has));
    case "isEmpty":
      return empty;
    case "isNotEmpty":
      return notOf(empty);
    default:
      throw new TypeError(`not an operator of a set: ${leaf.operator}`);
  }
}

function said(holds: boolean): Verdict {
  return holds ? "true" : "false";
}

function listed(value: Literal | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
