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
  /** The last time it was brought to another release. */
  updated: z
    .strictObject({
      by: personRefSchema,
      at: instantSchema,
      from: releaseNumberSchema.nullable(),
      to: releaseNumberSchema,
    })
    .nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

/** Without a name the draft is called after whoever starts it. */
export const startDraftSchema = z.strictObject({
  program: programIdSchema,
  name: draftNameSchema.optional(),
});
export type StartDraft = z.infer<typeof startDraftSchema>;
export const draftIdSchema = z.strictObject({ id: keySchema });

/** Where in a draft somebody is: a screen, or a thing on it (`criterion/C1`). */
export const placeSchema = z.string().regex(/^[a-z-]{0,40}(\/[A-Za-z0-9_.-]{1,80})?$/);
export const hereSchema = z.strictObject({ id: keySchema, place: placeSchema });
/** Who else has the draft on screen just now, by name. */
export const othersHereSchema = z.array(
  z.strictObject({ id: z.string(), name: z.string(), place: placeSchema }),
);
export type OthersHere = z.infer<typeof othersHereSchema>;
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

const bothLanguages = z.strictObject({ fr: z.string(), en: z.string() });
const conflictWordsSchema = z.strictObject({
  title: z.string(),
  /** Absent where the thing is not on that side. */
  base: z.string().optional(),
  mine: z.string().optional(),
  theirs: z.string().optional(),
});

/** Something that the draft (`mine`) and the release (`theirs`) both changed, differently. */
export const mergeConflictSchema = z.strictObject({
  /** The name to settle it by. */
  key: z.string(),
  kind: z.enum(["value", "removed", "order"]),
  at: z.array(z.string()),
  words: z.strictObject({ fr: conflictWordsSchema, en: conflictWordsSchema }),
});
export type MergeConflict = z.infer<typeof mergeConflictSchema>;

/** What the release in force would bring into a draft; `release` is null when the draft starts from it already. */
export const incomingSchema = z.strictObject({
  revision: z.int().min(0),
  base: z.strictObject({ number: releaseNumberSchema, sha256: sha256Schema }).nullable(),
  release: z
    .strictObject({
      number: releaseNumberSchema,
      /** What changed since the draft's base, a sentence each. */
      changes: z.array(bothLanguages),
      conflicts: z.array(mergeConflictSchema),
      /** Things of the draft that get another id, because the release added others under theirs. */
      renamed: z.array(
        z.strictObject({
          list: z.enum(["criteria", "profiles", "hazards"]),
          from: z.string(),
          to: z.string(),
        }),
      ),
      /** Why the two cannot stand together as they are; empty when they can. */
      problems: z.array(bothLanguages),
    })
    .nullable(),
});
export type Incoming = z.infer<typeof incomingSchema>;

export const updateDraftSchema = z.strictObject({
  id: keySchema,
  expectedRevision: z.int().min(0),
  /** The number of the release in force, as it was seen. */
  release: releaseNumberSchema,
  /** Which side each conflict is settled for, by its name. */
  choices: z.record(z.string().max(1000), z.enum(["mine", "theirs"])),
});
export type UpdateDraft = z.infer<typeof updateDraftSchema>;
