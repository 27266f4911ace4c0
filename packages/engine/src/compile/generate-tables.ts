// The words that generated code looks up, and the masks it leaves.
import { bitsBelow } from "./bits.ts";
import type { Layout } from "./layout.ts";
import type { Plan } from "./plan.ts";

/** The two bits of a verdict that is true. */
export const BOTH = 65537;

/** Sixteen leaves of a fact share a word for every row: one bit each in its lower half, one in its upper. */
const leavesInWord = 16;

/**
 * All words that are looked up, column after column in one list: every list of its own that code looks into costs it
 * several reads before the first.
 */
export interface Tables {
  /** As code is given it (`T`), with all that has been placed so far. */
  whole(): Int32Array;
  /** A leaf's words (two bits in the lowest place of each half) for the rows of a fact: the column, and where they stand in it. */
  place(slot: number, words: readonly number[]): { readonly column: number; readonly shift: number };
  /** The column of these words, one for each row of whatever is not a fact. */
  add(words: readonly number[]): number;
}

export function tablesOf(layout: Layout): Tables {
  const all: number[] = [];
  const columns = new Map<string, number>();
  const known = new Map<string, { readonly column: number; readonly shift: number }>();
  const leaves = layout.slots.map(() => 0);

  function columnOf(name: string, rows: number): number {
    let column = columns.get(name);
    if (column === undefined) {
      columns.set(name, (column = all.length));
      for (let row = 0; row < rows; row++) all.push(0);
    }
    return column;
  }

  return {
    whole: () => Int32Array.from(all),
    place(slot, words) {
      const key = `${slot}:${words.join()}`;
      const found = known.get(key);
      if (found) return found;
      const leaf = leaves[slot] ?? 0;
      leaves[slot] = leaf + 1;
      const shift = leaf % leavesInWord;
      const column = columnOf(`leaves ${Math.floor(leaf / leavesInWord)}`, layout.rows);
      const first = column + (layout.slots[slot]?.base ?? 0);
      for (const [row, word] of words.entries()) all[first + row] = (all[first + row] ?? 0) | (word << shift);
      const place = { column, shift };
      known.set(key, place);
      return place;
    },
    add(words) {
      const key = words.join();
      const column = columnOf(key, words.length);
      for (const [row, word] of words.entries()) all[column + row] = word;
      return column;
    },
  };
}

/** The expression of the word in a column for a row. */
export function lookUp(column: number, row: string): string {
  // A sum that is known to be a whole number of 32 bits.
  return column === 0 ? `T[${row}]` : `T[${row} + ${column} | 0]`;
}

/** From sixteen verdicts a word (`p0`, `p1`, …) to the masks of a run. */
export function masksOut({ words, criteria, steps }: Plan): readonly string[] {
  const used = Array.from({ length: words }, (_, word) => bitsBelow(criteria.length - 32 * word));
  for (const { word, words: own, outcomes } of steps)
    for (let i = 0; i < own; i++) used[word + i] = bitsBelow(outcomes.length - 32 * i);
  return used.flatMap((bits, word) => {
    const [low, high] = [`p${2 * word}`, `p${2 * word + 1}`];
    return [
      `yes[${word}] = (${low} >>> 16) | (${high} & -65536);`,
      `no[${word}] = ~((${low} & 65535) | (${high} << 16)) & ${bits};`,
    ];
  });
}
