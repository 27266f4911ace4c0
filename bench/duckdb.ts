// DuckDB beside the cohort: a table of the same persons, and the answers of a rule set counted by its own query.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { cohortQuery, columnsFor, createTable, tableColumns, type RuleSet } from "@jumelage/engine";

export interface DuckDb {
  /** How many persons are in each state of each subject: `criterion r: true` and so on. */
  readonly count: (ruleSet: RuleSet, at: string) => Promise<ReadonlyMap<string, number>>;
  readonly close: () => void;
}

/** A table of persons, one line each as `cohortPersons` makes them, in a database of so many threads. */
export class PersonsFile {
  readonly #folder = mkdtempSync(join(tmpdir(), "jumelage-cohort-"));
  readonly #path = join(this.#folder, "persons.csv");
  readonly #file = openSync(this.#path, "w");
  #lines: string[] = [];

  add(line: string): void {
    if (this.#lines.push(line) === 10_000) this.#write();
  }

  async open(ruleSet: RuleSet, threads: number): Promise<DuckDb> {
    this.#write();
    closeSync(this.#file);
    const instance = await DuckDBInstance.create(":memory:", { threads: String(threads) });
    const connection = await instance.connect();
    const columns = tableColumns(ruleSet, columnsFor(ruleSet));
    await connection.run(createTable("duckdb", { table: ["persons"], columns }));
    await connection.run(`COPY persons FROM '${this.#path}' (FORMAT csv, HEADER false, NULLSTR '')`);
    rmSync(this.#folder, { recursive: true });
    return {
      async count(counted, at) {
        const { select, keys } = countsOf(counted, at);
        const [row = []] = (await connection.runAndReadAll(select)).getRowsJson();
        return new Map(keys.map((key, i) => [key, Number(row[i])]));
      },
      close() {
        connection.closeSync();
        instance.closeSync();
      },
    };
  }

  #write(): void {
    writeSync(this.#file, this.#lines.map((line) => `${line}\n`).join(""));
    this.#lines = [];
  }
}

/** One row of counts over the query of a rule set. */
function countsOf(
  ruleSet: RuleSet,
  at: string,
): { readonly select: string; readonly keys: readonly string[] } {
  const { sql, answers } = cohortQuery(ruleSet, { dialect: "duckdb", at });
  const counted: { readonly key: string; readonly where: string }[] = [];
  for (const answer of answers) {
    const column = `"${answer.column.replaceAll('"', '""')}"`;
    if (answer.holds === "true" || answer.holds === "false")
      counted.push({ key: `criterion ${answer.criterion}: ${answer.holds}`, where: column });
    if (answer.holds !== "state" && answer.holds !== "suggestion") continue;
    const decision = ruleSet.decisions.find((d) => d.id === answer.decision);
    const states =
      answer.holds === "state"
        ? [...(decision?.outcomes ?? []).map((o) => o.id), "@undetermined", "@safety-unknown"]
        : ["suggested", "undetermined", "withheld", "not-suggested"];
    const name =
      answer.holds === "state"
        ? `decision ${answer.decision}`
        : `outcome ${answer.decision} ${answer.outcome}`;
    for (const state of states) counted.push({ key: `${name}: ${state}`, where: `${column} = '${state}'` });
  }
  const counts = counted.map(({ where }) => `count(*) FILTER (WHERE ${where})`);
  return { select: `SELECT ${counts.join(", ")} FROM (${sql}) AS answers`, keys: counted.map((c) => c.key) };
}
