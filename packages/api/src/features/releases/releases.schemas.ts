// Requests and responses about published versions.
import { dateSchema, proofStatuses } from "@jumelage/engine";
import { z } from "zod";
import { approvalMeaningSchema } from "../drafts/drafts.schemas.ts";
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

/** What a release says of itself beside its documents: who stands for it, what was let through, what was proved. */
export const releaseEvidenceSchema = z.strictObject({
  /** The release it was made from; null for a first one. */
  changedFrom: releaseNumberSchema.nullable(),
  /** With the names people had when they signed. */
  approvals: z.array(z.strictObject({ name: z.string(), at: instantSchema, meaning: approvalMeaningSchema })),
  waivers: z.array(
    z.strictObject({ gate: z.string(), name: z.string().nullable(), reason: noteSchema.nullable() }),
  ),
  proofs: z.strictObject({
    properties: z.array(z.strictObject({ id: z.string(), status: z.enum(proofStatuses) })),
    /** Of what every rule set is asked. */
    standard: z.strictObject({ proved: z.int().min(0), all: z.int().min(0) }),
  }),
});
export type ReleaseEvidence = z.infer<typeof releaseEvidenceSchema>;

export const listReleasesSchema = z.strictObject({ program: programIdSchema });
export const getReleaseSchema = z.strictObject({ program: programIdSchema, number: releaseNumberSchema });
