// The console's doors to signing in and out.
import { okSchema } from "../../shapes.ts";
import { input, openProcedure, router } from "../../trpc.ts";
import { getSession, signIn, signOut } from "./session.ts";
import { sessionSchema, signInSchema } from "./session.schemas.ts";

export const sessionRouter = router({
  get: openProcedure.output(sessionSchema).query(({ ctx }) => getSession(ctx.token.sent, ctx.deps)),

  signIn: openProcedure
    .input(input(signInSchema))
    .output(sessionSchema)
    .mutation(async ({ ctx, input: { personId } }) => {
      const signed = await signIn({ personId, token: ctx.token.sent }, ctx.deps);
      ctx.token.set(signed.token, signed.maxAgeSeconds);
      return signed.session;
    }),

  signOut: openProcedure.output(okSchema).mutation(async ({ ctx }) => {
    await signOut(ctx.token.sent, ctx.deps);
    ctx.token.clear();
    return { ok: true } as const;
  }),
});
