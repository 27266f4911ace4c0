// A draft brought to the release in force: what was published since it began is merged into it by ids. What only one
// side changed is taken; what both changed differently is a question with both ways in words, and nothing is written
// while one is open. What comes out must be a draft like any other, or nothing of it is kept.
import {
  currentRelease,
  getDraft as readDraft,
  getRelease,
  inTransaction,
  saveDraft as saveStored,
  type Draft as StoredDraft,
  type Release,
} from "@jumelage/db";
import {
  conflictKey,
  diffRuleSets,
  keepApart,
  mergeDocuments,
  noDocuments,
  type Diagnostic,
  type Documents,
  type Joined,
  type Renamed,
  type Side,
  type Sides,
} from "@jumelage/engine";
import { changeSentence, conflictWords, diagnosticSentence } from "@jumelage/engine/words";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { handOut } from "../lab/hand-out.ts";
import { editedThings, thingsOf } from "../lab/things.ts";
import { readDraftHazards, readDraftProfiles, readDraftRuleSet } from "./documents.ts";
import { handDraft } from "./drafts.ts";
import type { Draft, Incoming, MergeConflict, UpdateDraft } from "./drafts.schemas.ts";
import { savedOrRefusal, staleRevision } from "./outcomes.ts";
import { settleProvenance } from "./provenance.ts";

/** What would come into a draft, and what would have to be chosen. @throws Refusal `not-found`. */
export async function incomingOf(id: string, by: string, deps: Deps): Promise<Incoming> {
  const draft = await readDraft(deps.db, id);
  if (!draft) throw new Refusal("not-found");
  const release = await currentRelease(deps.db, draft.program);
  const { revision, base } = draft;
  if (!release || release.sha256 === base?.sha256) return { revision, base, release: null };
  // Whoever looks at it is given the criteria of both.
  await handOut({ program: draft.program, ruleSet: release.ruleSet }, by, deps);
  const merge = await mergeOf(draft, release, {}, deps);
  return {
    revision,
    base,
    release: {
      number: release.number,
      changes: changesOf(merge, base !== null),
      conflicts: conflictsOf(merge),
      renamed: [...merge.renamed],
      problems: wordedProblems(merge),
    },
  };
}

/**
 * Brings a draft to the release in force.
 * @throws Refusal `stale-revision` when the draft or the release in force is no longer what the caller saw,
 * `release-immutable` for a closed draft, `invalid-input` with `reason: open-conflicts` and the conflicts while one is
 * not settled, and with `reason: ill-typed` and what is wrong when the two sides cannot stand together.
 */
export async function updateDraft(request: UpdateDraft, by: string, deps: Deps): Promise<Draft> {
  const draft = await readDraft(deps.db, request.id);
  if (!draft) throw new Refusal("not-found");
  if (draft.status === "published" || draft.status === "discarded")
    throw new Refusal("release-immutable", { status: draft.status });
  const release = await currentRelease(deps.db, draft.program);
  if (!release || release.number !== request.release) throw staleRevision(draft);
  // A lost reply asked for again: there is nothing left to do.
  if (release.sha256 === draft.base?.sha256) return handDraft(draft, by, deps);
  if (draft.revision !== request.expectedRevision) throw staleRevision(draft);
  const merge = await mergeOf(draft, release, request.choices, deps);
  if (merge.joined.conflicts.length > 0) {
    throw new Refusal("invalid-input", { reason: "open-conflicts", conflicts: conflictsOf(merge) });
  }
  if (merge.problems.length > 0) {
    throw new Refusal("invalid-input", { reason: "ill-typed", problems: wordedProblems(merge) });
  }
  const { merged } = merge.joined;
  const base = { number: release.number, sha256: release.sha256 };
  const settled = await settleProvenance(
    { before: { ...draft, base }, ruleSet: merged.ruleSet, profiles: merged.profiles, fromSource: {} },
    deps,
  );
  const [before, theirs, after] = await Promise.all(
    [draft.ruleSet, release.ruleSet, merged.ruleSet].map((ruleSet) => thingsOf(ruleSet, deps.digest)),
  );
  const act = { by, at: deps.clock.now() };
  const saved = await inTransaction(deps.db, (tx) =>
    saveStored(tx, act, {
      id: draft.id,
      expectedRevision: draft.revision,
      ruleSet: merged.ruleSet,
      profiles: settled.profiles,
      hazards: merged.hazards,
      origins: settled.origins,
      // Whoever merges has written only what neither side had.
      edits: editedThings([...(before ?? []), ...(theirs ?? [])], after ?? []),
      onto: { base, choices: merge.settled },
    }),
  );
  return handDraft(savedOrRefusal(saved), by, deps);
}

interface Merge {
  readonly sides: Sides<Documents>;
  readonly renamed: readonly Renamed[];
  readonly joined: Joined<Documents>;
  /** The choices that settled a conflict. */
  readonly settled: UpdateDraft["choices"];
  /** What is wrong with what comes out; of the sides alone, each was right. */
  readonly problems: readonly Diagnostic[];
}

/** The draft (mine) and the release (theirs) since the release that the draft is based on. */
async function mergeOf(
  draft: StoredDraft,
  release: Release,
  choices: UpdateDraft["choices"],
  deps: Pick<Deps, "db">,
): Promise<Merge> {
  const base = draft.base ? await getRelease(deps.db, draft.program, draft.base.number) : undefined;
  const { sides, renamed } = keepApart({
    base: base ? documentsOf(base) : noDocuments,
    mine: documentsOf(draft),
    theirs: documentsOf(release),
  });
  const [chosen, settled] = [new Map(Object.entries(choices)), new Map<string, Side>()];
  const joined = mergeDocuments(sides, (conflict) => {
    const key = conflictKey(conflict);
    const side = chosen.get(key);
    if (side !== undefined) settled.set(key, side);
    return side;
  });
  return {
    sides,
    renamed,
    joined,
    settled: Object.fromEntries(settled),
    problems: problemsOf(joined.merged, draft.program),
  };
}

function documentsOf({ ruleSet, profiles, hazards }: Documents): Documents {
  return { ruleSet, profiles, hazards };
}

function problemsOf({ ruleSet, profiles, hazards }: Documents, program: string): readonly Diagnostic[] {
  const readers = [
    () => readDraftRuleSet(ruleSet, program),
    () => readDraftProfiles(profiles),
    () => readDraftHazards(hazards),
  ];
  return readers.flatMap((read) => {
    try {
      read();
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.details["diagnostics"] as readonly Diagnostic[];
    }
  });
}

/** What the release changed since the draft's base, a sentence each. */
function changesOf({ sides }: Merge, hasBase: boolean): { fr: string; en: string }[] {
  if (!hasBase) return [];
  const [before, now] = [sides.base.ruleSet, sides.theirs.ruleSet];
  return diffRuleSets(before, now).map((change) => ({
    fr: changeSentence(change, before, now, "fr").title,
    en: changeSentence(change, before, now, "en").title,
  }));
}

function wordedProblems({ joined, problems }: Merge): { fr: string; en: string }[] {
  return problems.map(({ at: [document, ...at], ...problem }) => {
    const { ruleSet, profiles } = joined.merged;
    const found = { ...problem, at };
    const of = document === "profiles" ? profiles : ruleSet;
    return { fr: diagnosticSentence(found, of, "fr"), en: diagnosticSentence(found, of, "en") };
  });
}

function conflictsOf({ sides, joined }: Merge): MergeConflict[] {
  return joined.conflicts.map((conflict) => ({
    key: conflictKey(conflict),
    kind: conflict.kind,
    at: [...conflict.at],
    words: { fr: conflictWords(conflict, sides, "fr"), en: conflictWords(conflict, sides, "en") },
  }));
}
