// The console's door to what waits for whoever is signed in.
import { router, signedInProcedure } from "../../trpc.ts";
import { inboxOf } from "./inbox.ts";
import { inboxSchema } from "./inbox.schemas.ts";

export const inboxRouter = router({
  list: signedInProcedure.output(inboxSchema).query(({ ctx }) => inboxOf(ctx.person, ctx.deps)),
});
