// Requests and responses about webhooks.
import { z } from "zod";
import { instantSchema, keySchema } from "../../shapes.ts";

export const listWebhooksSchema = z.strictObject({});
export const createWebhookSchema = z.strictObject({
  /** The consumer whose programs it is about. */
  consumer: keySchema,
  url: z.string().min(1).max(2048),
});
export type CreateWebhook = z.infer<typeof createWebhookSchema>;
export const webhookIdSchema = z.strictObject({ id: z.uuid() });
export type WebhookId = z.infer<typeof webhookIdSchema>;

export const webhookSchema = z.strictObject({
  id: z.string(),
  consumer: z.string(),
  url: z.string(),
  createdAt: instantSchema,
  /** Since when nothing is sent to it; null while it is told of changes. */
  pausedAt: instantSchema.nullable(),
  /** Its newest delivery; `outcome` is a status, or why there was none. */
  last: z
    .strictObject({
      state: z.enum(["pending", "delivered", "failed"]),
      attempts: z.int(),
      outcome: z.string().nullable(),
      at: instantSchema,
    })
    .nullable(),
});
export type Webhook = z.infer<typeof webhookSchema>;
export const webhooksSchema = z.array(webhookSchema);

/** One message, as it stands: what was answered is not kept, its status is. */
export const deliverySchema = z.strictObject({
  id: z.string(),
  /** What it says, and all that it says. */
  kind: z.literal("release.available"),
  state: z.enum(["pending", "delivered", "failed"]),
  attempts: z.int(),
  outcome: z.string().nullable(),
  createdAt: instantSchema,
  next: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;
export const deliveriesSchema = z.array(deliverySchema);
export const resendSchema = z.strictObject({ id: z.uuid(), delivery: z.uuid() });
export type Resend = z.infer<typeof resendSchema>;

/** The secret is shown here and never again. */
export const webhookSecretSchema = z.strictObject({ id: z.string(), secret: z.string() });
export type WebhookSecret = z.infer<typeof webhookSecretSchema>;
