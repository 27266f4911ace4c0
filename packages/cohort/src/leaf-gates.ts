// Tests of facts as gates: whether one is surely true, and whether it may be. What is neither is false; what is the second
// alone is unknown.
import {
  FALSE,
  INCOMPLETE,
  INVALID,
  KNOWN,
  PLAIN,
  TRUE,
  UNKNOWN,
  slotAt,
  type Layout,
  type Mask,
  type Node,
  type Slot,
} from "@jumelage/engine/compile";
import { NEVER, type Circuit, type Gate } from "./circuit.ts";
import { placeFor } from "./column.ts";
import type { FactPlanes, PlaneMap } from "./planes.ts";
import { NO, YES, atLeastBound, lookUp } from "./table.ts";

/** A verdict as two gates; who is in `must` is in `may`. */
export interface Verdict {
  readonly must: Gate;
  readonly may: Gate;
}

type NumberPlanes = Extract<FactPlanes, { kind: "number" }>;
type SetPlanes = Extract<FactPlanes, { kind: "set" }>;
type FactNode = Extract<Node, { slot: number }>;
type SetNode = Extract<Node, { masks: unknown }>;
type Row = number | undefined;

/** Whether a fact is known, a set at least in part; and of an unknown one whether it is doubtful. */
interface Standing {
  readonly known: Gate;
  readonly doubtful: Gate;
}

/** The verdict of a node that tests a fact. */
export function leafGates(
  circuit: Circuit,
  node: FactNode,
  { layout, planes }: { readonly layout: Layout; readonly planes: PlaneMap },
): Verdict {
  const slot = slotAt(layout, node.slot);
  const fact = planes.facts[node.slot];
  if (fact?.kind === "number") {
    const bits = fact.bits.map((plane) => circuit.input(plane));
    const known = circuit.input(fact.known);
    const standing = { known, doubtful: bits[0] ?? NEVER };
    if (node.kind === "rows") {
      const must = rowsOfNumber(circuit, { slot, fact, verdicts: node.verdicts, bits, known });
      return withUnknown(circuit, slot, { standing, must, verdicts: node.verdicts });
    }
    if (node.kind === "compare") {
      const must = circuit.and(known, comparison(circuit, node, { bits, values: fact.values }));
      return withUnknown(circuit, slot, { standing, must });
    }
  } else if (fact !== undefined) {
    if (node.kind === "rows") return rowsOfSet(circuit, slot, { fact, verdicts: node.verdicts });
    if (node.kind !== "compare") return setTest(circuit, slot, { fact, node });
  }
  throw new TypeError(`no planes for ${node.kind} of ${slot.id}`);
}

/** Joins what is true of a known fact with what an unknown one makes of it: by its rows, or as every comparison does. */
function withUnknown(
  circuit: Circuit,
  slot: Slot,
  {
    standing: { known, doubtful },
    must,
    may = must,
    verdicts,
  }: {
    readonly standing: Standing;
    readonly must: Gate;
    readonly may?: Gate;
    readonly verdicts?: readonly number[];
  },
): Verdict {
  const ofDoubtful: Row = verdicts ? verdicts[INVALID] : UNKNOWN;
  const plain: Row = verdicts ? verdicts[PLAIN] : slot.fact.whenUnknown === "ignore" ? FALSE : UNKNOWN;
  // Whoever is plainly unknown has an assumed value instead.
  const ofPlain = slot.assumes ? ofDoubtful : plain;
  const whenUnknown = (holds: (verdict: Row) => boolean): Gate => {
    if (holds(ofDoubtful)) return holds(ofPlain) ? circuit.not(known) : circuit.without(doubtful, known);
    return holds(ofPlain) ? circuit.not(circuit.or(known, doubtful)) : NEVER;
  };
  const surely = whenUnknown((v) => v === TRUE);
  const perhaps = whenUnknown((v) => v === TRUE || v === UNKNOWN);
  return { must: circuit.or(must, surely), may: circuit.or(may, perhaps) };
}

function rowsOfNumber(
  circuit: Circuit,
  {
    slot,
    fact,
    verdicts,
    bits,
    known,
  }: {
    readonly slot: Slot;
    readonly fact: NumberPlanes;
    readonly verdicts: readonly number[];
    readonly bits: readonly Gate[];
    readonly known: Gate;
  },
): Gate {
  // Of a fact without rows, one verdict holds for all its values.
  if (slot.kind !== "rows") return verdicts[KNOWN] === TRUE ? known : NEVER;
  const table = Uint8Array.from({ length: fact.size }, (_, place) =>
    verdicts[KNOWN + place] === TRUE ? YES : NO,
  );
  const holds = lookUp(circuit, bits, table);
  // Whoever is unknown looks like the first value or the second.
  return table[0] === NO && table[1] === NO ? holds : circuit.and(known, holds);
}

/** Whether a known value compares; what it says of an unknown one means nothing. */
function comparison(
  circuit: Circuit,
  { operator, bound }: Extract<Node, { kind: "compare" }>,
  { bits, values }: { readonly bits: readonly Gate[]; readonly values: Float64Array },
): Gate {
  const notBelow = atLeastBound(circuit, bits, placeFor(values, bound, false));
  const above = atLeastBound(circuit, bits, placeFor(values, bound, true));
  switch (operator) {
    case "equal":
      return circuit.without(notBelow, above);
    case "notEqual":
      return circuit.not(circuit.without(notBelow, above));
    case "lessThan":
      return circuit.not(notBelow);
    case "lessThanInclusive":
      return circuit.not(above);
    case "greaterThan":
      return above;
    case "greaterThanInclusive":
      return notBelow;
    default:
      return operator satisfies never;
  }
}

function standingOf(circuit: Circuit, { known, other }: SetPlanes): Standing & { readonly whole: Gate } {
  const isKnown = circuit.input(known);
  const isOther = circuit.input(other);
  return { known: isKnown, doubtful: isOther, whole: circuit.and(isKnown, isOther) };
}

function rowsOfSet(
  circuit: Circuit,
  slot: Slot,
  { fact, verdicts }: { readonly fact: SetPlanes; readonly verdicts: readonly number[] },
): Verdict {
  const standing = standingOf(circuit, fact);
  const inPart = circuit.without(standing.known, standing.whole);
  const whenKnown = (holds: (verdict: Row) => boolean): Gate =>
    circuit.any([
      ...(holds(verdicts[KNOWN]) ? [standing.whole] : []),
      ...(holds(verdicts[INCOMPLETE]) ? [inPart] : []),
    ]);
  const must = whenKnown((v) => v === TRUE);
  const may = whenKnown((v) => v === TRUE || v === UNKNOWN);
  return withUnknown(circuit, slot, { standing, must, may, verdicts });
}

/** Whoever is unknown has chosen no member, and was not left out of being asked about one. */
function setTest(
  circuit: Circuit,
  slot: Slot,
  { fact, node }: { readonly fact: SetPlanes; readonly node: SetNode },
): Verdict {
  const standing = standingOf(circuit, fact);
  const members = membersOf(node.masks, fact.chosen.length);
  const inputs = (planes: readonly (number | undefined)[]): readonly Gate[] =>
    planes.flatMap((plane) => (plane === undefined ? [] : [circuit.input(plane)]));
  const chosen = (member: number): Gate => circuit.any(inputs([fact.chosen[member]]));
  const either = (member: number): Gate =>
    circuit.or(chosen(member), circuit.any(inputs([fact.unasked.get(member)])));
  const must = node.kind === "overlap" ? circuit.any(members.map(chosen)) : circuit.all(members.map(chosen));
  const may =
    node.kind === "overlap"
      ? circuit.or(must, circuit.any(inputs(members.map((m) => fact.unasked.get(m)))))
      : circuit.all(members.map(either));
  if (node.wanted) return withUnknown(circuit, slot, { standing, must, may });
  return withUnknown(circuit, slot, {
    standing,
    must: circuit.without(standing.known, may),
    may: circuit.without(standing.known, must),
  });
}

/** The places of the members that masks name, of so many. */
function membersOf(masks: readonly Mask[], size: number): readonly number[] {
  return masks.flatMap(({ word, bits }) =>
    Array.from({ length: 32 }, (_, bit) => 32 * word + bit).filter(
      (member) => member < size && ((bits >>> (member & 31)) & 1) === 1,
    ),
  );
}
