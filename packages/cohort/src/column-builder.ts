// A column as it is filled, person by person; how many there will be is not known before.
import { INCOMPLETE, KNOWN, PLAIN, type Layout, type Slot, type Words } from "@jumelage/engine/compile";
import { codesFor, greatestWord, placeFor, type Codes, type Column } from "./column.ts";

export interface ColumnBuilder {
  /** Adds a person; `isAssumed`: the value was. */
  readonly add: (words: Words, isAssumed: boolean) => void;
  readonly finish: () => Column;
}

/** Whether the value of the fact at a place was assumed. */
export function isAssumed({ assumed }: Layout, { words }: Words, index: number): boolean {
  return (((words[assumed + (index >>> 5)] ?? 0) >>> (index & 31)) & 1) !== 0;
}

const noNumbers = new Float64Array(0);

export function columnBuilder(slot: Slot): ColumnBuilder {
  let count = 0;
  let codes = codesFor(slot.rows - 1, 1024);
  let numbers = new Float64Array(slot.kind === "number" ? 1024 : 0);
  const words = Array.from({ length: slot.words }, (_, word) =>
    codesFor(greatestWord(slot.places.size - 32 * word), 1024),
  );
  let chosen: Codes[] = words.map((w) => w.slice());
  // Most sets are known as a whole: these come when the first one is not.
  let unasked: Codes[] = [];

  function grow(): void {
    const room = 2 * codes.length;
    codes = longer(codes, room);
    if (slot.kind === "number") numbers = longerNumbers(numbers, room);
    chosen = chosen.map((list) => longer(list, room));
    unasked = unasked.map((list) => longer(list, room));
  }

  function addMembers(from: Int32Array): void {
    for (let i = 0; i < chosen.length; i++) put(chosen[i], from[slot.chosen + i] ?? 0);
    if ((from[slot.index] ?? 0) - slot.base !== INCOMPLETE) return;
    if (unasked.length === 0) unasked = chosen.map((list) => longer(list.slice(0, 0), list.length));
    for (let i = 0; i < unasked.length; i++) put(unasked[i], from[slot.unasked + i] ?? 0);
  }

  function put(list: Codes | undefined, word: number): void {
    if (list !== undefined) list[count] = word;
  }

  return {
    add(from, isAssumed) {
      if (count === codes.length) grow();
      const code = (from.words[slot.index] ?? 0) - slot.base;
      codes[count] = isAssumed ? PLAIN : code;
      if (slot.kind === "number") numbers[count] = code === KNOWN ? (from.numbers[slot.number] ?? 0) : 0;
      if (slot.kind === "set") addMembers(from.words);
      count += 1;
    },
    finish() {
      const whole = codes.slice(0, count);
      const made = {
        slot,
        chosen: chosen.map((list) => list.slice(0, count)),
        unasked: unasked.map((list) => list.slice(0, count)),
      };
      if (slot.kind !== "number") return { ...made, codes: whole, values: noNumbers };
      return { ...made, ...numbered(slot, whole, numbers) };
    },
  };
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
