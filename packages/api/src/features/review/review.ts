// A draft's way from its authors to its reviewers and back. Every step is bound to the content that was seen.
import {
  approveDraft,
  inTransaction,
  requestReview,
  returnDraft,
  type ApproveResult,
  type Tx,
  type Act,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { handDraft } from "../drafts/drafts.ts";
import type { ApprovalMeaning, Draft } from "../drafts/drafts.schemas.ts";
import { doneOrRefusal } from "../drafts/outcomes.ts";

/** Hands a draft to its reviewers. */
export function askForReview(
  request: { id: string; hash: string; note: string },
  by: string,
  deps: Deps,
): Promise<Draft> {
  return step(by, deps, (tx, act) => requestReview(tx, act, request));
}

/** Gives a draft back to its authors, with a reason. */
export function giveBack(request: { id: string; reason: string }, by: string, deps: Deps): Promise<Draft> {
  return step(by, deps, (tx, act) => returnDraft(tx, act, request));
}

/** Approves exactly the content with this hash. Nobody approves what they wrote. */
export function approve(
  request: { id: string; hash: string; meaning: ApprovalMeaning },
  by: string,
  deps: Deps,
): Promise<Draft> {
  return step(by, deps, (tx, act) => approveDraft(tx, act, request));
}

async function step(
  by: string,
  deps: Deps,
  take: (tx: Tx, act: Act) => Promise<ApproveResult>,
): Promise<Draft> {
  const act = { by, at: deps.clock.now() };
  return handDraft(doneOrRefusal(await inTransaction(deps.db, (tx) => take(tx, act))), by, deps);
}
