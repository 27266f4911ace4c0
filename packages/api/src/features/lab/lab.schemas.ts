// Requests and responses about the proof lab of a draft or a release: its jobs, the sign-off ledger, the hazard file
// and the verdict history of a profile.
import {
  dateSchema,
  differenceReportSchema,
  findingsReportSchema,
  hazardsSchema,
  idSchema,
  mergeReportSchema,
  mutationReportSchema,
  proofReportSchema,
  provenances,
  things,
  type Difference,
} from "@jumelage/engine";
import { z } from "zod";
import {
  instantSchema,
  keySchema,
  noteSchema,
  personRefSchema,
  programIdSchema,
  releaseNumberSchema,
  sha256Schema,
} from "../../shapes.ts";

/** What is looked at: a draft as it stands, or a release. */
export const targetSchema = z.union([
  z.strictObject({ draft: keySchema }),
  z.strictObject({ program: programIdSchema, release: releaseNumberSchema }),
]);
export type Target = z.infer<typeof targetSchema>;

/** `merge`: whom the last update of a draft gives an answer that neither the draft nor the release gave. */
export const jobKinds = ["proofs", "findings", "mutation", "difference", "merge"] as const;
export const jobKindSchema = z.enum(jobKinds);
export type JobKind = z.infer<typeof jobKindSchema>;

/** Why a job cannot be started: the draft is not complete yet, there is nothing to compare it with, it was never updated. */
export const jobObstacles = ["incomplete", "no-base", "no-update"] as const;
export const jobObstacleSchema = z.enum(jobObstacles);
export type JobObstacle = z.infer<typeof jobObstacleSchema>;

const jobSchemaOf = <K extends JobKind, R extends z.ZodType>(kind: K, report: R) =>
  z.strictObject({
    kind: z.literal(kind),
    /** `none` after a restart too: there is never half a result. */
    state: z.enum(["none", "running", "done", "failed", "cancelled"]),
    /** SHA-256 of what the job looks at: the same content never runs twice. */
    hash: sha256Schema,
    /** Present when it cannot be started. */
    obstacle: jobObstacleSchema.optional(),
    /** `current` is the id of what is being looked at, or `waiting` while other jobs run. */
    progress: z
      .strictObject({ done: z.number().min(0), total: z.number().min(0), current: z.string() })
      .optional(),
    startedAt: instantSchema.optional(),
    finishedAt: instantSchema.optional(),
    report: report.optional(),
  });

export const jobSchema = z.discriminatedUnion("kind", [
  jobSchemaOf("proofs", proofReportSchema),
  jobSchemaOf("findings", findingsReportSchema),
  jobSchemaOf("mutation", mutationReportSchema),
  jobSchemaOf("difference", differenceReportSchema),
  jobSchemaOf("merge", mergeReportSchema),
]);
export type Job = z.infer<typeof jobSchema>;
export type JobProgress = NonNullable<Job["progress"]>;

export const jobRequestSchema = z.strictObject({ target: targetSchema, kind: jobKindSchema });
export const targetRequestSchema = z.strictObject({ target: targetSchema });

export const entryKinds = ["criterion", "parameter", "source", "sentence"] as const;
export const entryKindSchema = z.enum(entryKinds);
export type EntryKind = z.infer<typeof entryKindSchema>;

/** One thing somebody must have read and confirmed: `id` is that of the criterion, parameter, source or property. */
export const ledgerEntrySchema = z.strictObject({
  kind: entryKindSchema,
  id: idSchema,
  /** SHA-256 of what is confirmed; an edit changes it. */
  hash: sha256Schema,
  confirmed: z.strictObject({ by: personRefSchema, at: instantSchema, note: noteSchema }).nullable(),
  /** Was confirmed once, with another content. */
  reopened: z.boolean(),
  /** Whoever wrote it as it stands: they cannot confirm it. */
  authors: z.array(personRefSchema),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
export const ledgerSchema = z.strictObject({ entries: z.array(ledgerEntrySchema) });
export type Ledger = z.infer<typeof ledgerSchema>;

export const confirmSchema = z.strictObject({
  target: targetSchema,
  kind: entryKindSchema,
  id: idSchema,
  /** The content that was read. */
  hash: sha256Schema,
  note: noteSchema,
});
export type Confirm = z.infer<typeof confirmSchema>;

export const hazardFileSchema = z.strictObject({
  hazards: hazardsSchema,
  /** What breaks the chain from hazard to control to test, in either direction. */
  uncovered: z.strictObject({
    /** Properties that no hazard names. */
    properties: z.array(idSchema),
    /** Criteria of `stop` outcomes that no hazard names. */
    criteria: z.array(idSchema),
    /** Hazards without a control or without a profile that still exists. */
    hazards: z.array(idSchema),
  }),
});
export type HazardFile = z.infer<typeof hazardFileSchema>;

export const historyRequestSchema = z.strictObject({ program: programIdSchema, profile: idSchema });

/** One edit between two releases, as `diffRuleSets` tells it. */
export const changeSchema = z.strictObject({
  kind: z.enum(["added", "removed", "changed"]),
  what: z.enum(things),
  id: z.string(),
  of: z.string().optional(),
  parts: z.array(z.string()),
  affects: z.array(z.string()),
});

/** What one release answers for the profile as it was saved with that release. Newest first. */
export const verdictSchema = z.strictObject({
  number: releaseNumberSchema,
  createdAt: instantSchema,
  evaluatedOn: dateSchema.optional(),
  /** Whether it gets what that release expects of it. */
  ok: z.boolean(),
  differences: z.array(z.custom<Difference>((value) => typeof value === "object" && value !== null)),
  provenance: z.enum(provenances),
  /** The state or suggestions of every decision. */
  answers: z.array(z.strictObject({ decision: idSchema, answer: z.array(z.string()) })),
  /** Whether the answers differ from those of the release before that has the profile. */
  changed: z.boolean(),
  /** Whether the profile's own facts or expectation were edited since that release. */
  edited: z.strictObject({ facts: z.boolean(), expected: z.boolean() }),
  /** The edits that changed the answer; empty while it is the same. */
  changes: z.array(changeSchema),
});
export type Verdict = z.infer<typeof verdictSchema>;
export const historySchema = z.array(verdictSchema);
