// Downstream apps and their keys. The key itself is shown once by whoever makes it; here only its hash arrives.
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import type { Act, Reader, Tx } from "./db.ts";
import { consumers, consumerSeen } from "./schema.ts";

export interface Consumer {
  readonly id: string;
  readonly name: string;
  /** The first characters of the key, for people to recognise it by. */
  readonly keyPrefix: string;
  /** The programs the key may read. */
  readonly programs: readonly string[];
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
  readonly revokedAt: Date | null;
}

export interface ConsumerOfProgram extends Consumer {
  /** The release it was last given, by channel. */
  readonly seen: readonly { readonly channel: string; readonly release: number; readonly at: Date }[];
}

const columns = {
  id: consumers.id,
  name: consumers.name,
  keyPrefix: consumers.keyPrefix,
  programs: consumers.programs,
  createdAt: consumers.createdAt,
  lastSeenAt: consumers.lastSeenAt,
  revokedAt: consumers.revokedAt,
};

/** Makes a consumer; one of that id or key that exists already is left as it is (`false`). */
export async function createConsumer(
  tx: Tx,
  act: Act,
  consumer: { id: string; name: string; keyHash: string; keyPrefix: string; programs: readonly string[] },
): Promise<boolean> {
  const made = await tx
    .insert(consumers)
    .values({ ...consumer, programs: [...consumer.programs], createdAt: act.at })
    .onConflictDoNothing()
    .returning({ id: consumers.id });
  if (made.length === 0) return false;
  await appendAudit(tx, act, {
    action: "consumer.create",
    subject: `consumer:${consumer.id}`,
    payload: { name: consumer.name, programs: consumer.programs, keyPrefix: consumer.keyPrefix },
  });
  return true;
}

/** The consumer a key belongs to, unless it was revoked. */
export async function findConsumerByKeyHash(reader: Reader, keyHash: string): Promise<Consumer | undefined> {
  const [row] = await reader
    .select(columns)
    .from(consumers)
    .where(and(eq(consumers.keyHash, keyHash), isNull(consumers.revokedAt)));
  return row;
}

export async function listConsumers(reader: Reader): Promise<readonly Consumer[]> {
  return reader.select(columns).from(consumers).orderBy(asc(consumers.name), asc(consumers.id));
}

/** The consumers that may read a program, and the release each was last given. */
export async function consumersOf(reader: Reader, program: string): Promise<readonly ConsumerOfProgram[]> {
  const rows = await reader
    .select(columns)
    .from(consumers)
    .where(and(isNull(consumers.revokedAt), sql`${program} = any(${consumers.programs})`))
    .orderBy(asc(consumers.name), asc(consumers.id));
  const seen = await reader
    .select()
    .from(consumerSeen)
    .where(eq(consumerSeen.program, program))
    .orderBy(asc(consumerSeen.channel));
  return rows.map((row) => ({
    ...row,
    seen: seen
      .filter((s) => s.consumer === row.id)
      .map(({ channel, release, at }) => ({ channel, release, at })),
  }));
}

/** Gives a consumer other programs, or a new key; `undefined` when there is none of that id. */
export async function updateConsumer(
  tx: Tx,
  act: Act,
  change: { id: string; name?: string; programs?: readonly string[]; key?: { hash: string; prefix: string } },
): Promise<Consumer | undefined> {
  const set = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.programs === undefined ? {} : { programs: [...change.programs] }),
    ...(change.key === undefined ? {} : { keyHash: change.key.hash, keyPrefix: change.key.prefix }),
  };
  if (Object.keys(set).length === 0) throw new TypeError("nothing to change");
  const [row] = await tx.update(consumers).set(set).where(eq(consumers.id, change.id)).returning(columns);
  if (!row) return undefined;
  await appendAudit(tx, act, {
    action: "consumer.update",
    subject: `consumer:${change.id}`,
    payload: { name: row.name, programs: row.programs, keyPrefix: row.keyPrefix },
  });
  return row;
}

/** Ends a key at once; `false` when it already was. */
export async function revokeConsumer(tx: Tx, act: Act, id: string): Promise<boolean> {
  const done = await tx
    .update(consumers)
    .set({ revokedAt: act.at })
    .where(and(eq(consumers.id, id), isNull(consumers.revokedAt)))
    .returning({ id: consumers.id });
  if (done.length === 0) return false;
  await appendAudit(tx, act, { action: "consumer.revoke", subject: `consumer:${id}`, payload: {} });
  return true;
}

/** Notes what a consumer was given. Not audited: it is traffic, not a change. Callers may do it seldom and later. */
export async function noteConsumerSeen(
  reader: Reader,
  seen: {
    readonly consumer: string;
    readonly program: string;
    readonly channel: string;
    readonly release: number;
    readonly at: Date;
  },
): Promise<void> {
  const { consumer, program, channel, release, at } = seen;
  await reader.update(consumers).set({ lastSeenAt: at }).where(eq(consumers.id, consumer));
  await reader
    .insert(consumerSeen)
    .values({ consumer, program, channel, release, at })
    .onConflictDoUpdate({
      target: [consumerSeen.consumer, consumerSeen.program, consumerSeen.channel],
      set: { release, at },
    });
}
