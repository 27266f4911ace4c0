// Entering a profile blind: the answer is given before the profile was run and by somebody who could not have worked it
// out. This server cannot see what a browser evaluates, so it counts as blind only whom it has not handed the criteria
// concerned as they stand, who did not write any of them, and whose person nobody has saved before.
import {
  editsOf,
  getProgram,
  getRelease,
  inTransaction,
  openDraft,
  saveDraft as saveStored,
  currentRelease,
  wasHandedAny,
  getDraft,
  isOpen,
  type Draft as StoredDraft,
} from "@jumelage/db";
import { sameJson, type DraftRuleSet, type Expected, type Profile } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { readDraftProfiles, refuse } from "../drafts/documents.ts";
import { expectationHash } from "../drafts/provenance.ts";
import { staleRevision } from "../drafts/outcomes.ts";
import { decisionsOf, logicOf, logicParts } from "../lab/logic.ts";
import type { EnteredProfile, EnterProfile, ProfileForm } from "./profiles.schemas.ts";

/** What a profile is made of, without the criteria. Asking for it does not end being blind. */
export async function profileForm(program: string, person: string, deps: Deps): Promise<ProfileForm> {
  if (!(await getProgram(deps.db, program))) throw new Refusal("not-found");
  const draft = await openDraft(deps.db, program);
  const ruleSet = (draft ?? (await currentRelease(deps.db, program)))?.ruleSet;
  if (!ruleSet) throw new Refusal("not-found", { what: "release" });
  const { title, facts, decisions } = ruleSet;
  const expected = { decisions: Object.fromEntries(decisions.map((d) => [d.id, []])) };
  return {
    draft: draft?.id ?? null,
    title,
    facts,
    decisions,
    blind: await couldBeBlind({ program, person, ruleSet, expected }, deps),
  };
}

/**
 * Adds one profile to a draft, with the provenance this server can show.
 * @throws Refusal `release-immutable` for a closed draft, `invalid-input` for a profile that does not parse or whose id
 * is taken, `stale-revision` when others keep saving.
 */
export async function enterProfile(
  request: EnterProfile,
  person: string,
  deps: Deps,
): Promise<EnteredProfile> {
  for (let attempt = 1; ; attempt++) {
    const draft = await getDraft(deps.db, request.id);
    if (!draft) throw new Refusal("not-found");
    if (!isOpen(draft.status)) throw new Refusal("release-immutable", { status: draft.status });
    const entered = await entryOf(draft, request.profile, { person, deps });
    const act = { by: person, at: deps.clock.now() };
    const { provenance } = entered;
    const hash = await expectationHash(entered, deps);
    const saved = await inTransaction(deps.db, (tx) =>
      saveStored(tx, act, {
        id: draft.id,
        expectedRevision: draft.revision,
        profiles: [...draft.profiles, entered],
        origins: [
          { profile: entered.id, hash, provenance: provenance === "blind" ? "blind" : "accepted-output" },
        ],
      }),
    );
    if (saved.kind === "saved")
      return { hash: saved.draft.hash, revision: saved.draft.revision, provenance: entered.provenance };
    if (saved.kind !== "stale" || attempt >= 3)
      throw saved.kind === "stale" ? staleRevision(saved.current) : new Refusal("release-immutable");
  }
}

async function entryOf(
  draft: StoredDraft,
  given: EnterProfile["profile"],
  context: { readonly person: string; readonly deps: Deps },
): Promise<Profile> {
  const { person, deps } = context;
  if (draft.profiles.some((p) => p.id === given.id)) {
    refuse([{ code: "duplicate-id", severity: "error", at: ["profile", "id"], params: { id: given.id } }]);
  }
  const [profile] = readDraftProfiles([{ ...given, provenance: "accepted-output" }]);
  if (!profile) throw new Error("one profile in, none out");
  const { program, ruleSet } = draft;
  const released = draft.base ? await getRelease(deps.db, program, draft.base.number) : undefined;
  const seen = [...draft.profiles, ...(released?.profiles ?? [])].some((p) =>
    sameJson(p.facts, profile.facts),
  );
  const blind = !seen && (await couldBeBlind({ program, person, ruleSet, expected: profile.expected }, deps));
  return { ...profile, provenance: blind ? "blind" : "accepted-output" };
}

/** Whether a person neither wrote nor was handed the criteria that an expectation is about. */
async function couldBeBlind(
  question: {
    readonly program: string;
    readonly person: string;
    readonly ruleSet: DraftRuleSet;
    readonly expected: Expected;
  },
  deps: Deps,
): Promise<boolean> {
  const { program, person, ruleSet, expected } = question;
  const decisions = decisionsOf(expected, ruleSet);
  const logic = (await logicOf(ruleSet, deps.digest)).filter((l) => decisions.includes(l.decision));
  if (await wasHandedAny(deps.db, { program, person, logic })) return false;
  const parts = decisions.map((d) => logicParts(ruleSet, d));
  const edits = (await editsOf(deps.db, program)).filter((e) => e.by.id === person);
  return !edits.some((e) =>
    parts.some(
      (p) =>
        (e.kind === "criterion" && p.criteria.has(e.id)) ||
        (e.kind === "parameter" && p.parameters.has(e.id)),
    ),
  );
}
