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

/** The secret is shown here and never again. */
export const webhookSecretSchema = z.strictObject({ id: z.string(), secret: z.string() });
export type WebhookSecret = z.infer<typeof webhookSecretSchema>;
