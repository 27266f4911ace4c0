// A draft's way from its authors to its reviewers and back. Every step is a compare-and-set on status and hash, so
// that nobody approves anything but what they saw.
import { and, eq, inArray } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import type { Act, Tx } from "./db.ts";
import { isOpen, isUuid, type Draft, type NotFound } from "./draft.ts";
import { getDraft, lockDraft, mustGet } from "./drafts.ts";
import { getProgram } from "./programs.ts";
import { draftApprovals, drafts, type DraftStatus, type Meaning } from "./schema.ts";
import { unseenBy, type MarkedChange } from "./seen.ts";

export type StepResult =
  | { readonly kind: "done"; readonly draft: Draft }
  /** The content is no longer what the caller saw. */
  | { readonly kind: "stale"; readonly current: Draft }
  | { readonly kind: "wrong-status"; readonly current: Draft }
  | NotFound;

export type ApproveResult =
  | StepResult
  | { readonly kind: "own-edit"; readonly current: Draft }
  /** Whoever approves has not seen these changes as they stand. */
  | { readonly kind: "unseen"; readonly current: Draft; readonly anchors: readonly string[] };

/** Hands a draft to its reviewers. */
export async function requestReview(
  tx: Tx,
  act: Act,
  request: { id: string; hash: string; note: string },
): Promise<StepResult> {
  return step(tx, act, {
    id: request.id,
    hash: request.hash,
    from: ["editing"],
    to: "in-review",
    note: request.note,
    action: "review.request",
    payload: { hash: request.hash, note: request.note },
  });
}

/** Gives a draft back to its authors; the reason takes the place of the note. */
export async function returnDraft(
  tx: Tx,
  act: Act,
  request: { id: string; reason: string },
): Promise<StepResult> {
  return step(tx, act, {
    id: request.id,
    from: ["in-review", "approved"],
    to: "editing",
    note: request.reason,
    action: "review.return",
    payload: { reason: request.reason },
  });
}

/** Ends a draft without a release. It stays readable. */
export async function discardDraft(tx: Tx, act: Act, request: { id: string }): Promise<StepResult> {
  return step(tx, act, {
    id: request.id,
    from: ["editing", "in-review", "approved"],
    to: "discarded",
    action: "draft.discard",
    payload: {},
  });
}

/**
 * Records a person's approval of exactly the content with this hash. Nobody who saved into the draft can give one, nor
 * anybody who has not marked each of the `changes` that this content makes as seen. Once enough different people have, the draft is `approved`. Approving twice is approving once.
 */
export async function approveDraft(
  tx: Tx,
  act: Act,
  request: { id: string; hash: string; meaning: Meaning; changes: readonly MarkedChange[] },
): Promise<ApproveResult> {
  const draft = await lockDraft(tx, request.id);
  if (!draft) return { kind: "not-found" };
  if (draft.hash !== request.hash) return { kind: "stale", current: draft };
  if (draft.status !== "in-review" && draft.status !== "approved")
    return { kind: "wrong-status", current: draft };
  if (draft.authors.some((a) => a.id === act.by)) return { kind: "own-edit", current: draft };
  const anchors = await unseenBy(tx, draft.id, { person: act.by, changes: request.changes });
  if (anchors.length > 0) return { kind: "unseen", current: draft, anchors };
  const added = await tx
    .insert(draftApprovals)
    .values({ draft: draft.id, person: act.by, hash: request.hash, meaning: request.meaning, at: act.at })
    .onConflictDoNothing()
    .returning({ id: draftApprovals.id });
  const approvals = new Set([...validApprovers(draft), act.by]);
  const needed = (await getProgram(tx, draft.program))?.settings.approvalsNeeded ?? 1;
  const status: DraftStatus = approvals.size >= needed ? "approved" : "in-review";
  if (status !== draft.status) await tx.update(drafts).set({ status }).where(eq(drafts.id, draft.id));
  if (added.length > 0) {
    await appendAudit(tx, act, {
      action: "review.approve",
      subject: `draft:${draft.id}`,
      payload: { hash: request.hash, meaning: request.meaning, status },
    });
  }
  return { kind: "done", draft: await mustGet(tx, draft.id) };
}

/** Ids of the people whose approval counts: for the content as it stands, by somebody who did not write it. */
export function validApprovers(draft: Draft): readonly string[] {
  const authors = new Set(draft.authors.map((a) => a.id));
  return [...new Set(draft.approvals.filter((a) => a.current && !authors.has(a.by.id)).map((a) => a.by.id))];
}

async function step(
  tx: Tx,
  act: Act,
  how: {
    readonly id: string;
    readonly hash?: string;
    readonly from: readonly DraftStatus[];
    readonly to: DraftStatus;
    readonly note?: string;
    readonly action: string;
    readonly payload: unknown;
  },
): Promise<StepResult> {
  if (!isUuid(how.id)) return { kind: "not-found" };
  const done = await tx
    .update(drafts)
    .set({ status: how.to, ...(how.note === undefined ? {} : { note: how.note }) })
    .where(
      and(
        eq(drafts.id, how.id),
        inArray(drafts.status, [...how.from]),
        how.hash === undefined ? undefined : eq(drafts.hash, how.hash),
      ),
    )
    .returning({ id: drafts.id });
  if (done.length === 0) {
    const current = await getDraft(tx, how.id);
    if (!current) return { kind: "not-found" };
    const stale = how.hash !== undefined && current.hash !== how.hash && isOpen(current.status);
    return { kind: stale ? "stale" : "wrong-status", current };
  }
  await appendAudit(tx, act, { action: how.action, subject: `draft:${how.id}`, payload: how.payload });
  return { kind: "done", draft: await mustGet(tx, how.id) };
}
