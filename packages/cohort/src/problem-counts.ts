// What was wrong with the facts of many persons, counted by fact and kind; nothing of what was sent is kept.
import type { Problem } from "@jumelage/engine";
import type { ProblemCount } from "./cohort.ts";

/** Rows that are named for each problem. */
export const mostRows = 20;
/** Facts nobody declared are counted under their own names up to so many; the others together. */
const mostUndeclared = 100;
/** Under which the facts beyond are counted; nobody's fact can be called that. */
export const otherFacts = "…";

/** A count that goes on. */
export interface MutableCount extends ProblemCount {
  persons: number;
  readonly rows: number[];
}

export class ProblemCounts {
  readonly #counts = new Map<string, MutableCount>();
  #undeclared = 0;
  #lastBeyond = -1;

  note({ fact, code }: Problem, row: number): void {
    let known = this.#counts.get(`${code} ${fact}`);
    if (known === undefined) {
      const isBeyond = code === "undeclared-fact" && this.#undeclared >= mostUndeclared;
      if (isBeyond) {
        // Several facts beyond may be one person's.
        if (this.#lastBeyond === row) return;
        this.#lastBeyond = row;
      } else if (code === "undeclared-fact") this.#undeclared += 1;
      const name = isBeyond ? otherFacts : fact;
      known = this.#counts.get(`${code} ${name}`) ?? { fact: name, code, persons: 0, rows: [] };
      this.#counts.set(`${code} ${name}`, known);
    }
    known.persons += 1;
    if (known.rows.length < mostRows) known.rows.push(row);
  }

  get all(): readonly ProblemCount[] {
    return inOrder([...this.#counts.values()]);
  }
}

/** Problems as a reader of the table meets them; those of one row in the order in which they were noted. */
export function inOrder(counts: readonly ProblemCount[]): readonly ProblemCount[] {
  return counts.toSorted((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
}
