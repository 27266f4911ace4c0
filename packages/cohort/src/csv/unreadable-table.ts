// Why a file is no table that can be read; nothing of what stands in it is part of the message.

export type UnreadableCode =
  /** There is no line with the names of the columns. */
  | "no-header"
  /** Two columns have one name. */
  | "same-name"
  /** A line has more or fewer cells than the first one. */
  | "other-width"
  /** A quotation mark within a cell that does not begin with one, or something after the closing one. */
  | "quotation"
  /** A quotation mark is never closed, or a line is longer than can be right. */
  | "unclosed"
  /** Not UTF-8. */
  | "encoding"
  /** A column that was asked for is not there. */
  | "no-such-column"
  /** The library that reads files of this kind cannot read it. */
  | "not-such-a-file";

export class UnreadableTable extends Error {
  readonly code: UnreadableCode;
  /** The line of the file, from 1; absent where it is about no line. */
  readonly line: number | undefined;
  /** The column's name, where it is about one that was asked for. */
  readonly about: string | undefined;

  constructor(
    code: UnreadableCode,
    { line, about }: { readonly line?: number; readonly about?: string } = {},
  ) {
    super(`${code}${line === undefined ? "" : ` (line ${line})`}`);
    this.code = code;
    this.line = line;
    this.about = about;
  }
}
