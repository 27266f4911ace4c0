// The handles the repositories take, and the errors PostgreSQL tells us about. A function that changes something
// takes a `Tx`, so that the change and its audit row cannot end up in two transactions; one that reads takes either.
import type { NodePgDatabase, NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgTransaction } from "drizzle-orm/pg-core";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { Pool } from "pg";
import type * as schema from "./schema.ts";

type Schema = typeof schema;

/** A pool of connections: every statement on its own. */
export type Db = NodePgDatabase<Schema> & { readonly $client: Pool };
/** One transaction. Never close over a `Db` inside one: what runs on the outer handle escapes it. */
export type Tx = PgTransaction<NodePgQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;
/** Where reading may happen: inside a transaction or outside. */
export type Reader = Db | Tx;

/** Who does something, and when. Nothing in this package reads the clock. */
export interface Act {
  readonly by: string;
  readonly at: Date;
}

/** The SQLSTATE of a PostgreSQL error, however deep it is wrapped. */
export function sqlState(error: unknown): string | undefined {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++) {
    if ("code" in e && typeof e.code === "string" && /^[0-9A-Z]{5}$/.test(e.code)) return e.code;
  }
  return undefined;
}

export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === "23505";
}

/** A change of what is kept for ever, refused by the triggers of the database. */
export function isImmutable(error: unknown): boolean {
  return sqlState(error) === "JM001";
}

/** Deadlocks and serialization failures: nothing happened, the same transaction may be tried again. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === "40001" || state === "40P01";
}

// What the operating system and the driver say when the server is not there, or goes away in mid-sentence.
const lostCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT",
]);
const lostMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** The database cannot be reached, or ended the connection: what was asked may or may not have been done. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error);
  // Class 08: connection; 57P0x: shutting down or starting up; 53300: too many connections.
  if (state !== undefined) return state.startsWith("08") || state.startsWith("57P0") || state === "53300";
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++) {
    if ("code" in e && typeof e.code === "string" && lostCodes.has(e.code)) return true;
    if (lostMessages.test(e.message)) return true;
  }
  return false;
}

/** Runs a transaction; one that lost a deadlock is tried again, at most three times in all. */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (attempt >= 3 || !isRetryable(error)) throw error;
    }
  }
}
