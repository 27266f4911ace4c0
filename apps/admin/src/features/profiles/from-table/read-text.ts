// What was pasted from a spreadsheet, or a file of it, as a table of texts.
import { parse } from "papaparse";
import type { Table } from "./read-rows.ts";

/** More persons than this are a cohort, which has a screen of its own. */
export const mostRows = 5000;
/** No file of so many persons is larger. */
export const mostBytes = 10_000_000;

export type ReadText =
  | { readonly kind: "table"; readonly table: Table }
  /** Not a row of names and one below it. */
  | { readonly kind: "no-rows" }
  /** A quotation mark that is not closed, or stands where none can: what follows could be of another cell. */
  | { readonly kind: "quotes"; readonly row: number };

/** Separators are found out; formulas are texts like any other. */
export function readText(text: string): ReadText {
  // Not the tabs at an end: they stand for empty cells.
  const bare = text.replace(/^[\uFEFF\r\n]+|[\r\n]+$/g, "");
  // Empty lines stay, so that rows are counted as the spreadsheet counts them.
  const { data, errors } = parse<string[]>(bare, { delimitersToGuess: ["\t", ";", ","] });
  const quotes = errors.find((error) => error.type === "Quotes");
  if (quotes) return { kind: "quotes", row: (quotes.row ?? 0) + 1 };
  const [names, ...rows] = data;
  if (names === undefined || rows.length === 0) return { kind: "no-rows" };
  return { kind: "table", table: { names: names.map((n) => n.trim()), rows } };
}

/** The text of a file: in UTF-8, else as spreadsheets in French write it on Windows. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
