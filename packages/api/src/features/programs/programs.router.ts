// The console's doors to programs.
import { z } from "zod";
import { procedureFor, router, signedInProcedure } from "../../trpc.ts";
import { getProgram, listPrograms } from "./programs.ts";
import { getProgramSchema, programListItemSchema, programSchema } from "./programs.schemas.ts";

export const programsRouter = router({
  list: signedInProcedure
    .output(z.array(programListItemSchema))
    .query(({ ctx }) => listPrograms(ctx.person, ctx.deps)),

  get: procedureFor("program.read", getProgramSchema)
    .output(programSchema)
    .query(({ ctx, input }) => getProgram(input.program, ctx.person, ctx.deps)),
});
