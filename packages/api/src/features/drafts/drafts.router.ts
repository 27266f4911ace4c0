// The console's doors to drafts.
import { okSchema } from "../../shapes.ts";
import { procedureFor, router } from "../../trpc.ts";
import { discardDraft, getDraft, renameDraft, saveDraft, startDraft } from "./drafts.ts";
import {
  draftIdSchema,
  draftSchema,
  hereSchema,
  incomingSchema,
  othersHereSchema,
  renameDraftSchema,
  savedDraftSchema,
  saveDraftSchema,
  startDraftSchema,
  updateDraftSchema,
} from "./drafts.schemas.ts";
import { here } from "./presence.ts";
import { incomingOf, updateDraft } from "./update.ts";

export const draftsRouter = router({
  start: procedureFor("draft.start", startDraftSchema)
    .output(draftSchema)
    .mutation(({ ctx, input }) => startDraft(input, ctx.person.id, ctx.deps)),

  get: procedureFor("program.read", draftIdSchema)
    .output(draftSchema)
    .query(({ ctx, input }) => getDraft(input.id, ctx.person.id, ctx.deps)),

  /** Whoever may read a draft may be seen in it; whoever does not touch the page is not. */
  here: procedureFor("program.read", hereSchema)
    .output(othersHereSchema)
    .mutation(({ ctx, input }) => here(input, ctx.person.id, ctx.deps)),

  save: procedureFor("draft.edit-profiles", saveDraftSchema)
    .output(savedDraftSchema)
    .mutation(({ ctx, input }) =>
      saveDraft(input, { id: ctx.person.id, mayEditCriteria: ctx.may("draft.edit-criteria") }, ctx.deps),
    ),

  rename: procedureFor("draft.rename", renameDraftSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await renameDraft(input, ctx.person.id, ctx.deps);
      return { ok: true } as const;
    }),

  incoming: procedureFor("draft.update", draftIdSchema)
    .output(incomingSchema)
    .query(({ ctx, input }) => incomingOf(input.id, ctx.person.id, ctx.deps)),

  update: procedureFor("draft.update", updateDraftSchema)
    .output(draftSchema)
    .mutation(({ ctx, input }) => updateDraft(input, ctx.person.id, ctx.deps)),

  discard: procedureFor("draft.discard", draftIdSchema)
    .output(okSchema)
    .mutation(async ({ ctx, input }) => {
      await discardDraft(input.id, ctx.person.id, ctx.deps);
      return { ok: true } as const;
    }),
});
