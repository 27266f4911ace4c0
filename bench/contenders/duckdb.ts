// DuckDB beside the cohort: a table of the same persons, and the answers of a rule set counted by its own query.
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Cohort } from "@jumelage/cohort";
import { PLAIN, nobodyOf } from "@jumelage/engine/compile";
import { encodedQuery } from "./encoded-query.ts";
import { columnsFor, createTable, tableColumns, type RuleSet } from "@jumelage/engine";
import { countsOf, type Counts } from "./sql-counts.ts";

export interface DuckDb {
  /** By the rule set's own query, over facts as they were sent. */
  readonly count: (ruleSet: RuleSet, at: string) => Promise<Counts>;
  /** By a query as a careful hand would write it, over facts that are encoded already. */
  readonly countEncoded: (ruleSet: RuleSet) => Promise<Counts>;
  /** The file of the same persons, and how often each answer of the first decision is given, read from it anew. */
  readonly path: string;
  readonly countFile: (ruleSet: RuleSet, at: string) => Promise<Counts>;
  /** How many cells of each column of the file hold something: nothing but reading it. */
  readonly readFile: () => Promise<void>;
  readonly close: () => void;
}

/** A table of persons, one line each as `cohortPersons` makes them, in a database of so many threads. */
export class PersonsFile {
  readonly #folder = mkdtempSync(join(tmpdir(), "jumelage-cohort-"));
  readonly #path = join(this.#folder, "persons.csv");
  readonly #file = openSync(this.#path, "w");
  #lines: string[] = [];

  /** @param names of the columns */
  constructor(names: readonly string[]) {
    this.add(names.join());
  }

  add(line: string): void {
    if (this.#lines.push(line) === 10_000) this.#write();
  }

  /** @param cohort the same persons, for the encoded table */
  async open(ruleSet: RuleSet, cohort: Cohort, threads: number): Promise<DuckDb> {
    this.#write();
    closeSync(this.#file);
    // Another database reads it too, under an account of its own.
    chmodSync(this.#folder, 0o755);
    const instance = await DuckDBInstance.create(":memory:", { threads: String(threads) });
    const connection = await instance.connect();
    const columns = tableColumns(ruleSet, columnsFor(ruleSet));
    await connection.run(createTable("duckdb", { table: ["persons"], columns }));
    await connection.run(`COPY persons FROM '${this.#path}' (FORMAT csv, HEADER true, NULLSTR '')`);
    const encoded = join(this.#folder, "encoded.csv");
    const names = writeEncoded(cohort, encoded);
    await connection.run(`CREATE TABLE encoded (${names.join(", ")})`);
    await connection.run(`COPY encoded FROM '${encoded}' (FORMAT csv, HEADER false)`);
    rmSync(encoded);
    const [path, folder] = [this.#path, this.#folder];
    const typed = columns.map(({ column, kind }) => `${literal(column)}: ${literal(duckDbTypes[kind])}`);
    const read = `read_csv(${literal(path)}, header = true, columns = {${typed.join(", ")}})`;
    await connection.run(`CREATE VIEW in_file AS SELECT * FROM ${read}`);
    async function counted(sql: string, keys: readonly string[]): Promise<Counts> {
      const [row = []] = (await connection.runAndReadAll(sql)).getRowsJson();
      return new Map(keys.map((key, i) => [key, Number(row[i])]));
    }
    return {
      count(asked, at) {
        const { select, keys } = countsOf(asked, { dialect: "duckdb", at, table: "persons" });
        return counted(select, keys);
      },
      countEncoded(asked) {
        const { sql, keys } = encodedQuery(asked);
        return counted(sql, keys);
      },
      path,
      async countFile(asked, at) {
        const { select, keys } = countsOf(asked, { dialect: "duckdb", at, table: "in_file" });
        return counted(select, keys);
      },
      async readFile() {
        const cells = columns.map(({ column }) => `count("${column}")`);
        await connection.runAndReadAll(`SELECT ${cells.join(", ")} FROM in_file`);
      },
      close() {
        connection.closeSync();
        instance.closeSync();
        rmSync(folder, { recursive: true });
      },
    };
  }

  #write(): void {
    writeSync(this.#file, this.#lines.map((line) => `${line}\n`).join(""));
    this.#lines = [];
  }
}

const duckDbTypes = {
  boolean: "BOOLEAN",
  integer: "BIGINT",
  decimal: "DOUBLE",
  date: "DATE",
  text: "VARCHAR",
} as const;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The columns of a cohort as lines of numbers; the columns of their table. */
function writeEncoded({ columns, layout, size }: Cohort, path: string): readonly string[] {
  const nobody = nobodyOf(layout);
  const lists = columns.flatMap(({ slot, codes, chosen, unasked }) => {
    const plain = (nobody.words[slot.index] ?? 0) - slot.base;
    const fact = {
      name: `f${slot.index} UTINYINT`,
      of: (row: number) => (codes[row] === PLAIN ? plain : (codes[row] ?? 0)),
    };
    if (slot.kind === "rows") return [fact];
    if (slot.kind === "number" || slot.words > 1) throw new TypeError(`no encoded column for ${slot.id}`);
    return [
      fact,
      { name: `c${slot.index} UINTEGER`, of: (row: number) => chosen[0]?.[row] ?? 0 },
      { name: `u${slot.index} UINTEGER`, of: (row: number) => unasked[0]?.[row] ?? 0 },
    ];
  });
  const file = openSync(path, "w");
  for (let from = 0; from < size; from += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, size - from) }, (_, i) => from + i);
    writeSync(file, rows.map((row) => `${lists.map((list) => list.of(row)).join()}\n`).join(""));
  }
  closeSync(file);
  return lists.map((list) => list.name);
}
