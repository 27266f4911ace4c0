// The console's doors to review.
import { procedureFor, router } from "../../trpc.ts";
import { draftSchema } from "../drafts/drafts.schemas.ts";
import { approve, askForReview, giveBack } from "./review.ts";
import { approveDraftSchema, requestReviewSchema, returnDraftSchema } from "./review.schemas.ts";

export const reviewRouter = router({
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
