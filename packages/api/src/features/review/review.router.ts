// The console's doors to review.
import { procedureFor, router } from "../../trpc.ts";
import { draftIdSchema, draftSchema } from "../drafts/drafts.schemas.ts";
import { approve, askForReview, giveBack } from "./review.ts";
import {
  approveDraftSchema,
  changesToSeeSchema,
  markSeenSchema,
  requestReviewSchema,
  returnDraftSchema,
} from "./review.schemas.ts";
import { changesToReview, markChanges } from "./seen.ts";

export const reviewRouter = router({
  changes: procedureFor("review.see", draftIdSchema)
    .output(changesToSeeSchema)
    .query(({ ctx, input }) => changesToReview(input.id, ctx.deps)),

  see: procedureFor("review.see", markSeenSchema)
    .output(changesToSeeSchema)
    .mutation(({ ctx, input }) => markChanges(input, ctx.person.id, ctx.deps)),

  request: procedureFor("review.request", requestReviewSchema)
    .output(draftSchema)
    .mutation(({ ctx, input }) => askForReview(input, ctx.person.id, ctx.deps)),

  return: procedureFor("review.return", returnDraftSchema)
    .output(draftSchema)
    .mutation(({ ctx, input }) => giveBack(input, ctx.person.id, ctx.deps)),

  approve: procedureFor("review.approve", approveDraftSchema)
    .output(draftSchema)
    .mutation(({ ctx, input }) => approve(input, ctx.person.id, ctx.deps)),
});
