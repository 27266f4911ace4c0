// What is to happen to a channel at a later time, and what came of it.
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns.ts";
import { drafts, people, programs } from "./schema.ts";

export const scheduleStates = ["waiting", "done", "failed", "cancelled"] as const;
export type ScheduleState = (typeof scheduleStates)[number];

/** One row for each intention: to publish a draft as it was approved, or to point a channel at a release. */
export const schedules = pgTable(
  "schedules",
  {
    id: uuid("id").primaryKey(),
    program: text("program")
      .notNull()
      .references(() => programs.id),
    channel: text("channel").notNull(),
    draft: uuid("draft").references(() => drafts.id),
    draftHash: text("draft_hash"),
    /** By when the release is due to be looked at again; as the program has it where absent. */
    reviewBy: text("review_by"),
    release: integer("release"),
    /** The apps that lack something of that release and that whoever planned it answers for. */
    answersFor: jsonb("answers_for").$type<readonly string[]>(),
    message: text("message").notNull(),
    due: instant("due").notNull(),
    state: text("state").$type<ScheduleState>().notNull(),
    /** Of a failure, why: a refusal as data. Of what was done, the sequence it gave. */
    outcome: jsonb("outcome").$type<Readonly<Record<string, unknown>>>(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => people.id),
    endedAt: instant("ended_at"),
    endedBy: text("ended_by"),
  },
  (t) => [
    index("schedules_due").on(t.due).where(sql.raw(`"state" = 'waiting'`)),
    index("schedules_program").on(t.program),
    check("schedules_state", oneOf("state", scheduleStates)),
    check(
      "schedules_what",
      sql.raw(`("release" is null) = ("draft" is not null and "draft_hash" is not null)`),
    ),
    check("schedules_ended", sql.raw(`("state" = 'waiting') = ("ended_at" is null)`)),
  ],
);
