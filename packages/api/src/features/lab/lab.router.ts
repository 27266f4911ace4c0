// The console's doors to the lab.
import { procedureFor, router } from "../../trpc.ts";
import { hazardsOf } from "./hazards.ts";
import { historyOf } from "./history.ts";
import { cancelJob, jobOf, startJob } from "./lab.ts";
import {
  confirmSchema,
  hazardFileSchema,
  historyRequestSchema,
  historySchema,
  jobRequestSchema,
  jobSchema,
  ledgerSchema,
  targetRequestSchema,
} from "./lab.schemas.ts";
import { confirm, ledgerOf } from "./ledger.ts";

export const labRouter = router({
  job: procedureFor("program.read", jobRequestSchema)
    .output(jobSchema)
    .query(({ ctx, input }) => jobOf(input.target, input.kind, ctx.deps)),

  start: procedureFor("lab.run", jobRequestSchema)
    .output(jobSchema)
    .mutation(({ ctx, input }) => startJob(input.target, input.kind, ctx.deps)),

  cancel: procedureFor("lab.run", jobRequestSchema)
    .output(jobSchema)
    .mutation(({ ctx, input }) => cancelJob(input.target, input.kind, ctx.deps)),

  ledger: procedureFor("program.read", targetRequestSchema)
    .output(ledgerSchema)
    .query(({ ctx, input }) => ledgerOf(input.target, ctx.deps)),

  confirm: procedureFor("ledger.confirm", confirmSchema)
    .output(ledgerSchema)
    .mutation(({ ctx, input }) => confirm(input, ctx.person.id, ctx.deps)),

  hazards: procedureFor("program.read", targetRequestSchema)
    .output(hazardFileSchema)
    .query(({ ctx, input }) => hazardsOf(input.target, ctx.deps)),

  history: procedureFor("program.read", historyRequestSchema)
    .output(historySchema)
    .query(({ ctx, input }) => historyOf(input, ctx.deps)),
});
