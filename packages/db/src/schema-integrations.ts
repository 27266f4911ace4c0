// The tables of what other systems connect by: who may call CDS Hooks services, the tokens they used, and webhooks with
// what is to be sent to them.
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, isSha256, oneOf } from "./columns.ts";
import { consumers } from "./schema.ts";

/** Who is allowed to call CDS Hooks services: an issuer of tokens, with the public keys it signs them with. */
export const cdsClients = pgTable(
  "cds_clients",
  {
    issuer: text("issuer").primaryKey(),
    /** Whose programs it may use. */
    consumer: text("consumer")
      .notNull()
      .references(() => consumers.id),
    /** A JSON Web Key Set, public halves only. */
    jwks: jsonb("jwks").notNull(),
    /** The address its tokens may name as the place of their keys: compared, never fetched. */
    jku: text("jku"),
    /** The organizations its tokens may be for; empty: whichever. */
    tenants: text("tenants").array().notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  () => [check("cds_clients_issuer", sql.raw(`"issuer" <> ''`))],
);

/** Tokens that were used, by a hash of their `jti`, until they have expired: none is accepted twice. */
export const cdsTokens = pgTable(
  "cds_tokens",
  {
    issuer: text("issuer")
      .notNull()
      .references(() => cdsClients.issuer, { onDelete: "cascade" }),
    jtiHash: text("jti_hash").notNull(),
    expires: instant("expires").notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.jtiHash] }), check("cds_tokens_jti", isSha256("jti_hash"))],
);

export const deliveryStates = ["pending", "delivered", "failed"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Where a consumer wants to hear that there is a release. The secret is derived, and stands nowhere. */
export const webhooks = pgTable(
  "webhooks",
  {
    id: uuid("id").primaryKey(),
    consumer: text("consumer")
      .notNull()
      .references(() => consumers.id),
    url: text("url").notNull(),
    /** Which secret in turn: one more for every new one. */
    secretVersion: integer("secret_version").notNull(),
    createdAt: instant("created_at").notNull(),
    removedAt: instant("removed_at"),
    /** Since when nothing is sent to it, until it is resumed. */
    pausedAt: instant("paused_at"),
  },
  () => [check("webhooks_url", sql.raw(`"url" like 'https://%'`))],
);

/** What is to be sent, written in the transaction of the change it is about: nothing is sent that did not happen. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    webhook: uuid("webhook")
      .notNull()
      .references(() => webhooks.id),
    state: text("state").$type<DeliveryState>().notNull(),
    attempts: integer("attempts").notNull(),
    /** When to try next; while somebody is trying, when to think that they never will say. */
    dueAt: instant("due_at").notNull(),
    /** What came of the last attempt: a status, or why there was none. */
    lastOutcome: text("last_outcome"),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("webhook_deliveries_due").on(t.dueAt).where(sql.raw(`"state" = 'pending'`)),
    check("webhook_deliveries_state", oneOf("state", deliveryStates)),
  ],
);
