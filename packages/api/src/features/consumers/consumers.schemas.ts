// Requests and responses about downstream apps and their keys.
import { z } from "zod";
import { instantSchema, keySchema, programIdSchema } from "../../shapes.ts";

/** An app that polls is heard of every few minutes; a day without a word is no accident of a night. */
export const silentAfterHours = 24;

export const consumerKindSchema = z.enum(["secret", "publishable"]);
const nameSchema = z.string().trim().min(1).max(200);
const programsSchema = z.array(programIdSchema).max(1000);

/** A site as browsers name it: scheme, host, and the port where it is not the usual one. */
const originSchema = z.string().max(300).refine(isOrigin, { message: "not-an-origin" });
const originsSchema = z.array(originSchema).max(100);
/** Calls a minute, by kind of call. */
const limitsSchema = z.strictObject({
  read: z.int().min(1).max(100_000_000).optional(),
  evaluate: z.int().min(1).max(100_000_000).optional(),
});

export const listConsumersSchema = z.strictObject({});
export const createConsumerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { message: "not-an-id" }),
  name: nameSchema,
  kind: consumerKindSchema,
  programs: programsSchema,
  origins: originsSchema,
});
export type CreateConsumer = z.infer<typeof createConsumerSchema>;

export const updateConsumerSchema = z.strictObject({
  id: keySchema,
  name: nameSchema.optional(),
  programs: programsSchema.optional(),
  origins: originsSchema.optional(),
  /** Null: the default. */
  limits: limitsSchema.nullable().optional(),
});
export type UpdateConsumer = z.infer<typeof updateConsumerSchema>;

/** For how long the key that is replaced still counts; 0: not at all. */
export const rotateConsumerKeySchema = z.strictObject({
  id: keySchema,
  overlapHours: z.number().min(0).max(720),
});
export type RotateConsumerKey = z.infer<typeof rotateConsumerKeySchema>;
export const revokeConsumerSchema = z.strictObject({ id: keySchema });
export type RevokeConsumer = z.infer<typeof revokeConsumerSchema>;

export const consumerSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: consumerKindSchema,
  keyPrefix: z.string(),
  formerKeyUntil: instantSchema.nullable(),
  programs: z.array(z.string()),
  origins: z.array(z.string()),
  limits: limitsSchema.nullable(),
  createdAt: instantSchema,
  lastSeenAt: instantSchema.nullable(),
  revokedAt: instantSchema.nullable(),
});
export type ConsumerItem = z.infer<typeof consumerSchema>;
export const consumersSchema = z.array(consumerSchema);
/** A consumer with its key, which is shown this once. */
export const consumerWithKeySchema = z.strictObject({ consumer: consumerSchema, key: z.string() });
export type ConsumerWithKey = z.infer<typeof consumerWithKeySchema>;

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
