// The console's doors to single profiles.
import { procedureFor, router } from "../../trpc.ts";
import { enterProfile, profileForm } from "./profiles.ts";
import {
  enteredProfileSchema,
  enterProfileSchema,
  profileFormRequestSchema,
  profileFormSchema,
} from "./profiles.schemas.ts";

export const profilesRouter = router({
  form: procedureFor("draft.edit-profiles", profileFormRequestSchema)
    .output(profileFormSchema)
    .query(({ ctx, input }) => profileForm(input.program, ctx.person.id, ctx.deps)),

  enter: procedureFor("draft.edit-profiles", enterProfileSchema)
    .output(enteredProfileSchema)
    .mutation(({ ctx, input }) => enterProfile(input, ctx.person.id, ctx.deps)),
});
