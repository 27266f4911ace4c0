// Names and values that look like SQL, on DuckDB and on PostgreSQL; and the names that are refused.
import { afterAll, beforeAll, expect, test } from "vitest";
import { cohortQuery, Unqueryable, type SqlDialect } from "@jumelage/engine";
import { freshSeed } from "@jumelage/engine/test/arbitraries";
import { emptyDatabase } from "../database.ts";
import { openDuckDb, openPostgres, type CohortEngine } from "./engines.ts";
import { askWithHostileNames, tiny } from "./hostile.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const engines: CohortEngine[] = [];
let database: Awaited<ReturnType<typeof emptyDatabase>>;

beforeAll(async () => {
  database = await emptyDatabase();
  engines.push(await openDuckDb(), await openPostgres(database.url));
});
afterAll(async () => {
  for (const engine of engines) await engine.close();
  await database.drop();
});

test(`Q2 no name and no value is read as SQL (SEED=${seed})`, async () => {
  for (const engine of engines) {
    await engine.ask("CREATE TABLE bystander (n INTEGER)");
    await expect(askWithHostileNames(engine, { seed, runs: 80 })).resolves.toBeUndefined();
    expect(await engine.ask("SELECT count(*) FROM bystander")).toHaveLength(1);
  }
});

test("Q2 names that a database cannot have, or would change, are refused", () => {
  const asking = (dialect: SqlDialect, column: string) => () =>
    cohortQuery(tiny("f", "m", "o"), { dialect, at: "2026-03-02", columns: { f: { value: column } } });
  for (const dialect of ["duckdb", "postgres", "clickhouse"] as const) {
    expect(asking(dialect, ""), dialect).toThrow(Unqueryable);
    expect(asking(dialect, "a\0b"), dialect).toThrow(Unqueryable);
    expect(asking(dialect, "\ud800"), dialect).toThrow(Unqueryable);
    expect(asking(dialect, "é".repeat(31)), dialect).not.toThrow();
  }
  // PostgreSQL cuts names after 63 bytes, and would read another column.
  expect(asking("postgres", "é".repeat(32))).toThrow(Unqueryable);
  expect(asking("duckdb", "é".repeat(32))).not.toThrow();
});
