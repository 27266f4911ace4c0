// How people sign in: passwords, one-time links, identities of an OpenID Connect provider, and sign-ins under way.
// Of every secret only a hash is kept; rows of links and attempts may be deleted once they are over.
import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, isSha256, oneOf } from "./columns.ts";
import { people } from "./schema.ts";

/** A local account. `hash` is that of a deliberately slow function, with its own salt and cost in it. */
export const passwords = pgTable(
  "passwords",
  {
    person: text("person")
      .primaryKey()
      .references(() => people.id),
    hash: text("hash").notNull(),
    setAt: instant("set_at").notNull(),
    /** Wrong passwords since the last right one. */
    failures: integer("failures").notNull().default(0),
    /** Until then no password is even tried. */
    lockedUntil: instant("locked_until"),
  },
  () => [check("passwords_failures", sql.raw(`"failures" >= 0`))],
);

/** A link by which a person chooses a password, once. */
export const signInLinks = pgTable(
  "sign_in_links",
  {
    tokenHash: text("token_hash").primaryKey(),
    person: text("person")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [index("sign_in_links_person").on(t.person), check("sign_in_links_hash", isSha256("token_hash"))],
);

/** Who an identity of a provider is here. */
export const identities = pgTable(
  "identities",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    person: text("person")
      .notNull()
      .references(() => people.id),
    linkedAt: instant("linked_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), index("identities_person").on(t.person)],
);

export const attemptPurposes = ["sign-in", "step-up"] as const;
export type AttemptPurpose = (typeof attemptPurposes)[number];

/** A person is at their provider; what is needed when they come back. Taken out when they do, whatever comes of it. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    stateHash: text("state_hash").primaryKey(),
    nonce: text("nonce").notNull(),
    codeVerifier: text("code_verifier").notNull(),
    purpose: text("purpose").$type<AttemptPurpose>().notNull(),
    /** Who must come back; absent where anybody may sign in. */
    person: text("person").references(() => people.id),
    /** A path of the console. */
    returnTo: text("return_to").notNull(),
    startedAt: instant("started_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  () => [
    check("sign_in_attempts_hash", isSha256("state_hash")),
    check("sign_in_attempts_purpose", oneOf("purpose", attemptPurposes)),
    check("sign_in_attempts_person", sql.raw(`("purpose" = 'step-up') = ("person" is not null)`)),
  ],
);
