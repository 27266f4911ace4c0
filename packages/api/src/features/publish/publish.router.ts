// The console's doors to gates and publishing.
import { procedureFor, router } from "../../trpc.ts";
import { gatesOf, publish } from "./publish.ts";
import { draftGatesSchema, gatesSchema, publishedSchema, publishSchema } from "./publish.schemas.ts";

export const publishRouter = router({
  gates: procedureFor("publish.gates", draftGatesSchema)
    .output(gatesSchema)
    .query(({ ctx, input }) => gatesOf(input.id, ctx.deps)),

  publish: procedureFor("publish.publish", publishSchema)
    .output(publishedSchema)
    .mutation(({ ctx, input }) => publish(input, ctx.person.id, ctx.deps)),
});
