// Drafts: started from the release in force, saved by compare-and-set. Changing what is expected of a profile takes a
// reason, which the reviewer sees.
import {
  DocumentError,
  discardDraft as discardStored,
  getDraft as readDraft,
  getProgram,
  inTransaction,
  renameDraft as renameStored,
  saveDraft as saveStored,
  startDraft as startStored,
  currentRelease,
  type Draft as StoredDraft,
  type DraftSummary as StoredSummary,
  type DraftUpdate,
} from "@jumelage/db";
import { sameJson, type Profile } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { handOut } from "../lab/hand-out.ts";
import { starterOf } from "../programs/starter.ts";
import { editedThings, thingsOf } from "../lab/things.ts";
import { readDraftHazards, readDraftProfiles, readDraftRuleSet } from "./documents.ts";
import type { Draft, DraftSummary, SaveDraft, SavedDraft, StartDraft } from "./drafts.schemas.ts";
import { doneOrRefusal, savedOrRefusal, staleRevision } from "./outcomes.ts";
import { settleProvenance } from "./provenance.ts";

/** Who is calling, and what else they may do in this program. */
export interface Caller {
  readonly id: string;
  readonly mayEditCriteria: boolean;
}

/**
 * Starts a draft of a program from the release in force, beside those that are open.
 * @throws Refusal `invalid-input` (`reason: name-taken`) when another open one is called so.
 */
export async function startDraft({ program, name }: StartDraft, by: string, deps: Deps): Promise<Draft> {
  const stored = await getProgram(deps.db, program);
  if (!stored) throw new Refusal("not-found");
  const released = await currentRelease(deps.db, program);
  const act = { by, at: deps.clock.now() };
  const started = await inTransaction(deps.db, (tx) =>
    startStored(tx, act, {
      id: deps.ids.uuid(),
      program,
      ...(name === undefined ? {} : { name }),
      // Never released: what it began with, or another, was discarded.
      ...(released ? {} : { content: starterOf(program, stored.title) }),
    }),
  );
  if (started.kind === "name-taken") throw nameTaken(name ?? "");
  return handDraft(started.draft, by, deps);
}

/**
 * Gives an open draft another name.
 * @throws Refusal `invalid-input` (`reason: name-taken`), `release-immutable` for a closed draft.
 */
export async function renameDraft(
  rename: { readonly id: string; readonly name: string },
  by: string,
  deps: Deps,
): Promise<void> {
  const act = { by, at: deps.clock.now() };
  const renamed = await inTransaction(deps.db, (tx) => renameStored(tx, act, rename));
  switch (renamed.kind) {
    case "renamed":
      return;
    case "name-taken":
      throw nameTaken(rename.name);
    case "closed":
      throw new Refusal("release-immutable", { status: renamed.current.status });
    case "not-found":
      throw new Refusal("not-found");
    default:
      renamed satisfies never;
  }
}

function nameTaken(name: string): Refusal {
  return new Refusal("invalid-input", { reason: "name-taken", name });
}

export async function getDraft(id: string, by: string, deps: Deps): Promise<Draft> {
  const draft = await readDraft(deps.db, id);
  if (!draft) throw new Refusal("not-found");
  return handDraft(draft, by, deps);
}

/** A stored draft on its way to a person, who has been given its criteria from then on. */
export async function handDraft(draft: StoredDraft, to: string, deps: Deps): Promise<Draft> {
  await handOut(draft, to, deps);
  return draftOf(draft);
}

/** Ends a draft without a release. */
export async function discardDraft(id: string, by: string, deps: Deps): Promise<void> {
  const act = { by, at: deps.clock.now() };
  doneOrRefusal(await inTransaction(deps.db, (tx) => discardStored(tx, act, { id })));
}

/**
 * Saves the documents given, if the draft still stands at the revision they were made from.
 * @throws Refusal `stale-revision` when somebody saved in between (nothing is written), `release-immutable` when the
 * draft is published or discarded, `forbidden` for criteria changed by somebody who may only edit profiles,
 * `invalid-input` for documents that do not parse and for a changed expectation without a reason.
 */
export async function saveDraft(save: SaveDraft, caller: Caller, deps: Deps): Promise<SavedDraft> {
  const before = await readDraft(deps.db, save.id);
  if (!before) throw new Refusal("not-found");
  // Before the documents are judged, so that whoever is late learns it first.
  if (before.revision !== save.expectedRevision) throw staleRevision(before);
  const ruleSet = save.ruleSet === undefined ? undefined : readDraftRuleSet(save.ruleSet, before.program);
  if (ruleSet && !caller.mayEditCriteria && !sameJson(ruleSet, before.ruleSet)) {
    throw new Refusal("forbidden", { action: "draft.edit-criteria" });
  }
  const hazards = save.hazards === undefined ? undefined : readDraftHazards(save.hazards);
  if (hazards && !caller.mayEditCriteria && !sameJson(hazards, before.hazards)) {
    throw new Refusal("forbidden", { action: "draft.edit-criteria" });
  }
  const given = save.profiles === undefined ? undefined : readDraftProfiles(save.profiles);
  const expectationChanges = given ? changesOf(before.profiles, given, save.reasons ?? {}) : [];
  const settled =
    given &&
    (await settleProvenance(
      { before, ruleSet: ruleSet ?? before.ruleSet, profiles: given, fromSource: save.fromSource ?? {} },
      deps,
    ));
  const edits = ruleSet
    ? editedThings(await thingsOf(before.ruleSet, deps.digest), await thingsOf(ruleSet, deps.digest))
    : [];
  const act = { by: caller.id, at: deps.clock.now() };
  const saved = await inTransaction(deps.db, (tx) =>
    saveStored(tx, act, {
      id: save.id,
      expectedRevision: save.expectedRevision,
      ...(ruleSet ? { ruleSet } : {}),
      ...(settled ? { profiles: settled.profiles, origins: settled.origins } : {}),
      ...(hazards ? { hazards } : {}),
      edits,
      expectationChanges,
    }),
  ).catch(unstorableAsRefusal);
  const { revision, hash, updatedAt, status } = savedOrRefusal(saved);
  const provenance = Object.fromEntries(
    (settled?.profiles ?? []).flatMap((p, i) =>
      p.provenance === given?.[i]?.provenance ? [] : [[p.id, p.provenance] as const],
    ),
  );
  return { revision, hash, updatedAt: updatedAt.toISOString(), status, provenance };
}

/** What parses may still hold what no database can store (a null character in a fact): the caller's to mend. */
function unstorableAsRefusal(error: unknown): never {
  if (!(error instanceof DocumentError)) throw error;
  const key = error.document === "profiles" || error.document === "hazards" ? error.document : "ruleSet";
  throw new Refusal("invalid-input", {
    diagnostics: error.diagnostics.map((d) => ({ ...d, at: [key, ...d.at] })),
  });
}

/** The expectations that a save changes, each with its reason; a profile that is new has nothing to explain. */
function changesOf(
  before: readonly Profile[],
  after: readonly Profile[],
  reasons: Readonly<Record<string, string>>,
) {
  const earlier = new Map(before.map((p) => [p.id, p.expected]));
  const changes = after.flatMap((profile) => {
    const expected = earlier.get(profile.id);
    if (expected === undefined || sameJson(expected, profile.expected)) return [];
    const reason = (Object.hasOwn(reasons, profile.id) ? reasons[profile.id] : undefined)?.trim() ?? "";
    return [{ profile: profile.id, before: expected, after: profile.expected, reason }];
  });
  const unexplained = changes.filter((c) => c.reason === "").map((c) => c.profile);
  if (unexplained.length > 0) {
    throw new Refusal("invalid-input", {
      diagnostics: unexplained.map((profile) => ({
        code: "reason-missing",
        severity: "error",
        at: ["reasons", profile],
        params: { profile },
      })),
    });
  }
  return changes;
}

/** A stored draft as lists show it. */
export function draftSummary({ updatedAt, ...draft }: StoredSummary): DraftSummary {
  const { id, name, status, base, createdBy, updatedBy } = draft;
  return { id, name, status, base, createdBy, updatedAt: updatedAt.toISOString(), updatedBy };
}

function updateOf({ by, at, from, to }: DraftUpdate): Draft["updated"] {
  return { by, at: at.toISOString(), from, to };
}

/** A stored draft as the console sees it. */
export function draftOf(draft: StoredDraft): Draft {
  return {
    ...draftSummary(draft),
    program: draft.program,
    revision: draft.revision,
    hash: draft.hash,
    ruleSet: draft.ruleSet,
    profiles: [...draft.profiles],
    hazards: [...draft.hazards],
    authors: draft.authors.map(({ id, name }) => ({ id, name })),
    createdAt: draft.createdAt.toISOString(),
    note: draft.note,
    approvals: draft.approvals.map((a) => ({ ...a, at: a.at.toISOString() })),
    expectationChanges: draft.expectationChanges.map((c) => ({ ...c, at: c.at.toISOString() })),
    updated: draft.updated && updateOf(draft.updated),
  };
}
