// Webhooks as an administrator keeps them: where, for whom, and a secret that is shown once.
import {
  createWebhook as insertWebhook,
  inTransaction,
  listWebhooks as readWebhooks,
  removeWebhook as endWebhook,
  renewWebhookSecret as renewSecret,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import type { SignedInPerson } from "../session/session.schemas.ts";
import { urlProblem } from "./webhook-url.ts";
import { webhookSecret } from "./webhook-delivery.ts";
import type { CreateWebhook, Webhook, WebhookId, WebhookSecret } from "./webhooks.schemas.ts";

/** Every webhook, with what came of its newest delivery. */
export async function listWebhooks(deps: Deps): Promise<Webhook[]> {
  return (await readWebhooks(deps.db)).map(({ id, consumer, url, createdAt, last }) => ({
    id,
    consumer,
    url,
    createdAt: createdAt.toISOString(),
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
