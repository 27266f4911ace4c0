// Where expectations come from, as the product saw it: what was recorded for each content of a profile, and to whom the
// criteria were handed before. Nothing here believes what a caller says of itself.
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Act, Db, Reader, Tx } from "./db.ts";
import { expectationOrigins, handedOut, type Provenance } from "./schema-lab.ts";

/** How the expectation of a profile with this content came to be. */
export interface Origin {
  readonly profile: string;
  /** Of the profile's facts, date and expectation. */
  readonly hash: string;
  readonly provenance: Provenance;
  /** The statement that says so; never with `accepted-output`. */
  readonly statement?: string;
}

/** Records where expectations come from. `saveDraft` does it in the transaction of the edit. */
export async function recordOrigins(
  tx: Tx,
  act: Act,
  record: { readonly program: string; readonly draft: string; readonly origins: readonly Origin[] },
): Promise<void> {
  if (record.origins.length === 0) return;
  await tx.insert(expectationOrigins).values(
    record.origins.map(({ profile, hash, provenance, statement }) => ({
      program: record.program,
      draft: record.draft,
      profile,
      hash,
      provenance,
      statement: statement ?? null,
      person: act.by,
      at: act.at,
    })),
  );
}

/** What was recorded for these profiles of a program, oldest first. */
export async function originsOf(
  reader: Reader,
  program: string,
  profiles: readonly string[],
): Promise<readonly Origin[]> {
  if (profiles.length === 0) return [];
  const rows = await reader
    .select()
    .from(expectationOrigins)
    .where(and(eq(expectationOrigins.program, program), inArray(expectationOrigins.profile, [...profiles])))
    .orderBy(asc(expectationOrigins.id));
  return rows.map(({ profile, hash, provenance, statement }) => ({
    profile,
    hash,
    provenance,
    ...(statement === null ? {} : { statement }),
  }));
}

/** The criteria of one decision, by the hash of their logic. */
export interface DecisionLogic {
  readonly decision: string;
  readonly hash: string;
}

/** Notes that a person has been given these criteria, the first time. */
export async function noteHandedOut(
  db: Db,
  act: Act,
  note: { readonly program: string; readonly logic: readonly DecisionLogic[] },
): Promise<void> {
  if (note.logic.length === 0) return;
  await db
    .insert(handedOut)
    .values(note.logic.map((l) => ({ program: note.program, person: act.by, ...l, at: act.at })))
    .onConflictDoNothing();
}

/** Whether a person has been given any of these criteria. */
export async function wasHandedAny(
  reader: Reader,
  request: { readonly program: string; readonly person: string; readonly logic: readonly DecisionLogic[] },
): Promise<boolean> {
  if (request.logic.length === 0) return false;
  const rows = await reader
    .select({ decision: handedOut.decision, hash: handedOut.hash })
    .from(handedOut)
    .where(
      and(
        eq(handedOut.program, request.program),
        eq(handedOut.person, request.person),
        inArray(
          handedOut.hash,
          request.logic.map((l) => l.hash),
        ),
      ),
    );
  return rows.some((row) => request.logic.some((l) => l.decision === row.decision && l.hash === row.hash));
}
