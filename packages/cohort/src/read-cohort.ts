// From the facts that were sent of many persons to a cohort: each is read exactly as one person is, and nothing of what
// was sent is kept but columns and counts.
import type { Fact, Facts, LocalDate } from "@jumelage/engine";
import { dayNumber } from "@jumelage/engine";
import { factsReader, layoutOf, newWords, type Day } from "@jumelage/engine/compile";
import type { Cohort } from "./cohort.ts";
import { ColumnBuilder, isAssumed } from "./column-builder.ts";
import { ProblemCounts } from "./problem-counts.ts";

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

/** Reads persons against a vocabulary, one at a time. */
export function cohortReader(
  facts: readonly Fact[],
  { mayGenerate = false }: ReaderOptions = {},
): CohortReader {
  const layout = layoutOf(facts);
  const read = factsReader(layout, mayGenerate);
  const builders = layout.slots.map((slot) => new ColumnBuilder(slot));
  const own = newWords(layout);
  const problems = new ProblemCounts();
  let size = 0;
  let day: Day = { at: "", number: Number.NaN };

  return {
    add(sent, at) {
      if (at !== day.at) {
        day = dayOf(at);
      }
      for (const problem of read(sent, day, own)) problems.note(problem, size);
      for (let i = 0; i < builders.length; i++) {
        builders[i]?.add(own, isAssumed(layout, own, i));
      }
      size += 1;
    },
    finish: () => ({
      size,
      layout,
      columns: builders.map((b) => b.finish()),
      problems: problems.all,
    }),
  };
}

/** @throws RangeError when it is no date */
export function dayOf(at: LocalDate): Day {
  const number = dayNumber(at);
  if (number === undefined) throw new RangeError(`not an evaluation date: ${at}`);
  return { at, number };
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
