// The console's doors to the journal.
import { procedureFor, router } from "../../trpc.ts";
import { journalOf, journalState, verifyJournal } from "./journal.ts";
import {
  journalPageSchema,
  journalSchema,
  journalStandingSchema,
  journalStateSchema,
  journalVerdictSchema,
} from "./journal.schemas.ts";

export const journalRouter = router({
  page: procedureFor("journal.read", journalPageSchema)
    .output(journalSchema)
    .query(({ ctx, input }) => journalOf(input, ctx.deps)),

  state: procedureFor("journal.read", journalStandingSchema)
    .output(journalStateSchema)
    .query(({ ctx, input }) => journalState(input.program, ctx.deps)),

  verify: procedureFor("journal.read", journalStandingSchema)
    .output(journalVerdictSchema)
    .query(({ ctx, input }) => verifyJournal(input.program, ctx.deps)),
});
