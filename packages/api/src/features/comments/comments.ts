// What people say about a draft: read by those who work on it, written while it is open.
import {
  answerComment,
  comment,
  inTransaction,
  settleComment,
  threadsOf,
  type Act,
  type CommentResult,
  type Tx,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import type { AnswerComment, Threads, WriteComment } from "./comments.schemas.ts";

/** The threads of a draft, whatever became of it. */
export async function threadsOfDraft(id: string, deps: Deps): Promise<Threads> {
  const threads = await threadsOf(deps.db, id);
  return threads.map(({ anchor, said, resolved }) => ({
    thread: said[0].id,
    anchor,
    said: said.map((s) => ({ ...s, at: s.at.toISOString() })),
    resolved: resolved && { ...resolved, at: resolved.at.toISOString() },
  }));
}

/** Opens a thread. @throws Refusal `release-immutable` for a closed draft, as the others do. */
export function writeComment({ id, ...said }: WriteComment, by: string, deps: Deps): Promise<Threads> {
  return step(id, by, deps, (tx, act) => comment(tx, act, { draft: id, ...said }));
}

/** Answers in a thread. @throws Refusal `invalid-input` (`reason: no-thread`) where the draft has none such. */
export function answer({ id, ...said }: AnswerComment, by: string, deps: Deps): Promise<Threads> {
  return step(id, by, deps, (tx, act) => answerComment(tx, act, { draft: id, ...said }));
}

/** Resolves a thread or opens it again. @throws Refusal `invalid-input` (`reason: no-thread`) where the draft has none such. */
export function settle(
  { id, ...settled }: { readonly id: string; readonly thread: number; readonly resolved: boolean },
  by: string,
  deps: Deps,
): Promise<Threads> {
  return step(id, by, deps, (tx, act) => settleComment(tx, act, { draft: id, ...settled }));
}

async function step(
  id: string,
  by: string,
  deps: Deps,
  take: (tx: Tx, act: Act) => Promise<CommentResult>,
): Promise<Threads> {
  const act = { by, at: deps.clock.now() };
  const result = await inTransaction(deps.db, (tx) => take(tx, act));
  if (result.kind === "not-found") throw new Refusal("not-found");
  if (result.kind === "no-thread") throw new Refusal("invalid-input", { reason: "no-thread" });
  if (result.kind === "closed") throw new Refusal("release-immutable", { status: result.current.status });
  return threadsOfDraft(id, deps);
}
