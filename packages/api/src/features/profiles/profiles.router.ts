// The console's doors to single profiles.
import { z } from "zod";
import { procedureFor, router } from "../../trpc.ts";
import { originsIn } from "./origins.ts";
import { enterProfile, profileForm } from "./profiles.ts";
import {
  enteredProfileSchema,
  enterProfileSchema,
  originSchema,
  originsRequestSchema,
  profileFormRequestSchema,
  profileFormSchema,
} from "./profiles.schemas.ts";

export const profilesRouter = router({
  form: procedureFor("draft.edit-profiles", profileFormRequestSchema)
    .output(profileFormSchema)
    .query(({ ctx, input }) => profileForm(input, ctx.person.id, ctx.deps)),

  enter: procedureFor("draft.edit-profiles", enterProfileSchema)
    .output(enteredProfileSchema)
    .mutation(({ ctx, input }) => enterProfile(input, ctx.person.id, ctx.deps)),

  origins: procedureFor("program.read", originsRequestSchema)
    .output(z.array(originSchema))
    .query(({ ctx, input }) => originsIn(input.target, ctx.deps)),
});
