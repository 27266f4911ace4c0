// Parquet files, read by DuckDB and handed on as comma-separated values, so that there is one way to read a table. In
// Node only.
import { DuckDBInstance } from "@duckdb/node-api";
import { UnreadableTable } from "./csv/unreadable-table.ts";

/**
 * The bytes of a Parquet file as comma-separated values with a header; a NULL is an empty cell. The next rows are read
 * when the last ones were taken.
 * @throws UnreadableTable when it is no Parquet file
 */
export async function* parquetAsCsv(path: string): AsyncGenerator<Uint8Array> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const file = `read_parquet(${literal(path)})`;
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${file}`);
    const names = described.getRows().flatMap(([name]) => (typeof name === "string" ? [name] : []));
    yield encoder.encode(`${names.map((name) => `"${name.replaceAll('"', '""')}"`).join()}\n`);
    const cells = names.map(
      (name) => `coalesce('"' || replace(CAST(${identifier(name)} AS VARCHAR), '"', '""') || '"', '')`,
    );
    const result = await connection.stream(`SELECT concat_ws(',', ${cells.join(", ")}) FROM ${file}`);
    for await (const rows of result.yieldRows())
      yield encoder.encode(rows.map(([line]) => (typeof line === "string" ? `${line}\n` : "")).join(""));
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    throw new UnreadableTable("not-such-a-file");
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const encoder = new TextEncoder();
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
