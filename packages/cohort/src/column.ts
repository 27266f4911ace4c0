// What is known of one fact of every person: small codes, beside them the numbers or the members that a code cannot hold.
import { INCOMPLETE, KNOWN, type Slot } from "@jumelage/engine/compile";

export type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * A column. The code of a person is why the fact is unknown, or KNOWN and more; of a fact that takes a value of its own
 * while it is plainly unknown, PLAIN says that it was assumed.
 */
export interface Column {
  readonly slot: Slot;
  /**
   * Beyond KNOWN: of a fact with rows the value's place, of a number its place among `values`, of a set nothing.
   */
  readonly codes: Codes;
  /** Of a number: the distinct values there are, ascending, assumed ones included. */
  readonly values: Float64Array;
  /** Of a set: the members that were chosen, as bits; a list for every word of 32 members. */
  readonly chosen: readonly Codes[];
  /** The members nobody asked about, where a set is known in part; empty where none is. */
  readonly unasked: readonly Codes[];
}

/** A list of whole numbers from 0 to a greatest one. */
export function codesFor(greatest: number, length: number): Codes {
  if (greatest < 2 ** 8) return new Uint8Array(length);
  return greatest < 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length);
}

/** The greatest word that so many members make. */
export function greatestWord(members: number): number {
  return 2 ** Math.min(32, Math.max(0, members)) - 1;
}

export function bytesOf({ codes, values, chosen, unasked }: Column): number {
  return [codes, values, ...chosen, ...unasked].reduce((sum, list) => sum + list.byteLength, 0);
}

/** The place of the first of some ascending values that is not less than a bound (`after`: greater than it). */
export function placeFor(values: Float64Array, bound: number, after: boolean): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = values[middle] ?? Number.NaN;
    if (after ? value <= bound : value < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the members of a set were looked at for this code: all of them, or some. */
export function hasMembers(code: number): boolean {
  return code === KNOWN || code === INCOMPLETE;
}
