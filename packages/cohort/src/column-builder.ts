// A column as it is filled, person by person; how many there will be is not known before.
import { INCOMPLETE, KNOWN, PLAIN, type Layout, type Slot, type Words } from "@jumelage/engine/compile";
import { codesFor, greatestWord, placeFor, type Codes, type Column } from "./column.ts";

/** Whether the value of the fact at a place was assumed. */
export function isAssumed({ assumed }: Layout, { words }: Words, index: number): boolean {
  return (((words[assumed + (index >>> 5)] ?? 0) >>> (index & 31)) & 1) !== 0;
}

const noNumbers = new Float64Array(0);

/** A column as it is filled. */
export class ColumnBuilder {
  readonly #slot: Slot;
  #count = 0;
  #codes: Codes;
  #numbers: Float64Array<ArrayBuffer>;
  #chosen: readonly Codes[];
  /** Most sets are known as a whole: these come when the first one is not. */
  #unasked: readonly Codes[] = [];

  constructor(slot: Slot) {
    this.#slot = slot;
    this.#codes = codesFor(slot.rows - 1, 1024);
    this.#numbers = new Float64Array(slot.kind === "number" ? 1024 : 0);
    this.#chosen = Array.from({ length: slot.words }, (_, word) =>
      codesFor(greatestWord(slot.places.size - 32 * word), 1024),
    );
  }

  /** Adds a person; `isAssumed`: the value was. */
  add({ words, numbers }: Words, isAssumed: boolean): void {
    const slot = this.#slot;
    this.#makeRoom(1);
    const count = this.#count;
    const code = (words[slot.index] ?? 0) - slot.base;
    this.#codes[count] = isAssumed ? PLAIN : code;
    if (slot.kind === "number") this.#numbers[count] = code === KNOWN ? (numbers[slot.number] ?? 0) : 0;
    for (const [i, list] of this.#chosen.entries()) list[count] = words[slot.chosen + i] ?? 0;
    if (slot.kind === "set" && code === INCOMPLETE) {
      this.#beginUnasked();
      for (const [i, list] of this.#unasked.entries()) list[count] = words[slot.unasked + i] ?? 0;
    }
    this.#count += 1;
  }

  /** Adds so many persons who are each like one in another column of the same fact: `which` of them. */
  addLike(others: ColumnBuilder, which: Int32Array, persons: number): void {
    this.#makeRoom(persons);
    copy(others.#codes, this.#codes, { which, persons, at: this.#count });
    if (this.#slot.kind === "number")
      copy(others.#numbers, this.#numbers, { which, persons, at: this.#count });
    if (others.#unasked.length > 0) this.#beginUnasked();
    for (const [from, into] of [
      [others.#chosen, this.#chosen],
      [others.#unasked, this.#unasked],
    ] as const)
      for (const [i, list] of from.entries()) {
        const to = into[i];
        if (to !== undefined) copy(list, to, { which, persons, at: this.#count });
      }
    this.#count += persons;
  }

  finish(): Column {
    const [slot, count] = [this.#slot, this.#count];
    const codes = this.#codes.slice(0, count);
    const made = {
      slot,
      chosen: this.#chosen.map((list) => list.slice(0, count)),
      unasked: this.#unasked.map((list) => list.slice(0, count)),
    };
    if (slot.kind !== "number") return { ...made, codes, values: noNumbers };
    return { ...made, ...numbered(slot, codes, this.#numbers) };
  }

  #beginUnasked(): void {
    if (this.#unasked.length === 0)
      this.#unasked = this.#chosen.map((list) => longer(list.slice(0, 0), list.length));
  }

  #makeRoom(persons: number): void {
    let room = this.#codes.length;
    if (this.#count + persons <= room) return;
    while (room < this.#count + persons) room *= 2;
    this.#codes = longer(this.#codes, room);
    if (this.#slot.kind === "number") this.#numbers = longerNumbers(this.#numbers, room);
    this.#chosen = this.#chosen.map((list) => longer(list, room));
    this.#unasked = this.#unasked.map((list) => longer(list, room));
  }
}

/** Puts what stands at `which` places of a list into another, one after another. */
function copy(
  from: Codes | Float64Array,
  into: Codes | Float64Array,
  { which, persons, at }: { readonly which: Int32Array; readonly persons: number; readonly at: number },
): void {
  for (let person = 0; person < persons; person++) into[at + person] = from[which[person] ?? 0] ?? 0;
}

/** Numbers as places among the distinct ones. */
function numbered(slot: Slot, known: Codes, numbers: Float64Array): Pick<Column, "codes" | "values"> {
  const isThere = (code: number): boolean => code === KNOWN || (code === PLAIN && slot.assumes);
  const all = new Float64Array(known.length);
  let count = 0;
  for (let i = 0; i < known.length; i++) if (isThere(known[i] ?? 0)) all[count++] = numbers[i] ?? 0;
  const values = distinct(all.subarray(0, count).sort());
  const codes = codesFor(KNOWN + values.length, known.length);
  for (let i = 0; i < known.length; i++) {
    const code = known[i] ?? 0;
    codes[i] = code === KNOWN ? KNOWN + placeFor(values, numbers[i] ?? 0, false) : code;
  }
  return { codes, values };
}

function distinct(ascending: Float64Array): Float64Array {
  let count = 0;
  for (let i = 0; i < ascending.length; i++)
    if (i === 0 || ascending[i] !== ascending[i - 1]) ascending[count++] = ascending[i] ?? 0;
  return ascending.slice(0, count);
}

function longer(list: Codes, length: number): Codes {
  const made =
    list instanceof Uint8Array
      ? new Uint8Array(length)
      : list instanceof Uint16Array
        ? new Uint16Array(length)
        : new Uint32Array(length);
  made.set(list);
  return made;
}

function longerNumbers(list: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const made = new Float64Array(length);
  made.set(list);
  return made;
}
