// The distinct texts of one column of a table, numbered as they come; looked up by their bytes, so that a text which was
// seen before is never made again.
import { utf8Text } from "@jumelage/engine";
import type { Window } from "./window.ts";

/** The number of the empty text. */
export const NOTHING = 0;

/** Of a word of up to four bytes, those that are there. */
const masks = Int32Array.from([0, 0xff, 0xffff, 0xffffff, -1]);

export class Dictionary {
  /** By number. */
  readonly texts: string[] = [""];
  /** Open addressing: a text's number, or 0 where there is none. Always less than half full. */
  #table = new Int32Array(64);
  /** By number: the first eight bytes as two words, the length, and the hash. */
  #keys = new Int32Array(4 * 32);
  /** Where each text's bytes end; they begin where those of the text before end. */
  #ends = new Int32Array(32);
  #bytes = new Uint8Array(256);

  /**
   * The number of a text that stands in a window.
   * @throws TypeError when it is new and no UTF-8
   */
  numberOf({ bytes, view }: Pick<Window, "bytes" | "view">, from: number, length: number): number {
    if (length === 0) return NOTHING;
    const first = view.getInt32(from, true) & (masks[length > 4 ? 4 : length] ?? 0);
    let second = 0;
    let hash = Math.imul(first, 0x9e3779b1) ^ length;
    if (length > 4) {
      second = view.getInt32(from + 4, true) & (masks[length > 8 ? 4 : length - 4] ?? 0);
      hash = Math.imul(hash ^ (hash >>> 15) ^ second, 0x85ebca6b);
      for (let i = 8; i < length; i++) hash = Math.imul(hash ^ (bytes[from + i] ?? 0), 0x01000193);
    }
    hash ^= hash >>> 15;
    const mask = this.#table.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const number = this.#table[at] ?? NOTHING;
      if (number === NOTHING)
        return this.#add(bytes.subarray(from, from + length), { first, second, hash, at });
      const key = 4 * number;
      if (
        this.#keys[key] === first &&
        this.#keys[key + 1] === second &&
        this.#keys[key + 2] === length &&
        (length <= 8 || this.#hasRest(number, bytes, from))
      )
        return number;
    }
  }

  #hasRest(number: number, bytes: Uint8Array, from: number): boolean {
    const begin = this.#ends[number - 1] ?? 0;
    const length = (this.#ends[number] ?? 0) - begin;
    for (let i = 8; i < length; i++) if (bytes[from + i] !== this.#bytes[begin + i]) return false;
    return true;
  }

  #add(
    bytes: Uint8Array,
    { first, second, hash, at }: Readonly<Record<"first" | "second" | "hash" | "at", number>>,
  ): number {
    const text = utf8Text(bytes);
    if (text === undefined) throw new TypeError("not UTF-8");
    const number = this.texts.length;
    this.texts.push(text);
    if (number === this.#ends.length) {
      this.#ends = longer(this.#ends, new Int32Array(2 * number));
      this.#keys = longer(this.#keys, new Int32Array(8 * number));
    }
    const begin = this.#ends[number - 1] ?? 0;
    const end = begin + bytes.length;
    if (end > this.#bytes.length) this.#bytes = longer(this.#bytes, new Uint8Array(2 * end));
    this.#bytes.set(bytes, begin);
    this.#ends[number] = end;
    this.#keys.set([first, second, bytes.length, hash], 4 * number);
    this.#table[at] = number;
    if (2 * this.texts.length > this.#table.length) this.#grow();
    return number;
  }

  #grow(): void {
    this.#table = new Int32Array(2 * this.#table.length);
    const mask = this.#table.length - 1;
    for (let number = 1; number < this.texts.length; number++) {
      let at = (this.#keys[4 * number + 3] ?? 0) & mask;
      while (this.#table[at] !== 0) at = (at + 1) & mask;
      this.#table[at] = number;
    }
  }
}

function longer<T extends Uint8Array | Int32Array>(list: T, into: T): T {
  into.set(list);
  return into;
}
