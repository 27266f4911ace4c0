// The console's doors to published versions.
import { z } from "zod";
import { input, procedureFor, router } from "../../trpc.ts";
import { notBuilt } from "../../todo.ts";
import {
  getReleaseSchema,
  listReleasesSchema,
  releaseSchema,
  releaseSummarySchema,
} from "./releases.schemas.ts";

export const releasesRouter = router({
  list: procedureFor("program.read")
    .input(input(listReleasesSchema))
    .output(z.array(releaseSummarySchema))
    .query(() => notBuilt()),
  get: procedureFor("program.read")
    .input(input(getReleaseSchema))
    .output(releaseSchema)
    .query(() => notBuilt()),
});
