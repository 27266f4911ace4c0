// Comma-separated values as RFC 4180 has them, however their bytes come in; whatever could shift a value is refused with
// its line.
import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { Dictionary } from "./dictionary.ts";
import { CsvScanner, batchRows, type ReadColumn } from "./scanner.ts";
import { UnreadableTable } from "./unreadable-table.ts";

/** The names and the rows of a table whose bytes come in pieces. */
function tableOf(pieces: readonly Uint8Array[]): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  let columns: readonly ReadColumn[] = [];
  const scanner = new CsvScanner({
    onHeader({ names }) {
      rows.push(names);
      return (columns = names.map(() => ({
        dictionary: new Dictionary(),
        numbers: new Int32Array(batchRows),
      })));
    },
    onRows(count) {
      for (let row = 0; row < count; row++)
        rows.push(columns.map((c) => c.dictionary.texts[c.numbers[row] ?? -1] ?? "missing"));
    },
  });
  for (const piece of pieces) scanner.add(piece);
  scanner.finish();
  return rows;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const table = (text: string): readonly (readonly string[])[] => tableOf([bytesOf(text)]);

test.each<[string, string, readonly (readonly string[])[]]>([
  [
    "lines",
    "a,b\n1,2\n3,4\n",
    [
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  [
    "no end of the last line",
    "a,b\n1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "lines as Windows ends them",
    "a,b\r\n1,2\r\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "cells without anything",
    "a,b\n,\n1,\n,2\n",
    [
      ["a", "b"],
      ["", ""],
      ["1", ""],
      ["", "2"],
    ],
  ],
  [
    "semicolons",
    "a;b\n1;2,5\n",
    [
      ["a", "b"],
      ["1", "2,5"],
    ],
  ],
  [
    "tabs",
    "a\tb\n1\t2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "bars",
    "a|b\n1|2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "the more frequent one",
    "a;b,c;d\n1;2;3\n",
    [
      ["a", "b,c", "d"],
      ["1", "2", "3"],
    ],
  ],
  [
    "a separator in a quoted name",
    '"a;x;y",b\n1,2\n',
    [
      ["a;x;y", "b"],
      ["1", "2"],
    ],
  ],
  [
    "quoted cells",
    'a,b\n"1","2"\n',
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "quoted cells, as Windows ends lines",
    'a,b\r\n"1","2"\r\n',
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "quoted separators and lines",
    'a,b\n"1,2","3\n4"\n',
    [
      ["a", "b"],
      ["1,2", "3\n4"],
    ],
  ],
  [
    "quotation marks, twice",
    'a,b\n"x ""y""",""""\n',
    [
      ["a", "b"],
      ['x "y"', '"'],
    ],
  ],
  [
    "nothing between quotation marks",
    'a,b\n"",""\n',
    [
      ["a", "b"],
      ["", ""],
    ],
  ],
  [
    "names between quotation marks",
    '"a ""1""","b\n2"\n1,2\n',
    [
      ['a "1"', "b\n2"],
      ["1", "2"],
    ],
  ],
  [
    "a mark of byte order",
    "\uFEFFa,b\n1,2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "lines without anything are none",
    "a,b\n\n1,2\n\r\n\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  ["but are with one column", "a\n\n1\n", [["a"], [""], ["1"]]],
  [
    "spaces are part of a cell",
    "a,b\n 1 ,2\n",
    [
      ["a", "b"],
      [" 1 ", "2"],
    ],
  ],
  [
    "a lone carriage return is part of a cell",
    "a,b\n1\r,2\n",
    [
      ["a", "b"],
      ["1\r", "2"],
    ],
  ],
  ["long cells that begin alike", "a\nabcdefgh1\nabcdefgh2\n", [["a"], ["abcdefgh1"], ["abcdefgh2"]]],
  ["letters of every width", "a\né\n漢\n🙂\n", [["a"], ["é"], ["漢"], ["🙂"]]],
  ["only names", "a,b\n", [["a", "b"]]],
])("%s", (_, text, expected) => {
  expect(table(text)).toEqual(expected);
});

describe("refused", () => {
  test.each<[string, string | Uint8Array, UnreadableTable["code"], number | undefined]>([
    ["nothing", "", "no-header", undefined],
    ["names without a letter", ",\n1,2\n", "no-header", 1],
    ["a name twice", "a,b,a\n", "same-name", 1],
    ["a cell too few", "a,b\n1,2\n3\n", "other-width", 3],
    ["a cell too many", "a,b\n1,2,3\n", "other-width", 2],
    ["a quotation mark within a cell", 'a,b\n1,2\n3,4"5\n', "quotation", 3],
    ["something after a quoted cell", 'a,b\n"1"x,2\n', "quotation", 2],
    ["a carriage return after a quoted cell", 'a,b\n"1"\r,2\n', "quotation", 2],
    ["a quotation mark within a name", 'a"b,c\n', "unclosed", 1],
    ["two of them", 'a"b"c,d\n', "quotation", 1],
    ["something after a quoted name", '"a"b,c\n', "quotation", 1],
    ["a cell that is never closed", 'a,b\n1,2\n"3,4\n5,6\n', "unclosed", 3],
    ["a name that is never closed", '"a,b\n1,2\n', "unclosed", 1],
    ["a cell that is no UTF-8", Uint8Array.of(97, 10, 0xe9, 10), "encoding", 2],
    ["a name that is no UTF-8", Uint8Array.of(0xff, 0xfe, 97, 0, 10, 0), "encoding", 1],
    ["a line after quoted lines", 'a,b\n"1\n2",3\n4\n', "other-width", 4],
  ])("%s", (_, text, code, line) => {
    const read = (): unknown => tableOf([typeof text === "string" ? bytesOf(text) : text]);
    expect(read).toThrow(UnreadableTable);
    try {
      read();
    } catch (error) {
      expect(error).toMatchObject({ code, line });
    }
  });

  test("a line without end is taken for a quotation mark that nobody closed", () => {
    const scanner = new CsvScanner({ onHeader: () => [undefined], onRows: () => undefined });
    scanner.add(bytesOf('a\n"'));
    expect(() => {
      for (let i = 0; i < 20; i++) scanner.add(new Uint8Array(100_000).fill(97));
    }).toThrow(expect.objectContaining({ code: "unclosed", line: 2 }));
  });
});

test("any table, quoted or not, in pieces of any size", () => {
  const cell = fc.oneof(
    fc.constantFrom("", "true", "false", "12", "\r\n", '"', ",", "\n", "a,b", 'x"y'),
    fc.string({ unit: "grapheme", maxLength: 20 }),
  );
  const tables = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: width, maxLength: width }), {
      maxLength: 12,
    }),
  );
  const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
  fc.assert(
    fc.property(tables, cuts, fc.constantFrom("\n", "\r\n"), (rows, sizes, end) => {
      const names = Array.from({ length: rows[0]?.length ?? 2 }, (_, i) => `n${i}`);
      const quoted = ([text, wanted]: readonly [string, boolean]): string =>
        wanted || /[",\r\n;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const text = [names.join(), ...rows.map((row) => row.map(quoted).join())].map((l) => l + end).join("");
      const bytes = bytesOf(text);
      const pieces: Uint8Array[] = [];
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const size = sizes[i % sizes.length] ?? 1;
        pieces.push(bytes.subarray(at, at + size));
        at += size;
      }
      expect(tableOf(pieces)).toEqual([names, ...rows.map((row) => row.map(([t]) => t))]);
    }),
  );
});

test("more rows and texts than fit at once", () => {
  const rows = Array.from({ length: 3 * batchRows + 5 }, (_, i) => [String(i), `text number ${i % 700}`]);
  expect(table(["n,t", ...rows.map((r) => r.join())].join("\n"))).toEqual([["n", "t"], ...rows]);
});
