// Entering a profile blind: the answer is given before the profile was run and by somebody who could not have worked it
// out. This server cannot see what a browser evaluates, so it counts as blind only whom it has not handed the criteria
// concerned as they stand, who did not write any of them, and whose person nobody has saved before.
import {
  editsOf,
  getProgram,
  getRelease,
  inTransaction,
  listOpenDrafts,
  saveDraft as saveStored,
  currentRelease,
  wasHandedAny,
  getDraft,
  isOpen,
  type Draft as StoredDraft,
  type Origin,
} from "@jumelage/db";
import { sameJson, type DraftRuleSet, type Expected, type Profile } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { readDraftProfiles } from "../drafts/documents.ts";
import { draftSummary } from "../drafts/drafts.ts";
import { expectationHash, requireStatement, settle } from "../drafts/provenance.ts";
import { staleRevision } from "../drafts/outcomes.ts";
import { decisionsOf, logicOf, logicParts } from "../lab/logic.ts";
import type { EnteredProfile, EnterProfile, ProfileForm } from "./profiles.schemas.ts";

/**
 * What a profile is made of, without the criteria. Asking for it does not end being blind.
 * @throws Refusal `not-found` also for a draft that is not an open one of the program.
 */
export async function profileForm(
  { program, draft: chosen }: { readonly program: string; readonly draft?: string | undefined },
  person: string,
  deps: Deps,
): Promise<ProfileForm> {
  if (!(await getProgram(deps.db, program))) throw new Refusal("not-found");
  const drafts = await listOpenDrafts(deps.db, program);
  const [only, ...others] = drafts;
  const open =
    chosen === undefined ? (others.length === 0 ? only : undefined) : drafts.find((d) => d.id === chosen);
  if (chosen !== undefined && !open) throw new Refusal("not-found");
  const draft = open && (await getDraft(deps.db, open.id));
  const ruleSet = (draft ?? (await currentRelease(deps.db, program)))?.ruleSet;
  if (!ruleSet) throw new Refusal("not-found", { what: "release" });
  const { title, facts, decisions, sources } = ruleSet;
  const expected = { decisions: Object.fromEntries(decisions.map((d) => [d.id, []])) };
  return {
    draft: draft?.id ?? null,
    drafts: drafts.map(draftSummary),
    title,
    facts,
    decisions,
    sources: sources.map(({ id, title: of, statements }) => ({
      id,
      title: of,
      statements: statements.map(({ id: statement, locator, text }) => ({ id: statement, locator, text })),
    })),
    blind: await couldBeBlind({ program, person, ruleSet, expected }, deps),
  };
}

/**
 * Adds one profile to a draft under an id of its own, with the provenance this server can show.
 * @throws Refusal `release-immutable` for a closed draft, `invalid-input` for a profile that does not parse or a
 * statement that the rule set does not have, `stale-revision` when others keep saving.
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
    const { profile, origins } = await entryOf(draft, request, { person, deps });
    const act = { by: person, at: deps.clock.now() };
    const saved = await inTransaction(deps.db, (tx) =>
      saveStored(tx, act, {
        id: draft.id,
        expectedRevision: draft.revision,
        profiles: [...draft.profiles, profile],
        origins,
      }),
    );
    if (saved.kind === "saved") {
      const { hash, revision } = saved.draft;
      return { id: profile.id, hash, revision, provenance: profile.provenance };
    }
    if (saved.kind !== "stale" || attempt >= 3)
      throw saved.kind === "stale" ? staleRevision(saved.current) : new Refusal("release-immutable");
  }
}

async function entryOf(
  draft: StoredDraft,
  { profile: given, statement }: EnterProfile,
  context: { readonly person: string; readonly deps: Deps },
): Promise<{ readonly profile: Profile; readonly origins: readonly Origin[] }> {
  const { person, deps } = context;
  const { program, ruleSet } = draft;
  if (statement !== undefined) requireStatement(ruleSet, statement, ["statement"]);
  const released = draft.base ? await getRelease(deps.db, program, draft.base.number) : undefined;
  const known = [...draft.profiles, ...(released?.profiles ?? [])];
  const id = freeId(new Set(known.map((p) => p.id)), () => parseInt(deps.ids.uuid().slice(0, 8), 16));
  const [profile] = readDraftProfiles([{ ...given, id, provenance: "accepted-output" }]);
  if (!profile) throw new Error("one profile in, none out");
  const seen = known.some((p) => sameJson(p.facts, profile.facts));
  const blind = !seen && (await couldBeBlind({ program, person, ruleSet, expected: profile.expected }, deps));
  const hash = await expectationHash(profile, deps);
  const entered: Origin = { profile: id, hash, provenance: blind ? "blind" : "accepted-output" };
  const reason = settle({ profile: id, hash, recorded: [entered], released: undefined, said: statement });
  return {
    profile: { ...profile, provenance: reason.provenance },
    origins: [entered, ...reason.origins],
  };
}

/**
 * An id that no profile has. It is drawn and not counted up, so that it is not the one that a console numbering on is
 * about to save.
 */
export function freeId(taken: ReadonlySet<string>, draw: () => number): string {
  for (;;) {
    const id = `PE${String(draw() % 100_000).padStart(5, "0")}`;
    if (!taken.has(id)) return id;
  }
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
