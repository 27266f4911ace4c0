// The console's doors to what people say about a draft.
import { procedureFor, router } from "../../trpc.ts";
import { draftIdSchema } from "../drafts/drafts.schemas.ts";
import { answer, settle, threadsOfDraft, writeComment } from "./comments.ts";
import {
  answerCommentSchema,
  settleCommentSchema,
  threadsSchema,
  writeCommentSchema,
} from "./comments.schemas.ts";

export const commentsRouter = router({
  list: procedureFor("draft.comment", draftIdSchema)
    .output(threadsSchema)
    .query(({ ctx, input }) => threadsOfDraft(input.id, ctx.deps)),

  write: procedureFor("draft.comment", writeCommentSchema)
    .output(threadsSchema)
    .mutation(({ ctx, input }) => writeComment(input, ctx.person.id, ctx.deps)),

  answer: procedureFor("draft.comment", answerCommentSchema)
    .output(threadsSchema)
    .mutation(({ ctx, input }) => answer(input, ctx.person.id, ctx.deps)),

  resolve: procedureFor("draft.comment", settleCommentSchema)
    .output(threadsSchema)
    .mutation(({ ctx, input }) => settle({ ...input, resolved: true }, ctx.person.id, ctx.deps)),

  reopen: procedureFor("draft.comment", settleCommentSchema)
    .output(threadsSchema)
    .mutation(({ ctx, input }) => settle({ ...input, resolved: false }, ctx.person.id, ctx.deps)),
});
