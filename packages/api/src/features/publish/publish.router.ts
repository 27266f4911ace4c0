// The console's doors to gates and publishing.
import { input, procedureFor, router } from "../../trpc.ts";
import { notBuilt } from "../../todo.ts";
import { draftGatesSchema, gatesSchema, publishedSchema, publishSchema } from "./publish.schemas.ts";

export const publishRouter = router({
  gates: procedureFor("publish.gates")
    .input(input(draftGatesSchema))
    .output(gatesSchema)
    .query(() => notBuilt()),
  publish: procedureFor("publish.publish")
    .input(input(publishSchema))
    .output(publishedSchema)
    .mutation(() => notBuilt()),
});
