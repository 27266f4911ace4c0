// The console's doors to signing in and out.
import { input, openProcedure, router } from "../../trpc.ts";
import { okSchema } from "../../shapes.ts";
import { notBuilt } from "../../todo.ts";
import { sessionSchema, signInSchema } from "./session.schemas.ts";

export const sessionRouter = router({
  get: openProcedure.output(sessionSchema).query(() => notBuilt()),
  signIn: openProcedure
    .input(input(signInSchema))
    .output(sessionSchema)
    .mutation(() => notBuilt()),
  signOut: openProcedure.output(okSchema).mutation(() => notBuilt()),
});
