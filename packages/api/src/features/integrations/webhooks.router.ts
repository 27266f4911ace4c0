// The console's doors to webhooks.
import { installationProcedure, router } from "../../trpc.ts";
import {
  createWebhook,
  deliveriesOf,
  listWebhooks,
  pauseWebhook,
  removeWebhook,
  renewWebhookSecret,
  resendDelivery,
  resumeWebhook,
} from "./webhooks.ts";
import {
  createWebhookSchema,
  deliveriesSchema,
  listWebhooksSchema,
  resendSchema,
  webhookIdSchema,
  webhooksSchema,
  webhookSecretSchema,
} from "./webhooks.schemas.ts";

export const webhooksRouter = router({
  list: installationProcedure("integration.manage", listWebhooksSchema)
    .output(webhooksSchema)
    .query(({ ctx }) => listWebhooks(ctx.deps)),

  create: installationProcedure("integration.manage", createWebhookSchema)
    .output(webhookSecretSchema)
    .mutation(({ ctx, input }) => createWebhook(input, ctx.person, ctx.deps)),

  renewSecret: installationProcedure("integration.manage", webhookIdSchema)
    .output(webhookSecretSchema)
    .mutation(({ ctx, input }) => renewWebhookSecret(input, ctx.person, ctx.deps)),

  pause: installationProcedure("integration.manage", webhookIdSchema)
    .output(webhooksSchema)
    .mutation(({ ctx, input }) => pauseWebhook(input, ctx.person, ctx.deps)),

  resume: installationProcedure("integration.manage", webhookIdSchema)
    .output(webhooksSchema)
    .mutation(({ ctx, input }) => resumeWebhook(input, ctx.person, ctx.deps)),

  deliveries: installationProcedure("integration.manage", webhookIdSchema)
    .output(deliveriesSchema)
    .query(({ ctx, input }) => deliveriesOf(input, ctx.deps)),

  resend: installationProcedure("integration.manage", resendSchema)
    .output(deliveriesSchema)
    .mutation(({ ctx, input }) => resendDelivery(input, ctx.person, ctx.deps)),

  remove: installationProcedure("integration.manage", webhookIdSchema)
    .output(webhooksSchema)
    .mutation(({ ctx, input }) => removeWebhook(input, ctx.person, ctx.deps)),
});
