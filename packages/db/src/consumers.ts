// Downstream apps and their keys. The key itself is shown once by whoever makes it; here only its hash arrives.
import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import type { Act, Reader, Tx } from "./db.ts";
import { consumerReports, consumers, consumerSeen, type ConsumerKind, type OverrideCount } from "./schema.ts";

export interface Consumer {
  readonly id: string;
  readonly name: string;
  /** The first characters of the key, for people to recognise it by. */
  readonly keyPrefix: string;
  /** The programs the key may read. */
  readonly programs: readonly string[];
  /** `publishable`: the key may stand in a page for everybody to read. */
  readonly kind: ConsumerKind;
  /** The sites whose pages may use the key. */
  readonly origins: readonly string[];
  /** Calls a minute, where they are not the default. */
  readonly limits: CallLimits | null;
  /** Until when the key before this one still counts. */
  readonly formerKeyUntil: Date | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date | null;
  readonly revokedAt: Date | null;
}

/** How many calls a minute a key may make, by kind of call. */
export interface CallLimits {
  readonly read?: number;
  readonly evaluate?: number;
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
  kind: consumers.kind,
  origins: consumers.origins,
  limits: consumers.limits,
  formerKeyUntil: consumers.formerKeyUntil,
  createdAt: consumers.createdAt,
  lastSeenAt: consumers.lastSeenAt,
  revokedAt: consumers.revokedAt,
};

/** Makes a consumer; one of that id or key that exists already is left as it is (`false`). */
export async function createConsumer(
  tx: Tx,
  act: Act,
  consumer: {
    readonly id: string;
    readonly name: string;
    readonly keyHash: string;
    readonly keyPrefix: string;
    readonly programs: readonly string[];
    readonly kind?: ConsumerKind;
    readonly origins?: readonly string[];
  },
): Promise<boolean> {
  const { kind = "secret", programs, origins = [] } = consumer;
  const made = await tx
    .insert(consumers)
    .values({ ...consumer, kind, programs: [...programs], origins: [...origins], createdAt: act.at })
    .onConflictDoNothing()
    .returning({ id: consumers.id });
  if (made.length === 0) return false;
  await appendAudit(tx, act, {
    action: "consumer.create",
    subject: `consumer:${consumer.id}`,
    payload: { name: consumer.name, programs, kind, origins, keyPrefix: consumer.keyPrefix },
  });
  return true;
}

/** The consumer a key belongs to, unless it was revoked: its key, or the one before while that still counts. */
export async function findConsumerByKeyHash(
  reader: Reader,
  keyHash: string,
  now: Date,
): Promise<Consumer | undefined> {
  const isFormer = and(eq(consumers.formerKeyHash, keyHash), gt(consumers.formerKeyUntil, now));
  const [row] = await reader
    .select(columns)
    .from(consumers)
    .where(and(or(eq(consumers.keyHash, keyHash), isFormer), isNull(consumers.revokedAt)));
  return row && fromRow(row);
}

export async function listConsumers(reader: Reader): Promise<readonly Consumer[]> {
  const rows = await reader.select(columns).from(consumers).orderBy(asc(consumers.name), asc(consumers.id));
  return rows.map(fromRow);
}

/** Every site whose pages may use some key. */
export async function listOrigins(reader: Reader): Promise<readonly string[]> {
  const rows = await reader
    .selectDistinct({ origin: sql<string>`unnest(${consumers.origins})` })
    .from(consumers)
    .where(isNull(consumers.revokedAt));
  return rows.map((row) => row.origin);
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
    ...fromRow(row),
    seen: seen
      .filter((s) => s.consumer === row.id)
      .map(({ channel, release, at }) => ({ channel, release, at })),
  }));
}

/** What is to be different about a consumer. */
export interface ConsumerChange {
  readonly id: string;
  readonly name?: string;
  readonly programs?: readonly string[];
  readonly origins?: readonly string[];
  readonly limits?: CallLimits | null;
  /** A new key; the one it takes the place of counts until then. */
  readonly key?: { readonly hash: string; readonly prefix: string; readonly formerUntil: Date };
}

/** Gives a consumer other programs, or a new key; `undefined` when there is none of that id, or it was revoked. */
export async function updateConsumer(
  tx: Tx,
  act: Act,
  change: ConsumerChange,
): Promise<Consumer | undefined> {
  const set = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.programs === undefined ? {} : { programs: [...change.programs] }),
    ...(change.origins === undefined ? {} : { origins: [...change.origins] }),
    ...(change.limits === undefined ? {} : { limits: change.limits }),
    ...(change.key === undefined
      ? {}
      : {
          keyHash: change.key.hash,
          keyPrefix: change.key.prefix,
          formerKeyHash: sql`${consumers.keyHash}`,
          formerKeyUntil: change.key.formerUntil,
        }),
  };
  if (Object.keys(set).length === 0) throw new TypeError("nothing to change");
  const [row] = await tx
    .update(consumers)
    .set(set)
    .where(and(eq(consumers.id, change.id), isNull(consumers.revokedAt)))
    .returning(columns);
  if (!row) return undefined;
  const { name, programs, origins, limits, keyPrefix, formerKeyUntil } = row;
  await appendAudit(tx, act, {
    action: "consumer.update",
    subject: `consumer:${change.id}`,
    payload: {
      name,
      programs,
      origins,
      limits,
      keyPrefix,
      ...(change.key === undefined ? {} : { formerKeyUntil: formerKeyUntil?.toISOString() ?? null }),
    },
  });
  return fromRow(row);
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

/** What an app says of itself about one channel. */
export interface ConsumerReport {
  readonly consumer: string;
  readonly program: string;
  readonly channel: string;
  readonly version: string;
  readonly release: number | null;
  readonly refreshedAt: Date | null;
  /** The ids of the facts it sends; never a value. */
  readonly facts: readonly string[];
  /** How often what was recommended was not followed, by reason. */
  readonly overrides: readonly OverrideCount[];
  readonly at: Date;
}

/** Keeps what an app says of itself in place of what it said before. Not audited: it is traffic, not a change. */
export async function keepConsumerReport(reader: Reader, report: ConsumerReport): Promise<void> {
  const row = { ...report, facts: [...report.facts] };
  await reader
    .insert(consumerReports)
    .values(row)
    .onConflictDoUpdate({
      target: [consumerReports.consumer, consumerReports.program, consumerReports.channel],
      set: row,
    });
}

/** What the apps of a program last said of themselves. */
export async function consumerReportsOf(reader: Reader, program: string): Promise<readonly ConsumerReport[]> {
  return reader
    .select()
    .from(consumerReports)
    .where(eq(consumerReports.program, program))
    .orderBy(asc(consumerReports.consumer), asc(consumerReports.channel));
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

type Row = Omit<Consumer, "limits"> & { readonly limits: unknown };

/** Limits out of JSON: whole numbers from 1 on, by the names that count; anything else is not there. */
function fromRow(row: Row): Consumer {
  if (typeof row.limits !== "object" || row.limits === null) return { ...row, limits: null };
  const { read, evaluate } = row.limits as Readonly<Record<string, unknown>>;
  return { ...row, limits: { ...limitOf("read", read), ...limitOf("evaluate", evaluate) } };
}

function limitOf(name: keyof CallLimits, value: unknown): CallLimits {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 ? { [name]: value } : {};
}
