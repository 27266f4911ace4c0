// The sign-off ledger: who confirmed what they read, and who wrote it as it stands. Both are kept at the hash of the
// content, so that an edit reopens what was confirmed without touching any row here.
import { and, asc, eq } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import type { Act, Reader, Tx } from "./db.ts";
import { people } from "./schema.ts";
import { confirmations, edits, type ThingKind } from "./schema-lab.ts";

/** Something that is confirmed, at one content of it. */
export interface Thing {
  readonly kind: ThingKind;
  /** The id of the criterion, parameter, source or property. */
  readonly id: string;
  readonly hash: string;
}

export interface Confirmation extends Thing {
  /** The id of a person, or `system` for what a demo starts with. */
  readonly by: string;
  readonly note: string;
  readonly at: Date;
}

export interface Edit extends Thing {
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Date;
}

export type ConfirmResult = { readonly kind: "confirmed" } | { readonly kind: "own-edit" };

/**
 * Records a confirmation; whoever wrote the thing as it stands cannot give one. Twice is once. An edit that comes at the
 * same moment is not seen here, so whoever reads the ledger leaves out what authors confirmed.
 */
export async function confirmThing(
  tx: Tx,
  act: Act,
  request: { readonly program: string; readonly thing: Thing; readonly note: string },
): Promise<ConfirmResult> {
  const { program, thing, note } = request;
  const own = await tx
    .select({ id: edits.id })
    .from(edits)
    .where(
      and(
        eq(edits.program, program),
        eq(edits.kind, thing.kind),
        eq(edits.thing, thing.id),
        eq(edits.hash, thing.hash),
        eq(edits.person, act.by),
      ),
    )
    .limit(1);
  if (own.length > 0) return { kind: "own-edit" };
  const added = await tx
    .insert(confirmations)
    .values({ program, ...columnsOf(thing), person: act.by, note, at: act.at })
    .onConflictDoNothing()
    .returning({ id: confirmations.id });
  if (added.length > 0) {
    await appendAudit(tx, act, {
      action: "ledger.confirm",
      subject: `program:${program}`,
      payload: { ...thing, note },
    });
  }
  return { kind: "confirmed" };
}

/** What a new installation's demo starts with: everything confirmed, by nobody in particular. One audit row in all. */
export async function seedConfirmations(
  tx: Tx,
  act: Act,
  seed: { readonly program: string; readonly things: readonly Thing[]; readonly note: string },
): Promise<void> {
  if (seed.things.length === 0) return;
  await tx
    .insert(confirmations)
    .values(
      seed.things.map((thing) => ({
        program: seed.program,
        ...columnsOf(thing),
        person: act.by,
        note: seed.note,
        at: act.at,
      })),
    )
    .onConflictDoNothing();
  await appendAudit(tx, act, {
    action: "ledger.seed",
    subject: `program:${seed.program}`,
    payload: { things: seed.things.length, note: seed.note },
  });
}

/** Every confirmation of a program, oldest first. */
export async function confirmationsOf(reader: Reader, program: string): Promise<readonly Confirmation[]> {
  const rows = await reader
    .select()
    .from(confirmations)
    .where(eq(confirmations.program, program))
    .orderBy(asc(confirmations.id));
  return rows.map((row) => ({
    kind: row.kind,
    id: row.thing,
    hash: row.hash,
    by: row.person,
    note: row.note,
    at: row.at,
  }));
}

/** Records who brought things to their present content. `saveDraft` does it in the transaction of the edit. */
export async function recordEdits(
  tx: Tx,
  act: Act,
  record: { readonly program: string; readonly draft: string; readonly things: readonly Thing[] },
): Promise<void> {
  if (record.things.length === 0) return;
  await tx
    .insert(edits)
    .values(
      record.things.map((thing) => ({
        program: record.program,
        draft: record.draft,
        ...columnsOf(thing),
        person: act.by,
        at: act.at,
      })),
    )
    .onConflictDoNothing();
}

/** Every edit of a program, oldest first. */
export async function editsOf(reader: Reader, program: string): Promise<readonly Edit[]> {
  const rows = await reader
    .select({ row: edits, name: people.name })
    .from(edits)
    .innerJoin(people, eq(people.id, edits.person))
    .where(eq(edits.program, program))
    .orderBy(asc(edits.id));
  return rows.map(({ row, name }) => ({
    kind: row.kind,
    id: row.thing,
    hash: row.hash,
    by: { id: row.person, name },
    at: row.at,
  }));
}

function columnsOf({ kind, id, hash }: Thing) {
  return { kind, thing: id, hash };
}
