// The console's doors to gates and publishing.
import { procedureFor, router } from "../../trpc.ts";
import { gatesOf, publish } from "./publish.ts";
import {
  draftGatesSchema,
  gatesSchema,
  publishedSchema,
  publishSchema,
  unwaiveSchema,
  waiveSchema,
} from "./publish.schemas.ts";
import { unwaive, waive } from "./waivers.ts";

export const publishRouter = router({
  gates: procedureFor("publish.gates", draftGatesSchema)
    .output(gatesSchema)
    .query(({ ctx, input }) => gatesOf(input.id, ctx.deps)),

  waive: procedureFor("publish.waive", waiveSchema)
    .output(gatesSchema)
    .mutation(({ ctx, input }) => waive(input, ctx.person.id, ctx.deps)),

  unwaive: procedureFor("publish.waive", unwaiveSchema)
    .output(gatesSchema)
    .mutation(({ ctx, input }) => unwaive(input, ctx.person.id, ctx.deps)),

  publish: procedureFor("publish.publish", publishSchema)
    .output(publishedSchema)
    .mutation(({ ctx, input }) => publish(input, ctx.person.id, ctx.deps)),
});
