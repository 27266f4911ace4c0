// Webhooks as an administrator keeps them: where, for whom, and a secret that is shown once.
import {
  createWebhook as insertWebhook,
  inTransaction,
  listDeliveries as readDeliveries,
  listWebhooks as readWebhooks,
  pauseWebhook as pause,
  removeWebhook as endWebhook,
  renewWebhookSecret as renewSecret,
  resendDelivery as resend,
  resumeWebhook as resume,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import type { SignedInPerson } from "../session/session.schemas.ts";
import { urlProblem } from "./webhook-url.ts";
import { deliveryKind, lease, webhookSecret } from "./webhook-delivery.ts";
import type {
  CreateWebhook,
  Delivery,
  Resend,
  Webhook,
  WebhookId,
  WebhookSecret,
} from "./webhooks.schemas.ts";

/** How many of the newest messages are told of. */
const mostDeliveries = 50;

/** Every webhook, with what came of its newest delivery. */
export async function listWebhooks(deps: Deps): Promise<Webhook[]> {
  return (await readWebhooks(deps.db)).map(({ id, consumer, url, createdAt, pausedAt, last }) => ({
    id,
    consumer,
    url,
    createdAt: createdAt.toISOString(),
    pausedAt: pausedAt?.toISOString() ?? null,
    last: last && { ...last, at: last.at.toISOString() },
  }));
}

/** @throws Refusal `invalid-input` (the address, with why), `not-found` (the consumer) */
export async function createWebhook(
  { consumer, url }: CreateWebhook,
  person: SignedInPerson,
  deps: Deps,
): Promise<WebhookSecret> {
  const problem = urlProblem(url, deps.webhooks.hosts);
  if (problem !== undefined) {
    throw new Refusal("invalid-input", {
      diagnostics: [{ code: problem, severity: "error", at: ["url"], params: {} }],
    });
  }
  const act = { by: person.id, at: deps.clock.now() };
  const id = deps.ids.uuid();
  if (!(await inTransaction(deps.db, (tx) => insertWebhook(tx, act, { id, consumer, url }))))
    throw new Refusal("not-found");
  return { id, secret: webhookSecret({ id, secretVersion: 1 }, deps).text };
}

/** Another secret, from now on. @throws Refusal `not-found` */
export async function renewWebhookSecret(
  { id }: WebhookId,
  person: SignedInPerson,
  deps: Deps,
): Promise<WebhookSecret> {
  const act = { by: person.id, at: deps.clock.now() };
  const renewed = await inTransaction(deps.db, (tx) => renewSecret(tx, act, id));
  if (!renewed) throw new Refusal("not-found");
  return { id, secret: webhookSecret(renewed, deps).text };
}

/** Nothing more is sent there. @throws Refusal `not-found` */
export async function removeWebhook(
  { id }: WebhookId,
  person: SignedInPerson,
  deps: Deps,
): Promise<Webhook[]> {
  const act = { by: person.id, at: deps.clock.now() };
  if (!(await inTransaction(deps.db, (tx) => endWebhook(tx, act, id)))) throw new Refusal("not-found");
  return listWebhooks(deps);
}

/** Nothing is sent there until it is resumed. @throws Refusal `stale-revision` when it is paused already, or there is none */
export async function pauseWebhook(
  { id }: WebhookId,
  person: SignedInPerson,
  deps: Deps,
): Promise<Webhook[]> {
  const act = { by: person.id, at: deps.clock.now() };
  if (!(await inTransaction(deps.db, (tx) => pause(tx, act, id))))
    throw new Refusal("stale-revision", { webhook: id });
  return listWebhooks(deps);
}

/** What has changed meanwhile is told once, soon. @throws Refusal `stale-revision` when it is not paused */
export async function resumeWebhook(
  { id }: WebhookId,
  person: SignedInPerson,
  deps: Deps,
): Promise<Webhook[]> {
  const act = { by: person.id, at: deps.clock.now() };
  if (!(await inTransaction(deps.db, (tx) => resume(tx, act, id))))
    throw new Refusal("stale-revision", { webhook: id });
  return listWebhooks(deps);
}

/** The newest messages to a webhook, and what came of each. */
export async function deliveriesOf({ id }: WebhookId, deps: Deps): Promise<Delivery[]> {
  const found = await readDeliveries(deps.db, { webhook: id, most: mostDeliveries });
  return found.map(({ createdAt, next, endedAt, ...rest }) => ({
    ...rest,
    kind: deliveryKind,
    createdAt: createdAt.toISOString(),
    next: next?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  }));
}

/** The same message, soon. @throws Refusal `stale-revision` when it is under way, or its webhook is paused or gone */
export async function resendDelivery(
  { id, delivery }: Resend,
  person: SignedInPerson,
  deps: Deps,
): Promise<Delivery[]> {
  const act = { by: person.id, at: deps.clock.now() };
  if (!(await inTransaction(deps.db, (tx) => resend(tx, act, { webhook: id, delivery, lease }))))
    throw new Refusal("stale-revision", { webhook: id });
  return deliveriesOf({ id }, deps);
}
