// A release that exists, before it is promoted: the gates that its content alone answers, with the program that asks
// today, and the gate of apps, for those of the channel as they are today. What was waived when it was published stays
// waived, and whoever was answered for then still is; what people and the lab said is in the release itself.
import { getPointer, getProgram, getRelease, type Release } from "@jumelage/db";
import { additionsOf, countAdditions } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { dateIn } from "../../public/local-date.ts";
import type { PersonRef } from "../../shapes.ts";
import { consumersInUse } from "../consumers/consumers-in-use.ts";
import { appsAnsweredFor } from "../releases/evidence.ts";
import { candidateOf, consumersGate, contentGates, runGates } from "./gates/index.ts";
import type { Gates, Waiver } from "./publish.schemas.ts";

/** Where a release is to go, and the apps that somebody answers for there, by their ids. */
export interface Promotion {
  readonly channel: string;
  readonly by: PersonRef;
  readonly message: string;
  readonly answersFor: readonly string[];
}

/** What a release answers to the gates today, on its way to a channel. */
export async function gatesOfRelease(release: Release, promotion: Promotion, deps: Deps): Promise<Gates> {
  const program = await getProgram(deps.db, release.program);
  if (!program) throw new Refusal("not-found");
  const { ruleSet, profiles, hazards, sha256, note, waivers } = release;
  const { approvalsNeeded, floors } = program.settings;
  const pointer = await getPointer(deps.db, release.program, promotion.channel);
  const now = pointer && (await getRelease(deps.db, release.program, pointer.release));
  const isNews = now !== undefined && countAdditions(additionsOf(now.ruleSet, ruleSet)) > 0;
  const apps = isNews ? await consumersInUse(release.program, deps) : [];
  const unasked = { state: "none" } as const;
  const candidate = candidateOf({
    ruleSet,
    profiles,
    hazards,
    base: now?.ruleSet,
    basedOn: null,
    inForce: null,
    hash: sha256,
    status: "published",
    note,
    authors: [],
    approvals: [],
    approvalsNeeded,
    ledger: [],
    waivers: isNews ? [await answered(release, promotion, deps)] : [],
    // Those of another channel are asked about on their own way.
    consumers: apps.filter(({ channel }) => channel === null || channel === promotion.channel),
    lab: { proofs: unasked, mutation: unasked, difference: unasked },
    boundaryScore: deps.boundaryScore,
    floors,
  });
  const rules = contentGates.filter((rule) => !waivers.includes(rule.id));
  return runGates(candidate, [...rules, consumersGate]);
}

/** For whom somebody answers: when the release was published, and now. */
async function answered(release: Release, promotion: Promotion, deps: Deps): Promise<Waiver> {
  const { program, number, ruleSet } = release;
  const now = deps.clock.now();
  return {
    gate: "consumers",
    by: promotion.by,
    at: now.toISOString(),
    reason: promotion.message,
    until: dateIn(ruleSet.timeZone, now),
    apps: [...(await appsAnsweredFor({ program, number }, deps)), ...promotion.answersFor],
    current: true,
  };
}
