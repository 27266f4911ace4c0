// The tables of the proof lab and of what people answer for: confirmations, edits, waivers, where expectations come
// from, to whom criteria were handed, and the remembered reports of the lab.
import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant, isSha256, oneOf, whole } from "./columns.ts";
import { drafts, people, programs } from "./schema.ts";

export const thingKinds = ["criterion", "parameter", "source", "sentence"] as const;
export type ThingKind = (typeof thingKinds)[number];

/** Append-only: who confirmed what they read, at the hash of its content. `person` may be `system` (the seed). */
export const confirmations = pgTable(
  "confirmations",
  {
    id: whole("id").primaryKey().generatedAlwaysAsIdentity(),
    program: text("program")
      .notNull()
      .references(() => programs.id),
    kind: text("kind").$type<ThingKind>().notNull(),
    thing: text("thing").notNull(),
    hash: text("hash").notNull(),
    person: text("person").notNull(),
    note: text("note").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    unique("confirmations_once").on(t.program, t.kind, t.thing, t.hash, t.person),
    check("confirmations_kind", oneOf("kind", thingKinds)),
    check("confirmations_hash", isSha256("hash")),
  ],
);

/** Append-only: who brought a thing to the content with this hash. They may not confirm it, nor be blind to it. */
export const edits = pgTable(
  "edits",
  {
    id: whole("id").primaryKey().generatedAlwaysAsIdentity(),
    program: text("program")
      .notNull()
      .references(() => programs.id),
    draft: uuid("draft")
      .notNull()
      .references(() => drafts.id),
    kind: text("kind").$type<ThingKind>().notNull(),
    thing: text("thing").notNull(),
    hash: text("hash").notNull(),
    person: text("person")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [
    unique("edits_once").on(t.draft, t.kind, t.thing, t.hash, t.person),
    index("edits_program").on(t.program),
    check("edits_kind", oneOf("kind", thingKinds)),
    check("edits_hash", isSha256("hash")),
  ],
);

/** Append-only: waivers given and taken back; the newest row of a gate counts, for the content with its hash only. */
export const waivers = pgTable(
  "waivers",
  {
    id: whole("id").primaryKey().generatedAlwaysAsIdentity(),
    draft: uuid("draft")
      .notNull()
      .references(() => drafts.id),
    gate: text("gate").notNull(),
    given: boolean("given").notNull(),
    hash: text("hash").notNull(),
    person: text("person")
      .notNull()
      .references(() => people.id),
    reason: text("reason").notNull(),
    /** The last day on which it counts. */
    until: text("until").notNull(),
    /** Where a waiver is for some apps and no other: their ids. */
    apps: text("apps").array(),
    at: instant("at").notNull(),
  },
  (t) => [
    index("waivers_draft").on(t.draft),
    check("waivers_hash", isSha256("hash")),
    check("waivers_reason", sql.raw(`not "given" or "reason" <> ''`)),
    check("waivers_until", sql.raw(`not "given" or "until" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`)),
  ],
);

export const provenances = ["blind", "accepted-output", "from-source"] as const;
export type Provenance = (typeof provenances)[number];

/** Append-only: how the expectation of a profile with this content (facts, date, expectation) came to be. */
export const expectationOrigins = pgTable(
  "expectation_origins",
  {
    id: whole("id").primaryKey().generatedAlwaysAsIdentity(),
    program: text("program")
      .notNull()
      .references(() => programs.id),
    draft: uuid("draft")
      .notNull()
      .references(() => drafts.id),
    profile: text("profile").notNull(),
    hash: text("hash").notNull(),
    provenance: text("provenance").$type<Provenance>().notNull(),
    /** The statement that says so: of one read from it, or given as its reason by somebody blind to the criteria. */
    statement: text("statement"),
    person: text("person")
      .notNull()
      .references(() => people.id),
    at: instant("at").notNull(),
  },
  (t) => [
    index("expectation_origins_profile").on(t.program, t.profile),
    check("expectation_origins_provenance", oneOf("provenance", provenances)),
    check("expectation_origins_hash", isSha256("hash")),
    check(
      "expectation_origins_statement",
      sql.raw(`"statement" is null or "provenance" <> 'accepted-output'`),
    ),
  ],
);

/** Append-only: to whom the criteria of a decision were handed, as they then stood. Whoever has them is not blind. */
export const handedOut = pgTable(
  "handed_out",
  {
    program: text("program")
      .notNull()
      .references(() => programs.id),
    person: text("person")
      .notNull()
      .references(() => people.id),
    decision: text("decision").notNull(),
    hash: text("hash").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.program, t.person, t.decision, t.hash] }),
    check("handed_out_hash", isSha256("hash")),
  ],
);

/** Reports of the lab by the hash of what they are about: a memory that may be emptied at any time. */
export const labResults = pgTable(
  "lab_results",
  {
    kind: text("kind").notNull(),
    hash: text("hash").notNull(),
    report: jsonb("report").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.hash] }), check("lab_results_hash", isSha256("hash"))],
);
