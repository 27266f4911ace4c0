// Drafts as they are read, and saved by compare-and-set on their revision. They begin in `start-draft.ts`; what happens
// to one once it leaves its authors' hands is in `review.ts` and `publish.ts`.
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
  type DraftSummary,
  type ExpectationChange,
  type ReleaseRef,
  type RenameResult,
  type SaveResult,
} from "./draft.ts";
import { asDraftRuleSet, asExpected, asHazards, asProfiles } from "./documents.ts";
import { recordOrigins, type Origin } from "./expectations.ts";
import { lastUpdate, recordUpdate, type Choices } from "./draft-updates.ts";
import { recordEdits, type Thing } from "./ledger.ts";
import { draftApprovals, draftAuthors, drafts, expectationChanges, people } from "./schema.ts";

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
    updated: (await lastUpdate(reader, id)) ?? null,
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

/** The open drafts of a program, or of all, without their documents; those started first come first. */
export async function listOpenDrafts(reader: Reader, program?: string): Promise<readonly DraftSummary[]> {
  const rows = await withNames(reader)
    .where(
      and(
        inArray(drafts.status, [...openStatuses]),
        program === undefined ? undefined : eq(drafts.program, program),
      ),
    )
    .orderBy(asc(drafts.program), asc(drafts.createdAt), asc(drafts.id));
  return rows.map(summary);
}

/** Gives an open draft another name; one that another open draft of the program has is not taken. */
export async function renameDraft(
  tx: Tx,
  act: Act,
  rename: { readonly id: string; readonly name: string },
): Promise<RenameResult> {
  const current = await getDraft(tx, rename.id);
  if (!current) return { kind: "not-found" };
  if (!isOpen(current.status)) return { kind: "closed", current };
  if (current.name === rename.name) return { kind: "renamed" };
  try {
    // A savepoint: a name that is taken must not spoil the caller's transaction.
    await tx.transaction((nested) =>
      nested.update(drafts).set({ name: rename.name }).where(eq(drafts.id, rename.id)),
    );
  } catch (error) {
    if (isUniqueViolation(error)) return { kind: "name-taken" };
    throw error;
  }
  await appendAudit(tx, act, {
    action: "draft.rename",
    subject: `draft:${rename.id}`,
    payload: { from: current.name, to: rename.name },
  });
  return { kind: "renamed" };
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
    /** The release that the documents now start from, when they were merged with it, and how conflicts were settled. */
    readonly onto?: { readonly base: ReleaseRef; readonly choices: Choices };
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
  const base = save.onto?.base ?? current.base;
  const hash = await draftHash({ base, ruleSet, profiles, hazards });
  const unchanged = hash === current.hash;
  if (unchanged && !save.origins?.length && !save.expectationChanges?.length)
    return { kind: "saved", draft: current };
  const done = await tx
    .update(drafts)
    .set({
      baseRelease: base?.number ?? null,
      baseSha256: base?.sha256 ?? null,
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
  if (save.onto) {
    const after = { ruleSet, profiles, hazards, hash };
    await recordUpdate(tx, act, { before: current, after, ...save.onto });
  }
  await appendAudit(tx, act, {
    action: save.onto ? "draft.update" : "draft.save",
    subject: `draft:${save.id}`,
    payload: {
      ...(save.onto ? { from: current.base, to: save.onto.base, choices: save.onto.choices } : {}),
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

/** The draft, locked until the transaction ends. */
export async function lockDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  if (!isUuid(id)) return undefined;
  const locked = await tx.select({ id: drafts.id }).from(drafts).where(eq(drafts.id, id)).for("update");
  return locked.length === 0 ? undefined : mustGet(tx, id);
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
  const { id, program, name, baseRelease, baseSha256, status, revision, hash, note, createdAt, updatedAt } =
    row.draft;
  return {
    id,
    program,
    name,
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
