// From a connection string, or a running embedded PostgreSQL, to a migrated database with a pool.
import { drizzle } from "drizzle-orm/node-postgres";
import { Client, Pool } from "pg";
import type { Db } from "./db.ts";
import { migrate } from "./migrate.ts";
import * as schema from "./schema.ts";

/** What `openDatabase` needs of an embedded server (`embedded.ts`), which may come back elsewhere after a crash. */
export interface EmbeddedHandle {
  readonly url: string;
  readonly onMoved: (listener: (url: string) => void) => void;
}

export interface OpenOptions {
  /** Connections at most. */
  readonly max?: number;
  /** Milliseconds a statement may take. */
  readonly statementTimeout?: number;
  /** A connection that failed while nobody used it (the server restarted): worth a log line, no more. */
  readonly onConnectionError?: (error: Error) => void;
  /** Whether to bring the database up to the code; `true` unless said otherwise. */
  readonly migrate?: boolean;
}

export interface Database {
  readonly db: Db;
  readonly pool: Pool;
  /** Where it is now: an embedded server may come back elsewhere. */
  readonly urlNow: () => string;
  /** The migrations applied just now. */
  readonly migrated: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * Opens a database and brings it up to the code. TLS is what the URL says (`sslmode=…`).
 * @throws DatabaseTooNew when a newer Jumelage made it.
 */
export async function openDatabase(
  source: { readonly url: string } | { readonly embedded: EmbeddedHandle },
  options: OpenOptions = {},
): Promise<Database> {
  const url = "url" in source ? source.url : source.embedded.url;
  const pool = new Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: options.statementTimeout ?? 15_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    application_name: "jumelage",
  });
  // Without these two a connection that breaks, idle or in the middle of work, would end the process. The query under
  // way fails on its own.
  pool.on("error", (error) => options.onConnectionError?.(error));
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
  });
  if ("embedded" in source) {
    source.embedded.onMoved((moved) => {
      pool.options.connectionString = moved;
    });
  }
  try {
    const migrated = options.migrate === false ? [] : await migrateWith(pool);
    return {
      db: drizzle(pool, { schema }),
      pool,
      urlNow: () => pool.options.connectionString ?? url,
      migrated,
      close: () => pool.end(),
    };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** One bare connection, to a database that is left as it is found. End it when done. */
export type Connection = Client;

export async function connectTo(url: string): Promise<Connection> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // One that breaks is found out by the query under way, not by an uncaught event.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Does `work` while no other process does what goes by the same name: one after the other, however many start at once. */
export async function inTurn<T>(
  { pool }: Pick<Database, "pool">,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    // The lock belongs to the connection: a process that dies lets go of it. Waiting for another one may take a while.
    await client.query("set statement_timeout = 0");
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [`jumelage ${name}`]);
    try {
      return await work();
    } finally {
      await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [`jumelage ${name}`]);
      await client.query("reset statement_timeout");
    }
  } finally {
    client.release();
  }
}

async function migrateWith(pool: Pool): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    return await migrate(client);
  } finally {
    client.release();
  }
}
