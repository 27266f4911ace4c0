// A table of persons as comma-separated values, read as it comes: only columns and counts of it are kept.
import { columnsFor, type Columns, type Fact, type LocalDate } from "@jumelage/engine";
import type { Cohort } from "../cohort.ts";
import { dayOf, type ReaderOptions } from "../read-cohort.ts";
import { Dictionary } from "./dictionary.ts";
import { namesOf, Readings } from "./readings.ts";
import { CsvScanner, batchRows, type ReadColumn } from "./scanner.ts";
import { UnreadableTable } from "./unreadable-table.ts";

export interface TableOptions extends ReaderOptions {
  readonly at: LocalDate;
  /** Which column says what; all of them must be there. Without, those of `columnsFor` that are there. */
  readonly columns?: Columns | undefined;
  /** Hears now and then how many persons and bytes have been read. */
  readonly onProgress?:
    | ((progress: { readonly persons: number; readonly bytes: number }) => void)
    | undefined;
}

export interface TableRead {
  readonly cohort: Cohort;
  /** The columns of the file that nothing is read from. */
  readonly unused: readonly string[];
  /** The facts that no column says anything about: plainly unknown for everybody. */
  readonly without: readonly string[];
}

/**
 * Reads a table; the next bytes are asked for when the last ones are read.
 * @throws UnreadableTable when it is none, or has not the columns that were asked for; RangeError when `at` is no date
 */
export async function readTable(
  facts: readonly Fact[],
  source: AsyncIterable<Uint8Array>,
  { at, columns, onProgress, mayGenerate }: TableOptions,
): Promise<TableRead> {
  const on = dayOf(at);
  const wanted = columns ?? columnsFor({ facts: [...facts] }, { of: "every" });
  const read = new Map<string, ReadColumn>();
  let readings: Readings | undefined;
  let unused: readonly string[] = [];
  const scanner = new CsvScanner({
    onHeader({ names }) {
      const asked = new Set(facts.flatMap((fact) => namesOf(wanted[fact.id] ?? {})));
      const missing = [...asked].find((name) => !names.includes(name));
      if (columns !== undefined && missing !== undefined)
        throw new UnreadableTable("no-such-column", { about: missing });
      unused = names.filter((name) => !asked.has(name));
      for (const name of names)
        if (asked.has(name))
          read.set(name, { dictionary: new Dictionary(), numbers: new Int32Array(batchRows) });
      readings = new Readings(facts, {
        columns: wanted,
        columnOf: (name) => read.get(name),
        on,
        mayGenerate,
      });
      return names.map((name) => read.get(name));
    },
    onRows: (rows) => readings?.add(rows),
  });
  let bytes = 0;
  for await (const chunk of source) {
    scanner.add(chunk);
    bytes += chunk.length;
    onProgress?.({ persons: readings?.size ?? 0, bytes });
  }
  scanner.finish();
  if (readings === undefined) throw new UnreadableTable("no-header");
  const without = facts.filter((fact) => !namesOf(wanted[fact.id] ?? {}).some((name) => read.has(name)));
  return { cohort: readings.finish(), unused, without: without.map((fact) => fact.id) };
}
