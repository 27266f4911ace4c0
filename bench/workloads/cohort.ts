// A cohort judged at once: the kernel beside a copy of as many bytes and beside DuckDB, who changes while a threshold is
// edited, and growth. Nothing is timed before the counts are those of DuckDB and some persons' answers those of `evaluate`.
import { deepStrictEqual } from "node:assert/strict";
import {
  Resident,
  cohortReader,
  whoChanges,
  type Answers,
  type Cohort,
  type CohortKernel,
  type Subject,
} from "@jumelage/cohort";
import { columnsFor, evaluate, tableColumns, type Facts, type RuleSet } from "@jumelage/engine";
import { cohortDay, cohortPersons } from "../cohort-persons.ts";
import { corpus } from "../corpus.ts";
import { processTime, threadTime } from "../cpu-time.ts";
import { copiesOf } from "../contenders/memcpy.ts";
import { openPostgres, type Postgres } from "../contenders/postgres.ts";
import { PersonsFile, type DuckDb } from "../contenders/duckdb.ts";
import { answersOfFile, cohortFileRows } from "./cohort-file.ts";
import { ours } from "../goals.ts";
import { runRounds, type Contender, type Limits } from "../rounds.ts";
import type { Ratio, Row } from "../row.ts";
import { median, medianRatio, quantile } from "../statistics.ts";

export interface CohortLimits {
  readonly persons: number;
  /** Rounds beside a copy of bytes, and beside DuckDB. */
  readonly kernel: Limits;
  readonly duckDb: Limits;
  readonly edits: number;
  /** Sizes of cohorts, for growth. */
  readonly sizes: readonly number[];
}

const seed = 20_260_302;
/** Persons whose answers are compared with those of `evaluate` one by one. */
const lookedAt = 1000;
/** Edits that come first and are not counted: the engine is still getting warm. */
const warmUp = 8;

export async function cohortRows(limits: CohortLimits): Promise<readonly Row[]> {
  const { persons } = limits;
  const [{ program, ruleSet } = { program: "", ruleSet: undefined }] = corpus;
  if (!ruleSet) throw new Error("there is no reference program");
  const file = new PersonsFile(tableColumns(ruleSet, columnsFor(ruleSet)).map((c) => c.column));
  const reader = cohortReader(ruleSet.facts, { mayGenerate: true });
  const first: Facts[] = [];
  const started = threadTime();
  for (const { facts, line } of cohortPersons(ruleSet.facts, persons, seed)) {
    file.add(line);
    reader.add(facts, cohortDay);
    if (first.length < lookedAt) first.push(facts);
  }
  const cohort = reader.finish();
  process.stderr.write(`  ${persons} persons made up in ${((threadTime() - started) / 1e6).toFixed(0)} s\n`);
  const resident = new Resident(cohort);
  const duckDb = await file.open(ruleSet, cohort, 2);
  const named = (count: number): string => `cohort of ${count.toLocaleString("en")}, ${program}`;
  const workload = named(persons);
  // Few persons stay so near to the processor that a copy of them tells nothing: fewer are judged again and again.
  const many = Math.max(persons, 1e6);
  const residentMany = persons === many ? resident : new Resident(resized(cohort, many));
  let postgres: Postgres | undefined;
  try {
    postgres = await openPostgres(duckDb.path, ruleSet);
    await assertAgreement(ruleSet, { resident, duckDb, postgres, first });
    return [
      ...(await kernelRows(named(many), residentMany, { ruleSet, limits: limits.kernel })),
      ...(await databaseRows(workload, resident, { ruleSet, duckDb, postgres, limits: limits.duckDb })),
      ...(await cohortFileRows(workload, { ruleSet, duckDb, limits: limits.duckDb })),
      ...editRows(named(many), residentMany, { ruleSet, edits: limits.edits }),
      ...growthRows(program, cohort, { ruleSet, sizes: limits.sizes }),
    ];
  } finally {
    await postgres?.close();
    duckDb.close();
  }
}

async function assertAgreement(
  ruleSet: RuleSet,
  {
    resident,
    duckDb,
    postgres,
    first,
  }: Databases & { readonly resident: Resident; readonly first: readonly Facts[] },
): Promise<void> {
  const answers = resident.judge(ruleSet);
  const counts: ReadonlyMap<string, number> = new Map(
    answers
      .counts()
      .flatMap(({ subject, persons }) =>
        [...persons].map(([state, count]): [string, number] => [`${nameOf(subject)}: ${state}`, count]),
      ),
  );
  deepStrictEqual(await answersOfFile(duckDb.path, ruleSet), answers.counts());
  for (const [who, counted] of Object.entries({
    DuckDB: await duckDb.count(ruleSet, cohortDay),
    "DuckDB, from the file": await duckDb.countFile(ruleSet, cohortDay),
    "DuckDB, encoded": await duckDb.countEncoded(ruleSet),
    PostgreSQL: await postgres.count(ruleSet, cohortDay),
  })) {
    if (counted.size === 0) throw new Error(`${who} counted nothing`);
    for (const [key, persons] of counted)
      if (counts.get(key) !== persons) throw new Error(`${key}: ${counts.get(key)}, ${who} ${persons}`);
  }
  for (const [row, facts] of first.entries()) {
    const { fired, undecided, decisions } = evaluate(ruleSet, facts, cohortDay).result;
    for (const subject of answers.subjects) {
      const state = answers.stateOf(subject, row);
      const { subject: about } = subject;
      if (about.kind === "criterion") {
        const { criterion } = about;
        const isOpen = undecided.includes(criterion);
        deepStrictEqual(state, fired.includes(criterion) ? "true" : isOpen ? "unknown" : "false");
      } else if (about.kind === "decision") {
        const made = decisions[about.decision];
        deepStrictEqual(state, made?.kind === "one" ? made.state : undefined);
      }
    }
  }
  answers.release();
}

function nameOf(subject: Subject): string {
  if (subject.kind === "criterion") return `criterion ${subject.criterion}`;
  return subject.kind === "decision"
    ? `decision ${subject.decision}`
    : `outcome ${subject.decision} ${subject.outcome}`;
}

/** The cost of one in bursts of so many, in microseconds of CPU time of the main thread. */
function inBursts(name: string, times: number, run: () => void): Contender {
  return {
    name,
    burst: () => {
      const before = threadTime();
      for (let i = 0; i < times; i++) run();
      return (threadTime() - before) / times;
    },
  };
}

function judgedAndCounted(kernel: CohortKernel): void {
  const answers = kernel.judge();
  answers.counts();
  answers.release();
}

interface Databases {
  readonly duckDb: DuckDb;
  readonly postgres: Postgres;
}

interface Judging {
  readonly ruleSet: RuleSet;
  readonly limits: Limits;
}

/** The kernel beside a copy that reads and writes as many bytes as the kernel does; and with everybody counted as well. */
async function kernelRows(
  workload: string,
  resident: Resident,
  { ruleSet, limits }: Judging,
): Promise<readonly Row[]> {
  const kernel = resident.prepare(ruleSet);
  const touched = resident.blocks * 16 * (kernel.read + kernel.written);
  const { half, all } = copiesOf(touched);
  const copies = {
    half: "memcpy that reads and writes as many bytes",
    all: "memcpy of as many bytes",
  };
  const judge = ours.kernel;
  const counted = "everybody judged and counted";
  const costs = await runRounds(
    [
      inBursts(copies.half, 8, half),
      inBursts(copies.all, 8, all),
      inBursts(judge, 8, () => kernel.judge().release()),
      inBursts(counted, 8, () => judgedAndCounted(kernel)),
    ],
    limits,
  );
  const costOf = (name: string): readonly number[] => costs.get(name) ?? [];
  const beside = (copy: string, meaning: string): Ratio => ({
    value: medianRatio(costOf(judge), costOf(copy)),
    meaning,
  });
  return [
    ...Object.values(copies).map((contender) => ({
      workload,
      contender,
      unit: "µs",
      value: median(costOf(contender)),
    })),
    {
      workload,
      contender: judge,
      unit: "µs",
      value: median(costOf(judge)),
      ratio: beside(copies.half, "× memcpy that reads and writes as many bytes"),
    },
    {
      workload,
      contender: judge,
      unit: "µs",
      value: median(costOf(judge)),
      ratio: beside(copies.all, "× memcpy of as many bytes"),
    },
    { workload, contender: counted, unit: "µs", value: median(costOf(counted)) },
  ];
}

/** The same counts from DuckDB's two threads, as if both of them had worked all the time, and from PostgreSQL's one process. */
async function databaseRows(
  workload: string,
  resident: Resident,
  { ruleSet, duckDb, postgres, limits }: Judging & Databases,
): Promise<readonly Row[]> {
  const kernel = resident.prepare(ruleSet);
  const own = ours.resident;
  const onTwoThreads = (name: string, count: () => Promise<unknown>): Contender => ({
    name: `DuckDB, two threads, ${name}`,
    burst: async () => {
      const before = processTime();
      await count();
      return (processTime() - before) / 2;
    },
  });
  const sent = onTwoThreads("facts as they were sent", () => duckDb.count(ruleSet, cohortDay));
  const encoded = onTwoThreads("encoded already, a query by hand", () => duckDb.countEncoded(ruleSet));
  const inPostgres = {
    name: `PostgreSQL ${postgres.version.split(".")[0]}, one process, facts as they were sent`,
    burst: async () => {
      const before = postgres.time();
      await postgres.count(ruleSet, cohortDay);
      return postgres.time() - before;
    },
  };
  const costs = await runRounds(
    [sent, encoded, inPostgres, inBursts(own, 20, () => judgedAndCounted(kernel))],
    limits,
  );
  const costOf = (name: string): readonly number[] => costs.get(name) ?? [];
  const meanings = {
    [sent.name]: "× as fast as DuckDB from what was sent",
    [encoded.name]: "× as fast as DuckDB, encoded",
    [inPostgres.name]: "× as fast as PostgreSQL",
  };
  return Object.entries(meanings).flatMap(([name, meaning]) => [
    { workload, contender: name, unit: "ms", value: median(costOf(name)) / 1000 },
    {
      workload,
      contender: own,
      unit: "ms",
      value: median(costOf(own)) / 1000,
      ratio: { value: medianRatio(costOf(name), costOf(own)), meaning },
    },
  ]);
}

/** From the edit of one threshold to everybody who changes: the rule set is made ready, judged and compared anew. */
function editRows(
  workload: string,
  resident: Resident,
  { ruleSet, edits }: { readonly ruleSet: RuleSet; readonly edits: number },
): readonly Row[] {
  const before = resident.judge(ruleSet);
  const [cpu, wall]: [number[], number[]] = [[], []];
  for (let i = -warmUp; i < edits; i++) {
    const place = Math.abs(i) % ruleSet.parameters.length;
    const edited: RuleSet = {
      ...ruleSet,
      parameters: ruleSet.parameters.map((p, at) =>
        at === place ? { ...p, value: p.value + (i % 2 === 0 ? 1 : -1) } : p,
      ),
    };
    const [cpuBefore, wallBefore] = [threadTime(), performance.now()];
    const after = resident.judge(edited);
    const { changed } = whoChanges(before, after);
    const [cpuTaken, wallTaken] = [(threadTime() - cpuBefore) / 1000, performance.now() - wallBefore];
    after.release();
    if (changed.length === 0) throw new Error("nobody changes with an edited threshold");
    if (i < 0) continue;
    cpu.push(cpuTaken);
    wall.push(wallTaken);
  }
  before.release();
  const row = (contender: string, value: number): Row => ({ workload, contender, unit: "ms", value });
  return [
    row(ours.edit, quantile(cpu, 0.95)),
    row(ours.edit.replace("p95", "median"), median(cpu)),
    row(ours.edit.replace(/p95.*/, "p95 of the elapsed time"), quantile(wall, 0.95)),
  ];
}

/** The same persons again and again, or fewer of them. */
function growthRows(
  program: string,
  cohort: Cohort,
  { ruleSet, sizes }: { readonly ruleSet: RuleSet; readonly sizes: readonly number[] },
): readonly Row[] {
  return sizes.map((size): Row => {
    const resident = new Resident(resized(cohort, size));
    const kernel = resident.prepare(ruleSet);
    const judge = (): Answers => kernel.judge();
    const times = Math.max(1, Math.ceil(2e6 / size));
    const { burst } = inBursts("", times, () => judge().release());
    const costs = Array.from({ length: 9 }, burst) as number[];
    const bytes = resident.memory.bytes / size;
    return {
      workload: `growth of a cohort, ${program}`,
      contender: `${size.toLocaleString("en")} persons: ${(median(costs) / 1000).toPrecision(3)} ms, ${bytes.toFixed(0)} bytes a person with the answers`,
      unit: "ns a person",
      value: (median(costs) * 1000) / size,
    };
  });
}

function resized(cohort: Cohort, size: number): Cohort {
  const again = <L extends Uint8Array | Uint16Array | Uint32Array>(list: L): L => {
    const made = new (list.constructor as new (length: number) => L)(size);
    for (let at = 0; at < size; at += list.length)
      made.set(list.subarray(0, Math.min(list.length, size - at)), at);
    return made;
  };
  return {
    ...cohort,
    size,
    columns: cohort.columns.map((c) => ({
      ...c,
      codes: again(c.codes),
      chosen: c.chosen.map(again),
      unasked: c.unasked.map(again),
    })),
  };
}
