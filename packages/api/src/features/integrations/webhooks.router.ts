// The console's doors to webhooks.
import { installationProcedure, router } from "../../trpc.ts";
import { createWebhook, listWebhooks, removeWebhook, renewWebhookSecret } from "./webhooks.ts";
import {
  createWebhookSchema,
  listWebhooksSchema,
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

  remove: installationProcedure("integration.manage", webhookIdSchema)
    .output(webhooksSchema)
    .mutation(({ ctx, input }) => removeWebhook(input, ctx.person, ctx.deps)),
});
