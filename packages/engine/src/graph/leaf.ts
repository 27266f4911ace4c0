// What one test says of one state of one fact: whether it is true, and whether it may be (is not false). A reading of
// its own, shared with no evaluator.
import type { Fact } from "../model/fact.ts";
import { doubtOf, type FactState } from "../model/person.ts";
import type { Order } from "../question/question.ts";
import type { LeafTest } from "./atoms.ts";

/** Whether the test is met: true (`must`), or not false (`may`). */
export function isMet(test: LeafTest, fact: Fact, state: FactState): boolean {
  const { must, may } = masksOf(test, fact, state);
  return test.need === "must" ? must : may;
}

interface Masks {
  readonly must: boolean;
  readonly may: boolean;
}

const open: Masks = { must: false, may: true };

function masksOf({ operator, value, negated }: LeafTest, fact: Fact, state: FactState): Masks {
  const known = state.kind === "known";
  if (operator === "isUnknown") return sure(known === negated);
  if (state.kind === "unknown") {
    const isIgnored = fact.whenUnknown === "ignore" && doubtOf(state) === undefined;
    return isIgnored ? sure(false) : open;
  }
  if (operator === "isKnown") return known ? sure(!negated) : open;
  const masks =
    fact.type === "set"
      ? setMasks(operator, value, state)
      : sure(compare(operator, state.value as number, value as number));
  return negated ? { must: !masks.may, may: !masks.must } : masks;
}

function sure(met: boolean): Masks {
  return { must: met, may: met };
}

function compare(operator: LeafTest["operator"], actual: number, literal: number): boolean {
  switch (operator) {
    case "equal":
      return actual === literal;
    case "notEqual":
      return actual !== literal;
    case "lessThan":
      return actual < literal;
    case "lessThanInclusive":
      return actual <= literal;
    case "greaterThan":
      return actual > literal;
    case "greaterThanInclusive":
      return actual >= literal;
    case "in":
    case "notIn":
      return (literal as unknown as readonly unknown[]).includes(actual) === (operator === "in");
    default:
      throw new TypeError(`not a test of one value: ${operator}`);
  }
}

function setMasks(
  operator: LeafTest["operator"],
  value: unknown,
  state: Exclude<FactState, { kind: "unknown" }>,
): Masks {
  const members = state.value as readonly string[];
  const unasked = state.kind === "partial" ? state.unasked : [];
  const list = Array.isArray(value) ? (value as readonly string[]) : [value as string];
  const any = {
    must: list.some((m) => members.includes(m)),
    may: list.some((m) => members.includes(m) || unasked.includes(m)),
  };
  switch (operator) {
    case "contains":
    case "containsAny":
      return any;
    case "doesNotContain":
    case "containsNone":
      return { must: !any.may, may: !any.must };
    case "containsAll":
      return {
        must: list.every((m) => members.includes(m)),
        may: list.every((m) => members.includes(m) || unasked.includes(m)),
      };
    case "isNotEmpty":
      return { must: members.length > 0, may: members.length + unasked.length > 0 };
    case "isEmpty":
      return { must: members.length + unasked.length === 0, may: members.length === 0 };
    default:
      throw new TypeError(`not a test of a set: ${operator}`);
  }
}

/** Whether both are known and the first value stands before the second. */
export function isBefore(first: FactState, second: FactState, order: Order): boolean {
  if (first.kind !== "known" || second.kind !== "known") return false;
  if (typeof order === "string") {
    const [low, high] = order === "ascending" ? [first.value, second.value] : [second.value, first.value];
    // A number and a date have no order: neither is less.
    return low < high;
  }
  const [a, b] = [order.findIndex((v) => v === first.value), order.findIndex((v) => v === second.value)];
  return a >= 0 && a < b;
}
