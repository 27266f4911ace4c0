// Who has seen which change of a draft, as it then stood. What the changes are is worked out by the caller, who also knows
// how each is recognised.
import { and, asc, eq } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import type { Act, Reader, Tx } from "./db.ts";
import { isOpen, isUuid, type Draft, type NotFound, type PersonName } from "./draft.ts";
import { lockDraft } from "./drafts.ts";
import { people } from "./schema.ts";
import { draftSeen } from "./schema-drafts.ts";

/** A change as it stands: what it is of, and the SHA-256 of what it was and is. */
export interface MarkedChange {
  readonly anchor: string;
  readonly fingerprint: string;
}

export interface SeenMark extends MarkedChange {
  readonly by: PersonName;
  readonly at: Date;
}

export type MarkResult =
  | { readonly kind: "done" }
  /** The content is no longer the one in which these changes were found. */
  | { readonly kind: "stale"; readonly current: Draft }
  | { readonly kind: "closed"; readonly current: Draft }
  | NotFound;

/** Marks changes as seen by whoever acts, or takes their marks back; what is so already is left as it is. */
export async function markSeen(
  tx: Tx,
  act: Act,
  request: {
    readonly draft: string;
    /** Of the content in which the changes were found. */
    readonly hash: string;
    readonly changes: readonly MarkedChange[];
    readonly seen: boolean;
  },
): Promise<MarkResult> {
  const draft = await lockDraft(tx, request.draft);
  if (!draft) return { kind: "not-found" };
  if (!isOpen(draft.status)) return { kind: "closed", current: draft };
  if (draft.hash !== request.hash) return { kind: "stale", current: draft };
  const { seen } = request;
  const known = new Set((await marksOf(tx, draft.id, act.by)).map(keyOf));
  const changes = request.changes.filter((change) => known.has(keyOf(change)) !== seen);
  if (changes.length === 0) return { kind: "done" };
  await tx.insert(draftSeen).values(
    changes.map(({ anchor, fingerprint }) => ({
      draft: draft.id,
      person: act.by,
      anchor,
      fingerprint,
      seen,
      at: act.at,
    })),
  );
  await appendAudit(tx, act, {
    action: seen ? "review.see" : "review.unsee",
    subject: `draft:${draft.id}`,
    payload: { changes: Object.fromEntries(changes.map((c) => [c.anchor, c.fingerprint])) },
  });
  return { kind: "done" };
}

/** The marks of a draft that were not taken back, for whatever content they were given, oldest first. */
export async function seenOf(reader: Reader, draft: string): Promise<readonly SeenMark[]> {
  return isUuid(draft) ? marksOf(reader, draft) : [];
}

/** Which of these changes somebody has not seen as they stand, by their anchors. */
export async function unseenBy(
  reader: Reader,
  draft: string,
  viewer: { readonly person: string; readonly changes: readonly MarkedChange[] },
): Promise<readonly string[]> {
  if (viewer.changes.length === 0) return [];
  const known = new Set((await marksOf(reader, draft, viewer.person)).map(keyOf));
  return viewer.changes.filter((change) => !known.has(keyOf(change))).map((change) => change.anchor);
}

async function marksOf(reader: Reader, draft: string, person?: string): Promise<readonly SeenMark[]> {
  const rows = await reader
    .select({ row: draftSeen, name: people.name })
    .from(draftSeen)
    .innerJoin(people, eq(people.id, draftSeen.person))
    .where(and(eq(draftSeen.draft, draft), person === undefined ? undefined : eq(draftSeen.person, person)))
    .orderBy(asc(draftSeen.id));
  const newest = new Map<string, (typeof rows)[number]>();
  for (const found of rows) {
    const key = `${found.row.person}\n${keyOf(found.row)}`;
    newest.delete(key);
    newest.set(key, found);
  }
  return [...newest.values()].flatMap(({ row, name }) =>
    row.seen
      ? [{ anchor: row.anchor, fingerprint: row.fingerprint, by: { id: row.person, name }, at: row.at }]
      : [],
  );
}

function keyOf({ anchor, fingerprint }: MarkedChange): string {
  return `${fingerprint}\n${anchor}`;
}
