// Where each fact of a vocabulary stands in an encoded person. It depends on the vocabulary alone, so that one encoded
// person serves every edit that leaves the vocabulary as it is.
import { validDays, type Fact } from "../model/index.ts";
import { setBit, wordsFor } from "./bits.ts";

// A fact stands at one row of its own: why it is unknown, or which of its values it has. Facts with too many values for
// that are KNOWN, with a number or with bits beside.
export const PLAIN = 0;
export const INVALID = 1;
export const STALE = 2;
/** Of a set: some members are known, others were never asked about. */
export const INCOMPLETE = 3;
export const KNOWN = 4;

/** `rows`: every value has a row. `number`: a number stands beside the row. `set`: two lists of bits do. */
export type SlotKind = "rows" | "number" | "set";

/** An integer with at most that many values has a row for each. */
const mostRows = 256;

export interface Slot {
  readonly fact: Fact;
  readonly id: string;
  readonly index: number;
  readonly kind: SlotKind;
  /** The fact's first row among those of all facts, and how many it has. */
  readonly base: number;
  readonly rows: number;
  /** The least and the greatest value of a fact with a range, else 0. */
  readonly min: number;
  readonly max: number;
  /** The place of each value of an enum or a set. */
  readonly places: ReadonlyMap<string, number>;
  /** A number's place among the numbers. */
  readonly number: number;
  /** A set's first word of members that were chosen, of members nobody asked about, and how many words each has. */
  readonly chosen: number;
  readonly unasked: number;
  readonly words: number;
  /** Of a set: the members that are not retired, as bits. */
  readonly active: Int32Array;
  /** What makes a dated value too old: more days than this. */
  readonly validDays: number;
  /** Whether it takes a value of its own when it is plainly unknown. */
  readonly assumes: boolean;
}

export interface Layout {
  readonly slots: readonly Slot[];
  readonly byId: ReadonlyMap<string, Slot>;
  /** The rows of all facts together. */
  readonly rows: number;
  /** How many words and numbers a person takes; the facts that were assumed are bits from the word `assumed` on. */
  readonly words: number;
  readonly numbers: number;
  readonly assumed: number;
  /** The facts that are the sum of others, with their parts. */
  readonly sums: readonly { readonly slot: Slot; readonly parts: readonly Slot[] }[];
  readonly key: string;
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

/** The same text, as the one that all names of objects are: two of them are compared by where they are, not read through. */
function shared(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}

const none: NonNullable<Fact["values"]> = [];

export function layoutOf(facts: readonly Fact[]): Layout {
  let [words, numbers, rows] = [facts.length, 0, 0];
  const slots = facts.map((fact, index): Slot => {
    const kind = kindOf(fact);
    const values = fact.values ?? none;
    const own = KNOWN + (kind === "rows" ? valuesOf(fact) : 1);
    const bits = kind === "set" ? wordsFor(values.length) : 0;
    const slot: Slot = {
      fact,
      id: fact.id,
      index,
      kind,
      base: rows,
      rows: own,
      min: fact.range?.min ?? 0,
      max: fact.range?.max ?? 0,
      places: new Map(values.map((v, i) => [v.id, i])),
      number: numbers,
      chosen: words,
      unasked: words + bits,
      words: bits,
      active: activeOf(values, bits),
      validDays: fact.validFor === undefined ? Infinity : validDays(fact.validFor),
      assumes: typeof fact.whenUnknown === "object",
    };
    rows += own;
    words += 2 * bits;
    if (kind === "number") numbers += 1;
    return slot;
  });
  const byId = new Map(slots.map((s) => [s.id, s]));
  const sums = slots.flatMap((slot) => {
    const parts = slot.fact.derive?.sum.flatMap((part) => byId.get(part) ?? []);
    return parts === undefined ? [] : [{ slot, parts }];
  });
  return {
    slots,
    byId,
    rows,
    words: words + wordsFor(facts.length),
    numbers,
    assumed: words,
    sums,
    key: shared(vocabularyKey(facts)),
  };
}

function kindOf(fact: Fact): SlotKind {
  switch (fact.type) {
    case "boolean":
    case "enum":
      return "rows";
    case "integer":
      return fact.range && hasFewIntegers(fact.range) ? "rows" : "number";
    case "decimal":
    case "date":
      return "number";
    case "set":
      return "set";
  }
}

function hasFewIntegers({ min, max }: NonNullable<Fact["range"]>): boolean {
  return Number.isSafeInteger(min) && Number.isSafeInteger(max) && max - min < mostRows;
}

function valuesOf(fact: Fact): number {
  if (fact.range !== undefined) return fact.range.max - fact.range.min + 1;
  // The two of a boolean are written nowhere.
  return fact.values?.length ?? 2;
}

function activeOf(values: typeof none, words: number): Int32Array {
  const active = new Int32Array(words);
  for (const [place, value] of values.entries()) if (value.retired !== true) setBit(active, 0, place);
  return active;
}

/** The slot of the fact at a place. */
export function slotAt({ slots }: Pick<Layout, "slots">, index: number): Slot {
  const slot = slots[index];
  if (!slot) throw new RangeError(`no fact at ${index}`);
  return slot;
}
