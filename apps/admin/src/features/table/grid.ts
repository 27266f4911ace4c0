// A decision table as a grid of cells: which cell stands where, and what a spreadsheet gets of it. Pure; it draws nothing.
import {
  subjectKey,
  type Column,
  type DecisionTable,
  type TableEntry,
  type TableTest,
} from "@jumelage/engine";

/** A cell of a line, and how many lines and columns it covers. */
export interface GridCell {
  readonly id: string;
  readonly kind: "criterion" | "hits" | "tests" | "sentence" | "outcome";
  readonly column?: Column;
  /** Which of the lines of the criterion it belongs to; absent where it speaks for all of several. */
  readonly line?: number;
  readonly tests: readonly TableTest[];
  readonly lines: number;
  readonly columns: number;
  /** Whether it stands in a block of lines of which one is enough. */
  readonly braced: boolean;
}

export interface GridLine {
  readonly entry: TableEntry;
  readonly outcome: string;
  /** The cells that begin on this line. */
  readonly cells: readonly GridCell[];
}

export interface Grid {
  readonly lines: readonly GridLine[];
  /** The cell that covers each place, line by line. */
  readonly places: readonly (readonly string[])[];
}

/** The columns before and after those of the facts. */
const before = 2;

export function gridOf({ columns, groups }: DecisionTable): Grid {
  const lines: GridLine[] = [];
  const places: string[][] = [];
  for (const { outcome, entries } of groups) {
    for (const entry of entries) {
      const drawn = linesOf(entry, columns);
      const start = places.length;
      places.push(...drawn.map(() => Array.from({ length: columns.length + before + 1 }, () => "")));
      drawn.forEach((cells, i) => {
        lines.push({ entry, outcome, cells: cells.map(({ cell }) => cell) });
        for (const { cell, from } of cells)
          for (let l = 0; l < cell.lines; l += 1)
            for (let c = 0; c < cell.columns; c += 1) {
              const row = places[start + i + l];
              if (row) row[from + c] = cell.id;
            }
      });
    }
  }
  return { lines, places };
}

interface Placed {
  readonly cell: GridCell;
  readonly from: number;
}

function linesOf(
  { criterion, layout }: TableEntry,
  columns: readonly Column[],
): readonly (readonly Placed[])[] {
  const height = layout.kind === "rows" ? layout.lines.length : 1;
  const whole = { tests: [], lines: height, columns: 1, braced: false };
  const cell = (part: string, rest: Omit<GridCell, "id">): GridCell => ({
    id: `${criterion.id}/${part}`,
    ...rest,
  });
  const head: readonly Placed[] = [
    { from: 0, cell: cell("criterion", { kind: "criterion", ...whole }) },
    { from: 1, cell: cell("hits", { kind: "hits", ...whole }) },
  ];
  const end: Placed = { from: before + columns.length, cell: cell("outcome", { kind: "outcome", ...whole }) };
  if (layout.kind === "sentence") {
    const sentence = cell("sentence", { kind: "sentence", ...whole, columns: Math.max(1, columns.length) });
    return [[...head, { from: before, cell: sentence }, end]];
  }
  const of = (tests: readonly TableTest[], column: Column): readonly TableTest[] =>
    tests.filter((t) => subjectKey(t.column) === subjectKey(column));
  // What all lines share, and what none of them says, is said once beside them.
  const varies = (column: Column): boolean =>
    height > 1 && layout.lines.some((line) => of(line, column).length > 0);
  return layout.lines.map((line, i) => {
    const middle = columns.flatMap((column, c): readonly Placed[] => {
      const from = before + c;
      if (varies(column)) {
        const own = cell(`${subjectKey(column)}/${i}`, {
          kind: "tests",
          column,
          line: i,
          tests: of(line, column),
          lines: 1,
          columns: 1,
          braced: true,
        });
        return [{ from, cell: own }];
      }
      if (i > 0) return [];
      const tests = of(height > 1 ? layout.shared : line, column);
      const place = height > 1 ? { column } : { column, line: 0 };
      return [{ from, cell: cell(subjectKey(column), { kind: "tests", ...place, ...whole, tests }) }];
    });
    return i === 0 ? [...head, ...middle, end] : middle;
  });
}

export interface TsvWords {
  readonly header: readonly string[];
  readonly anything: string;
  readonly cell: (cell: GridCell, line: GridLine) => string;
  /** What stands beside a criterion whose lines are alternatives. */
  readonly oneOf: string;
}

/** The table as a spreadsheet takes it: what a cell covers is said on each of its lines, so that a line can be read alone. */
export function tsvOf({ lines, places }: Grid, { header, anything, cell: wordsOf, oneOf }: TsvWords): string {
  const cells = new Map(
    lines.flatMap((line) => line.cells.map((cell) => [cell.id, { cell, line }] as const)),
  );
  const rows = places.map((ids, i) => {
    const words = ids.map((id, c) => {
      const found = cells.get(id);
      if (!found || (found.cell.kind === "sentence" && ids[c - 1] === id)) return "";
      return wordsOf(found.cell, found.line) || anything;
    });
    const line = lines[i];
    const block = line?.entry.layout.kind === "rows" && line.entry.layout.lines.length > 1;
    return [words[0] ?? "", block ? oneOf : "", ...words.slice(1)];
  });
  return [header, ...rows].map((row) => row.map(safe).join("\t")).join("\r\n");
}

/** A cell on one line; one that a spreadsheet would run as a formula is made plain text. */
function safe(text: string): string {
  const flat = text.replaceAll(/\s*[\t\r\n]+\s*/g, " ");
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
