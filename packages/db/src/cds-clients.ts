// The clients of CDS Hooks services: whom we allow to call, and the tokens they have used.
import { and, asc, eq, inArray, isNull, lte } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import type { Act, Db, Reader, Tx } from "./db.ts";
import { cdsClients, cdsTokens } from "./schema-integrations.ts";
import { consumers } from "./schema.ts";

export interface CdsClient {
  /** What its tokens say in `iss`. */
  readonly issuer: string;
  readonly consumer: string;
  /** A JSON Web Key Set; its shape is judged by whoever saves it. */
  readonly jwks: unknown;
  readonly jku: string | null;
  readonly tenants: readonly string[];
  readonly changedAt: Date;
}

/** Allows an issuer, or replaces what was known of it; `false` when there is no such consumer, or it was revoked. */
export async function saveCdsClient(
  tx: Tx,
  act: Act,
  client: Omit<CdsClient, "changedAt"> & { readonly keys: readonly string[] },
): Promise<boolean> {
  const { keys, ...columns } = client;
  const [consumer] = await tx
    .select({ id: consumers.id })
    .from(consumers)
    .where(and(eq(consumers.id, client.consumer), isNull(consumers.revokedAt)));
  if (!consumer) return false;
  const row = { ...columns, tenants: [...columns.tenants], changedAt: act.at };
  await tx.insert(cdsClients).values(row).onConflictDoUpdate({ target: cdsClients.issuer, set: row });
  await appendAudit(tx, act, {
    action: "cds-client.save",
    subject: `cds-client:${client.issuer}`,
    payload: { consumer: client.consumer, keys, jku: client.jku, tenants: client.tenants },
  });
  return true;
}

/** Allows an issuer no longer, at once; `false` when it was not allowed. */
export async function removeCdsClient(tx: Tx, act: Act, issuer: string): Promise<boolean> {
  const gone = await tx
    .delete(cdsClients)
    .where(eq(cdsClients.issuer, issuer))
    .returning({ issuer: cdsClients.issuer });
  if (gone.length === 0) return false;
  await appendAudit(tx, act, {
    action: "cds-client.remove",
    subject: `cds-client:${issuer}`,
    payload: {},
  });
  return true;
}

export async function listCdsClients(reader: Reader): Promise<readonly CdsClient[]> {
  return reader.select().from(cdsClients).orderBy(asc(cdsClients.issuer));
}

/** The client of an issuer with the programs of its consumer; undefined when either is not, or no longer, allowed. */
export async function findCdsClient(
  reader: Reader,
  issuer: string,
): Promise<(CdsClient & { readonly programs: readonly string[] }) | undefined> {
  const [row] = await reader
    .select({ client: cdsClients, programs: consumers.programs })
    .from(cdsClients)
    .innerJoin(consumers, eq(consumers.id, cdsClients.consumer))
    .where(and(eq(cdsClients.issuer, issuer), isNull(consumers.revokedAt)));
  return row && { ...row.client, programs: row.programs };
}

/** Notes a token as used; `false` when it was used before, by whichever process. Forgets those that have expired. */
export async function useCdsToken(
  db: Db,
  token: { readonly issuer: string; readonly jtiHash: string; readonly expires: Date },
  now: Date,
): Promise<boolean> {
  // Several processes sweep at once: each takes what no other has in hand.
  const expired = db
    .select({ jtiHash: cdsTokens.jtiHash })
    .from(cdsTokens)
    .where(lte(cdsTokens.expires, now))
    .limit(100)
    .for("update", { skipLocked: true });
  await db.delete(cdsTokens).where(and(lte(cdsTokens.expires, now), inArray(cdsTokens.jtiHash, expired)));
  const noted = await db
    .insert(cdsTokens)
    .values(token)
    .onConflictDoNothing()
    .returning({ jtiHash: cdsTokens.jtiHash });
  return noted.length === 1;
}
