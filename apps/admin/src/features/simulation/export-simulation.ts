// The rows of a simulation as lines of a table: what each profile gets, what was expected, and what every criterion says.
import type { Decision, DraftCriterion } from "@jumelage/engine";
import { cellOf, type Cell } from "./matrix.ts";
import type { SimulatedRow } from "./simulate.ts";

export interface SimulationWords {
  readonly head: {
    readonly profile: string;
    readonly title: string;
    /** Absent where nothing was published. */
    readonly before: string | undefined;
    readonly after: string;
    readonly expected: string;
    readonly verdict: string;
  };
  readonly titleOf: (row: SimulatedRow) => string;
  readonly answer: (row: SimulatedRow, side: "before" | "after" | "expected") => string;
  readonly verdict: (row: SimulatedRow) => string;
  readonly cell: (cell: Cell, criterion: DraftCriterion) => string;
}

/** A line of headings, then one for each row, as many cells in each. */
export function simulationLines(
  rows: readonly SimulatedRow[],
  columns: readonly DraftCriterion[],
  words: SimulationWords,
): readonly (readonly string[])[] {
  const { head } = words;
  const before = head.before === undefined ? [] : [head.before];
  return [
    [
      head.profile,
      head.title,
      ...before,
      head.after,
      head.expected,
      head.verdict,
      ...columns.map((c) => c.id),
    ],
    ...rows.map((row) => [
      row.profile.id,
      words.titleOf(row),
      ...before.map(() => words.answer(row, "before")),
      words.answer(row, "after"),
      words.answer(row, "expected"),
      words.verdict(row),
      ...columns.map((criterion) => words.cell(cellOf(row, criterion.id, "after"), criterion)),
    ]),
  ];
}

/** The criteria that an answer to a decision rests on, in the order of the columns. */
export function decidersOf(
  row: SimulatedRow,
  columns: readonly DraftCriterion[],
  decision: Decision,
): readonly string[] {
  return columns
    .filter((c) => c.then.decision === decision.id && row.after.decisive.has(c.id))
    .map((c) => c.id);
}
