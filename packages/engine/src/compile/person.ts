// A person as small numbers: one row per fact, and beside it the number or the members that a row cannot hold.
import {
  dayNumber,
  type DoubtReason,
  type FactState,
  type Person,
  type Problem,
  type UnknownReason,
  type Value,
} from "../model/index.ts";
import { INCOMPLETE, INVALID, KNOWN, PLAIN, STALE, type Layout, type Slot } from "./layout.ts";
import { setBit } from "./bits.ts";
import { Unmodelled } from "./unmodelled.ts";

/** The words and numbers that a person is encoded in. */
export interface Words {
  /** The row of every fact, then the members of sets, then which facts were assumed. */
  readonly words: Int32Array;
  /** A number that no row stands for; not a number while it is unknown. */
  readonly numbers: Float64Array;
}

/** A person ready to be run, to be treated as opaque. `key` names the vocabulary the person was read against. */
export interface EncodedPerson extends Words {
  readonly key: string;
  readonly problems: readonly Problem[];
}

/** The words of somebody of whom nothing is known, assumptions included: what every reading begins with. */
export function nobodyOf(layout: Layout): Words {
  const made = newWords(layout);
  for (const slot of layout.slots) {
    writeUnknown(made, slot, PLAIN);
    const { whenUnknown } = slot.fact;
    if (typeof whenUnknown !== "object") continue;
    writeValue(made, slot, whenUnknown.assume);
    setBit(made.words, layout.assumed, slot.index);
  }
  return made;
}

export function newWords(layout: Layout): Words {
  return { words: new Int32Array(layout.words), numbers: new Float64Array(layout.numbers) };
}

/**
 * Encodes a person who was read (`readPerson`) against the vocabulary of this layout.
 * @throws Unmodelled on a state that no reading makes
 */
export function encodePerson(layout: Layout, person: Person): EncodedPerson {
  const made = newWords(layout);
  for (const slot of layout.slots) {
    const state: FactState = person.states.get(slot.id) ?? { kind: "unknown", reason: "not-asked" };
    if (state.kind === "unknown") {
      writeUnknown(made, slot, codeOfReason(state.reason));
      continue;
    }
    writeValue(made, slot, state.value);
    if (state.kind === "known") {
      if (state.assumed) setBit(made.words, layout.assumed, slot.index);
      continue;
    }
    if (slot.kind !== "set") throw new Unmodelled("state-type", slot.id);
    made.words[slot.index] = slot.base + INCOMPLETE;
    for (const member of state.unasked) setBit(made.words, slot.unasked, placeOf(slot, member));
  }
  return { key: layout.key, problems: person.problems, ...made };
}

function codeOfReason(reason: UnknownReason): number {
  switch (reason) {
    case "invalid":
      return INVALID;
    case "stale":
      return STALE;
    case "incomplete":
      return INCOMPLETE;
    case "not-asked":
    case "declined":
    case "not-known":
      return PLAIN;
  }
}

/** The doubt a row's code stands for, if it stands for one. */
export function doubtOfCode(code: number): DoubtReason | undefined {
  return code === INVALID
    ? "invalid"
    : code === STALE
      ? "stale"
      : code === INCOMPLETE
        ? "incomplete"
        : undefined;
}

/** Writes an unknown. Of an unknown set nobody was asked about any member, so that no test of it is decided. */
export function writeUnknown({ words, numbers }: Words, slot: Slot, code: number): void {
  words[slot.index] = slot.base + code;
  if (slot.kind === "number") numbers[slot.number] = Number.NaN;
  for (let i = 0; i < slot.words; i++) {
    words[slot.chosen + i] = 0;
    words[slot.unasked + i] = -1;
  }
}

/** Writes a value of the fact into words where the fact is not a set, or a set of which nothing is chosen. */
function writeValue(into: Words, slot: Slot, value: Value): void {
  if (slot.kind === "set") {
    if (!Array.isArray(value)) throw new Unmodelled("state-type", slot.id);
    into.words[slot.index] = slot.base + KNOWN;
    for (let i = 0; i < slot.words; i++) into.words[slot.unasked + i] = 0;
    for (const member of value as readonly string[]) setBit(into.words, slot.chosen, placeOf(slot, member));
    return;
  }
  const number = scalar(slot, value);
  into.words[slot.index] = slot.base + KNOWN + (slot.kind === "rows" ? number - slot.min : 0);
  if (slot.kind === "number") into.numbers[slot.number] = number;
}

/** The number that stands for a value of a fact that is no set: 0 or 1, the number itself, a day, a place in the list. */
export function scalar(slot: Slot, value: unknown): number {
  const number = scalarOrNone(slot, value);
  if (number === undefined) throw new Unmodelled("literal-type", slot.id);
  return number;
}

function scalarOrNone(slot: Slot, value: unknown): number | undefined {
  switch (slot.fact.type) {
    case "boolean":
      return typeof value === "boolean" ? Number(value) : undefined;
    case "integer":
    case "decimal":
      return typeof value === "number" ? value : undefined;
    case "date":
      return typeof value === "string" ? dayNumber(value) : undefined;
    case "enum":
      return typeof value === "string" ? slot.places.get(value) : undefined;
    case "set":
      return undefined;
  }
}

/** The place of a member in the list of an enum's or a set's values. */
export function placeOf(slot: Slot, member: unknown): number {
  const place = typeof member === "string" ? slot.places.get(member) : undefined;
  if (place === undefined) throw new Unmodelled("literal-type", slot.id);
  return place;
}
