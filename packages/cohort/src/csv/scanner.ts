// Comma-separated values as RFC 4180 has them, from bytes as they come straight to numbers of texts: a cell whose text was
// seen before in its column costs no text. Strict: whatever could shift a value into another column ends the reading.
import type { Dictionary } from "./dictionary.ts";
import { headerOf, type Header } from "./header.ts";
import { UnreadableTable } from "./unreadable-table.ts";
import { CR, LF, QUOTE, Window, longestLine, pieceBytes } from "./window.ts";

/** Rows that are handed on together. */
export const batchRows = 4096;

/** A column that is read: the texts there are, and for each row of the batch which one it is. */
export interface ReadColumn {
  dictionary: Dictionary;
  readonly numbers: Int32Array;
}

export interface ScannerOptions {
  /** Says of each column whether it is read. */
  readonly onHeader: (header: Header) => readonly (ReadColumn | undefined)[];
  /** So many rows stand in the columns that are read; after it they are written over. */
  readonly onRows: (rows: number) => void;
}

export class CsvScanner {
  readonly #options: ScannerOptions;
  readonly #window = new Window();
  #columns: readonly (ReadColumn | undefined)[] = [];
  /** 0 until the header is read. */
  #separator = 0;
  #rows = 0;
  #line = 1;

  constructor(options: ScannerOptions) {
    this.#options = options;
  }

  /** @throws UnreadableTable */
  add(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; from += pieceBytes) {
      this.#window.add(bytes.subarray(from, from + pieceBytes));
      this.#read(false);
      if (this.#window.length > longestLine) throw new UnreadableTable("unclosed", { line: this.#line });
    }
  }

  /** Nothing comes any more. @throws UnreadableTable */
  finish(): void {
    const window = this.#window;
    if (window.length > 0 && window.bytes[window.length - 1] !== LF) window.add(Uint8Array.of(LF));
    this.#read(true);
    if (this.#separator === 0) throw new UnreadableTable("no-header");
    this.#handOn();
  }

  #read(isLast: boolean): void {
    if (this.#separator === 0) this.#header(isLast);
    if (this.#separator !== 0) this.#window.drop(this.#scan(isLast));
  }

  /** Reads the first line if it is whole. */
  #header(isLast: boolean): void {
    const bytes = this.#window.bytes.subarray(0, this.#window.length);
    const end = endOfLine(bytes);
    if (end === -1) {
      if (isLast && bytes.length > 0) throw new UnreadableTable("unclosed", { line: 1 });
      return;
    }
    const header = headerOf(bytes.subarray(0, bytes[end - 1] === CR ? end - 1 : end));
    this.#columns = this.#options.onHeader(header);
    this.#separator = header.separator.charCodeAt(0);
    this.#line += feeds(bytes, 0, end + 1);
    this.#window.drop(end + 1);
  }

  /** Reads whole lines; where the first begins that is not. */
  #scan(isLast: boolean): number {
    const [columns, window] = [this.#columns, this.#window];
    const { bytes, marks } = window;
    const found = window.find(this.#separator);
    let [lineBegin, from, column] = [0, 0, 0];
    let hasQuotes = false;
    for (let mark = 0; mark < found; mark++) {
      let to = marks[mark] ?? 0;
      let byte = bytes[to];
      const read = columns[column];
      if (byte === QUOTE) {
        to = this.#quoted(from, to, { read, isLast });
        if (to === -1) return lineBegin;
        while ((marks[mark] ?? to) < to) mark++;
        byte = bytes[to];
        hasQuotes = true;
      } else if (read !== undefined) {
        const isCut = byte === LF && to > from && bytes[to - 1] === CR;
        this.#put(read, from, (isCut ? to - 1 : to) - from);
      }
      if (byte === LF) {
        this.#endLine(column, { begin: lineBegin, end: to, hasQuotes });
        column = 0;
        hasQuotes = false;
        lineBegin = to + 1;
      } else column++;
      from = to + 1;
    }
    return lineBegin;
  }

  #endLine(
    column: number,
    { begin, end, hasQuotes }: { readonly begin: number; readonly end: number; readonly hasQuotes: boolean },
  ): void {
    const { bytes } = this.#window;
    const isEmpty = end === begin || (end === begin + 1 && bytes[begin] === CR);
    // A line without anything is no line, unless all of them have one cell.
    if (!isEmpty || this.#columns.length === 1) {
      if (column !== this.#columns.length - 1) throw new UnreadableTable("other-width", { line: this.#line });
      if (++this.#rows === batchRows) this.#handOn();
    }
    this.#line += hasQuotes ? feeds(bytes, begin, end + 1) : 1;
  }

  /** Reads a cell between quotation marks, from the first one on; where it ends, or -1 when it is not whole. */
  #quoted(
    from: number,
    begin: number,
    { read, isLast }: { readonly read: ReadColumn | undefined; readonly isLast: boolean },
  ): number {
    const { bytes, length: end, scratchAt } = this.#window;
    if (begin !== from) throw new UnreadableTable("quotation", { line: this.#line });
    let length = 0;
    let at = begin + 1;
    for (; at < end; at++) {
      if (bytes[at] === QUOTE) {
        // It may be the first of two, of which the second has not come.
        if (at + 1 === end) break;
        if (bytes[at + 1] !== QUOTE) break;
        at++;
      }
      bytes[scratchAt + length++] = bytes[at] ?? 0;
    }
    if (at + 2 >= end && !isLast) return -1;
    if (at >= end) throw new UnreadableTable("unclosed", { line: this.#line });
    at++;
    if (bytes[at] === CR && bytes[at + 1] === LF) at++;
    if (bytes[at] !== this.#separator && bytes[at] !== LF)
      throw new UnreadableTable("quotation", { line: this.#line });
    if (read !== undefined) this.#put(read, scratchAt, length);
    return at;
  }

  #put({ dictionary, numbers }: ReadColumn, from: number, length: number): void {
    try {
      numbers[this.#rows] = dictionary.numberOf(this.#window, from, length);
    } catch {
      throw new UnreadableTable("encoding", { line: this.#line });
    }
  }

  #handOn(): void {
    if (this.#rows > 0) this.#options.onRows(this.#rows);
    this.#rows = 0;
  }
}

function feeds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LF, from); at !== -1 && at < to; at = bytes.indexOf(LF, at + 1)) count++;
  return count;
}

/** The end of the first line, outside of quotation marks; -1 when it is not there yet. */
function endOfLine(bytes: Uint8Array): number {
  let isQuoted = false;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === QUOTE) isQuoted = !isQuoted;
    else if (bytes[at] === LF && !isQuoted) return at;
  }
  return -1;
}
