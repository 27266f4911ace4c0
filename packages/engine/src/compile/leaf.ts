// Leaves on facts, as nodes of the graph. Negation is already part of a leaf: each is made for the polarity it stands in.
import type { FactLeaf, FactOperator } from "../model/index.ts";
import { FALSE, TRUE, UNKNOWN, type Comparison, type Mask, type Node, type Verdict3 } from "./graph.ts";
import { KNOWN, PLAIN, type Slot } from "./layout.ts";
import { placeOf, scalar } from "./person.ts";
import { Unmodelled } from "./unmodelled.ts";

/** A leaf ready to be made: parameters are resolved, `negated` says that it stands under an odd number of `not`. */
export interface LeafPlan {
  readonly slot: Slot;
  readonly operator: FactOperator;
  readonly literal: unknown;
  readonly negated: boolean;
}

type Leaf = Exclude<Node, { children: unknown }>;

/** Resolves a leaf's parameter, if it has one. */
export function literalOf(leaf: FactLeaf, parameters: ReadonlyMap<string, number>): unknown {
  const { value } = leaf;
  if (typeof value !== "object" || !("parameter" in value)) return value;
  const number = parameters.get(value.parameter);
  if (number === undefined) throw new Unmodelled("undeclared-parameter", value.parameter);
  return number;
}

export function leafOf(plan: LeafPlan): Leaf {
  const { slot, operator, negated } = plan;
  switch (operator) {
    case "isKnown":
      return rows(slot, (code) => (code === KNOWN ? (negated ? FALSE : TRUE) : onUnknown(slot, code)));
    case "isUnknown":
      return rows(slot, (code) => ((code === KNOWN) === negated ? TRUE : FALSE));
    case "equal":
    case "notEqual":
    case "lessThan":
    case "lessThanInclusive":
    case "greaterThan":
    case "greaterThanInclusive":
      return comparison(slot, negated ? opposite[operator] : operator, scalar(slot, plan.literal));
    case "in":
    case "notIn": {
      const listed = new Set(listOf(plan).map((member) => placeOf(slot, member)));
      return values(slot, (place) => listed.has(place) === ((operator === "in") !== negated));
    }
    case "contains":
    case "containsAny":
      return members("overlap", plan, !negated);
    case "doesNotContain":
    case "containsNone":
      return members("overlap", plan, negated);
    case "containsAll":
      return members("inclusion", plan, !negated);
    case "isEmpty":
      return everyMember(plan, negated);
    case "isNotEmpty":
      return everyMember(plan, !negated);
  }
}

const opposite: Readonly<Record<Comparison, Comparison>> = {
  equal: "notEqual",
  notEqual: "equal",
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
};

/** What a leaf says of an unknown fact: a plainly unknown optional one is not established, whatever the polarity. */
export function onUnknown(slot: Slot, code: number): Verdict3 {
  return code === PLAIN && slot.fact.whenUnknown === "ignore" ? FALSE : UNKNOWN;
}

/** A verdict for each row, from its code (at most KNOWN) and, where a row stands for one, the value's place. */
function rows(slot: Slot, verdict: (code: number, place: number) => Verdict3): Leaf {
  const verdicts = Array.from({ length: slot.rows }, (_, row) => verdict(Math.min(row, KNOWN), row - KNOWN));
  return { kind: "rows", slot: slot.index, verdicts };
}

/** A test of the value that a row stands for. */
function values(slot: Slot, holds: (place: number) => boolean): Leaf {
  return rows(slot, (code, place) =>
    code === KNOWN ? (holds(place) ? TRUE : FALSE) : onUnknown(slot, code),
  );
}

function comparison(slot: Slot, operator: Comparison, bound: number): Leaf {
  if (slot.kind === "number") return { kind: "compare", slot: slot.index, operator, bound };
  return values(slot, (place) => compares(operator, place + slot.min, bound));
}

export function compares(operator: Comparison, value: number, bound: number): boolean {
  switch (operator) {
    case "equal":
      return value === bound;
    case "notEqual":
      return value !== bound;
    case "lessThan":
      return value < bound;
    case "lessThanInclusive":
      return value <= bound;
    case "greaterThan":
      return value > bound;
    case "greaterThanInclusive":
      return value >= bound;
  }
}

function members(kind: "overlap" | "inclusion", plan: LeafPlan, wanted: boolean): Leaf {
  const slot = needSet(plan);
  const single = plan.operator === "contains" || plan.operator === "doesNotContain";
  const bits = new Map<number, number>();
  for (const member of single ? [plan.literal] : listOf(plan)) {
    const place = placeOf(slot, member);
    bits.set(place >>> 5, (bits.get(place >>> 5) ?? 0) | (1 << (place & 31)));
  }
  const masks = [...bits].map(([word, of]): Mask => ({ word, bits: of })).sort((a, b) => a.word - b.word);
  return { kind, slot: slot.index, masks, wanted };
}

function everyMember(plan: LeafPlan, wanted: boolean): Leaf {
  const slot = needSet(plan);
  const masks = Array.from({ length: slot.words }, (_, word): Mask => ({ word, bits: -1 }));
  return { kind: "overlap", slot: slot.index, masks, wanted };
}

function listOf(plan: LeafPlan): readonly unknown[] {
  if (!Array.isArray(plan.literal)) throw new Unmodelled("literal-type", plan.slot.id);
  return plan.literal;
}

function needSet({ slot, operator }: LeafPlan): Slot {
  if (slot.kind !== "set") throw new Unmodelled("operator-type", `${slot.id} ${operator}`);
  return slot;
}
