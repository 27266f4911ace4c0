// Requests and responses about gates and publishing.
import { dateSchema } from "@jumelage/engine";
import { z } from "zod";
import { channelNameSchema } from "../channels/channels.schemas.ts";
import { jobKindSchema } from "../lab/lab.schemas.ts";
import {
  instantSchema,
  keySchema,
  noteSchema,
  personRefSchema,
  releaseNumberSchema,
  sha256Schema,
} from "../../shapes.ts";

/** In the order people see them. */
export const gateIds = [
  "base",
  "diagnostics",
  "profiles",
  "evaluators",
  "properties",
  "differences",
  "mutants",
  "boundaries",
  "sign-off",
  "hazards",
  "sources",
  "sentences",
  "consumers",
  "approval",
] as const;
export const gateIdSchema = z.enum(gateIds);
export type GateId = (typeof gateIds)[number];

/** One thing a gate found, worded late by `engine/words`: what, with what, and where it is mended. */
export const gateFindingSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  at: z.array(z.union([z.string(), z.number()])).optional(),
  profile: z.string().optional(),
  criterion: z.string().optional(),
});
export type GateFinding = z.infer<typeof gateFindingSchema>;

/** An exception that a reviewer answers for. It counts for one content of the draft, up to and including `until`. */
export const waiverSchema = z.strictObject({
  gate: gateIdSchema,
  by: personRefSchema,
  at: instantSchema,
  reason: noteSchema,
  until: dateSchema,
  /** Of the gate of apps: those it names, and it covers no other. */
  apps: z.array(z.string()).optional(),
  /** Whether it is for the content as it stands and its end date has not passed. */
  current: z.boolean(),
});
export type Waiver = z.infer<typeof waiverSchema>;

export const gateStatuses = ["passed", "failed", "waived", "running", "not-run"] as const;
export const gateStatusSchema = z.enum(gateStatuses);
export type GateStatus = z.infer<typeof gateStatusSchema>;

export const gateSchema = z.strictObject({
  id: gateIdSchema,
  /** `running` and `not-run`: it waits for a job of the lab. */
  status: gateStatusSchema,
  /** How many things the gate looked at (criteria, profiles, approvals needed). */
  count: z.int().min(0),
  findings: z.array(gateFindingSchema),
  /** Whether a reviewer may waive it as it stands. */
  waivable: z.boolean(),
  /** What was reached and what is asked for, between 0 and 1, where the gate has a floor. */
  score: z.number().min(0).max(1).optional(),
  floor: z.number().min(0).max(1).optional(),
  /** The newest waiver of this gate, also one that no longer counts. */
  waiver: waiverSchema.optional(),
  /** The jobs of the lab this gate waits for. */
  jobs: z.array(jobKindSchema).optional(),
});
export type Gate = z.infer<typeof gateSchema>;

export const gatesSchema = z.strictObject({
  hash: sha256Schema,
  gates: z.array(gateSchema),
  ready: z.boolean(),
});
export type Gates = z.infer<typeof gatesSchema>;

export const draftGatesSchema = z.strictObject({ id: keySchema });

export const waiveSchema = z.strictObject({
  id: keySchema,
  gate: gateIdSchema,
  reason: noteSchema.refine((s) => s.trim() !== "", { message: "empty-text" }),
  /** The last day on which it counts, in the program's time zone. */
  until: dateSchema,
  /** Of the gate of apps: those that were seen to lack something; without, those that do now. */
  apps: z.array(keySchema).max(1000).optional(),
});
export type Waive = z.infer<typeof waiveSchema>;
export const unwaiveSchema = z.strictObject({ id: keySchema, gate: gateIdSchema });

export const publishSchema = z.strictObject({
  id: keySchema,
  hash: sha256Schema,
  /** Chosen by the caller once for one intention to publish: the same key never publishes twice. */
  idempotencyKey: z.string().min(8).max(128),
  channel: channelNameSchema,
  message: noteSchema,
  /** The day by which the release is due to be looked at again; as the program has it when absent. */
  reviewBy: dateSchema.optional(),
});
export type Publish = z.infer<typeof publishSchema>;

export const publishedSchema = z.strictObject({
  number: releaseNumberSchema,
  sha256: sha256Schema,
  sequence: z.int().min(1),
});
export type Published = z.infer<typeof publishedSchema>;
