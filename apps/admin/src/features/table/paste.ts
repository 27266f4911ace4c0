// What a pasted range would change in a table, cell by cell, and what of it cannot be taken; nothing is changed before somebody
// has seen it. Pure.
import type { Column, DraftCondition, DraftRuleSet } from "@jumelage/engine";
import { withOutcome, withWhen } from "../criteria/edit-criteria.ts";
import type { Grid, GridCell, GridLine } from "./grid.ts";
import { withCell } from "./write-cell.ts";

/** A cell that would say something else. */
export interface Write {
  readonly cell: string;
  readonly criterion: string;
  readonly heading: string;
  readonly before: string;
  readonly after: string;
  readonly to:
    | {
        readonly column: Column;
        readonly line: number | undefined;
        readonly nodes: readonly DraftCondition[];
      }
    | { readonly outcome: string };
}

/**
 * A text that is not taken. `not-read`: it says nothing that this column can hold; `sentence`: its criterion does not stand in
 * rows; `several-lines`: the lines of its cell say different things; `fixed`: a name or a count; `criterion`, `column`,
 * `outside`: the table has no such place.
 */
export interface Left {
  readonly text: string;
  readonly criterion: string;
  readonly heading: string;
  readonly why: "not-read" | "sentence" | "several-lines" | "fixed" | "criterion" | "column" | "outside";
}

export interface Paste {
  readonly writes: readonly Write[];
  readonly left: readonly Left[];
}

export interface PasteWords {
  /** The heading of each column of the grid. */
  readonly headings: readonly string[];
  /** What heads the column that only a copied table has. */
  readonly lines: string;
  /** What a cell says now, as it is copied. */
  readonly wordsOf: (cell: GridCell, line: GridLine) => string;
  readonly anything: string;
  readonly readTests: (text: string, column: Column) => readonly DraftCondition[] | undefined;
  readonly testsIn: (nodes: readonly DraftCondition[]) => string;
  readonly readOutcome: (text: string) => string | undefined;
}

/** The cells of a copied range; quotation marks around one keep its tabs and line breaks, and are doubled inside it. */
export function rangeOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gy;
  for (let found = cells.exec(text); found; found = cells.exec(text)) {
    const [, quoted, plain = "", end = ""] = found;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "" || cells.lastIndex === text.length) break;
    if (end !== "\t") rows.push([]);
  }
  return rows;
}

interface Target {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** What would change when a range is pasted at a place; with the table's own headings it finds its places by itself. */
export function planPaste(
  grid: Grid,
  range: readonly (readonly string[])[],
  at: { readonly line: number; readonly column: number },
  words: PasteWords,
): Paste {
  const [head = []] = range;
  const isTable = head.length > 1 && head[0] === words.headings[0];
  const { targets, left } = isTable ? byName(grid, range, words) : byPlace(grid, range, at);
  const cells = new Map(grid.lines.flatMap((line) => line.cells.map((cell) => [cell.id, { cell, line }])));
  const writes: Write[] = [];
  const seen = new Map<string, string>();
  const notTaken = [...left];
  for (const { text, line: i, column } of targets) {
    const found = cells.get(grid.places[i]?.[column] ?? "");
    if (!found) continue;
    const { cell, line } = found;
    const criterion = line.entry.criterion.id;
    const heading = words.headings[column] ?? "";
    const before = words.wordsOf(cell, line) || words.anything;
    const said = flat(text);
    const leave = (why: Left["why"]): void => void notTaken.push({ text: said, criterion, heading, why });
    const earlier = seen.get(cell.id);
    if (earlier !== undefined) {
      if (earlier !== said && cell.kind !== "sentence") leave("several-lines");
      continue;
    }
    seen.set(cell.id, said);
    if (said === flat(before)) continue;
    const write = (after: string, to: Write["to"]): void =>
      void (after === before
        ? undefined
        : writes.push({ cell: cell.id, criterion, heading, before, after, to }));
    if (cell.kind === "outcome") {
      const outcome = words.readOutcome(said);
      if (outcome === undefined) leave("not-read");
      else write(said, { outcome });
    } else if (cell.kind === "tests" && cell.column !== undefined) {
      const nodes = words.readTests(said, cell.column);
      if (nodes === undefined) leave("not-read");
      else write(words.testsIn(nodes) || words.anything, { column: cell.column, line: cell.line, nodes });
    } else if (cell.kind === "sentence") leave("sentence");
    // The names and counts of a copied table come with it, and are not looked at.
    else if (!isTable) leave("fixed");
  }
  return { writes, left: notTaken };
}

/** A text on one line, its spaces plain. */
export function flat(text: string): string {
  return text.replaceAll(/[\s\u00a0\u202f]+/g, " ").trim();
}

interface Placed {
  readonly targets: readonly Target[];
  readonly left: readonly Left[];
}

function byPlace(
  grid: Grid,
  range: readonly (readonly string[])[],
  at: { readonly line: number; readonly column: number },
): Placed {
  const all = range.flatMap((row, r) =>
    row.map((text, c): Target => ({ text, line: at.line + r, column: at.column + c })),
  );
  const isInside = ({ line, column }: Target): boolean => grid.places[line]?.[column] !== undefined;
  const outside = all.filter((target) => !isInside(target) && flat(target.text) !== "");
  return {
    targets: all.filter(isInside),
    left: outside.map(({ text }) => ({ text: flat(text), criterion: "", heading: "", why: "outside" })),
  };
}

/** A whole table, with rows and columns perhaps moved, left out or added: each cell by what heads its row and column. */
function byName(grid: Grid, [head = [], ...rows]: readonly (readonly string[])[], words: PasteWords): Placed {
  const columns = head.map((heading) => words.headings.findIndex((known) => flat(known) === flat(heading)));
  const left: Left[] = head.flatMap((heading, c) =>
    columns[c] === -1 && flat(heading) !== "" && heading !== words.lines
      ? [{ text: flat(heading), criterion: "", heading: "", why: "column" as const }]
      : [],
  );
  const used = new Map<string, number>();
  const targets = rows.flatMap((row): readonly Target[] => {
    const [name = ""] = row;
    const id = flat(name).split(" ")[0] ?? "";
    if (id === "") return [];
    const lines = grid.lines.flatMap((line, i) => (line.entry.criterion.id === id ? [i] : []));
    const nth = used.get(id) ?? 0;
    used.set(id, nth + 1);
    const line = lines[nth];
    if (line === undefined) {
      left.push({ text: flat(name), criterion: "", heading: "", why: "criterion" });
      return [];
    }
    return row.flatMap((text, c) => {
      const column = columns[c] ?? -1;
      return column < 0 ? [] : [{ text, line, column }];
    });
  });
  return { targets, left };
}

/** The rule set with everything that was pasted. */
export function pasted(ruleSet: DraftRuleSet, decision: string, writes: readonly Write[]): DraftRuleSet {
  // The last lines first, and what is emptied after what is filled: a line that goes moves those below it.
  const order = (one: Write): readonly [number, number] =>
    "outcome" in one.to ? [-1, 2] : [one.to.line ?? -1, one.to.nodes.length === 0 ? 1 : 0];
  const sorted = writes.toSorted((a, b) => {
    const [[lineA, lastA], [lineB, lastB]] = [order(a), order(b)];
    return lineB - lineA || lastA - lastB;
  });
  return sorted.reduce((doc, { criterion, to }) => {
    if ("outcome" in to) return withOutcome(doc, criterion, { decision, outcome: to.outcome });
    const when = doc.criteria.find((c) => c.id === criterion)?.when;
    return withWhen(doc, criterion, withCell(when, to, to.nodes));
  }, ruleSet);
}
