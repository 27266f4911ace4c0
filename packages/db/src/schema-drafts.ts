// What happens around a draft: how it was brought to newer releases, who has seen which of its changes, what people say
// about it.
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
  uuid,
} from "drizzle-orm/pg-core";
import { instant, isSha256, oneOf, whole } from "./columns.ts";
import { drafts, people } from "./schema.ts";

/** Append-only: one row each time a draft was updated. `before` and `after` are its documents, whole. */
export const draftUpdates = pgTable(
  "draft_updates",
  {
    id: whole("id").primaryKey().generatedAlwaysAsIdentity(),
    draft: uuid("draft")
      .notNull()
      .references(() => drafts.id),
    person: text("person")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
    /** The release it was based on, and the one it is based on since; null: on none. */
    fromRelease: integer("from_release"),
    toRelease: integer("to_release").notNull(),
    beforeHash: text("before_hash").notNull(),
    afterHash: text("after_hash").notNull(),
    before: jsonb("before").notNull(),
    after: jsonb("after").notNull(),
    /** Which side each conflict was settled for, by its name. */
    choices: jsonb("choices").$type<Readonly<Record<string, "mine" | "theirs">>>().notNull(),
  },
  (t) => [
    index("draft_updates_draft").on(t.draft),
    check("draft_updates_before", isSha256("before_hash")),
    check("draft_updates_after", isSha256("after_hash")),
    check("draft_updates_to", sql.raw(`"to_release" >= 1`)),
  ],
);

/** Append-only: who has seen which change as it then stood; the newest row of a person, anchor and fingerprint counts. */
export const draftSeen = pgTable(
  "draft_seen",
  {
    id: whole("id").primaryKey().generatedAlwaysAsIdentity(),
    draft: uuid("draft")
      .notNull()
      .references(() => drafts.id),
    person: text("person")
      .notNull()
      .references(() => people.id),
    anchor: text("anchor").notNull(),
    /** SHA-256 of the change, before and after. */
    fingerprint: text("fingerprint").notNull(),
    /** False takes a mark back. */
    seen: boolean("seen").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("draft_seen_draft").on(t.draft), check("draft_seen_fingerprint", isSha256("fingerprint"))],
);

export const commentActs = ["said", "resolved", "reopened"] as const;
export type CommentAct = (typeof commentActs)[number];

/**
 * Append-only: what people say about a draft, or about something in it. A thread is what somebody said and what refers to
 * it: answers, and that it was resolved or reopened, of which the newest counts.
 */
export const draftComments = pgTable(
  "draft_comments",
  {
    id: whole("id").primaryKey().generatedAlwaysAsIdentity(),
    draft: uuid("draft")
      .notNull()
      .references(() => drafts.id),
    /** What a thread is about; empty: the draft as a whole. */
    anchor: text("anchor").notNull(),
    /** The thread, but for what opens one. */
    thread: whole("thread"),
    act: text("act").$type<CommentAct>().notNull(),
    text: text("text").notNull(),
    person: text("person")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [
    index("draft_comments_draft").on(t.draft),
    foreignKey({ columns: [t.thread], foreignColumns: [t.id] }),
    check("draft_comments_act", oneOf("act", commentActs)),
    check("draft_comments_text", sql.raw(`("act" = 'said') = ("text" <> '')`)),
    check("draft_comments_thread", sql.raw(`"act" = 'said' or "thread" is not null`)),
  ],
);

/** Who has a draft on screen, and where in it: one row a person, written over and over. It says nothing of the past. */
export const draftPresence = pgTable(
  "draft_presence",
  {
    draft: uuid("draft")
      .notNull()
      .references(() => drafts.id, { onDelete: "cascade" }),
    person: text("person")
      .notNull()
      .references(() => people.id),
    /** A screen, or a thing on it: `criterion/C1`. */
    place: text("place").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.draft, t.person] }),
    check("draft_presence_place", sql.raw(`"place" ~ '^[a-z-]{0,40}(/[A-Za-z0-9_.-]{1,80})?$'`)),
  ],
);
