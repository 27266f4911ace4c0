// The difference of two sets of profiles, by id: who came, who went, which facts and which expectations changed.
import { canonicalJson } from "../model/canonical-json.ts";
import type { Profile } from "../model/profile.ts";
import type { FactChange, ProfileChange } from "./change.ts";
import { differingKeys, same } from "./same.ts";

/** Every change from `base` to `head`: changed and added profiles in the order of `head`, then removed ones. */
export function diffProfiles(base: readonly Profile[], head: readonly Profile[]): readonly ProfileChange[] {
  const before = new Map(base.map((p) => [p.id, p]));
  const after = new Set(head.map((p) => p.id));
  const changed = head.flatMap((profile): readonly ProfileChange[] => {
    const old = before.get(profile.id);
    if (old === undefined) return [{ kind: "added", profile: profile.id, facts: [], parts: [] }];
    const facts = changedFacts(old, profile);
    const parts = differingKeys(old, profile, ["facts", "expected"]);
    const expected = sameExpectation(old, profile)
      ? undefined
      : { before: old.expected, after: profile.expected };
    if (facts.length + parts.length === 0 && expected === undefined) return [];
    return [{ kind: "changed", profile: profile.id, facts, parts, ...(expected ? { expected } : {}) }];
  });
  const removed = base
    .filter((p) => !after.has(p.id))
    .map((p): ProfileChange => ({ kind: "removed", profile: p.id, facts: [], parts: [] }));
  return [...changed, ...removed];
}

function changedFacts(base: Profile, head: Profile): readonly FactChange[] {
  return differingKeys(base.facts, head.facts).map((fact) => ({
    fact,
    ...(Object.hasOwn(base.facts, fact) ? { before: base.facts[fact] } : {}),
    ...(Object.hasOwn(head.facts, fact) ? { after: head.facts[fact] } : {}),
  }));
}

/** Order never matters in an expectation. */
function sameExpectation(base: Profile, head: Profile): boolean {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((child) => canonicalJson(sorted(child))).toSorted();
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, sorted(child)]));
  };
  return same(sorted(base.expected), sorted(head.expected));
}
