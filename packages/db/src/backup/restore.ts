// Puts a backup into an empty database: all of it in one transaction, or nothing. The tables are made as they were when
// it was written, filled, and then brought up to this code.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { raiseSequenceFloor } from "../channels.ts";
import { isUnavailable, sqlState } from "../db.ts";
import { sha256Hex } from "../digest.ts";
import { DatabaseTooNew, migrate } from "../migrate.ts";
import { migrations as known } from "../migrations/index.ts";
import * as schema from "../schema.ts";
import { BackupError, backupVersion, tablesInOrder, type BackupEnd, type BackupHeader } from "./format.ts";

/** Rows that every new database has; those of the backup take their place. */
const singletons: Readonly<Record<string, string>> = {
  installation: "installation_grows",
  audit_head: "audit_head_grows",
};
const bytesAtOnce = 4 * 1024 * 1024;

export interface Restored {
  readonly header: BackupHeader;
  readonly rows: number;
}

/**
 * Restores `file` into the database of `client`, which must be empty. No sequence that it goes on to serve is then lower
 * than `now` in milliseconds since 1970: a server issues its pointers anew when it starts.
 * @throws BackupError, and not a row of it was kept.
 */
export async function restore(
  client: pg.Client,
  file: string,
  options: { readonly now: Date },
): Promise<Restored> {
  const header = await readHeader(file);
  const made = await sameHistory(header);
  await refuseUnlessEmpty(client);
  await migrateTo(client, made);
  await client.query("begin");
  try {
    await client.query("set local statement_timeout = 0");
    const rows = await fill(client, file);
    await takeUpCounters(client);
    await client.query(
      "update installation set sequence_floor = greatest(sequence_floor, $1::bigint, (select coalesce(max(sequence), 0) + 1 from pointer_history)) where id = 1",
      [options.now.getTime()],
    );
    await client.query("commit");
    await migrate(client);
    await drizzle(client, { schema }).transaction((tx) =>
      raiseSequenceFloor(tx, { by: "system", at: options.now }),
    );
    return { header, rows };
  } catch (error) {
    // Without a transaction under way this only warns.
    await client.query("rollback");
    if (sqlState(error) === undefined || isUnavailable(error)) throw error;
    throw new BackupError("damaged", { cause: error });
  }
}

async function migrateTo(client: pg.Client, made: number): Promise<void> {
  try {
    await migrate(client, known.slice(0, made));
  } catch (error) {
    // A newer Jumelage has already been started on it.
    if (error instanceof DatabaseTooNew) throw new BackupError("not-empty");
    throw error;
  }
}

async function readHeader(file: string): Promise<BackupHeader> {
  for await (const line of linesIn(file)) {
    const header = parsed(line) as Partial<BackupHeader> | undefined;
    if (header?.jumelage !== "backup" || !Array.isArray(header.migrations)) break;
    if (header.version !== backupVersion) throw new BackupError("too-new");
    return header as BackupHeader;
  }
  throw new BackupError("not-a-backup");
}

/** How many of our migrations had made the database that was backed up. */
async function sameHistory({ migrations }: BackupHeader): Promise<number> {
  for (const [at, { tag, sha256 }] of migrations.entries()) {
    const mine = known[at];
    if (!mine) throw new BackupError("too-new");
    if (mine.tag !== tag || (await sha256Hex(mine.statements.join("\n"))) !== sha256)
      throw new BackupError("other-history");
  }
  return migrations.length;
}

/** Nothing, or the tables of a database that was made and never used. */
async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const { rows: tables } = await client.query<{ name: string }>(tablesInOrder);
  for (const { name } of tables.filter((t) => t.name !== "jumelage_migrations")) {
    const untouched =
      name === "audit_head" ? "where size > 0" : name === "installation" ? "where sequence_floor > 0" : "";
    const { rows } = await client.query(`select 1 from "${name}" ${untouched} limit 1`);
    if (rows.length > 0) throw new BackupError("not-empty");
  }
}

async function fill(client: pg.Client, file: string): Promise<number> {
  const hash = createHash("sha256");
  const waiting: { table: string; rows: string[]; bytes: number } = { table: "", rows: [], bytes: 0 };
  const flush = async (): Promise<void> => {
    if (waiting.rows.length > 0) await insert(client, waiting.table, waiting.rows.splice(0));
    waiting.bytes = 0;
  };
  let rows = 0;
  let first = true;
  let end: BackupEnd | undefined;
  for await (const line of linesIn(file)) {
    if (end) throw new BackupError("damaged");
    const tab = first ? -1 : line.indexOf("\t");
    if (!first && tab < 0) {
      end = parsed(line) as BackupEnd | undefined;
      if (end?.end !== true) throw new BackupError("damaged");
      continue;
    }
    hash.update(`${line}\n`);
    if (first) {
      first = false;
      continue;
    }
    const table = line.slice(0, tab);
    if (table !== waiting.table || waiting.bytes > bytesAtOnce) await flush();
    waiting.table = table;
    waiting.rows.push(line.slice(tab + 1));
    waiting.bytes += line.length;
    rows += 1;
  }
  await flush();
  if (end?.rows !== rows || end.sha256 !== hash.digest("hex")) throw new BackupError("damaged");
  return rows;
}

async function insert(client: pg.Client, table: string, rows: readonly string[]): Promise<void> {
  if (!/^[a-z_]+$/.test(table)) throw new BackupError("damaged");
  const guard = singletons[table];
  const from = `from json_populate_recordset(null::"${table}", $1::json) r`;
  const values = [`[${rows.join(",")}]`];
  if (guard === undefined) {
    await client.query(`insert into "${table}" overriding system value select r.* ${from}`, values);
    return;
  }
  // What only grows is set once, by the owner of the table, to where it stood.
  await client.query(`alter table "${table}" disable trigger "${guard}"`);
  const set = table === "audit_head" ? "size = r.size, hash = r.hash" : "sequence_floor = r.sequence_floor";
  await client.query(`update "${table}" t set ${set} ${from} where t.id = r.id`, values);
  await client.query(`alter table "${table}" enable always trigger "${guard}"`);
}

/** Identity columns go on after the highest number that came in. */
async function takeUpCounters(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select c.table_name as table, c.column_name as column,
      pg_get_serial_sequence(quote_ident(c.table_name), c.column_name) as sequence
    from information_schema.columns c where c.table_schema = current_schema() and c.is_identity = 'YES'`);
  for (const { table, column, sequence } of rows) {
    await client.query(
      `select setval('${sequence}', coalesce(max("${column}"), 0) + 1, false) from "${table}"`,
    );
  }
}

/** @throws BackupError when the file is no gzip of lines, or ends early. */
async function* linesIn(file: string): AsyncGenerator<string> {
  const unzipped = createGunzip();
  const piped = pipeline(createReadStream(file), unzipped);
  // It is the loop below that fails; this only says so a second time.
  piped.catch(() => undefined);
  let rest = "";
  const decoder = new TextDecoder();
  try {
    for await (const chunk of unzipped) {
      const pieces = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split("\n");
      rest = pieces.pop() ?? "";
      yield* pieces;
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!code.startsWith("Z_")) throw error;
    throw new BackupError("damaged");
  } finally {
    unzipped.destroy();
  }
  if (rest !== "") throw new BackupError("damaged");
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
