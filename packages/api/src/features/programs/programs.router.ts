// The console's doors to programs.
import { z } from "zod";
import { installationProcedure, procedureFor, router, signedInProcedure } from "../../trpc.ts";
import { createProgram } from "./create-program.ts";
import {
  archiveProgram,
  getProgram,
  listPrograms,
  renameProgram,
  reopenProgram,
  setFloors,
  setSmallCell,
  setTerms,
} from "./programs.ts";
import {
  createProgramSchema,
  getProgramSchema,
  programListItemSchema,
  programSchema,
  renameProgramSchema,
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

  create: installationProcedure("program.create", createProgramSchema)
    .output(programSchema)
    .mutation(({ ctx, input }) => createProgram(input, ctx.person, ctx.deps)),

  rename: procedureFor("program.rename", renameProgramSchema)
    .output(programSchema)
    .mutation(({ ctx, input }) => renameProgram(input, ctx.person, ctx.deps)),

  archive: procedureFor("program.archive", getProgramSchema)
    .output(programSchema)
    .mutation(({ ctx, input }) => archiveProgram(input.program, ctx.person, ctx.deps)),

  reopen: procedureFor("program.archive", getProgramSchema)
    .output(programSchema)
    .mutation(({ ctx, input }) => reopenProgram(input.program, ctx.person, ctx.deps)),
});
