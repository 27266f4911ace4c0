// One ClickHouse server as a database that a cohort query is asked of, over its HTTP interface.
import { createTable, dayNumber, type TableColumn } from "../../packages/engine/src/index.ts";
import type { CohortEngine } from "../../packages/db/test/cohort/engines.ts";
import type { Cell } from "../../packages/engine/test/table-rows.ts";

export interface ClickHouse extends CohortEngine {
  /** Runs a statement that answers nothing. */
  readonly run: (statement: string) => Promise<void>;
}

/** @param url of the HTTP interface, with a database that may be written in. */
export function openClickHouse(url: string): ClickHouse {
  const send = async (statement: string, body?: Uint8Array<ArrayBuffer>): Promise<string> => {
    // A query longer than `max_query_size` is refused: rule sets at the limits of the product are longer than its default.
    const settings = new URLSearchParams({ max_query_size: "10000000", max_ast_elements: "1000000" });
    if (body) settings.set("query", statement);
    const response = await fetch(`${url}/?${settings.toString()}`, {
      method: "POST",
      body: body ?? statement,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`ClickHouse: ${text.slice(0, 2000)}\n${statement.slice(0, 20_000)}`);
    return text;
  };
  return {
    dialect: "clickhouse",
    run: async (statement) => void (await send(statement)),
    async load(table, columns, rows) {
      await send(createTable("clickhouse", { table: [table], key: ["id"], columns }));
      const body = rows.map((row, i) =>
        Buffer.concat([textCell(String(i)), ...columns.map((c) => cellBytes(c, row[c.column] ?? null))]),
      );
      await send(`INSERT INTO ${quoted(table)} FORMAT RowBinary`, Buffer.concat(body));
    },
    async ask(sql) {
      const { data } = JSON.parse(await send(`${sql}\nFORMAT JSONCompact`)) as { readonly data: Cell[][] };
      return data;
    },
    drop: async (table) => void (await send(`DROP TABLE ${quoted(table)}`)),
    close: async () => undefined,
  };
}

function quoted(name: string): string {
  return `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
}

const isNull = Buffer.of(1);
const isThere = Buffer.of(0);

/** In binary, since old versions read the text of a decimal a little wrong. */
function cellBytes({ kind }: TableColumn, cell: Cell): Buffer {
  if (cell === null) return isNull;
  switch (kind) {
    case "boolean":
      return Buffer.of(0, cell === true ? 1 : 0);
    case "integer":
      return Buffer.concat([isThere, eight((bytes) => bytes.writeBigInt64LE(BigInt(cell)))]);
    case "decimal":
      return Buffer.concat([isThere, eight((bytes) => bytes.writeDoubleLE(Number(cell)))]);
    case "date":
      return Buffer.concat([
        isThere,
        eight((bytes) => bytes.writeInt32LE(dayNumber(String(cell)) ?? 0)).subarray(0, 4),
      ]);
    case "text":
      return textCell(String(cell));
    default:
      return kind satisfies never;
  }
}

function textCell(text: string): Buffer {
  const bytes = Buffer.from(text, "utf8");
  const length: number[] = [];
  for (let rest = bytes.length; ; rest >>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest);
    if (rest <= 127) break;
  }
  return Buffer.concat([isThere, Buffer.from(length), bytes]);
}

function eight(write: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(8);
  write(bytes);
  return bytes;
}
