// The first line of comma-separated values: the names of the columns, and what stands between cells.
import { utf8Text } from "@jumelage/engine";
import { UnreadableTable } from "./unreadable-table.ts";

const usual = [",", ";", "\t", "|"] as const;
export type Separator = (typeof usual)[number];

export interface Header {
  readonly names: readonly string[];
  readonly separator: Separator;
}

/**
 * @param line without its end; the separator is the most frequent of the usual ones, a comma where there is none
 * @throws UnreadableTable when there are no names, or two that are the same
 */
export function headerOf(line: Uint8Array): Header {
  const text = utf8Text(line)?.replace(/^\uFEFF/, "");
  if (text === undefined) throw new UnreadableTable("encoding", { line: 1 });
  const outside = text.replaceAll(/"(?:[^"]|"")*"/g, "");
  const counts = usual.map((separator) => ({ separator, count: outside.split(separator).length }));
  const { separator } = counts.reduce((most, next) => (next.count > most.count ? next : most));
  const names = cellsOf(text, separator);
  if (names.every((name) => name === "")) throw new UnreadableTable("no-header", { line: 1 });
  const twice = names.find((name, i) => name !== "" && names.indexOf(name) !== i);
  if (twice !== undefined) throw new UnreadableTable("same-name", { line: 1, about: twice });
  return { names, separator };
}

function cellsOf(line: string, separator: Separator): readonly string[] {
  const names: string[] = [];
  let rest = line;
  for (;;) {
    const [whole = "", quoted] = /^"((?:[^"]|"")*)"/.exec(rest) ?? [rest.split(separator)[0]];
    if (quoted === undefined && whole.includes('"')) throw new UnreadableTable("quotation", { line: 1 });
    names.push(quoted?.replaceAll('""', '"') ?? whole);
    if (whole.length === rest.length) return names;
    if (rest[whole.length] !== separator) throw new UnreadableTable("quotation", { line: 1 });
    rest = rest.slice(whole.length + 1);
  }
}
