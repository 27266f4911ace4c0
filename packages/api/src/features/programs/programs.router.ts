// The console's doors to programs.
import { z } from "zod";
import { procedureFor, router, signedInProcedure } from "../../trpc.ts";
import { getProgram, listPrograms, setFloors, setSmallCell, setTerms } from "./programs.ts";
import {
  getProgramSchema,
  programListItemSchema,
  programSchema,
  setFloorsSchema,
  setSmallCellSchema,
  setTermsSchema,
} from "./programs.schemas.ts";

export const programsRouter = router({
  list: signedInProcedure
    .output(z.array(programListItemSchema))
    .query(({ ctx }) => listPrograms(ctx.person, ctx.deps)),

  get: procedureFor("program.read", getProgramSchema)
    .output(programSchema)
    .query(({ ctx, input }) => getProgram(input.program, ctx.person, ctx.deps)),

  setFloors: procedureFor("program.set-floors", setFloorsSchema)
    .output(programSchema)
    .mutation(({ ctx, input }) => setFloors(input, ctx.person, ctx.deps)),

  setTerms: procedureFor("program.set-terms", setTermsSchema)
    .output(programSchema)
    .mutation(({ ctx, input }) => setTerms(input, ctx.person, ctx.deps)),

  setSmallCell: procedureFor("program.set-small-cell", setSmallCellSchema)
    .output(programSchema)
    .mutation(({ ctx, input }) => setSmallCell(input, ctx.person, ctx.deps)),
});
