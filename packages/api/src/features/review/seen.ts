// The changes of a draft since the release it starts from, and who has seen each as it stands. A program that never had a
// release has no such list: there, everything is new.
import {
  getDraft as readDraft,
  getRelease,
  inTransaction,
  markSeen,
  seenOf,
  type Draft as StoredDraft,
  type MarkedChange,
} from "@jumelage/db";
import { changesToSee, textOfChange, type ChangeToSee, type Reviewed } from "@jumelage/engine";
import { changeSentence, profileChangeSentence, textIn } from "@jumelage/engine/words";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { sha256Of } from "../../hash.ts";
import { staleRevision } from "../drafts/outcomes.ts";
import type { ChangesToSee, ChangesUnseen, MarkSeen } from "./review.schemas.ts";

interface Listed {
  readonly base: Reviewed;
  readonly changes: readonly (ChangeToSee & MarkedChange)[];
}

/** The changes of a draft, with their fingerprints. */
export async function changesOf(draft: StoredDraft, deps: Pick<Deps, "db" | "digest">): Promise<Listed> {
  const base = draft.base ? await getRelease(deps.db, draft.program, draft.base.number) : undefined;
  if (!base) return { base: draft, changes: [] };
  const changes = changesToSee(base, draft).map(async (change) => ({
    ...change,
    fingerprint: await sha256Of(textOfChange(change), deps.digest),
  }));
  return { base, changes: await Promise.all(changes) };
}

/** What there is to see in a draft, and who has seen it. @throws Refusal `not-found`. */
export async function changesToReview(id: string, deps: Deps): Promise<ChangesToSee> {
  const draft = await readDraft(deps.db, id);
  if (!draft) throw new Refusal("not-found");
  return listed(draft, deps);
}

/**
 * Marks changes as seen, or takes marks back.
 * @throws Refusal `stale-revision` when one of them is no longer as it was seen, `release-immutable` for a closed draft.
 */
export async function markChanges(request: MarkSeen, by: string, deps: Deps): Promise<ChangesToSee> {
  const draft = await readDraft(deps.db, request.id);
  if (!draft) throw new Refusal("not-found");
  const there = new Map((await changesOf(draft, deps)).changes.map((c) => [c.anchor, c.fingerprint]));
  if (request.changes.some((c) => there.get(c.anchor) !== c.fingerprint)) throw staleRevision(draft);
  const act = { by, at: deps.clock.now() };
  const { seen, changes } = request;
  const marked = await inTransaction(deps.db, (tx) =>
    markSeen(tx, act, { draft: draft.id, hash: draft.hash, changes, seen }),
  );
  switch (marked.kind) {
    case "done":
      return listed(draft, deps);
    case "stale":
      throw staleRevision(marked.current);
    case "closed":
      throw new Refusal("release-immutable", { status: marked.current.status });
    case "not-found":
      throw new Refusal("not-found");
    default:
      return marked satisfies never;
  }
}

/** The refusal for whoever has not seen these changes: which they are, in words. */
export async function changesUnseen(
  draft: StoredDraft,
  anchors: readonly string[],
  deps: Deps,
): Promise<Refusal> {
  const { base, changes } = await changesOf(draft, deps);
  const unseen = changes.filter((c) => anchors.includes(c.anchor));
  const told: ChangesUnseen = {
    changes: unseen.map((change) => ({ anchor: change.anchor, words: titleOf(change, base, draft) })),
  };
  return new Refusal("changes-unseen", { ...told });
}

async function listed(draft: StoredDraft, deps: Deps): Promise<ChangesToSee> {
  const [{ changes }, marks] = await Promise.all([changesOf(draft, deps), seenOf(deps.db, draft.id)]);
  return {
    hash: draft.hash,
    changes: changes.map(({ anchor, fingerprint }) => ({
      anchor,
      fingerprint,
      seenBy: marks
        .filter((m) => m.anchor === anchor && m.fingerprint === fingerprint)
        .map((m) => ({ by: m.by, at: m.at.toISOString() })),
    })),
  };
}

function titleOf(change: ChangeToSee, base: Reviewed, head: Reviewed): { fr: string; en: string } {
  const inLanguage = (lang: "fr" | "en"): string => {
    switch (change.in) {
      case "ruleSet":
        return changeSentence(change.change, base.ruleSet, head.ruleSet, lang).title;
      case "profiles":
        return profileChangeSentence(change.change, base, head, lang).title;
      case "hazards": {
        const { hazard } = change.change;
        const found = [...head.hazards, ...base.hazards].find((h) => h.id === hazard);
        return found ? textIn(found.title, lang) : hazard;
      }
      default:
        return change satisfies never;
    }
  };
  return { fr: inLanguage("fr"), en: inLanguage("en") };
}
