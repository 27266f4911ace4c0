// What the database answers to a step of a draft, as a refusal or as the draft it left.
import type { ApproveResult, Draft, SaveResult } from "@jumelage/db";
import { Refusal } from "../../errors.ts";

/** The refusal for somebody who worked on an older state: what there is now, and who made it. */
export function staleRevision(current: Draft): Refusal {
  const { revision, hash, updatedAt, updatedBy } = current;
  return new Refusal("stale-revision", { revision, hash, updatedAt: updatedAt.toISOString(), updatedBy });
}

/** The draft as it was saved. @throws Refusal when nothing was written. */
export function savedOrRefusal(result: SaveResult): Draft {
  switch (result.kind) {
    case "saved":
      return result.draft;
    case "stale":
      throw staleRevision(result.current);
    case "closed":
      throw new Refusal("release-immutable", { status: result.current.status });
    case "not-found":
      throw new Refusal("not-found");
    default:
      return result satisfies never;
  }
}

/** The draft after a step. @throws Refusal when the step was not taken. */
export function doneOrRefusal(result: Exclude<ApproveResult, { readonly kind: "unseen" }>): Draft {
  switch (result.kind) {
    case "done":
      return result.draft;
    case "stale":
      throw staleRevision(result.current);
    case "own-edit":
      throw new Refusal("forbidden", { action: "review.approve", reason: "own-edit" });
    case "wrong-status": {
      const { status } = result.current;
      if (status === "published" || status === "discarded")
        throw new Refusal("release-immutable", { status });
      throw new Refusal("forbidden", { reason: "wrong-status", status });
    }
    case "not-found":
      throw new Refusal("not-found");
    default:
      return result satisfies never;
  }
}
