// The console's doors to review.
import { input, procedureFor, router } from "../../trpc.ts";
import { notBuilt } from "../../todo.ts";
import { draftSchema } from "../drafts/drafts.schemas.ts";
import { approveDraftSchema, requestReviewSchema, returnDraftSchema } from "./review.schemas.ts";

export const reviewRouter = router({
  request: procedureFor("review.request")
    .input(input(requestReviewSchema))
    .output(draftSchema)
    .mutation(() => notBuilt()),
  return: procedureFor("review.return")
    .input(input(returnDraftSchema))
    .output(draftSchema)
    .mutation(() => notBuilt()),
  approve: procedureFor("review.approve")
    .input(input(approveDraftSchema))
    .output(draftSchema)
    .mutation(() => notBuilt()),
});
