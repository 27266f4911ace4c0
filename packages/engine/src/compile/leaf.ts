// Leaves on facts, as closures over an encoded person. Negation is already part of a leaf: each is compiled for the
// polarity it stands in.
import type { Fact, FactLeaf, FactOperator } from "../model/index.ts";
import { KNOWN, PARTIAL, PLAIN, placeOf, scalar, type Slot } from "./encode.ts";
import { FALSE, mirror, push, TRUE, UNKNOWN, type Code, type Run, type Verdict3 } from "./run.ts";
import { Unmodelled } from "./unmodelled.ts";

/** A leaf ready to be compiled: parameters are resolved, `negated` says that it stands under an odd number of `not`. */
export interface LeafPlan {
  readonly slot: Slot;
  readonly operator: FactOperator;
  readonly literal: unknown;
  readonly negated: boolean;
}

/** Resolves a leaf's parameter, if it has one. */
export function literalOf(leaf: FactLeaf, parameters: ReadonlyMap<string, number>): unknown {
  const { value } = leaf;
  if (typeof value !== "object" || !("parameter" in value)) return value;
  const number = parameters.get(value.parameter);
  if (number === undefined) throw new Unmodelled("undeclared-parameter", value.parameter);
  return number;
}

export function compileLeaf(plan: LeafPlan): Code {
  const { slot, operator, negated } = plan;
  switch (operator) {
    case "isKnown":
      return knownTest(slot, negated);
    case "isUnknown":
      return unknownTest(slot, negated);
    case "equal":
    case "notEqual":
    case "lessThan":
    case "lessThanInclusive":
    case "greaterThan":
    case "greaterThanInclusive":
      return comparison(slot, negated ? opposite[operator] : operator, scalar(slot, plan.literal));
    case "in":
    case "notIn":
      return membership(slot, listOf(plan), (operator === "in") !== negated);
    case "contains":
    case "containsAny":
      return overlap(slot, masksOf(plan), !negated);
    case "doesNotContain":
    case "containsNone":
      return overlap(slot, masksOf(plan), negated);
    case "containsAll":
      return inclusion(slot, masksOf(plan), !negated);
    case "isEmpty":
      return overlap(needSet(slot, operator), everyMember(slot), negated);
    case "isNotEmpty":
      return overlap(needSet(slot, operator), everyMember(slot), !negated);
    default:
      return operator satisfies never;
  }
}

type Comparison =
  | "equal"
  | "notEqual"
  | "lessThan"
  | "lessThanInclusive"
  | "greaterThan"
  | "greaterThanInclusive";

const opposite: Readonly<Record<Comparison, Comparison>> = {
  equal: "notEqual",
  notEqual: "equal",
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
};

/** What a leaf says of a plainly unknown fact: an optional one is not established, whatever the polarity. */
function plainly(fact: Fact): Verdict3 {
  return fact.whenUnknown === "ignore" ? FALSE : UNKNOWN;
}

function onUnknown(run: Run, slot: Slot, plain: Verdict3): Verdict3 {
  const verdict = run.person.status[slot.index] === PLAIN ? plain : UNKNOWN;
  if (verdict === UNKNOWN) push(run, slot.index);
  return verdict;
}

function knownTest(slot: Slot, negated: boolean): Code {
  const plain = plainly(slot.fact);
  const known = negated ? FALSE : TRUE;
  return (run) => (run.person.status[slot.index] === KNOWN ? known : onUnknown(run, slot, plain));
}

function unknownTest(slot: Slot, negated: boolean): Code {
  return (run) => ((run.person.status[slot.index] === KNOWN) === negated ? TRUE : FALSE);
}

function comparison(slot: Slot, operator: Comparison, n: number): Code {
  const i = slot.index;
  const plain = plainly(slot.fact);
  const over = (test: (value: number) => boolean): Code => {
    return (run) => {
      if (run.person.status[i] !== KNOWN) return onUnknown(run, slot, plain);
      return test(run.person.numbers[i] ?? Number.NaN) ? TRUE : FALSE;
    };
  };
  switch (operator) {
    case "equal":
      return over((value) => value === n);
    case "notEqual":
      return over((value) => value !== n);
    case "lessThan":
      return over((value) => value < n);
    case "lessThanInclusive":
      return over((value) => value <= n);
    case "greaterThan":
      return over((value) => value > n);
    case "greaterThanInclusive":
      return over((value) => value >= n);
    default:
      return operator satisfies never;
  }
}

function membership(slot: Slot, members: readonly unknown[], wanted: boolean): Code {
  const listed = new Uint8Array(slot.places.size);
  for (const member of members) listed[placeOf(slot, member)] = 1;
  const plain = plainly(slot.fact);
  return (run) => {
    if (run.person.status[slot.index] !== KNOWN) return onUnknown(run, slot, plain);
    return (listed[run.person.numbers[slot.index] ?? -1] === 1) === wanted ? TRUE : FALSE;
  };
}

/** The bits of some members within one word of a set. */
interface Mask {
  readonly word: number;
  readonly bits: number;
}

/** Whether some of the members were chosen: settled by one that was, else open while one of them was not asked about. */
function overlap(slot: Slot, masks: readonly Mask[], wanted: boolean): Code {
  return setTest(slot, wanted, ({ person }) => {
    let open = 0;
    for (const { word, bits } of masks) {
      if (((person.chosen[word] ?? 0) & bits) !== 0) return TRUE;
      open |= (person.unasked[word] ?? 0) & bits;
    }
    return open === 0 ? FALSE : UNKNOWN;
  });
}

/** Whether all of the members were chosen: refuted by one that was asked about and not chosen, else open while one was not asked about. */
function inclusion(slot: Slot, masks: readonly Mask[], wanted: boolean): Code {
  return setTest(slot, wanted, ({ person }) => {
    let open = 0;
    for (const { word, bits } of masks) {
      const without = bits & ~(person.chosen[word] ?? 0);
      const unasked = without & (person.unasked[word] ?? 0);
      if (without !== unasked) return FALSE;
      open |= unasked;
    }
    return open === 0 ? TRUE : UNKNOWN;
  });
}

function setTest(slot: Slot, wanted: boolean, test: (run: Run) => Verdict3): Code {
  const plain = plainly(slot.fact);
  return (run) => {
    const status = run.person.status[slot.index];
    if (status !== KNOWN && status !== PARTIAL) return onUnknown(run, slot, plain);
    const verdict = test(run);
    if (verdict === UNKNOWN) push(run, slot.index);
    return wanted ? verdict : mirror(verdict);
  };
}

function listOf(plan: LeafPlan): readonly unknown[] {
  if (!Array.isArray(plan.literal)) throw new Unmodelled("literal-type", plan.slot.fact.id);
  return plan.literal;
}

function masksOf(plan: LeafPlan): readonly Mask[] {
  const slot = needSet(plan.slot, plan.operator);
  const single = plan.operator === "contains" || plan.operator === "doesNotContain";
  const bits = new Map<number, number>();
  for (const member of single ? [plan.literal] : listOf(plan)) {
    const place = placeOf(slot, member);
    const word = slot.word + (place >>> 5);
    bits.set(word, (bits.get(word) ?? 0) | (1 << (place & 31)));
  }
  return [...bits].map(([word, of]) => ({ word, bits: of }));
}

function everyMember(slot: Slot): readonly Mask[] {
  return Array.from({ length: slot.words }, (_, i) => ({ word: slot.word + i, bits: -1 }));
}

function needSet(slot: Slot, operator: FactOperator): Slot {
  if (slot.fact.type !== "set") throw new Unmodelled("operator-type", `${slot.fact.id} ${operator}`);
  return slot;
}
