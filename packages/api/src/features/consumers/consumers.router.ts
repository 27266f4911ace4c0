// The console's doors to downstream apps and their keys.
import { installationProcedure, router } from "../../trpc.ts";
import {
  createConsumer,
  listConsumers,
  revokeConsumer,
  rotateConsumerKey,
  updateConsumer,
} from "./consumers.ts";
import {
  consumerSchema,
  consumersSchema,
  consumerWithKeySchema,
  createConsumerSchema,
  listConsumersSchema,
  revokeConsumerSchema,
  rotateConsumerKeySchema,
  updateConsumerSchema,
} from "./consumers.schemas.ts";

export const consumersRouter = router({
  list: installationProcedure("integration.manage", listConsumersSchema)
    .output(consumersSchema)
    .query(({ ctx }) => listConsumers(ctx.deps)),

  create: installationProcedure("integration.manage", createConsumerSchema)
    .output(consumerWithKeySchema)
    .mutation(({ ctx, input }) => createConsumer(input, ctx.person, ctx.deps)),

  update: installationProcedure("integration.manage", updateConsumerSchema)
    .output(consumerSchema)
    .mutation(({ ctx, input }) => updateConsumer(input, ctx.person, ctx.deps)),

  rotateKey: installationProcedure("integration.manage", rotateConsumerKeySchema)
    .output(consumerWithKeySchema)
    .mutation(({ ctx, input }) => rotateConsumerKey(input, ctx.person, ctx.deps)),

  revoke: installationProcedure("integration.manage", revokeConsumerSchema)
    .output(consumerSchema)
    .mutation(({ ctx, input }) => revokeConsumer(input, ctx.person, ctx.deps)),
});
