// Sending what is due: signed per the Standard Webhooks convention, without a word beyond "there is a release", tried
// again for about a day and a half.
import { noteDelivery, sweepDeliveries, takeDueDeliveries, type DueDelivery } from "@jumelage/db";
import { base64, utf8Bytes } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { urlProblem } from "./webhook-url.ts";

/** What came of a request: a status, or why there was none. */
export type PostOutcome = { readonly status: number } | { readonly failure: string };

/** How webhooks reach the network: given by the composition root. */
export interface WebhookPort {
  /** The hosts that may be reached, by name. */
  readonly hosts: readonly string[];
  post(request: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }): Promise<PostOutcome>;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** How long after each failed attempt the next one comes; after the last, it is given up. */
export const backoff = [5 * second, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour];
/** How long somebody who has taken a message may be at it. */
export const lease = minute;
/** What a message says, and all that it says. */
export const deliveryKind = "release.available";
const atOnce = 10;
const kept = 30 * 24 * hour;

/** The secret of a webhook: derived from the installation's own, so that no copy of the database holds it. */
export function webhookSecret(
  { id, secretVersion }: { readonly id: string; readonly secretVersion: number },
  { hashToken }: Pick<Deps, "hashToken">,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly text: string } {
  // 32 bytes in hexadecimal; no session token has a colon in it.
  const hex = hashToken(`webhook:${id}:${secretVersion}`);
  const bytes = Uint8Array.from({ length: 32 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
  return { bytes, text: `whsec_${base64(bytes)}` };
}

/** Sends what is due, once each; how many there were. Safe in several processes at once. */
export async function deliverWebhooks(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const due = await takeDueDeliveries(deps.db, { now, lease, most: atOnce });
  await Promise.all(due.map((delivery) => deliver(delivery, deps)));
  await sweepDeliveries(deps.db, new Date(now.getTime() - kept));
  return due.length;
}

async function deliver(delivery: DueDelivery, deps: Deps): Promise<void> {
  const outcome = await attempt(delivery, deps);
  const at = deps.clock.now();
  const text = "status" in outcome ? String(outcome.status) : outcome.failure;
  const wait = backoff[delivery.attempts - 1];
  const arrived = "status" in outcome && outcome.status >= 200 && outcome.status < 300;
  // Gone: whoever is there wants to hear nothing more of this.
  const over = wait === undefined || ("status" in outcome && outcome.status === 410);
  if (!arrived) {
    const { id, webhook, attempts } = delivery;
    deps.log.warn({ delivery: id, webhook: webhook.id, attempts, outcome: text }, "webhook not delivered");
  }
  await noteDelivery(deps.db, {
    id: delivery.id,
    outcome: text,
    at,
    then: arrived
      ? { state: "delivered" }
      : over
        ? { state: "failed" }
        : { next: new Date(at.getTime() + wait) },
  });
}

async function attempt({ id, createdAt, webhook }: DueDelivery, deps: Deps): Promise<PostOutcome> {
  // The list may have become shorter since.
  const problem = urlProblem(webhook.url, deps.webhooks.hosts);
  if (problem !== undefined) return { failure: problem };
  const timestamp = String(Math.floor(deps.clock.now().getTime() / 1000));
  const body = JSON.stringify({ type: deliveryKind, timestamp: createdAt.toISOString(), data: {} });
  const messageId = `msg_${id}`;
  const key = await crypto.subtle.importKey(
    "raw",
    webhookSecret(webhook, deps).bytes,
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const signed = new Uint8Array(utf8Bytes(`${messageId}.${timestamp}.${body}`));
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, signed));
  return deps.webhooks.post({
    url: webhook.url,
    headers: {
      "content-type": "application/json",
      "webhook-id": messageId,
      "webhook-timestamp": timestamp,
      "webhook-signature": `v1,${base64(signature)}`,
    },
    body,
  });
}
