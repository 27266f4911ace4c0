// PostgreSQL, the one that Jumelage brings along, beside the cohort: a table of the same persons, and the answers of a rule
// set counted by its own query, in one process.
import { chmodSync, existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCluster } from "@jumelage/db/embedded";
import { columnsFor, createTable, tableColumns, type RuleSet } from "@jumelage/engine";
import { Client } from "pg";
import { countsOf, type Counts } from "./sql-counts.ts";

export interface Postgres {
  readonly version: string;
  readonly count: (ruleSet: RuleSet, at: string) => Promise<Counts>;
  /** CPU time so far of the process that counts, in microseconds; the time of day where the system does not tell it. */
  readonly time: () => number;
  readonly close: () => Promise<void>;
}

/** @param path a file of persons with a heading, a column for each of `tableColumns` */
export async function openPostgres(path: string, ruleSet: RuleSet): Promise<Postgres> {
  const dir = mkdtempSync(join(tmpdir(), "jumelage-bench-postgres-"));
  // It may run under an account of its own.
  chmodSync(dir, 0o755);
  const server = await startCluster({ dir });
  const client = new Client({ connectionString: server.url });
  const close = async (): Promise<void> => {
    await client.end();
    await server.stop();
  };
  try {
    await client.connect();
    const columns = tableColumns(ruleSet, columnsFor(ruleSet));
    await client.query(createTable("postgres", { table: ["persons"], columns }));
    await client.query(`COPY persons FROM ${client.escapeLiteral(path)} WITH (FORMAT csv, HEADER true)`);
    await client.query("ANALYZE persons");
    await client.query("SET max_parallel_workers_per_gather = 0");
    const { rows } = await client.query<{ readonly pid: number }>("SELECT pg_backend_pid() AS pid");
    const account = `/proc/${rows[0]?.pid ?? 0}/schedstat`;
    return {
      version: server.version,
      async count(asked, at) {
        const { select, keys } = countsOf(asked, { dialect: "postgres", at, table: "persons" });
        const answer = await client.query<unknown[]>({ text: select, rowMode: "array" });
        return new Map(keys.map((key, i) => [key, Number(answer.rows[0]?.[i])]));
      },
      time: () =>
        existsSync(account)
          ? Number(readFileSync(account, "utf8").split(" ")[0]) / 1000
          : performance.now() * 1000,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
