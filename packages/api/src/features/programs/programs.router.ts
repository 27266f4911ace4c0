// The console's doors to programs.
import { z } from "zod";
import { input, openProcedure, procedureFor, router } from "../../trpc.ts";
import { notBuilt } from "../../todo.ts";
import { getProgramSchema, programListItemSchema, programSchema } from "./programs.schemas.ts";

export const programsRouter = router({
  list: openProcedure.output(z.array(programListItemSchema)).query(() => notBuilt()),
  get: procedureFor("program.read")
    .input(input(getProgramSchema))
    .output(programSchema)
    .query(() => notBuilt()),
});
