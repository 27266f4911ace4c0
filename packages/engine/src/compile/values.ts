// What was sent of one fact, judged and written in one go: a plain value, or one in an envelope that says when it was
// observed or which members were asked about.
import { dayNumber, type Fact } from "../model/index.ts";
import { INCOMPLETE, INVALID, KNOWN, PLAIN, STALE, type Layout, type Slot } from "./layout.ts";
import { setBit } from "./bits.ts";
import { hasOwn } from "./has-own.ts";
import type { Words } from "./person.ts";

/**
 * Writes a value that is exactly one of the fact's, and says whether it was. What it leaves behind when it was not is to
 * be written over.
 */
export function writeSound(slot: Slot, value: unknown, into: Words): boolean {
  switch (slot.kind) {
    case "rows":
      return writeRow(slot, value, into.words);
    case "number":
      return writeNumber(slot, value, into);
    case "set":
      return writeSet(slot, value, into.words);
  }
}

function writeRow(slot: Slot, value: unknown, words: Int32Array): boolean {
  const known = slot.base + KNOWN;
  switch (typeof value) {
    case "boolean":
      if (slot.fact.type !== "boolean") return false;
      words[slot.index] = value ? known + 1 : known;
      return true;
    case "string": {
      const place = slot.places.get(value);
      if (place === undefined) return false;
      words[slot.index] = known + place;
      return true;
    }
    case "number":
      if (slot.fact.type !== "integer" || !Number.isInteger(value) || value < slot.min || value > slot.max)
        return false;
      words[slot.index] = known + (value - slot.min);
      return true;
    default:
      return false;
  }
}

function writeNumber(slot: Slot, value: unknown, { words, numbers }: Words): boolean {
  const number = numberOf(slot.fact, value);
  if (number === undefined) return false;
  words[slot.index] = slot.base + KNOWN;
  // There is one zero.
  numbers[slot.number] = number + 0;
  return true;
}

function numberOf(fact: Fact, value: unknown): number | undefined {
  if (fact.type === "date") return typeof value === "string" ? dayNumber(value) : undefined;
  if (typeof value !== "number") return undefined;
  if (fact.type === "integer" ? !Number.isSafeInteger(value) : !hasScale(value, fact.scale ?? 0))
    return undefined;
  const { range } = fact;
  return range === undefined || (value >= range.min && value <= range.max) ? value : undefined;
}

/** Whether a number has at most so many decimals, written out as people write it. */
function hasScale(value: number, scale: number): boolean {
  return Number.isFinite(value) && (Number.isSafeInteger(value) || Number(value.toFixed(scale)) === value);
}

function writeSet(slot: Slot, value: unknown, words: Int32Array): boolean {
  if (!Array.isArray(value)) return false;
  for (let i = 0; i < slot.words; i++) words[slot.unasked + i] = 0;
  if (!writeMembers(slot, value, { words, first: slot.chosen })) return false;
  words[slot.index] = slot.base + KNOWN;
  return true;
}

/** Writes distinct members as bits from a word on; whether that is what they are. */
function writeMembers(
  slot: Slot,
  members: readonly unknown[],
  { words, first }: { readonly words: Int32Array; readonly first: number },
): boolean {
  for (let i = 0; i < slot.words; i++) words[first + i] = 0;
  for (let i = 0; i < members.length; i++) {
    const member = members[i];
    const place = typeof member === "string" ? slot.places.get(member) : undefined;
    if (place === undefined) return false;
    if ((((words[first + (place >>> 5)] ?? 0) >>> (place & 31)) & 1) !== 0) return false;
    setBit(words, first, place);
  }
  return true;
}

/** What stands for a key that was not sent; nobody can send it. */
const none = Symbol("none");

/** Reads an envelope; the code of an unknown, or INCOMPLETE or KNOWN for what it has written. */
export type EnvelopeReader = (
  slot: Slot,
  sent: Readonly<Record<string, unknown>>,
  today: number,
  into: Words,
) => number;

export function envelopeReader(layout: Layout): EnvelopeReader {
  const asked = new Int32Array(Math.max(0, ...layout.slots.map((s) => s.words)));

  return (slot, sent, today, into) => {
    let [keys, value, of, observedOn]: [number, unknown, unknown, unknown] = [0, none, none, none];
    for (const key in sent) {
      if (!hasOwn.call(sent, key)) continue;
      keys += 1;
      if (key === "value") value = sent[key];
      else if (key === "observedOn") observedOn = sent[key];
      else if (key === "of") of = sent[key];
      else if (key === "unknown") return isPlainAlone(sent) ? PLAIN : INVALID;
      else keys = Number.NaN;
    }
    const [isDated, hasOf] = [observedOn !== none, of !== none];
    if (value === none || keys !== 1 + (isDated ? 1 : 0) + (hasOf ? 1 : 0) || keys === 1) return INVALID;
    if (!writeSound(slot, value, into)) return INVALID;
    if (hasOf && !areAsked(slot, of, into.words)) return INVALID;
    if (isDated) {
      const day = typeof observedOn === "string" ? dayNumber(observedOn) : undefined;
      if (day === undefined || day > today) return INVALID;
      if (today - day > slot.validDays) return STALE;
    }
    return hasOf && leavesOut(slot, into.words) ? INCOMPLETE : KNOWN;
  };

  /** Whether the members asked about are members, distinct, and have all that were chosen among them. */
  function areAsked(slot: Slot, of: unknown, words: Int32Array): boolean {
    if (slot.kind !== "set" || !Array.isArray(of)) return false;
    if (!writeMembers(slot, of, { words: asked, first: 0 })) return false;
    for (let i = 0; i < slot.words; i++)
      if (((words[slot.chosen + i] ?? 0) & ~(asked[i] ?? 0)) !== 0) return false;
    return true;
  }

  /** Whether members that are not retired were left out; then the set is known in part, and written so. */
  function leavesOut(slot: Slot, words: Int32Array): boolean {
    let some = 0;
    for (let i = 0; i < slot.words; i++) {
      const out = (slot.active[i] ?? 0) & ~(asked[i] ?? 0);
      words[slot.unasked + i] = out;
      some |= out;
    }
    if (some === 0) return false;
    words[slot.index] = slot.base + INCOMPLETE;
    return true;
  }
}

/** Whether nothing but a reason was sent, and that is one. */
function isPlainAlone(sent: Readonly<Record<string, unknown>>): boolean {
  const { unknown } = sent;
  const isPlain = unknown === "not-asked" || unknown === "declined" || unknown === "not-known";
  return isPlain && Object.keys(sent).length === 1;
}
