// Where a table may be cut in two: after a line feed that stands outside quotation marks. A well-formed table has such a
// mark wherever a cell's text begins or ends, and two for one within, so whether a place is inside depends on their number.
import { LF, QUOTE } from "./window.ts";

/** How many quotation marks there are. */
export function quotesIn(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(QUOTE); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) count++;
  return count;
}

/** What looks for the first place to cut in bytes as they come; `isQuoted`: they begin inside quotation marks. */
export class CutFinder {
  #isQuoted: boolean;
  #before = 0;

  constructor(isQuoted: boolean) {
    this.#isQuoted = isQuoted;
  }

  /** The place just after the line feed, counted from the first byte of all; nothing, where there is none yet. */
  add(bytes: Uint8Array): number | undefined {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) this.#isQuoted = !this.#isQuoted;
      else if (byte === LF && !this.#isQuoted) return this.#before + at + 1;
    }
    this.#before += bytes.length;
    return undefined;
  }
}
