// Requests and responses about published versions.
import { dateSchema } from "@jumelage/engine";
import { z } from "zod";
import {
  hazardsDocument,
  instantSchema,
  noteSchema,
  profilesDocument,
  programIdSchema,
  releaseNumberSchema,
  ruleSetDocument,
  sha256Schema,
} from "../../shapes.ts";

export const releaseSummarySchema = z.strictObject({
  number: releaseNumberSchema,
  /** SHA-256 of the release envelope's bytes. */
  sha256: sha256Schema,
  createdAt: instantSchema,
  publishedBy: z.string(),
  approvedBy: z.array(z.string()),
  note: noteSchema,
  waivers: z.array(z.string()),
  /** The day by which it is due to be looked at again; null where there is none. */
  reviewBy: dateSchema.nullable(),
});
export type ReleaseSummary = z.infer<typeof releaseSummarySchema>;

export const releaseSchema = z.strictObject({
  ...releaseSummarySchema.shape,
  ruleSet: ruleSetDocument,
  profiles: profilesDocument,
  hazards: hazardsDocument,
});
export type Release = z.infer<typeof releaseSchema>;

export const listReleasesSchema = z.strictObject({ program: programIdSchema });
export const getReleaseSchema = z.strictObject({ program: programIdSchema, number: releaseNumberSchema });
