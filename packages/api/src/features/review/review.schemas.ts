// Requests about review; every answer is the draft as it then stands.
import { z } from "zod";
import { keySchema, noteSchema, sha256Schema } from "../../shapes.ts";
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
