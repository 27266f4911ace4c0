// What may be seen of how many persons go from which state to which. Few persons in a cell are somebody: a cell under the
// small-cell size is not counted, the others are rounded to it, and every total is the sum of what is seen. Whatever
// stands in a small cell, nobody included, the table that is seen is the same, so that nothing can be subtracted.
import type { AnsweredSubject, Answers } from "./answers.ts";
import { whoChanges, type Changes, type Transition } from "./changes.ts";
import type { Subject } from "./judged.ts";

export interface PublishedCells {
  /** By row, then by column; 0 where too few persons are for it, or nobody. */
  readonly cells: readonly (readonly number[])[];
  /** The sums of rows, of columns, and of all. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly persons: number;
}

export interface PublishedSubject extends PublishedCells {
  readonly subject: Subject;
  /** Of the rows (before) and of the columns (after) alike. */
  readonly states: readonly string[];
  /** How many are in another state, as far as it may be seen. */
  readonly moved: number;
  /** The first rows of the cohort that go from one state to another, where that cell may be seen. */
  readonly examples: readonly Pick<Transition, "from" | "to" | "rows">[];
}

export interface PublishedChanges {
  /** In the order of the rule set after; what only one of the two has is not here. */
  readonly subjects: readonly PublishedSubject[];
  readonly added: readonly Subject[];
  readonly removed: readonly Subject[];
}

/** A table of counts as it may be seen. @throws RangeError when the size is no positive whole number */
export function publishedCells(counts: readonly (readonly number[])[], smallCell: number): PublishedCells {
  if (!Number.isInteger(smallCell) || smallCell < 1) throw new RangeError(`no size of a cell: ${smallCell}`);
  const seen = (count: number): number => (count < smallCell ? 0 : Math.round(count / smallCell) * smallCell);
  const cells = counts.map((row) => row.map(seen));
  const rows = cells.map(sum);
  return {
    cells,
    rows,
    columns: (cells[0] ?? []).map((_, column) => sum(cells.map((row) => row[column] ?? 0))),
    persons: sum(rows),
  };
}

/**
 * What two rule sets answer for the same persons, decisions and outcomes alone, as it may be seen.
 * @throws TypeError as `whoChanges`
 */
export function publishedChanges(before: Answers, after: Answers, smallCell: number): PublishedChanges {
  const changes = whoChanges(before, after);
  const isAsked = ({ kind }: Subject): boolean => kind !== "criterion";
  const then = new Map(before.counts().map((count) => [nameOf(count.subject), count.persons]));
  return {
    subjects: after.subjects.flatMap((subject) => {
      const counts = then.get(nameOf(subject.subject));
      if (counts === undefined || !isAsked(subject.subject)) return [];
      return [publishedSubject(subject, { counts, changes, smallCell })];
    }),
    added: changes.added.filter(isAsked),
    removed: changes.removed.filter(isAsked),
  };
}

function publishedSubject(
  { subject, states: now, otherwise }: AnsweredSubject,
  {
    counts,
    changes,
    smallCell,
  }: {
    readonly counts: ReadonlyMap<string, number>;
    readonly changes: Changes;
    readonly smallCell: number;
  },
): PublishedSubject {
  const transitions = changes.changed.find((c) => nameOf(c.subject) === nameOf(subject))?.transitions ?? [];
  const names = [
    ...now.map((s) => s.state),
    ...(otherwise === undefined ? [] : [otherwise]),
    ...counts.keys(),
  ];
  const states = [...new Set(names)];
  const whole = states.map((from) => {
    const leaving = transitions.filter((t) => t.from === from);
    const staying = (counts.get(from) ?? 0) - sum(leaving.map((t) => t.persons));
    return states.map((to) => (from === to ? staying : (leaving.find((t) => t.to === to)?.persons ?? 0)));
  });
  const seen = publishedCells(whole, smallCell);
  return {
    subject,
    states,
    ...seen,
    moved: seen.persons - sum(seen.cells.map((row, i) => row[i] ?? 0)),
    examples: transitions.flatMap(({ from, to, persons, rows }) =>
      persons < smallCell ? [] : [{ from, to, rows }],
    ),
  };
}

const nameOf = (subject: Subject): string => JSON.stringify(subject);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
