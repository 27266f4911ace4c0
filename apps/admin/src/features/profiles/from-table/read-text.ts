// What was pasted from a spreadsheet, or a file of it, as a table of texts.
import { parse } from "papaparse";
import type { Table } from "./read-rows.ts";

/** More persons than this are a cohort, which has a screen of its own. */
export const mostRows = 5000;

/** Separators and quotation marks are found out; formulas are texts like any other. Undefined for a text without rows. */
export function readText(text: string): Table | undefined {
  const bare = text.replace(/^\uFEFF/, "").trim();
  if (bare === "") return undefined;
  const { data } = parse<string[]>(bare, { skipEmptyLines: "greedy", delimitersToGuess: ["\t", ";", ","] });
  const [names, ...rows] = data;
  return names === undefined || rows.length === 0 ? undefined : { names: names.map((n) => n.trim()), rows };
}
