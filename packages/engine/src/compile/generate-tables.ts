// The words that generated code looks up, and the masks it leaves.
import { bitsBelow } from "./bits.ts";
import type { Layout } from "./layout.ts";
import type { Plan } from "./plan.ts";

/** The two bits of a verdict that is true. */
export const BOTH = 65537;

/** Sixteen leaves of a fact share a word for every row: one bit each in its lower half, one in its upper. */
const leavesInWord = 16;

export interface Tables {
  readonly made: readonly Int32Array[];
  /** A leaf's words (two bits in the lowest place of each half) for the rows of a fact; where they stand now. */
  place(slot: number, words: readonly number[]): { readonly table: number; readonly shift: number };
}

export function tablesOf(layout: Layout): Tables {
  const made: Int32Array[] = [];
  const known = new Map<string, { readonly table: number; readonly shift: number }>();
  const leaves = layout.slots.map(() => 0);
  return {
    made,
    place(slot, words) {
      const key = `${slot}:${words.join()}`;
      const found = known.get(key);
      if (found) return found;
      const leaf = leaves[slot] ?? 0;
      leaves[slot] = leaf + 1;
      const [table, shift] = [Math.floor(leaf / leavesInWord), leaf % leavesInWord];
      const rows = (made[table] ??= new Int32Array(layout.rows));
      const base = layout.slots[slot]?.base ?? 0;
      for (const [row, word] of words.entries()) rows[base + row] = (rows[base + row] ?? 0) | (word << shift);
      const place = { table, shift };
      known.set(key, place);
      return place;
    },
  };
}

/** From sixteen verdicts a word (`p0`, `p1`, …) to the masks of a run. */
export function masksOut({ words, criteria, steps }: Plan): readonly string[] {
  const used = Array.from({ length: words }, (_, word) => bitsBelow(criteria.length - 32 * word));
  for (const { word, words: own, outcomes } of steps)
    for (let i = 0; i < own; i++) used[word + i] = bitsBelow(outcomes.length - 32 * i);
  return used.flatMap((bits, word) => {
    const [low, high] = [`p${2 * word}`, `p${2 * word + 1}`];
    return [
      `run.masks.yes[${word}] = (${low} >>> 16) | (${high} & -65536);`,
      `run.masks.no[${word}] = ~((${low} & 65535) | (${high} << 16)) & ${bits};`,
    ];
  });
}
