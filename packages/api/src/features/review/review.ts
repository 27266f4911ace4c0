// A draft's way from its authors to its reviewers and back. Every step is bound to the content that was seen.
import {
  approveDraft,
  getDraft,
  inTransaction,
  requestReview,
  returnDraft,
  type Act,
  type StepResult,
  type Tx,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { handDraft } from "../drafts/drafts.ts";
import type { ApprovalMeaning, Draft } from "../drafts/drafts.schemas.ts";
import { doneOrRefusal } from "../drafts/outcomes.ts";
import { changesOf, changesUnseen } from "./seen.ts";

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

/**
 * Approves exactly the content with this hash. Nobody approves what they wrote, nor what they have not seen.
 * @throws Refusal `changes-unseen` with the changes that whoever approves has not marked as they stand.
 */
export async function approve(
  request: { id: string; hash: string; meaning: ApprovalMeaning },
  by: string,
  deps: Deps,
): Promise<Draft> {
  const draft = await getDraft(deps.db, request.id);
  if (!draft) throw new Refusal("not-found");
  // Of another content than the one to be approved, they decide nothing: that is refused as stale.
  const { changes } = await changesOf(draft, deps);
  const act = { by, at: deps.clock.now() };
  const result = await inTransaction(deps.db, (tx) => approveDraft(tx, act, { ...request, changes }));
  if (result.kind === "unseen") throw await changesUnseen(result.current, result.anchors, deps);
  return handDraft(doneOrRefusal(result), by, deps);
}

async function step(by: string, deps: Deps, take: (tx: Tx, act: Act) => Promise<StepResult>): Promise<Draft> {
  const act = { by, at: deps.clock.now() };
  return handDraft(doneOrRefusal(await inTransaction(deps.db, (tx) => take(tx, act))), by, deps);
}
