// Drafts: started from the release in force, saved by compare-and-set on their revision. What happens to a draft
// once it leaves its authors' hands is in `review.ts` and `publish.ts`.
import { sameJson, type DraftRuleSet, type Hazard, type Profile } from "@jumelage/engine";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appendAudit } from "./audit.ts";
import { isUniqueViolation, type Act, type Reader, type Tx } from "./db.ts";
import {
  draftHash,
  isOpen,
  isUuid,
  openStatuses,
  type Draft,
  type DraftContent,
  type DraftSummary,
  type ExpectationChange,
  type SaveResult,
  type StartResult,
} from "./draft.ts";
import { asDraftRuleSet, asExpected, asHazards, asProfiles } from "./documents.ts";
import { recordOrigins, type Origin } from "./expectations.ts";
import { recordEdits, type Thing } from "./ledger.ts";
import { currentRelease } from "./releases.ts";
import { draftApprovals, draftAuthors, drafts, expectationChanges, people } from "./schema.ts";

/**
 * Starts the program's draft from the release in force, or from `content`, whose author is then whoever starts it.
 * At most one draft is open per program: an open one is handed back instead.
 * @throws Error when there is neither a release nor content to start from.
 */
export async function startDraft(
  tx: Tx,
  act: Act,
  start: { readonly id: string; readonly program: string; readonly content?: DraftContent },
): Promise<StartResult> {
  const open = await openDraft(tx, start.program);
  if (open) return { kind: "already-open", draft: open };
  const release = await currentRelease(tx, start.program);
  const content = start.content ?? release;
  if (!content) throw new Error(`program ${start.program} has no release to start a draft from`);
  const base = release ? { number: release.number, sha256: release.sha256 } : null;
  const [ruleSet, profiles] = [asDraftRuleSet(content.ruleSet), asProfiles(content.profiles)];
  const hazards = asHazards(content.hazards);
  const hash = await draftHash({ base, ruleSet, profiles, hazards });
  try {
    // A savepoint: losing the race for the one open draft must not spoil the caller's transaction.
    await tx.transaction((nested) =>
      nested.insert(drafts).values({
        id: start.id,
        program: start.program,
        baseRelease: base?.number ?? null,
        baseSha256: base?.sha256 ?? null,
        status: "editing",
        revision: 1,
        hash,
        ruleSet,
        profiles,
        hazards,
        createdAt: act.at,
        createdBy: act.by,
        updatedAt: act.at,
        updatedBy: act.by,
      }),
    );
  } catch (error) {
    const winner = isUniqueViolation(error) ? await openDraft(tx, start.program) : undefined;
    if (winner) return { kind: "already-open", draft: winner };
    throw error;
  }
  if (
    !release ||
    !sameJson(
      { ruleSet, profiles, hazards },
      { ruleSet: release.ruleSet, profiles: release.profiles, hazards: release.hazards },
    )
  ) {
    await tx.insert(draftAuthors).values({ draft: start.id, person: act.by });
  }
  await appendAudit(tx, act, {
    action: "draft.start",
    subject: `draft:${start.id}`,
    payload: { program: start.program, base, hash },
  });
  return { kind: "started", draft: await mustGet(tx, start.id) };
}

/** The draft with its authors, approvals and changed expectations. */
export async function getDraft(reader: Reader, id: string): Promise<Draft | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await withNames(reader).where(eq(drafts.id, id));
  if (!row) return undefined;
  const authors = await reader
    .select({ id: people.id, name: people.name })
    .from(draftAuthors)
    .innerJoin(people, eq(people.id, draftAuthors.person))
    .where(eq(draftAuthors.draft, id))
    .orderBy(asc(people.name), asc(people.id));
  const approvals = await reader
    .select({ row: draftApprovals, name: people.name })
    .from(draftApprovals)
    .innerJoin(people, eq(people.id, draftApprovals.person))
    .where(eq(draftApprovals.draft, id))
    .orderBy(asc(draftApprovals.id));
  const changes = await reader
    .select({ row: expectationChanges, name: people.name })
    .from(expectationChanges)
    .innerJoin(people, eq(people.id, expectationChanges.person))
    .where(eq(expectationChanges.draft, id))
    .orderBy(asc(expectationChanges.id));
  return {
    ...summary(row),
    ruleSet: asDraftRuleSet(row.draft.ruleSet),
    profiles: asProfiles(row.draft.profiles),
    hazards: asHazards(row.draft.hazards),
    authors,
    approvals: approvals.map(({ row: a, name }) => ({
      by: { id: a.person, name },
      at: a.at,
      hash: a.hash,
      meaning: a.meaning,
      current: a.hash === row.draft.hash,
    })),
    expectationChanges: changes.map(({ row: c, name }) => ({
      profile: c.profile,
      before: asExpected(c.before),
      after: asExpected(c.after),
      reason: c.reason,
      by: { id: c.person, name },
      at: c.at,
    })),
  };
}

/** The program a draft belongs to, without reading its documents: every guarded call asks. */
export async function programOfDraft(reader: Reader, id: string): Promise<string | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await reader.select({ program: drafts.program }).from(drafts).where(eq(drafts.id, id));
  return row?.program;
}

/** The program's open draft, if it has one. */
export async function openDraft(reader: Reader, program: string): Promise<Draft | undefined> {
  const [found] = await reader
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(eq(drafts.program, program), inArray(drafts.status, [...openStatuses])));
  return found && getDraft(reader, found.id);
}

/** The open drafts of all programs, without their documents. */
export async function listOpenDrafts(reader: Reader): Promise<readonly DraftSummary[]> {
  const rows = await withNames(reader)
    .where(inArray(drafts.status, [...openStatuses]))
    .orderBy(asc(drafts.program));
  return rows.map(summary);
}

/**
 * Saves what is given, if the draft still stands at `expectedRevision`. An edit takes the draft back to `editing`;
 * earlier approvals no longer match its hash. Saving what is already there changes nothing.
 */
export async function saveDraft(
  tx: Tx,
  act: Act,
  save: {
    readonly id: string;
    readonly expectedRevision: number;
    readonly ruleSet?: DraftRuleSet;
    readonly profiles?: readonly Profile[];
    readonly hazards?: readonly Hazard[];
    /** What this save brings to another content, for the ledger. */
    readonly edits?: readonly Thing[];
    /** Where the expectations that this save brings come from. */
    readonly origins?: readonly Origin[];
    readonly expectationChanges?: readonly Pick<
      ExpectationChange,
      "profile" | "before" | "after" | "reason"
    >[];
  },
): Promise<SaveResult> {
  const current = await getDraft(tx, save.id);
  if (!current) return { kind: "not-found" };
  if (!isOpen(current.status)) return { kind: "closed", current };
  if (current.revision !== save.expectedRevision) return { kind: "stale", current };
  const ruleSet = save.ruleSet ? asDraftRuleSet(save.ruleSet) : current.ruleSet;
  const profiles = save.profiles ? asProfiles(save.profiles) : current.profiles;
  const hazards = save.hazards ? asHazards(save.hazards) : current.hazards;
  const hash = await draftHash({ base: current.base, ruleSet, profiles, hazards });
  const unchanged = hash === current.hash;
  if (unchanged && !save.origins?.length && !save.expectationChanges?.length)
    return { kind: "saved", draft: current };
  const done = await tx
    .update(drafts)
    .set({
      ruleSet,
      profiles,
      hazards,
      hash,
      status: "editing",
      revision: sql`${drafts.revision} + 1`,
      updatedAt: act.at,
      updatedBy: act.by,
    })
    .where(
      and(
        eq(drafts.id, save.id),
        eq(drafts.revision, save.expectedRevision),
        inArray(drafts.status, [...openStatuses]),
      ),
    )
    .returning({ revision: drafts.revision });
  if (done.length === 0) {
    const now = await mustGet(tx, save.id);
    return isOpen(now.status) ? { kind: "stale", current: now } : { kind: "closed", current: now };
  }
  await tx.insert(draftAuthors).values({ draft: save.id, person: act.by }).onConflictDoNothing();
  const { program } = current;
  await recordEdits(tx, act, { program, draft: save.id, things: save.edits ?? [] });
  await recordOrigins(tx, act, { program, draft: save.id, origins: save.origins ?? [] });
  if (save.expectationChanges)
    await recordExpectationChanges(tx, act, { draft: save.id, changes: save.expectationChanges });
  await appendAudit(tx, act, {
    action: "draft.save",
    subject: `draft:${save.id}`,
    payload: {
      revision: save.expectedRevision + 1,
      hash,
      expectations: save.expectationChanges?.map((c) => c.profile) ?? [],
    },
  });
  if (!sameJson(hazards, current.hazards)) {
    await appendAudit(tx, act, {
      action: "hazards.save",
      subject: `draft:${save.id}`,
      payload: { hash, hazards: hazards.map((h) => h.id) },
    });
  }
  return { kind: "saved", draft: await mustGet(tx, save.id) };
}

/** Keeps why expectations were changed. `saveDraft` does it too, in the same transaction as the change. */
export async function recordExpectationChanges(
  tx: Tx,
  act: Act,
  record: {
    readonly draft: string;
    readonly changes: readonly Pick<ExpectationChange, "profile" | "before" | "after" | "reason">[];
  },
): Promise<void> {
  if (record.changes.length === 0) return;
  await tx.insert(expectationChanges).values(
    record.changes.map((c) => ({
      draft: record.draft,
      profile: c.profile,
      before: asExpected(c.before),
      after: asExpected(c.after),
      reason: c.reason,
      person: act.by,
      at: act.at,
    })),
  );
}

/** The draft, which the caller knows to exist. */
export async function mustGet(reader: Reader, id: string): Promise<Draft> {
  const draft = await getDraft(reader, id);
  if (!draft) throw new Error(`draft ${id} is gone`);
  return draft;
}

const creator = alias(people, "creator");
const updater = alias(people, "updater");

function withNames(reader: Reader) {
  return reader
    .select({ draft: drafts, createdBy: creator.name, updatedBy: updater.name })
    .from(drafts)
    .innerJoin(creator, eq(creator.id, drafts.createdBy))
    .innerJoin(updater, eq(updater.id, drafts.updatedBy))
    .$dynamic();
}

function summary(row: {
  draft: typeof drafts.$inferSelect;
  createdBy: string;
  updatedBy: string;
}): DraftSummary {
  const { id, program, baseRelease, baseSha256, status, revision, hash, note, createdAt, updatedAt } =
    row.draft;
  return {
    id,
    program,
    base: baseRelease === null || baseSha256 === null ? null : { number: baseRelease, sha256: baseSha256 },
    status,
    revision,
    hash,
    note,
    createdAt,
    createdBy: { id: row.draft.createdBy, name: row.createdBy },
    updatedAt,
    updatedBy: { id: row.draft.updatedBy, name: row.updatedBy },
  };
}
