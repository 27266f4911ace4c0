// What a signed release says of itself, for a screen or for paper: read from the very bytes that were signed, so that it is
// what the apps have, too. The criteria are no part of it: who is to enter a profile blind may see it.
import { getReleaseEnvelope } from "@jumelage/db";
import { evidenceSchema, proofStatuses, type Evidence, type ProofStatus } from "@jumelage/engine";
import { z } from "zod";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import type { ReleaseEvidence } from "./releases.schemas.ts";
import { signedPayload } from "./signed-payload.ts";

const signedSchema = z.object({
  change: z.object({ from: z.int().nullable() }),
  evidence: evidenceSchema,
});
/** Who lacked what when it was published; only who is looked at. */
const lacksSchema = z.array(z.object({ consumer: z.string() }));
/** One proof as the evidence notes it; what else it says is left aside. */
const proofSchema = z.object({ property: z.string().optional(), status: z.enum(proofStatuses) });

/** The evidence of one release. */
export async function getEvidence(
  { program, number }: { readonly program: string; readonly number: number },
  deps: Pick<Deps, "db">,
): Promise<ReleaseEvidence> {
  const stored = await getReleaseEnvelope(deps.db, program, number);
  if (!stored) throw new Refusal("not-found");
  const { change, evidence } = signedSchema.parse(signedPayload(stored.envelope));
  return {
    changedFrom: change.from,
    approvals: evidence.approvals.map(({ by, at, meaning }) => ({ name: by.name, at, meaning })),
    waivers: evidence.waivers.map(({ name, by, reason }) => ({
      gate: name,
      name: by?.name ?? null,
      reason: reason ?? null,
    })),
    proofs: proofsOf(evidence),
  };
}

/** The apps that somebody answered for when a release was published, by their ids: those it says lacked something. */
export async function appsAnsweredFor(
  { program, number }: { readonly program: string; readonly number: number },
  deps: Pick<Deps, "db">,
): Promise<readonly string[]> {
  const stored = await getReleaseEnvelope(deps.db, program, number);
  if (!stored) throw new Refusal("not-found");
  const { evidence } = signedSchema.parse(signedPayload(stored.envelope));
  // Releases of before they said so have none.
  const lacks = lacksSchema.safeParse(evidence["consumers"]);
  return lacks.success ? [...new Set(lacks.data.map(({ consumer }) => consumer))] : [];
}

function proofsOf({ proofs }: Evidence): ReleaseEvidence["proofs"] {
  const properties: { id: string; status: ProofStatus }[] = [];
  const standard: ProofStatus[] = [];
  for (const note of proofs) {
    const { property, status } = proofSchema.parse(note);
    if (property === undefined) standard.push(status);
    else properties.push({ id: property, status });
  }
  return {
    properties,
    standard: { proved: standard.filter((s) => s === "proved").length, all: standard.length },
  };
}
