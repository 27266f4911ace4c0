// Webhooks that are paused and resumed, what was sent to one of them, and sending it again. Every change is audited as part
// of itself. A message says only that there is a release, so that of those that waited the newest says it all.
import { and, desc, eq, gt, isNotNull, isNull, ne, or } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import type { Act, Reader, Tx } from "./db.ts";
import { webhookDeliveries, webhooks, type DeliveryState } from "./schema-integrations.ts";

/** One message to a webhook, as it stands. Nothing of what was answered is kept but its status. */
export interface Delivery {
  readonly id: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** A status, or why there was none; null before the first attempt has ended. */
  readonly outcome: string | null;
  readonly createdAt: Date;
  /** When it is tried next; null once it has ended. */
  readonly next: Date | null;
  readonly endedAt: Date | null;
}

/** Sends nothing to it until it is resumed. `false` when there is none, or it is paused already. */
export async function pauseWebhook(tx: Tx, act: Act, id: string): Promise<boolean> {
  const [row] = await tx
    .update(webhooks)
    .set({ pausedAt: act.at })
    .where(and(eq(webhooks.id, id), isNull(webhooks.removedAt), isNull(webhooks.pausedAt)))
    .returning({ consumer: webhooks.consumer });
  if (row) await audited(tx, act, { action: "webhook.pause", id, payload: row });
  return row !== undefined;
}

/** Goes on: of what waits the newest is due at once, and it stands for the others. `false` when it is not paused. */
export async function resumeWebhook(tx: Tx, act: Act, id: string): Promise<boolean> {
  const [row] = await tx
    .update(webhooks)
    .set({ pausedAt: null })
    .where(and(eq(webhooks.id, id), isNull(webhooks.removedAt), isNotNull(webhooks.pausedAt)))
    .returning({ consumer: webhooks.consumer });
  if (!row) return false;
  const waiting = and(eq(webhookDeliveries.webhook, id), eq(webhookDeliveries.state, "pending"));
  const [newest] = await tx
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(waiting)
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(1);
  if (newest) {
    await tx
      .update(webhookDeliveries)
      .set({ state: "failed", lastOutcome: "superseded", endedAt: act.at })
      .where(and(waiting, ne(webhookDeliveries.id, newest.id)));
    await tx.update(webhookDeliveries).set({ dueAt: act.at }).where(eq(webhookDeliveries.id, newest.id));
  }
  await audited(tx, act, { action: "webhook.resume", id, payload: row });
  return true;
}

/** The newest messages to a webhook. */
export async function listDeliveries(
  reader: Reader,
  { webhook, most }: { readonly webhook: string; readonly most: number },
): Promise<readonly Delivery[]> {
  const rows = await reader
    .select()
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.webhook, webhook))
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(most);
  return rows.map(({ id, state, attempts, lastOutcome, createdAt, dueAt, endedAt }) => ({
    id,
    state,
    attempts,
    outcome: lastOutcome,
    createdAt,
    next: state === "pending" ? dueAt : null,
    endedAt,
  }));
}

/**
 * The same message once more, with all its attempts before it: what has ended, or waits for longer than somebody who is at
 * it may take (`lease` milliseconds). `false` when there is no such message of this webhook, or the webhook is paused.
 */
export async function resendDelivery(
  tx: Tx,
  act: Act,
  resend: { readonly webhook: string; readonly delivery: string; readonly lease: number },
): Promise<boolean> {
  const [webhook] = await tx
    .select({ consumer: webhooks.consumer })
    .from(webhooks)
    .where(and(eq(webhooks.id, resend.webhook), isNull(webhooks.removedAt), isNull(webhooks.pausedAt)))
    .for("update");
  if (!webhook) return false;
  const [row] = await tx
    .update(webhookDeliveries)
    .set({ state: "pending", attempts: 0, dueAt: act.at, endedAt: null })
    .where(
      and(
        eq(webhookDeliveries.id, resend.delivery),
        eq(webhookDeliveries.webhook, resend.webhook),
        or(
          ne(webhookDeliveries.state, "pending"),
          gt(webhookDeliveries.dueAt, new Date(act.at.getTime() + resend.lease)),
        ),
      ),
    )
    .returning({ delivery: webhookDeliveries.id });
  if (!row) return false;
  await audited(tx, act, { action: "webhook.resend", id: resend.webhook, payload: { ...webhook, ...row } });
  return true;
}

function audited(
  tx: Tx,
  act: Act,
  entry: { readonly action: string; readonly id: string; readonly payload: Readonly<Record<string, string>> },
): Promise<unknown> {
  const { action, id, payload } = entry;
  return appendAudit(tx, act, { action, subject: `webhook:${id}`, payload });
}
