// Which of a program's open drafts is on screen when its address names none, or one that is not open.
import type { DraftSummary } from "@jumelage/api/schemas";

/**
 * The draft that is asked for; else the last one this person started; else the one that was started first. None of
 * this changes because somebody else works, so that nobody's screen turns to another draft.
 */
export function chooseDraft(
  drafts: readonly DraftSummary[],
  { asked, person }: { readonly asked: string | undefined; readonly person: string | undefined },
): DraftSummary | undefined {
  return drafts.find((d) => d.id === asked) ?? drafts.findLast((d) => d.createdBy.id === person) ?? drafts[0];
}
