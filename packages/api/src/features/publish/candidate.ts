// A draft as the gates look at it: its content, its ledger, its waivers, and what the lab has found about it.
import { currentReleaseNumber, getProgram, waiversOf, type Draft } from "@jumelage/db";
import { additionsOf, countAdditions } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { dateIn } from "../../public/local-date.ts";
import { consumersInUse } from "../consumers/consumers-in-use.ts";
import { draftOf } from "../drafts/drafts.ts";
import { findJob } from "../lab/lab.ts";
import { entriesOf } from "../lab/ledger.ts";
import { contentOfDraft } from "../lab/target.ts";
import { candidateOf, type Candidate } from "./gates/index.ts";
import { gateIdSchema, type Waiver } from "./publish.schemas.ts";

/** Everything the gates look at, for a draft as it stands. */
export async function candidateFor(draft: Draft, deps: Deps): Promise<Candidate> {
  const program = await getProgram(deps.db, draft.program);
  if (!program) throw new Refusal("not-found");
  const { ruleSet, profiles, hazards, hash, status, note, authors } = draft;
  const content = await contentOfDraft(draft, deps);
  const { base } = content;
  // Who follows the program is only asked where there is something new for them.
  const isNews = base !== undefined && countAdditions(additionsOf(base, ruleSet)) > 0;
  const [inForce, ledger, waivers, consumers, proofs, mutation, difference] = await Promise.all([
    currentReleaseNumber(deps.db, draft.program),
    entriesOf(draft.program, ruleSet, deps),
    currentWaivers(draft, deps),
    isNews ? consumersInUse(draft.program, deps) : [],
    findJob("proofs", content, deps),
    findJob("mutation", content, deps),
    findJob("difference", content, deps),
  ]);
  const { approvalsNeeded, floors } = program.settings;
  return candidateOf({
    ruleSet,
    profiles,
    hazards,
    base,
    basedOn: draft.base?.number ?? null,
    inForce: inForce ?? null,
    hash,
    status,
    note,
    authors,
    approvals: draftOf(draft).approvals,
    approvalsNeeded,
    ledger,
    waivers,
    consumers,
    lab: { proofs, mutation, difference },
    boundaryScore: deps.boundaryScore,
    floors,
  });
}

/** The waivers of a draft that were not taken back, each with whether it counts today. */
async function currentWaivers(draft: Draft, deps: Pick<Deps, "db" | "clock">): Promise<Waiver[]> {
  const today = dateIn(draft.ruleSet.timeZone, deps.clock.now());
  return (await waiversOf(deps.db, draft.id)).flatMap(({ gate, by, at, hash, reason, until, apps }) => {
    const id = gateIdSchema.safeParse(gate);
    const current = hash === draft.hash && until >= today;
    const named = apps === null ? {} : { apps: [...apps] };
    return id.success ? [{ gate: id.data, by, at: at.toISOString(), reason, until, ...named, current }] : [];
  });
}
