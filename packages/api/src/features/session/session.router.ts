// The console's doors to signing in and out, and to showing once more who one is.
import { okSchema } from "../../shapes.ts";
import { input, openProcedure, router, signedInProcedure, type Context } from "../../trpc.ts";
import { readLink, signInWithPassword, stepUp, stepUpWays, choosePassword } from "./password.ts";
import { getSession, signIn, signOut, type NewSession } from "./session.ts";
import {
  linkSchema,
  readLinkSchema,
  sessionSchema,
  signInSchema,
  signInWithPasswordSchema,
  stepUpSchema,
  stepUpWaysSchema,
  passwordByLinkSchema,
  type Session,
} from "./session.schemas.ts";

/** Hands the token of a new session to the browser; the console gets the rest. */
function handOver(ctx: Context, signed: NewSession): Session {
  ctx.token.set(signed.token, signed.maxAgeSeconds);
  return signed.session;
}

export const sessionRouter = router({
  get: openProcedure.output(sessionSchema).query(({ ctx }) => getSession(ctx.token.sent, ctx.deps)),

  signIn: openProcedure
    .input(input(signInSchema))
    .output(sessionSchema)
    .mutation(async ({ ctx, input: { personId } }) =>
      handOver(ctx, await signIn({ personId, token: ctx.token.sent }, ctx.deps)),
    ),

  signInWithPassword: openProcedure
    .input(input(signInWithPasswordSchema))
    .output(sessionSchema)
    .mutation(async ({ ctx, input: typed }) =>
      handOver(ctx, await signInWithPassword({ ...typed, token: ctx.token.sent }, ctx.deps)),
    ),

  link: openProcedure
    .input(input(readLinkSchema))
    .output(linkSchema)
    .mutation(({ ctx, input: { token } }) => readLink(token, ctx.deps)),

  choosePassword: openProcedure
    .input(input(passwordByLinkSchema))
    .output(sessionSchema)
    .mutation(async ({ ctx, input: chosen }) =>
      handOver(ctx, await choosePassword({ ...chosen, before: ctx.token.sent }, ctx.deps)),
    ),

  stepUpWays: signedInProcedure
    .output(stepUpWaysSchema)
    .query(({ ctx }) => stepUpWays(ctx.session, ctx.deps)),

  stepUp: signedInProcedure
    .input(input(stepUpSchema))
    .output(okSchema)
    .mutation(async ({ ctx, input: { password } }) => {
      await stepUp({ password, token: ctx.token.sent }, ctx.session, ctx.deps);
      return { ok: true } as const;
    }),

  signOut: openProcedure.output(okSchema).mutation(async ({ ctx }) => {
    await signOut(ctx.token.sent, ctx.deps);
    ctx.token.clear();
    return { ok: true } as const;
  }),
});
