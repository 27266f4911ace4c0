// Brings a database up to the code, under a lock, so that any number of servers may start at once. Each migration
// is one transaction with its own row in `jumelage_migrations`: one that is interrupted leaves nothing behind.
import type pg from "pg";
import { sha256Hex } from "./digest.ts";
import { migrations as all } from "./migrations/index.ts";

export interface Migration {
  readonly tag: string;
  readonly statements: readonly string[];
}

/** The database holds migrations this code has never heard of: a newer Jumelage made it. */
export class DatabaseTooNew extends Error {
  readonly unknown: string;
  constructor(unknown: string, newest: string) {
    super(
      `This database was brought to "${unknown}" by a newer version of Jumelage; this version knows it up to "${newest}". ` +
        `Start the newer version, or restore a backup made before it.`,
    );
    this.name = "DatabaseTooNew";
    this.unknown = unknown;
  }
}

// Any constant will do, as long as everything that migrates takes the same one.
const lockKey = 0x6a756d;

/**
 * Applies what is missing and says what it applied.
 * @throws DatabaseTooNew when the database is ahead of the code.
 * @throws Error when an applied migration is not the one the code carries under that name.
 */
export async function migrate(
  client: pg.ClientBase,
  migrations: readonly Migration[] = all,
): Promise<readonly string[]> {
  // The lock belongs to the session: a process that dies lets go of it. Waiting for another one may take a while.
  await client.query("set statement_timeout = 0");
  await client.query("select pg_advisory_lock($1)", [lockKey]);
  try {
    return await apply(client, migrations);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [lockKey]);
    await client.query("reset statement_timeout");
  }
}

async function apply(client: pg.ClientBase, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query(
    "create table if not exists jumelage_migrations (idx integer primary key, tag text not null unique, sha256 text not null, applied_at timestamptz not null default now())",
  );
  const { rows } = await client.query<{ idx: number; tag: string; sha256: string }>(
    "select idx, tag, sha256 from jumelage_migrations order by idx",
  );
  const applied: string[] = [];
  for (const row of rows) {
    const mine = migrations[row.idx];
    if (!mine) throw new DatabaseTooNew(row.tag, migrations.at(-1)?.tag ?? "nothing");
    if (mine.tag !== row.tag || (await fingerprint(mine)) !== row.sha256) {
      throw new Error(
        `Migration ${row.idx} of this database is "${row.tag}", which is not the "${mine.tag}" of this code.`,
      );
    }
  }
  for (const [idx, migration] of migrations.entries()) {
    if (idx < rows.length) continue;
    await client.query("begin");
    try {
      for (const statement of migration.statements) await client.query(statement);
      const values = [idx, migration.tag, await fingerprint(migration)];
      await client.query("insert into jumelage_migrations (idx, tag, sha256) values ($1, $2, $3)", values);
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw error;
    }
    applied.push(migration.tag);
  }
  return applied;
}

function fingerprint(migration: Migration): Promise<string> {
  return sha256Hex(migration.statements.join("\n"));
}
