// Writes everything a database holds, as it stood at one moment, while others go on working in it.
import { createHash } from "node:crypto";
import { createWriteStream, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { backupVersion, leftOut, tablesInOrder, type BackupEnd, type BackupHeader } from "./format.ts";

const rowsAtOnce = 100;

export interface BackupOptions {
  readonly now: Date;
  /** Carried in the file: whoever has it can then sign releases. */
  readonly signingKey?: string;
}

export interface BackedUp {
  readonly rows: number;
  readonly audit: BackupHeader["audit"];
}

/** Writes a backup to `file`, which appears only when it is whole and on disk. */
export async function backUp(client: pg.ClientBase, file: string, options: BackupOptions): Promise<BackedUp> {
  const draft = `${file}.${process.pid}`;
  const result: { done?: BackedUp } = {};
  await client.query("begin isolation level repeatable read read only");
  try {
    await client.query("set local statement_timeout = 0");
    // Instants in UTC and to the microsecond, bytes as hexadecimal: what the restoring database reads back unchanged.
    await client.query("set local timezone = 'UTC'");
    await client.query("set local bytea_output = 'hex'");
    const lines = linesOf(client, options, (done) => {
      result.done = done;
    });
    await pipeline(
      Readable.from(lines),
      createGzip(),
      createWriteStream(draft, { mode: 0o600, flags: "wx" }),
    );
    const handle = await open(draft, "r");
    await handle.sync();
    await handle.close();
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
    await client.query("rollback");
  }
  if (!result.done) throw new Error("a backup ended without its end");
  return result.done;
}

async function* linesOf(
  client: pg.ClientBase,
  options: BackupOptions,
  done: (done: BackedUp) => void,
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const line = (text: string): string => {
    hash.update(`${text}\n`);
    return `${text}\n`;
  };
  const header = await headerOf(client, options);
  yield line(JSON.stringify(header));
  let rows = 0;
  const { rows: tables } = await client.query<{ name: string }>(tablesInOrder);
  for (const { name } of tables.filter((t) => !leftOut.has(t.name))) {
    await client.query(
      `declare backup_rows no scroll cursor for select row_to_json(t)::text as row from "${name}" t`,
    );
    for (;;) {
      const found = await client.query<{ row: string }>(`fetch ${rowsAtOnce} from backup_rows`);
      if (found.rows.length === 0) break;
      rows += found.rows.length;
      yield found.rows.map(({ row }) => line(`${name}\t${row}`)).join("");
    }
    await client.query("close backup_rows");
  }
  const end: BackupEnd = { end: true, rows, sha256: hash.digest("hex") };
  yield `${JSON.stringify(end)}\n`;
  done({ rows, audit: header.audit });
}

async function headerOf(client: pg.ClientBase, options: BackupOptions): Promise<BackupHeader> {
  const migrations = await client.query<{ tag: string; sha256: string }>(
    "select tag, sha256 from jumelage_migrations order by idx",
  );
  const head = await client.query<{ size: string; hash: string }>("select size, hash from audit_head");
  const { size = "0", hash = "" } = head.rows[0] ?? {};
  return {
    jumelage: "backup",
    version: backupVersion,
    createdAt: options.now.toISOString(),
    migrations: migrations.rows,
    audit: { size: Number(size), head: hash },
    ...(options.signingKey === undefined ? {} : { signingKey: options.signingKey }),
  };
}
