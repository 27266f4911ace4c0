// Databases that a query is asked of, behind one face: load a table of persons, ask, drop it.
import { DuckDBDateValue, DuckDBInstance, type DuckDBAppender } from "@duckdb/node-api";
import { createTable, dayNumber, type SqlDialect, type TableColumn } from "@jumelage/engine";
import { Client } from "pg";
import type { Cell, Row } from "@jumelage/engine/test/table-rows";

export interface CohortEngine {
  readonly dialect: SqlDialect;
  /** A fresh table of persons; their `id` is the place in the list, as text. */
  readonly load: (table: string, columns: readonly TableColumn[], rows: readonly Row[]) => Promise<void>;
  /** Rows of an answer; booleans may come as 0 and 1. */
  readonly ask: (sql: string) => Promise<readonly (readonly Cell[])[]>;
  readonly drop: (table: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openDuckDb(): Promise<CohortEngine> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  return {
    dialect: "duckdb",
    async load(table, columns, rows) {
      await connection.run(createTable("duckdb", { table: [table], key: ["id"], columns }));
      const appender = await connection.createAppender(table);
      for (const [i, row] of rows.entries()) {
        appender.appendVarchar(String(i));
        for (const column of columns) append(appender, column, row[column.column] ?? null);
        appender.endRow();
      }
      appender.closeSync();
    },
    async ask(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowsJson() as Cell[][];
    },
    drop: async (table) => void (await connection.run(`DROP TABLE ${quoted(table)}`)),
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function append(appender: DuckDBAppender, { kind }: TableColumn, cell: Cell): void {
  if (cell === null) return appender.appendNull();
  switch (kind) {
    case "boolean":
      return appender.appendBoolean(cell === true);
    case "integer":
      return appender.appendBigInt(BigInt(cell));
    case "decimal":
      return appender.appendDouble(Number(cell));
    case "date":
      return appender.appendDate(new DuckDBDateValue(dayNumber(String(cell)) ?? 0));
    case "text":
      return appender.appendVarchar(String(cell));
    default:
      return kind satisfies never;
  }
}

/** @param url a PostgreSQL database that may be written in. */
export async function openPostgres(url: string): Promise<CohortEngine> {
  const client = new Client({ connectionString: url });
  await client.connect();
  // Tables come and go by the hundred, and none has to outlive the run: nothing waits for the disk.
  await client.query("SET synchronous_commit = off");
  return {
    dialect: "postgres",
    async load(table, columns, rows) {
      await client.query(createTable("postgres", { table: [table], key: ["id"], columns }));
      const records = rows.map((row, i) => ({
        ...Object.fromEntries(Object.entries(row).map(toJson)),
        id: String(i),
      }));
      await client.query(
        `INSERT INTO ${quoted(table)} SELECT * FROM json_populate_recordset(NULL::${quoted(table)}, $1)`,
        [JSON.stringify(records)],
      );
    },
    async ask(sql) {
      const { rows } = await client.query<Cell[]>({ text: sql, rowMode: "array" });
      return rows;
    },
    drop: async (table) => void (await client.query(`DROP TABLE ${quoted(table)}`)),
    close: () => client.end(),
  };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** JSON has no NaN and no infinity; PostgreSQL reads them as text, and big numbers exactly. */
function toJson([column, cell]: [string, Cell]): [string, Cell] {
  return [column, typeof cell === "number" && !Number.isSafeInteger(cell) ? numberText(cell) : cell];
}

function numberText(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}
