// The tables. Documents are JSONB (parsed by `documents.ts` on the way in and out), signed envelopes are the exact
// bytes that were signed. What may never change is guarded in the database itself, by the triggers of the second
// migration; nothing here deletes anything but sessions and erased audit payloads.
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, instant, isSha256, oneOf, whole } from "./columns.ts";

export const roles = ["viewer", "qa", "author", "reviewer"] as const;
export type Role = (typeof roles)[number];
export const draftStatuses = ["editing", "in-review", "approved", "published", "discarded"] as const;
export type DraftStatus = (typeof draftStatuses)[number];
export const meanings = ["clinical-approval", "review", "responsibility"] as const;
export type Meaning = (typeof meanings)[number];
export const consumerKinds = ["secret", "publishable"] as const;
export type ConsumerKind = (typeof consumerKinds)[number];
export const moveReasons = [
  "publish",
  "promote",
  "roll-back",
  "suspend",
  "lift",
  "renew",
  "restore",
] as const;
export type MoveReason = (typeof moveReasons)[number];

/** One row: what belongs to the installation as a whole. `sequence_floor` is raised after a restore. */
export const installation = pgTable(
  "installation",
  { id: integer("id").primaryKey(), sequenceFloor: whole("sequence_floor").notNull().default(0) },
  () => [check("installation_one_row", sql.raw(`"id" = 1`))],
);

export const people = pgTable("people", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  title: jsonb("title").notNull(),
  email: text("email").unique(),
  admin: boolean("admin").notNull().default(false),
  createdAt: instant("created_at").notNull(),
  disabledAt: instant("disabled_at"),
});

/** Only the SHA-256 of a session's token is kept, so that a copy of this table opens no session. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    person: text("person")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** When the person last showed who they are: at sign-in, or again before something grave. */
    provedAt: instant("proved_at").notNull().defaultNow(),
  },
  (t) => [index("sessions_person").on(t.person), check("sessions_hash", isSha256("token_hash"))],
);

export const programs = pgTable("programs", {
  id: text("id").primaryKey(),
  title: jsonb("title").notNull(),
  settings: jsonb("settings").notNull(),
  /** The number of the newest release, 0 before the first; the next number is taken by compare-and-set on it. */
  headRelease: integer("head_release").notNull().default(0),
  archivedAt: instant("archived_at"),
  createdAt: instant("created_at").notNull(),
});

export const roleGrants = pgTable(
  "role_grants",
  {
    person: text("person")
      .notNull()
      .references(() => people.id),
    program: text("program")
      .notNull()
      .references(() => programs.id),
    role: text("role").$type<Role>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.person, t.program, t.role] }),
    check("role_grants_role", oneOf("role", roles)),
  ],
);

export const drafts = pgTable(
  "drafts",
  {
    id: uuid("id").primaryKey(),
    program: text("program")
      .notNull()
      .references(() => programs.id),
    /** What its authors call it. */
    name: text("name").notNull().default(""),
    baseRelease: integer("base_release"),
    baseSha256: text("base_sha256"),
    status: text("status").$type<DraftStatus>().notNull(),
    revision: integer("revision").notNull(),
    hash: text("hash").notNull(),
    ruleSet: jsonb("rule_set").notNull(),
    profiles: jsonb("profiles").notNull(),
    hazards: jsonb("hazards").notNull().default([]),
    note: text("note").notNull().default(""),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => people.id),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: text("updated_by")
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    uniqueIndex("drafts_open_name")
      .on(t.program, t.name)
      .where(sql.raw(`"status" in ('editing', 'in-review', 'approved')`)),
    foreignKey({
      name: "drafts_base",
      columns: [t.program, t.baseRelease],
      foreignColumns: [releases.program, releases.number],
    }),
    check("drafts_status", oneOf("status", draftStatuses)),
    check("drafts_hash", isSha256("hash")),
    check("drafts_base_whole", sql.raw(`("base_release" is null) = ("base_sha256" is null)`)),
  ],
);

/** Everybody who ever saved into a draft: none of them may approve it. */
export const draftAuthors = pgTable(
  "draft_authors",
  {
    draft: uuid("draft")
      .notNull()
      .references(() => drafts.id),
    person: text("person")
      .notNull()
      .references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.draft, t.person] })],
);

/** Append-only. An approval counts only while the draft's hash is the one that was approved. */
export const draftApprovals = pgTable(
  "draft_approvals",
  {
    id: whole("id").primaryKey().generatedAlwaysAsIdentity(),
    draft: uuid("draft")
      .notNull()
      .references(() => drafts.id),
    person: text("person")
      .notNull()
      .references(() => people.id),
    hash: text("hash").notNull(),
    meaning: text("meaning").$type<Meaning>().notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    unique("draft_approvals_once").on(t.draft, t.person, t.hash, t.meaning),
    check("draft_approvals_hash", isSha256("hash")),
    check("draft_approvals_meaning", oneOf("meaning", meanings)),
  ],
);

/** Append-only: who changed what a profile is expected to give, and why. */
export const expectationChanges = pgTable(
  "expectation_changes",
  {
    id: whole("id").primaryKey().generatedAlwaysAsIdentity(),
    draft: uuid("draft")
      .notNull()
      .references(() => drafts.id),
    profile: text("profile").notNull(),
    before: jsonb("before").notNull(),
    after: jsonb("after").notNull(),
    reason: text("reason").notNull(),
    person: text("person")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [
    index("expectation_changes_draft").on(t.draft),
    check("expectation_changes_reason", sql.raw(`"reason" <> ''`)),
  ],
);

/** Immutable: no UPDATE, no DELETE, no TRUNCATE (triggers). `sha256` is that of the envelope's bytes. */
export const releases = pgTable(
  "releases",
  {
    program: text("program")
      .notNull()
      .references(() => programs.id),
    number: integer("number").notNull(),
    sha256: text("sha256").notNull(),
    envelope: bytea("envelope").notNull(),
    ruleSet: jsonb("rule_set").notNull(),
    profiles: jsonb("profiles").notNull(),
    hazards: jsonb("hazards").notNull().default([]),
    publishedBy: text("published_by").notNull(),
    approvedBy: text("approved_by").array().notNull(),
    note: text("note").notNull(),
    waivers: text("waivers").array().notNull(),
    /** How it differs from the one before, as its payload says; null where that was never computed. */
    changeKind: text("change_kind"),
    /** The day by which it is due to be looked at again, as its payload says; null where there is none. */
    reviewBy: text("review_by"),
    draft: uuid("draft"),
    draftHash: text("draft_hash"),
    idempotencyKey: text("idempotency_key").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.program, t.number] }),
    unique("releases_once").on(t.program, t.idempotencyKey),
    unique("releases_draft").on(t.draft),
    check("releases_number", sql.raw(`"number" >= 1`)),
    check("releases_sha256", sql.raw(`"sha256" = encode(sha256("envelope"), 'hex')`)),
  ],
);

const pointerColumns = () => ({
  program: text("program")
    .notNull()
    .references(() => programs.id),
  channel: text("channel").notNull(),
  sequence: whole("sequence").notNull(),
  release: integer("release").notNull(),
  sha256: text("sha256").notNull(),
  envelope: bytea("envelope").notNull(),
  issuedAt: instant("issued_at").notNull(),
  expires: instant("expires").notNull(),
  movedBy: text("moved_by").notNull(),
  /** What brought it here, with what was said; null for pointers older than these columns. */
  reason: text("reason").$type<MoveReason>(),
  message: text("message"),
  /** Since when no answer is given on the channel; null while it answers. */
  suspendedSince: instant("suspended_since"),
});

/** Where each channel stands now; `sequence` only grows (trigger). `sha256` is that of the release it points to. */
export const pointers = pgTable("pointers", pointerColumns(), (t) => [
  primaryKey({ columns: [t.program, t.channel] }),
  foreignKey({
    name: "pointers_release",
    columns: [t.program, t.release],
    foreignColumns: [releases.program, releases.number],
  }),
]);

/** Every pointer ever issued, the present ones included. Append-only. */
export const pointerHistory = pgTable("pointer_history", pointerColumns(), (t) => [
  primaryKey({ columns: [t.program, t.channel, t.sequence] }),
  index("pointer_history_issued").on(t.program, t.channel, t.issuedAt),
  foreignKey({
    name: "pointer_history_release",
    columns: [t.program, t.release],
    foreignColumns: [releases.program, releases.number],
  }),
]);

/** Downstream apps. Of a key only its SHA-256 and a few leading characters, for people to recognise it by. */
export const consumers = pgTable(
  "consumers",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    keyHash: text("key_hash").notNull().unique(),
    keyPrefix: text("key_prefix").notNull(),
    /** `publishable`: it may stand in a page for everybody to read, and reads releases and pointers only. */
    kind: text("kind").$type<ConsumerKind>().notNull().default("secret"),
    /** The key before this one, and until when it still counts. */
    formerKeyHash: text("former_key_hash").unique(),
    formerKeyUntil: instant("former_key_until"),
    /** The programs the key may read. */
    programs: text("programs").array().notNull(),
    /** The sites whose pages may use the key. */
    origins: text("origins").array().notNull().default([]),
    /** How many calls a minute it may make, where that is not the default. */
    limits: jsonb("limits"),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at"),
    revokedAt: instant("revoked_at"),
  },
  () => [
    check("consumers_key_hash", isSha256("key_hash")),
    check("consumers_kind", oneOf("kind", consumerKinds)),
    check("consumers_former_key", sql.raw(`("former_key_hash" is null) = ("former_key_until" is null)`)),
  ],
);

/** How often one reason was given; the reason is one of the organization's own short list, never a sentence. */
export interface OverrideCount {
  readonly reason: string;
  readonly count: number;
}

/** What each app last said of itself, by channel: never what it sends, only which facts. */
export const consumerReports = pgTable(
  "consumer_reports",
  {
    consumer: text("consumer")
      .notNull()
      .references(() => consumers.id),
    program: text("program")
      .notNull()
      .references(() => programs.id),
    channel: text("channel").notNull(),
    /** The version of the app. */
    version: text("version").notNull(),
    /** The release in use; null while it has none. */
    release: integer("release"),
    refreshedAt: instant("refreshed_at"),
    facts: text("facts").array().notNull(),
    /** How often a recommendation was not followed, by reason. */
    overrides: jsonb("overrides").$type<readonly OverrideCount[]>().notNull().default([]),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.consumer, t.program, t.channel] })],
);

/** The release each app was last given, by channel. */
export const consumerSeen = pgTable(
  "consumer_seen",
  {
    consumer: text("consumer")
      .notNull()
      .references(() => consumers.id),
    program: text("program")
      .notNull()
      .references(() => programs.id),
    channel: text("channel").notNull(),
    release: integer("release").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.consumer, t.program, t.channel] })],
);

/** The head of the hash chain. Locked by every append, so that there is one chain without forks. */
export const auditHead = pgTable(
  "audit_head",
  { id: integer("id").primaryKey(), size: whole("size").notNull(), hash: text("hash").notNull() },
  () => [check("audit_head_one_row", sql.raw(`"id" = 1`))],
);

/** Append-only hash chain of what was done; written in the transaction of the change it records. */
export const audit = pgTable(
  "audit",
  {
    seq: whole("seq").primaryKey(),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    payloadHash: text("payload_hash").notNull(),
    prevHash: text("prev_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    index("audit_subject").on(t.subject),
    unique("audit_linear").on(t.prevHash),
    check("audit_hash", isSha256("hash")),
  ],
);

/** What an audit row was about. May be erased (never changed): the chain holds only a salted hash of it. */
export const auditPayloads = pgTable("audit_payloads", {
  seq: whole("seq")
    .primaryKey()
    .references(() => audit.seq),
  salt: text("salt").notNull(),
  payload: text("payload").notNull(),
});
