// Edits of the list of profiles: a new one, a copy, one changed, one less. Pure; ids follow those already there.
import { sameJson, type Facts, type Profile } from "@jumelage/engine";

/** The list with one profile changed. */
export function withProfile(
  profiles: readonly Profile[],
  id: string,
  change: (profile: Profile) => Profile,
): readonly Profile[] {
  return profiles.map((p) => (p.id === id ? change(p) : p));
}

/** An id in the manner of the ids already there (`PA92` gives `PA93`). */
export function freshProfileId(profiles: readonly Profile[]): string {
  return freshProfileIds(profiles)();
}

/** Such ids, one after the other. */
export function freshProfileIds(profiles: readonly Profile[]): () => string {
  const taken = new Set(profiles.map((p) => p.id));
  const numbered = profiles.flatMap((p) => /^(.*?)(\d+)$/.exec(p.id) ?? []);
  const [, stem = "P", digits = "00"] = numbered.slice(-3);
  let n = profiles.length;
  return () => {
    for (;;) {
      n += 1;
      const id = `${stem}${String(n).padStart(digits.length, "0")}`.slice(-64);
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
}

/** What a profile is called until somebody says better. */
export const newTitle: Profile["title"] = { fr: "Nouveau profil", en: "New profile" };

/** The list with an empty profile at its end, and its id. */
export function addProfile(
  profiles: readonly Profile[],
  title: Profile["title"],
): { readonly profiles: readonly Profile[]; readonly id: string } {
  const id = freshProfileId(profiles);
  const profile: Profile = {
    id,
    title,
    tags: [],
    facts: {},
    provenance: "accepted-output",
    expected: { decisions: {} },
  };
  return { id, profiles: [...profiles, profile] };
}

/** The list with a copy of a profile right after it, expecting nothing yet, and the copy's id. */
export function duplicateProfile(
  profiles: readonly Profile[],
  original: string,
): { readonly profiles: readonly Profile[]; readonly id: string } {
  const id = freshProfileId(profiles);
  const copyOf = (p: Profile): Profile => ({
    ...structuredClone(p),
    id,
    title: { fr: `${p.title.fr} (copie)`, en: `${p.title.en} (copy)` },
    provenance: "accepted-output",
    expected: { decisions: {} },
  });
  return { id, profiles: profiles.flatMap((p) => (p.id === original ? [p, copyOf(p)] : [p])) };
}

export function removeProfile(profiles: readonly Profile[], id: string): readonly Profile[] {
  return profiles.filter((p) => p.id !== id);
}

/** The list with a tag added to some of its profiles, or taken away from them. */
export function retagged(
  profiles: readonly Profile[],
  chosen: ReadonlySet<string>,
  { tag, has }: { readonly tag: string; readonly has: boolean },
): readonly Profile[] {
  return profiles.map((profile) => {
    if (!chosen.has(profile.id) || profile.tags.includes(tag) === has) return profile;
    return { ...profile, tags: has ? [...profile.tags, tag] : profile.tags.filter((t) => t !== tag) };
  });
}

/** The list with proposed profiles at its end, under ids of their own; each person once, and nobody who is there already. */
export function addProposed(profiles: readonly Profile[], proposed: readonly Profile[]): readonly Profile[] {
  const freshId = freshProfileIds(profiles);
  return proposed.reduce<readonly Profile[]>((list, profile) => {
    const person = { at: profile.evaluatedOn ?? "", facts: profile.facts };
    return list.some((p) => isPerson(p, person)) ? list : [...list, { ...profile, id: freshId() }];
  }, profiles);
}

/** Whether a profile is this person, on this day where the day matters. */
export function isPerson(
  profile: Profile,
  { at, facts }: { readonly at: string; readonly facts: Facts },
): boolean {
  return sameJson(profile.facts, facts) && (!isDated(facts) || profile.evaluatedOn === at);
}

/** Whether the day matters: some fact says when it was observed. */
export function isDated(facts: Facts): boolean {
  return Object.values(facts).some((f) => typeof f === "object" && f !== null && "observedOn" in f);
}
