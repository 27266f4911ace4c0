// The tables of what other systems connect by: who may call CDS Hooks services, and the tokens they used.
import { sql } from "drizzle-orm";
import { check, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, isSha256 } from "./columns.ts";
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
