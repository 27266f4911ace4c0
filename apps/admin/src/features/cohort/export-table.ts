// The tables of a cohort as comma-separated values: only what may be seen on the screen, small cells left out there too.
import type { PublishedSubject } from "@jumelage/cohort";
import { csvText } from "../../ui/csv.ts";

export interface ExportWords {
  readonly header: readonly [string, string, string, string];
  readonly subject: (subject: PublishedSubject) => string;
  readonly state: (subject: PublishedSubject, state: string) => string;
  /** For a cell that may not be seen. */
  readonly few: string;
  readonly total: string;
}

/** One line for each cell, then the totals: where from, where to, how many persons. With a byte-order mark, for spreadsheets. */
export function exportedTable(subjects: readonly PublishedSubject[], words: ExportWords): string {
  const lines = subjects.flatMap((s) => {
    const subject = words.subject(s);
    const named = s.states.map((state) => words.state(s, state));
    const count = (persons: number): string => (persons === 0 ? words.few : String(persons));
    return [
      ...s.cells.flatMap((row, i) =>
        row.map((persons, j) => [subject, named[i] ?? "", named[j] ?? "", count(persons)]),
      ),
      ...named.map((state, i) => [subject, state, words.total, count(s.rows[i] ?? 0)]),
      ...named.map((state, i) => [subject, words.total, state, count(s.columns[i] ?? 0)]),
      [subject, words.total, words.total, count(s.persons)],
    ];
  });
  return csvText([words.header, ...lines]);
}
