// What a test of a fact says of a state, as the pair "surely true, surely false" (semantics sections 3 and 4), with the
// negation already in it. Neither holds when the verdict is unknown; both never do.
import type { FactLeaf, Literal } from "../model/condition.ts";
import { dayNumber } from "../model/date.ts";
import { isValueOf } from "../model/fact.ts";
import { sortOf, stepsOf } from "./sent.ts";
import type { State } from "./state.ts";
import type { Term, Terms } from "./terms.ts";

export interface Pair {
  readonly isTrue: Term;
  readonly isFalse: Term;
}

/** A leaf with its parameter resolved, or its negation. */
export interface Test {
  readonly leaf: FactLeaf;
  readonly value: Literal | undefined;
  readonly negated: boolean;
}

export function testPair(terms: Terms, state: State, test: Test): Pair {
  const { operator } = test.leaf;
  const turn = (pair: Pair): Pair => (test.negated ? { isTrue: pair.isFalse, isFalse: pair.isTrue } : pair);
  if (operator === "isUnknown") return turn({ isTrue: terms.not(state.known), isFalse: state.known });
  // An optional fact that was never given makes no criterion true, whichever way it is asked about.
  const given = ({ isTrue, isFalse }: Pair, readable: Term): Pair => ({
    isTrue: terms.and(readable, isTrue),
    isFalse: terms.or(
      terms.and(readable, isFalse),
      state.fact.whenUnknown === "ignore" ? state.plain : terms.no,
    ),
  });
  if (operator === "isKnown") return given(turn({ isTrue: terms.yes, isFalse: terms.no }), state.known);
  if (sortOf(state.fact.type) === "set")
    return given(turn(setPair(terms, state, test)), terms.or(state.known, state.partial));
  const holds = valueTerm(terms, state, test);
  return given(turn({ isTrue: holds, isFalse: terms.not(holds) }), state.known);
}

/** What a test of one value says of the value, were it known. */
function valueTerm(terms: Terms, state: State, { leaf, value }: Test): Term {
  const is = (v: unknown): Term => equals(terms, state, v);
  switch (leaf.operator) {
    case "equal":
      return is(value);
    case "notEqual":
      return terms.not(is(value));
    case "lessThan":
      return terms.not(terms.lessOrSame(literalOf(terms, state, value), numberOf(state)));
    case "lessThanInclusive":
      return terms.lessOrSame(numberOf(state), literalOf(terms, state, value));
    case "greaterThan":
      return terms.not(terms.lessOrSame(numberOf(state), literalOf(terms, state, value)));
    case "greaterThanInclusive":
      return terms.lessOrSame(literalOf(terms, state, value), numberOf(state));
    case "in":
      return terms.or(...listed(value).map(is));
    case "notIn":
      return terms.not(terms.or(...listed(value).map(is)));
    default:
      throw new TypeError(`not an operator of one value: ${leaf.operator}`);
  }
}

/** The value of a state is this one; what is no value of the fact is never it. */
export function equals(terms: Terms, state: State, value: unknown): Term {
  if (!isValueOf(state.fact, value)) return terms.no;
  const sort = sortOf(state.fact.type);
  switch (sort) {
    case "boolean":
      return terms.same(state.boolean, terms.bool(value === true));
    case "enum":
      return state.oneOf.get(String(value)) ?? terms.no;
    case "number":
    case "date":
      return terms.same(numberOf(state), literalOf(terms, state, value));
    case "set":
      return terms.no;
    default:
      return sort satisfies never;
  }
}

/** What is compared by size: a number, or the day of a date. */
function numberOf(state: State): Term {
  return state.fact.type === "date" ? state.date : state.number;
}

function literalOf(terms: Terms, state: State, value: unknown): Term {
  return state.fact.type === "date"
    ? terms.whole(dayNumber(String(value)) ?? Number.NaN)
    : terms.whole(stepsOf(value, state.scale));
}

/** What a test of a set says of a value that is complete, or asked about in part. */
function setPair(terms: Terms, state: State, { leaf, value }: Test): Pair {
  const has = (member: string): Pair => {
    const inside = state.among.get(member) ?? terms.no;
    const open = state.unasked.get(member) ?? terms.no;
    return { isTrue: inside, isFalse: terms.not(terms.or(inside, open)) };
  };
  const any = (members: readonly string[]): Pair => ({
    isTrue: terms.or(...members.map((m) => has(m).isTrue)),
    isFalse: terms.and(...members.map((m) => has(m).isFalse)),
  });
  const opposite = (pair: Pair): Pair => ({ isTrue: pair.isFalse, isFalse: pair.isTrue });
  switch (leaf.operator) {
    case "contains":
      return has(value as string);
    case "doesNotContain":
      return opposite(has(value as string));
    case "containsAny":
      return any(listed(value));
    case "containsNone":
      return opposite(any(listed(value)));
    case "containsAll":
      return {
        isTrue: terms.and(...listed(value).map((m) => has(m).isTrue)),
        isFalse: terms.or(...listed(value).map((m) => has(m).isFalse)),
      };
    case "isEmpty":
      return opposite(any([...state.unasked.keys()]));
    case "isNotEmpty":
      return any([...state.unasked.keys()]);
    default:
      throw new TypeError(`not an operator of a set: ${leaf.operator}`);
  }
}

function listed(value: Literal | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
