// Changed expectations need a reason before they are saved. Which ones lack it, and what may be saved meanwhile.
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
