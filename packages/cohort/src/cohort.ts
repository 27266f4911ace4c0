// A resident cohort: one column per fact of a vocabulary, and what was wrong with the facts it was read from.
import type { DoubtReason, Problem } from "@jumelage/engine";
import {
  INCOMPLETE,
  INVALID,
  KNOWN,
  PLAIN,
  STALE,
  nobodyOf,
  type EncodedPerson,
  type Layout,
  type Words,
} from "@jumelage/engine/compile";
import { bytesOf, hasMembers, type Column } from "./column.ts";

/** How often something was wrong with a fact, and the first rows where it was. */
export interface ProblemCount {
  readonly fact: string;
  readonly code: Problem["code"];
  readonly persons: number;
  readonly rows: readonly number[];
}

/** Of how many persons a fact is doubtful, and why. */
export interface DoubtCount {
  readonly fact: string;
  readonly reason: DoubtReason;
  readonly persons: number;
}

export interface Cohort {
  /** How many persons there are; each is known by its row, from 0 on, in the order they came in. */
  readonly size: number;
  readonly layout: Layout;
  /** In the order of the vocabulary. */
  readonly columns: readonly Column[];
  /** What was no value of its fact was taken for nothing else: it is unknown, and counted here. */
  readonly problems: readonly ProblemCount[];
}

/** The bytes that the columns of a cohort take. */
export function bytesOfColumns({ columns }: Pick<Cohort, "columns">): number {
  return columns.reduce((sum, column) => sum + bytesOf(column), 0);
}

const doubts: readonly (readonly [DoubtReason, number])[] = [
  ["invalid", INVALID],
  ["stale", STALE],
  ["incomplete", INCOMPLETE],
];

/** What is doubtful in a cohort, in the order of the vocabulary; sums of doubtful facts among it. */
export function doubtsOf({ columns }: Pick<Cohort, "columns">): readonly DoubtCount[] {
  return columns.flatMap(({ slot, codes }) => {
    const counts = new Uint32Array(KNOWN);
    for (const code of codes) if (code < KNOWN) counts[code] = (counts[code] ?? 0) + 1;
    return doubts.flatMap(([reason, code]) => {
      const persons = counts[code] ?? 0;
      return persons === 0 ? [] : [{ fact: slot.id, reason, persons }];
    });
  });
}

/**
 * The person of a row as every evaluator of the vocabulary takes one (`compile(…).runEncoded`), to explain an answer. What
 * was wrong with the facts that were sent is not part of it.
 * @throws RangeError when there is no such row
 */
export function personAt({ layout, columns, size }: Cohort, row: number): EncodedPerson {
  if (!Number.isInteger(row) || row < 0 || row >= size) throw new RangeError(`no person ${row}`);
  const made = nobodyOf(layout);
  for (const column of columns) writeFact(column, row, { into: made, assumed: layout.assumed });
  return { key: layout.key, problems: [], ...made };
}

function writeFact(
  { slot, codes, values, chosen, unasked }: Column,
  row: number,
  { into: { words, numbers }, assumed }: { readonly into: Words; readonly assumed: number },
): void {
  const code = codes[row] ?? PLAIN;
  // Of whom nothing is known is nobody; what is assumed of nobody is there already.
  if (code === PLAIN) return;
  const word = assumed + (slot.index >>> 5);
  words[word] = (words[word] ?? 0) & ~(1 << (slot.index & 31));
  words[slot.index] = slot.base + (slot.kind === "number" ? Math.min(code, KNOWN) : code);
  if (slot.kind === "number") numbers[slot.number] = values[code - KNOWN] ?? Number.NaN;
  for (let i = 0; i < slot.words; i++) {
    words[slot.chosen + i] = chosen[i]?.[row] ?? 0;
    words[slot.unasked + i] = hasMembers(code) ? (unasked[i]?.[row] ?? 0) : -1;
  }
}
