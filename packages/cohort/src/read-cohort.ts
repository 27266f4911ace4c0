// From the facts that were sent of many persons to a cohort: each is read exactly as one person is, and nothing of what
// was sent is kept but columns and counts.
import type { Fact, Facts, LocalDate, Problem } from "@jumelage/engine";
import { dayNumber } from "@jumelage/engine";
import { factsReader, layoutOf, newWords, type Day } from "@jumelage/engine/compile";
import type { Cohort, ProblemCount } from "./cohort.ts";
import { columnBuilder } from "./column-builder.ts";

/** Rows that are named for each problem. */
const mostRows = 20;
/** Facts nobody declared are counted under their own names up to so many; the others together. */
const mostUndeclared = 100;
/** Under which the facts beyond are counted; nobody's fact can be called that. */
export const otherFacts = "…";

export interface CohortReader {
  /** Adds the next person: what was sent of the facts, on a date (`YYYY-MM-DD`). @throws RangeError when it is no date */
  readonly add: (facts: Facts, at: LocalDate) => void;
  /** The cohort of everybody who was added; nobody is added after that. */
  readonly finish: () => Cohort;
}

export interface ReaderOptions {
  /** Whether code may be generated from the vocabulary, which makes reading faster (`compile`, way `generated`). */
  readonly mayGenerate?: boolean | undefined;
}

interface Counting extends ProblemCount {
  persons: number;
  readonly rows: number[];
}

/** Reads persons against a vocabulary, one at a time. */
export function cohortReader(
  facts: readonly Fact[],
  { mayGenerate = false }: ReaderOptions = {},
): CohortReader {
  const layout = layoutOf(facts);
  const read = factsReader(layout, mayGenerate);
  const builders = layout.slots.map(columnBuilder);
  const own = newWords(layout);
  const problems = new Map<string, Counting>();
  let undeclared = 0;
  let lastBeyond = -1;
  let size = 0;
  let day: Day = { at: "", number: Number.NaN };

  function note({ fact, code }: Problem): void {
    let known = problems.get(`${code} ${fact}`);
    if (known === undefined) {
      const isBeyond = code === "undeclared-fact" && undeclared >= mostUndeclared;
      if (isBeyond) {
        // Several facts beyond may be one person's.
        if (lastBeyond === size) return;
        lastBeyond = size;
      } else if (code === "undeclared-fact") undeclared += 1;
      const name = isBeyond ? otherFacts : fact;
      known = problems.get(`${code} ${name}`) ?? { fact: name, code, persons: 0, rows: [] };
      problems.set(`${code} ${name}`, known);
    }
    known.persons += 1;
    if (known.rows.length < mostRows) known.rows.push(size);
  }

  return {
    add(sent, at) {
      if (at !== day.at) {
        const number = dayNumber(at);
        if (number === undefined) throw new RangeError(`not an evaluation date: ${at}`);
        day = { at, number };
      }
      for (const problem of read(sent, day, own)) note(problem);
      for (let i = 0; i < builders.length; i++) {
        const isAssumed = (((own.words[layout.assumed + (i >>> 5)] ?? 0) >>> (i & 31)) & 1) !== 0;
        builders[i]?.add(own, isAssumed);
      }
      size += 1;
    },
    finish: () => ({
      size,
      layout,
      columns: builders.map((b) => b.finish()),
      problems: [...problems.values()],
    }),
  };
}

/** A cohort of persons who are all evaluated on one date. @throws RangeError when it is no date */
export function readCohort(
  facts: readonly Fact[],
  persons: Iterable<Facts>,
  { at, ...options }: ReaderOptions & { readonly at: LocalDate },
): Cohort {
  const reader = cohortReader(facts, options);
  for (const person of persons) reader.add(person, at);
  return reader.finish();
}
