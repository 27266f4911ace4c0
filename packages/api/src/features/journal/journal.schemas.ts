// Requests and responses about the journal of a program.
import { z } from "zod";
import { instantSchema, personRefSchema, programIdSchema, sha256Schema } from "../../shapes.ts";

/** What a line may be about, as a reader asks for it. */
export const journalTopics = [
  "drafts",
  "review",
  "releases",
  "channels",
  "apps",
  "people",
  "program",
] as const;
export const journalTopicSchema = z.enum(journalTopics);
export type JournalTopic = (typeof journalTopics)[number];

export const journalPageSchema = z.strictObject({
  program: programIdSchema,
  /** Lines before this one only: the `next` of the page before. */
  before: z.int().min(1).optional(),
  about: journalTopicSchema.optional(),
  /** The id of whoever did it. */
  by: z.string().min(1).max(64).optional(),
});
export type JournalPageRequest = z.infer<typeof journalPageSchema>;

export const journalLineSchema = z.strictObject({
  seq: z.int().min(1),
  at: instantSchema,
  by: personRefSchema,
  /** As the chain has it, e.g. `draft.save`. */
  action: z.string(),
  /** What it was done to: a kind and a name, e.g. `draft` and its id. */
  subject: z.strictObject({ kind: z.string(), id: z.string(), name: z.string() }),
  /** What was recorded with it; null once erased. */
  details: z.record(z.string(), z.unknown()).nullable(),
  hash: sha256Schema,
});
export type JournalLine = z.infer<typeof journalLineSchema>;

export const journalSchema = z.strictObject({
  lines: z.array(journalLineSchema),
  /** Where the next page begins; null at the end. */
  next: z.int().min(1).nullable(),
  /** Everybody who did something in the program, for a choice among them. */
  people: z.array(personRefSchema),
});
export type Journal = z.infer<typeof journalSchema>;

export const journalStandingSchema = z.strictObject({ program: programIdSchema });
/** Where the chain stands, and what of it has been taken out of the building. */
export const journalStateSchema = z.strictObject({
  size: z.int().min(0),
  head: sha256Schema,
  /** What the newest signed pointer of the program carries; null before the first. */
  witness: z
    .strictObject({ size: z.int().min(0), head: sha256Schema, channel: z.string(), at: instantSchema })
    .nullable(),
});
export type JournalState = z.infer<typeof journalStateSchema>;

/** The whole chain walked, and held against the witness. */
export const journalVerdictSchema = z.strictObject({
  ok: z.boolean(),
  /** How many lines hold; of a broken chain, the first that does not. */
  seq: z.int().min(0),
  reason: z.enum(["gap", "previous", "hash", "payload", "head", "checkpoint"]).nullable(),
  at: instantSchema,
  witness: journalStateSchema.shape.witness,
});
export type JournalVerdict = z.infer<typeof journalVerdictSchema>;
