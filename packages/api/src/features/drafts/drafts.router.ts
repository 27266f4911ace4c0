// The console's doors to drafts.
import { input, procedureFor, router } from "../../trpc.ts";
import { okSchema } from "../../shapes.ts";
import { notBuilt } from "../../todo.ts";
import {
  draftIdSchema,
  draftSchema,
  savedDraftSchema,
  saveDraftSchema,
  startDraftSchema,
} from "./drafts.schemas.ts";

export const draftsRouter = router({
  start: procedureFor("draft.start")
    .input(input(startDraftSchema))
    .output(draftSchema)
    .mutation(() => notBuilt()),
  get: procedureFor("program.read")
    .input(input(draftIdSchema))
    .output(draftSchema)
    .query(() => notBuilt()),
  save: procedureFor("draft.edit-profiles")
    .input(input(saveDraftSchema))
    .output(savedDraftSchema)
    .mutation(() => notBuilt()),
  discard: procedureFor("draft.discard")
    .input(input(draftIdSchema))
    .output(okSchema)
    .mutation(() => notBuilt()),
});
