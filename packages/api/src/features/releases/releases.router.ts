// The console's doors to published versions.
import { z } from "zod";
import { procedureFor, router } from "../../trpc.ts";
import { getEvidence } from "./evidence.ts";
import { getEnvelope, getRelease, listReleases } from "./releases.ts";
import {
  getReleaseSchema,
  listReleasesSchema,
  releaseEvidenceSchema,
  releaseSchema,
  releaseSummarySchema,
} from "./releases.schemas.ts";

export const releasesRouter = router({
  list: procedureFor("program.read", listReleasesSchema)
    .output(z.array(releaseSummarySchema))
    .query(({ ctx, input }) => listReleases(input.program, ctx.deps)),

  get: procedureFor("program.read", getReleaseSchema)
    .output(releaseSchema)
    .query(({ ctx, input }) => getRelease(input, ctx.person.id, ctx.deps)),

  evidence: procedureFor("program.read", getReleaseSchema)
    .output(releaseEvidenceSchema)
    .query(({ ctx, input }) => getEvidence(input, ctx.deps)),

  envelope: procedureFor("program.read", getReleaseSchema)
    .output(z.string())
    .query(({ ctx, input }) => getEnvelope(input, ctx.person.id, ctx.deps)),
});
