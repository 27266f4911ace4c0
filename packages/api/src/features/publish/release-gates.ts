// A release that exists, before it is promoted: the gates that its content alone answers, with the program that asks
// today. What was waived when it was published stays waived; what people and the lab said is in the release itself.
import { getProgram, type Release } from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { candidateOf, contentGates, runGates } from "./gates/index.ts";
import type { Gates } from "./publish.schemas.ts";

/** What the content of a release answers to the gates today. */
export async function gatesOfRelease(release: Release, deps: Deps): Promise<Gates> {
  const program = await getProgram(deps.db, release.program);
  if (!program) throw new Refusal("not-found");
  const { ruleSet, profiles, hazards, sha256, note, waivers } = release;
  const { approvalsNeeded, floors } = program.settings;
  const unasked = { state: "none" } as const;
  const candidate = candidateOf({
    ruleSet,
    profiles,
    hazards,
    base: undefined,
    basedOn: null,
    inForce: null,
    hash: sha256,
    status: "published",
    note,
    authors: [],
    approvals: [],
    approvalsNeeded,
    ledger: [],
    waivers: [],
    consumers: [],
    lab: { proofs: unasked, mutation: unasked, difference: unasked },
    boundaries: deps.boundaries,
    floors,
  });
  const rules = contentGates.filter((rule) => !waivers.includes(rule.id));
  return runGates(candidate, rules);
}
