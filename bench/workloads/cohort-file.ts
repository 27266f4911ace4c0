// From a file of comma-separated values to the first answer about everybody in it, beside DuckDB reading the same file.
import { createReadStream } from "node:fs";
import { readTable, Resident, type SubjectCount } from "@jumelage/cohort";
import type { RuleSet } from "@jumelage/engine";
import { cohortDay } from "../cohort-persons.ts";
import { processTime } from "../cpu-time.ts";
import type { DuckDb } from "../contenders/duckdb.ts";
import { ours } from "../goals.ts";
import { runRounds, type Contender, type Limits } from "../rounds.ts";
import type { Row } from "../row.ts";
import { median, medianRatio } from "../statistics.ts";

/** Everybody in a file, read anew and judged. */
export async function answersOfFile(path: string, ruleSet: RuleSet): Promise<readonly SubjectCount[]> {
  const source = createReadStream(path, { highWaterMark: 1024 * 1024 });
  const { cohort } = await readTable(ruleSet.facts, source, { at: cohortDay, mayGenerate: true });
  return new Resident(cohort).judge(ruleSet).counts();
}

export async function cohortFileRows(
  workload: string,
  {
    ruleSet,
    duckDb,
    limits,
  }: { readonly ruleSet: RuleSet; readonly duckDb: DuckDb; readonly limits: Limits },
): Promise<readonly Row[]> {
  // Some of the work is other threads', also of ours: reading the file, and code that is optimised meanwhile.
  const timed = (name: string, run: () => Promise<unknown>): Contender => ({
    name,
    burst: async () => {
      const before = processTime();
      await run();
      return (processTime() - before) / 1000;
    },
  });
  const reading = "CSV, DuckDB, every column of the file read, two threads";
  const theirs = "CSV, DuckDB, from the file to the answers, two threads";
  const own = ours.file;
  const costs = await runRounds(
    [
      timed(reading, () => duckDb.readFile()),
      timed(theirs, () => duckDb.countFile(ruleSet, cohortDay)),
      timed(own, () => answersOfFile(duckDb.path, ruleSet)),
    ],
    limits,
  );
  const costOf = (name: string): readonly number[] => costs.get(name) ?? [];
  const row = (contender: string): Row => ({
    workload,
    contender,
    unit: "ms",
    value: median(costOf(contender)),
  });
  return [
    row(reading),
    row(theirs),
    {
      ...row(own),
      ratio: {
        value: medianRatio(costOf(own), costOf(reading)),
        meaning: "× DuckDB reading the file, CPU time of all threads",
      },
    },
    {
      ...row(own),
      ratio: {
        value: medianRatio(costOf(own), costOf(theirs)),
        meaning: "× DuckDB with its answers, CPU time of all threads",
      },
    },
  ];
}
