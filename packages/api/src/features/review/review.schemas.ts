// Requests about review: its steps, which answer with the draft as it then stands, and what was seen of its changes.
import { z } from "zod";
import { instantSchema, keySchema, noteSchema, personRefSchema, sha256Schema } from "../../shapes.ts";
import { approvalMeaningSchema } from "../drafts/drafts.schemas.ts";

export const requestReviewSchema = z.strictObject({ id: keySchema, hash: sha256Schema, note: noteSchema });
export const returnDraftSchema = z.strictObject({
  id: keySchema,
  reason: noteSchema.refine((s) => s.trim() !== "", { message: "empty-text" }),
});
export const approveDraftSchema = z.strictObject({
  id: keySchema,
  hash: sha256Schema,
  meaning: approvalMeaningSchema,
});

/** What a change is of: the kind of thing, what it belongs to if anything, its id. */
const anchorSchema = z.string().min(1).max(400);
const markedChangeSchema = z.strictObject({
  anchor: anchorSchema,
  /** SHA-256 of the thing before and after: another one when either changes. */
  fingerprint: sha256Schema,
});

export const markSeenSchema = z.strictObject({
  id: keySchema,
  /** As they were listed. */
  changes: z.array(markedChangeSchema).min(1).max(20_000),
  seen: z.boolean(),
});
export type MarkSeen = z.infer<typeof markSeenSchema>;

/** Every change of a draft since the release it starts from, in reading order; none where there was no release. */
export const changesToSeeSchema = z.strictObject({
  /** Of the content in which they were found. */
  hash: sha256Schema,
  changes: z.array(
    z.strictObject({
      ...markedChangeSchema.shape,
      /** Who has marked it as seen as it stands. */
      seenBy: z.array(z.strictObject({ by: personRefSchema, at: instantSchema })),
    }),
  ),
});
export type ChangesToSee = z.infer<typeof changesToSeeSchema>;

/** What a `changes-unseen` refusal tells: what is left to see, in words. */
export interface ChangesUnseen {
  readonly changes: readonly {
    readonly anchor: string;
    readonly words: { readonly fr: string; readonly en: string };
  }[];
}
