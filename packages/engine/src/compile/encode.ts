// A person as small numbers: one status and one number per fact, and the members of every set as bits. Encoding
// depends on the vocabulary alone, so that one encoded person serves every edit that leaves the vocabulary as it is.
import { dayNumber, type Fact, type FactState, type Person, type Value } from "../model/index.ts";
import { Unmodelled } from "./unmodelled.ts";

export const KNOWN = 0;
/** Known members and members never asked about, side by side (sets only). */
export const PARTIAL = 1;
export const DOUBTFUL = 2;
export const PLAIN = 3;

/** Where one fact stands in an encoded person. */
export interface Slot {
  readonly fact: Fact;
  readonly index: number;
  /** The place of each value of an enum or a set. */
  readonly places: ReadonlyMap<string, number>;
  /** A set's first word of bits and how many it has; none for other types. */
  readonly word: number;
  readonly words: number;
}

export interface Layout {
  readonly slots: readonly Slot[];
  readonly byId: ReadonlyMap<string, Slot>;
  readonly words: number;
  readonly key: string;
}

/** A person ready to be run, to be treated as opaque. `key` names the vocabulary the person was read against. */
export interface EncodedPerson {
  readonly key: string;
  readonly status: Uint8Array;
  readonly numbers: Float64Array;
  readonly chosen: Int32Array;
  readonly unasked: Int32Array;
  readonly person: Pick<Person, "assumed" | "doubtful" | "problems">;
}

/** What of a vocabulary decides how a person is read: two vocabularies with one key read every person alike. */
export function vocabularyKey(facts: readonly Fact[]): string {
  return JSON.stringify(
    facts.map((f) => [
      f.id,
      f.type,
      f.values?.map((v) => [v.id, v.retired === true]),
      f.range && [f.range.min, f.range.max],
      f.scale,
      f.whenUnknown,
      f.validFor,
      f.derive?.sum,
    ]),
  );
}

export function layoutOf(facts: readonly Fact[]): Layout {
  let words = 0;
  const slots = facts.map((fact, index): Slot => {
    const places = new Map((fact.values ?? []).map((v, i) => [v.id, i]));
    const own = fact.type === "set" ? Math.ceil(places.size / 32) : 0;
    words += own;
    return { fact, index, places, word: words - own, words: own };
  });
  return { slots, byId: new Map(slots.map((s) => [s.fact.id, s])), words, key: vocabularyKey(facts) };
}

/** The words a person is encoded in. */
export type Words = Pick<EncodedPerson, "status" | "numbers" | "chosen" | "unasked">;

export function newWords(layout: Layout): Words {
  return {
    status: new Uint8Array(layout.slots.length),
    numbers: new Float64Array(layout.slots.length),
    chosen: new Int32Array(layout.words),
    unasked: new Int32Array(layout.words),
  };
}

/** Makes words ready for another person, and leaves nothing of the one before. */
export function wipe({ status, numbers, chosen, unasked }: Words): void {
  status.fill(0);
  numbers.fill(0);
  chosen.fill(0);
  unasked.fill(0);
}

/** Encodes a person who was read (`readPerson`) against the vocabulary of this layout, into words that are wiped. */
export function encode(layout: Layout, person: Person, words: Words = newWords(layout)): EncodedPerson {
  const { status, numbers, chosen, unasked } = words;
  for (const slot of layout.slots) {
    const state = person.states.get(slot.fact.id);
    status[slot.index] = statusOf(state);
    if (state === undefined || state.kind === "unknown") continue;
    if (slot.fact.type === "set") {
      setBits(chosen, slot, state.value);
      if (state.kind === "partial") setBits(unasked, slot, state.unasked);
    } else if (state.kind === "partial") {
      throw new Unmodelled("state-type", slot.fact.id);
    } else {
      numbers[slot.index] = scalar(slot, state.value);
    }
  }
  return { key: layout.key, status, numbers, chosen, unasked, person };
}

function statusOf(state: FactState | undefined): number {
  if (state === undefined) return PLAIN;
  if (state.kind === "known") return KNOWN;
  if (state.kind === "partial") return PARTIAL;
  switch (state.reason) {
    case "invalid":
    case "stale":
    case "incomplete":
      return DOUBTFUL;
    case "not-asked":
    case "declined":
    case "not-known":
      return PLAIN;
    default:
      return state.reason satisfies never;
  }
}

/** The number that stands for a value of a fact that is no set: 0 or 1, the number itself, a day, a place in the list. */
export function scalar(slot: Slot, value: unknown): number {
  const number = scalarOrNone(slot, value);
  if (number === undefined) throw new Unmodelled("literal-type", slot.fact.id);
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
    default:
      return slot.fact.type satisfies never;
  }
}

function setBits(words: Int32Array, slot: Slot, members: Value): void {
  if (!Array.isArray(members)) throw new Unmodelled("state-type", slot.fact.id);
  for (const member of members as readonly string[]) {
    const place = placeOf(slot, member);
    const word = slot.word + (place >>> 5);
    words[word] = (words[word] ?? 0) | (1 << (place & 31));
  }
}

/** The place of a member in the list of an enum's or a set's values. */
export function placeOf(slot: Slot, member: unknown): number {
  const place = typeof member === "string" ? slot.places.get(member) : undefined;
  if (place === undefined) throw new Unmodelled("literal-type", slot.fact.id);
  return place;
}
