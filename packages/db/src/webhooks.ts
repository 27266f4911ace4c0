// Webhooks and what is to be sent to them. Deliveries are taken under a lease: whoever takes one has a minute to say what
// came of it, and when they never do (a process that was killed), it is taken again.
import { and, asc, desc, eq, isNull, lt, lte, ne, sql } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import type { Act, Db, Reader, Tx } from "./db.ts";
import { consumers } from "./schema.ts";
import { webhookDeliveries, webhooks, type DeliveryState } from "./schema-integrations.ts";

export interface Webhook {
  readonly id: string;
  readonly consumer: string;
  readonly url: string;
  readonly secretVersion: number;
  readonly createdAt: Date;
  /** Since when nothing is sent to it; null while it is told of changes. */
  readonly pausedAt: Date | null;
}

/** A webhook with its newest delivery. */
export interface WebhookSeen extends Webhook {
  readonly last: {
    readonly state: DeliveryState;
    readonly attempts: number;
    readonly outcome: string | null;
    readonly at: Date;
  } | null;
}

/** A delivery somebody has taken to try. `attempts` counts this one. */
export interface DueDelivery {
  readonly id: string;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly webhook: Webhook;
}

const columns = {
  id: webhooks.id,
  consumer: webhooks.consumer,
  url: webhooks.url,
  secretVersion: webhooks.secretVersion,
  createdAt: webhooks.createdAt,
  pausedAt: webhooks.pausedAt,
};
const subject = (id: string): string => `webhook:${id}`;

/** `false` when there is no such consumer, or it was revoked. */
export async function createWebhook(
  tx: Tx,
  act: Act,
  webhook: { readonly id: string; readonly consumer: string; readonly url: string },
): Promise<boolean> {
  const [consumer] = await tx
    .select({ id: consumers.id })
    .from(consumers)
    .where(and(eq(consumers.id, webhook.consumer), isNull(consumers.revokedAt)));
  if (!consumer) return false;
  await tx.insert(webhooks).values({ ...webhook, secretVersion: 1, createdAt: act.at });
  await appendAudit(tx, act, {
    action: "webhook.create",
    subject: subject(webhook.id),
    payload: { consumer: webhook.consumer, url: webhook.url },
  });
  return true;
}

/** Gives a webhook another secret; the webhook as it is from now on. */
export async function renewWebhookSecret(tx: Tx, act: Act, id: string): Promise<Webhook | undefined> {
  const [row] = await tx
    .update(webhooks)
    .set({ secretVersion: sql`${webhooks.secretVersion} + 1` })
    .where(and(eq(webhooks.id, id), isNull(webhooks.removedAt)))
    .returning(columns);
  if (!row) return undefined;
  await appendAudit(tx, act, {
    action: "webhook.renew-secret",
    subject: subject(id),
    payload: { version: row.secretVersion },
  });
  return row;
}

/** Nothing more is sent to it, what was waiting included. `false` when there is none. */
export async function removeWebhook(tx: Tx, act: Act, id: string): Promise<boolean> {
  const gone = await tx
    .update(webhooks)
    .set({ removedAt: act.at })
    .where(and(eq(webhooks.id, id), isNull(webhooks.removedAt)))
    .returning({ id: webhooks.id });
  if (gone.length === 0) return false;
  await tx
    .update(webhookDeliveries)
    .set({ state: "failed", lastOutcome: "removed", endedAt: act.at })
    .where(and(eq(webhookDeliveries.webhook, id), eq(webhookDeliveries.state, "pending")));
  await appendAudit(tx, act, { action: "webhook.remove", subject: subject(id), payload: {} });
  return true;
}

export async function listWebhooks(reader: Reader): Promise<readonly WebhookSeen[]> {
  const rows = await reader
    .select(columns)
    .from(webhooks)
    .where(isNull(webhooks.removedAt))
    .orderBy(asc(webhooks.createdAt), asc(webhooks.id));
  const newest = await reader
    .selectDistinctOn([webhookDeliveries.webhook])
    .from(webhookDeliveries)
    .orderBy(webhookDeliveries.webhook, desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id));
  return rows.map((row) => {
    const last = newest.find((d) => d.webhook === row.id);
    return {
      ...row,
      last: last
        ? {
            state: last.state,
            attempts: last.attempts,
            outcome: last.lastOutcome,
            at: last.endedAt ?? last.createdAt,
          }
        : null,
    };
  });
}

/** Writes down that everybody who may read a program is to hear of a change of it. Part of the change. */
export async function enqueueDeliveries(tx: Tx, program: string, at: Date): Promise<void> {
  const listening = await tx
    .select({ id: webhooks.id })
    .from(webhooks)
    .innerJoin(consumers, eq(consumers.id, webhooks.consumer))
    .where(
      and(
        isNull(webhooks.removedAt),
        isNull(consumers.revokedAt),
        sql`${program} = any(${consumers.programs})`,
      ),
    );
  if (listening.length === 0) return;
  await tx.insert(webhookDeliveries).values(
    listening.map(({ id }) => ({
      webhook: id,
      state: "pending" as const,
      attempts: 0,
      dueAt: at,
      createdAt: at,
    })),
  );
}

/** Takes what is due, each for `lease` milliseconds; no two processes take the same. */
export async function takeDueDeliveries(
  db: Db,
  take: { readonly now: Date; readonly lease: number; readonly most: number },
): Promise<readonly DueDelivery[]> {
  return db.transaction(async (tx) => {
    const due = await tx
      .select({ id: webhookDeliveries.id, createdAt: webhookDeliveries.createdAt, webhook: columns })
      .from(webhookDeliveries)
      .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhook))
      .where(
        and(
          eq(webhookDeliveries.state, "pending"),
          lte(webhookDeliveries.dueAt, take.now),
          isNull(webhooks.pausedAt),
        ),
      )
      .orderBy(asc(webhookDeliveries.dueAt))
      .limit(take.most)
      .for("update", { of: webhookDeliveries, skipLocked: true });
    const until = new Date(take.now.getTime() + take.lease);
    const taken: DueDelivery[] = [];
    for (const { id, createdAt, webhook } of due) {
      const [row] = await tx
        .update(webhookDeliveries)
        .set({ attempts: sql`${webhookDeliveries.attempts} + 1`, dueAt: until })
        .where(eq(webhookDeliveries.id, id))
        .returning({ attempts: webhookDeliveries.attempts });
      if (row) taken.push({ id, createdAt, webhook, attempts: row.attempts });
    }
    return taken;
  });
}

/** What came of an attempt: it arrived, it is over, or it is to be tried again at `next`. */
export async function noteDelivery(
  db: Db,
  note: {
    readonly id: string;
    readonly outcome: string;
    readonly at: Date;
    readonly then: { readonly state: "delivered" | "failed" } | { readonly next: Date };
  },
): Promise<void> {
  const { id, outcome, at, then } = note;
  const set = "next" in then ? { dueAt: then.next } : { state: then.state, endedAt: at };
  await db
    .update(webhookDeliveries)
    .set({ ...set, lastOutcome: outcome })
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.state, "pending")));
}

/** Forgets what ended before an instant. */
export async function sweepDeliveries(db: Db, before: Date): Promise<void> {
  await db
    .delete(webhookDeliveries)
    .where(and(ne(webhookDeliveries.state, "pending"), lt(webhookDeliveries.endedAt, before)));
}
