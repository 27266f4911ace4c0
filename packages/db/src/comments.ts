// What people say about a draft, or about something in it, as threads: what opens one, the answers, and whether it is
// resolved. Nothing is changed or taken back; what a thread is comes from the order of what was said.
import { and, asc, eq, isNull } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import type { Act, Reader, Tx } from "./db.ts";
import { isOpen, isUuid, type Draft, type NotFound, type PersonName } from "./draft.ts";
import { lockDraft } from "./drafts.ts";
import { people } from "./schema.ts";
import { draftComments, type CommentAct } from "./schema-drafts.ts";

export interface Said {
  readonly id: number;
  readonly by: PersonName;
  readonly at: Date;
  readonly text: string;
}

export interface Thread {
  /** What it is about; empty: the draft as a whole. */
  readonly anchor: string;
  /** What opened it, then the answers. */
  readonly said: readonly [Said, ...Said[]];
  readonly resolved: { readonly by: PersonName; readonly at: Date } | null;
}

export type CommentResult =
  | { readonly kind: "done" }
  /** No such thread was opened in this draft. */
  | { readonly kind: "no-thread" }
  | { readonly kind: "closed"; readonly current: Draft }
  | NotFound;

/** Opens a thread. */
export function comment(
  tx: Tx,
  act: Act,
  said: { readonly draft: string; readonly anchor: string; readonly text: string },
): Promise<CommentResult> {
  return add(tx, act, { draft: said.draft, anchor: said.anchor, what: "said", text: said.text });
}

/** Says something more in a thread. */
export function answerComment(
  tx: Tx,
  act: Act,
  said: { readonly draft: string; readonly thread: number; readonly text: string },
): Promise<CommentResult> {
  return add(tx, act, { draft: said.draft, thread: said.thread, what: "said", text: said.text });
}

/** Resolves a thread, or opens it again; what is so already is left as it is. */
export function settleComment(
  tx: Tx,
  act: Act,
  settled: { readonly draft: string; readonly thread: number; readonly resolved: boolean },
): Promise<CommentResult> {
  const what = settled.resolved ? "resolved" : "reopened";
  return add(tx, act, { draft: settled.draft, thread: settled.thread, what, text: "" });
}

/** The threads of a draft, those opened first first. */
export async function threadsOf(reader: Reader, draft: string): Promise<readonly Thread[]> {
  if (!isUuid(draft)) return [];
  const rows = await reader
    .select({ row: draftComments, name: people.name })
    .from(draftComments)
    .innerJoin(people, eq(people.id, draftComments.person))
    .where(eq(draftComments.draft, draft))
    .orderBy(asc(draftComments.id));
  const threads = new Map<
    number,
    { anchor: string; said: [Said, ...Said[]]; resolved: Thread["resolved"] }
  >();
  for (const { row, name } of rows) {
    const by = { id: row.person, name };
    const said = { id: row.id, by, at: row.at, text: row.text };
    const thread = threads.get(row.thread ?? row.id);
    if (thread === undefined) threads.set(row.id, { anchor: row.anchor, said: [said], resolved: null });
    else if (row.act === "said") thread.said.push(said);
    else thread.resolved = row.act === "resolved" ? { by, at: row.at } : null;
  }
  return [...threads.values()];
}

interface Added {
  readonly draft: string;
  readonly anchor?: string;
  readonly thread?: number;
  readonly what: CommentAct;
  readonly text: string;
}

const actions = {
  said: "comment.write",
  resolved: "comment.resolve",
  reopened: "comment.reopen",
} as const satisfies Readonly<Record<CommentAct, string>>;

async function add(tx: Tx, act: Act, added: Added): Promise<CommentResult> {
  const draft = await lockDraft(tx, added.draft);
  if (!draft) return { kind: "not-found" };
  if (!isOpen(draft.status)) return { kind: "closed", current: draft };
  const { thread, what, text } = added;
  const opened = thread === undefined ? undefined : await openingOf(tx, draft.id, thread);
  if (thread !== undefined && opened === undefined) return { kind: "no-thread" };
  if (
    thread !== undefined &&
    what !== "said" &&
    (await isResolved(tx, draft.id, thread)) === (what === "resolved")
  )
    return { kind: "done" };
  const anchor = opened ?? added.anchor ?? "";
  await tx.insert(draftComments).values({
    draft: draft.id,
    anchor,
    thread: thread ?? null,
    act: what,
    text,
    person: act.by,
    at: act.at,
  });
  await appendAudit(tx, act, {
    action: thread !== undefined && what === "said" ? "comment.answer" : actions[what],
    subject: `draft:${draft.id}`,
    payload: { ...(anchor === "" ? {} : { anchor }), ...(text === "" ? {} : { text }) },
  });
  return { kind: "done" };
}

/** What the thread that a comment opened is about; undefined where it opened none in this draft. */
async function openingOf(tx: Tx, draft: string, thread: number): Promise<string | undefined> {
  const [row] = await tx
    .select({ anchor: draftComments.anchor })
    .from(draftComments)
    .where(and(eq(draftComments.id, thread), eq(draftComments.draft, draft), isNull(draftComments.thread)));
  return row?.anchor;
}

async function isResolved(tx: Tx, draft: string, thread: number): Promise<boolean> {
  const threads = await threadsOf(tx, draft);
  return threads.some((t) => t.said[0].id === thread && t.resolved !== null);
}
