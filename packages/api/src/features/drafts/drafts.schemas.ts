// Requests and responses about drafts: the editable copies of a program's rule set and profiles.
import { expectedSchema, provenances } from "@jumelage/engine";
import { z } from "zod";
import {
  draftRuleSetDocument,
  hazardsDocument,
  instantSchema,
  keySchema,
  noteSchema,
  personRefSchema,
  profilesDocument,
  programIdSchema,
  releaseNumberSchema,
  sha256Schema,
} from "../../shapes.ts";

export const draftStatuses = ["editing", "in-review", "approved", "published", "discarded"] as const;
export const draftStatusSchema = z.enum(draftStatuses);
export type DraftStatus = z.infer<typeof draftStatusSchema>;

/** What a person means by approving: shown beside every approval. */
export const approvalMeanings = ["clinical-approval", "review", "responsibility"] as const;
export const approvalMeaningSchema = z.enum(approvalMeanings);
export type ApprovalMeaning = z.infer<typeof approvalMeaningSchema>;

export const approvalSchema = z.strictObject({
  by: personRefSchema,
  at: instantSchema,
  hash: sha256Schema,
  meaning: approvalMeaningSchema,
  /** Whether it is for the content as it stands now. */
  current: z.boolean(),
});
export type Approval = z.infer<typeof approvalSchema>;

export const expectationChangeSchema = z.strictObject({
  profile: z.string(),
  before: expectedSchema,
  after: expectedSchema,
  reason: noteSchema,
  by: personRefSchema,
  at: instantSchema,
});
export type ExpectationChange = z.infer<typeof expectationChangeSchema>;

/** What its authors call a draft: one line; no two open drafts of a program are called the same. */
export const draftNameSchema = z
  .string()
  .max(80)
  .transform((name) => name.trim())
  .refine((name) => name !== "" && !/[\r\n]/.test(name), { message: "empty-text" });

/** A draft as lists show it. */
export const draftSummarySchema = z.strictObject({
  id: keySchema,
  name: z.string(),
  status: draftStatusSchema,
  /** The release it is based on; null for a program that had none. */
  base: z.strictObject({ number: releaseNumberSchema, sha256: sha256Schema }).nullable(),
  createdBy: personRefSchema,
  updatedAt: instantSchema,
  updatedBy: personRefSchema,
});
export type DraftSummary = z.infer<typeof draftSummarySchema>;

export const draftSchema = z.strictObject({
  ...draftSummarySchema.shape,
  program: programIdSchema,
  /** Grows with every save; a save names the one it was made from. */
  revision: z.int().min(0),
  /** SHA-256 of base, rule set, profiles and hazards: what an approval is for. */
  hash: sha256Schema,
  ruleSet: draftRuleSetDocument,
  profiles: profilesDocument,
  hazards: hazardsDocument,
  authors: z.array(personRefSchema),
  createdAt: instantSchema,
  note: noteSchema,
  approvals: z.array(approvalSchema),
  expectationChanges: z.array(expectationChangeSchema),
});
export type Draft = z.infer<typeof draftSchema>;

/** Without a name the draft is called after whoever starts it. */
export const startDraftSchema = z.strictObject({
  program: programIdSchema,
  name: draftNameSchema.optional(),
});
export type StartDraft = z.infer<typeof startDraftSchema>;
export const draftIdSchema = z.strictObject({ id: keySchema });
export const renameDraftSchema = z.strictObject({ id: keySchema, name: draftNameSchema });

export const saveDraftSchema = z.strictObject({
  id: keySchema,
  expectedRevision: z.int().min(0),
  ruleSet: draftRuleSetDocument.optional(),
  profiles: profilesDocument.optional(),
  hazards: hazardsDocument.optional(),
  /** The statement that is the reason of an expectation, by profile id: recorded as `from-source`. Null takes it back. */
  fromSource: z.record(z.string(), z.string().nullable()).optional(),
  /** Why an expectation changed, by profile id. */
  reasons: z.record(z.string(), noteSchema).optional(),
});
export type SaveDraft = z.infer<typeof saveDraftSchema>;

export const savedDraftSchema = z.strictObject({
  revision: z.int().min(0),
  hash: sha256Schema,
  updatedAt: instantSchema,
  status: draftStatusSchema,
  /** Where expectations come from, by profile id, for those of which the caller said otherwise. */
  provenance: z.record(z.string(), z.enum(provenances)),
});
export type SavedDraft = z.infer<typeof savedDraftSchema>;
