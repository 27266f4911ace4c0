// Requests and responses about gates and publishing.
import { z } from "zod";
import { keySchema, noteSchema, releaseNumberSchema, sha256Schema } from "../../shapes.ts";

export const gateIds = ["diagnostics", "profiles", "evaluators", "approval"] as const;
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

export const gateSchema = z.strictObject({
  id: z.enum(gateIds),
  status: z.enum(["passed", "failed"]),
  /** How many things the gate looked at (criteria, profiles, approvals needed). */
  count: z.int().min(0),
  findings: z.array(gateFindingSchema),
});
export type Gate = z.infer<typeof gateSchema>;

export const gatesSchema = z.strictObject({
  hash: sha256Schema,
  gates: z.array(gateSchema),
  ready: z.boolean(),
});
export type Gates = z.infer<typeof gatesSchema>;

export const draftGatesSchema = z.strictObject({ id: keySchema });

export const publishSchema = z.strictObject({
  id: keySchema,
  hash: sha256Schema,
  /** Chosen by the caller once for one intention to publish: the same key never publishes twice. */
  idempotencyKey: z.string().min(8).max(128),
  channel: z.literal("production"),
  message: noteSchema,
});
export type Publish = z.infer<typeof publishSchema>;

export const publishedSchema = z.strictObject({
  number: releaseNumberSchema,
  sha256: sha256Schema,
  sequence: z.int().min(1),
});
export type Published = z.infer<typeof publishedSchema>;
