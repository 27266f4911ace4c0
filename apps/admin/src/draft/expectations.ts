// Changed expectations need a reason before they are saved. Which ones lack it, what may be saved meanwhile, and which
// statements chosen as reasons can be sent.
import type { Profile } from "@jumelage/engine";
import type { Documents } from "./document.ts";
import { sameValue } from "./entries.ts";

/** The profiles of `after` whose expected answer is another than in `before`; new profiles have none to differ from. */
export function changedExpectations(before: Documents, after: Documents): readonly string[] {
  if (before.profiles === after.profiles) return [];
  const old = new Map(before.profiles.map((p) => [p.id, p]));
  return after.profiles.flatMap((p) => {
    const was = old.get(p.id);
    return was !== undefined && was !== p && !sameValue(was.expected, p.expected) ? [p.id] : [];
  });
}

/** The documents with the expectations of `ids` as they were: the rest of the work need not wait for their reasons. */
export function withoutExpectations(
  documents: Documents,
  before: Documents,
  ids: readonly string[],
): Documents {
  if (ids.length === 0) return documents;
  const old = new Map(before.profiles.map((p) => [p.id, p]));
  const profiles = documents.profiles.map((p): Profile => {
    const was = ids.includes(p.id) ? old.get(p.id) : undefined;
    return was === undefined ? p : { ...p, expected: was.expected };
  });
  const same =
    profiles.every((p, i) => sameValue(p, before.profiles[i])) && profiles.length === before.profiles.length;
  return { ...documents, profiles: same ? before.profiles : profiles };
}

/** The statement chosen as the reason of what is expected, by profile; null takes an earlier one back. */
export type Citations = Readonly<Record<string, string | null>>;

/** Those of the reasons chosen that fit the documents as sent: the profile and the statement are there. */
export function citableNow(citations: Citations, sent: Documents, waiting: readonly string[]): Citations {
  const { ruleSet, profiles } = sent;
  const entries = Object.entries(citations).filter(
    ([id, statement]) =>
      !waiting.includes(id) &&
      profiles.some((p) => p.id === id) &&
      (statement === null || ruleSet.sources.some((s) => s.statements.some((t) => t.id === statement))),
  );
  return Object.fromEntries(entries);
}

/** The documents with the provenance that the server recorded, where the expectation is still the one it was sent. */
export function withProvenance(
  documents: Documents,
  recorded: Readonly<Record<string, Profile["provenance"]>>,
  sent: Documents,
): Documents {
  const asSent = new Map(sent.profiles.filter((p) => Object.hasOwn(recorded, p.id)).map((p) => [p.id, p]));
  if (asSent.size === 0) return documents;
  const profiles = documents.profiles.map((p): Profile => {
    const was = asSent.get(p.id);
    const same = was && sameValue(was.expected, p.expected) && sameValue(was.facts, p.facts);
    return same ? { ...p, provenance: recorded[p.id] ?? p.provenance } : p;
  });
  return { ...documents, profiles };
}
