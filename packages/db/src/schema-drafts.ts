// How drafts were brought to newer releases: what each was before, and what was made of it.
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, isSha256, whole } from "./columns.ts";
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
