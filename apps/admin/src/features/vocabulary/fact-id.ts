// What applications call a fact. It can be chosen, and changed everywhere, as long as no version has the fact.
import type { Profile } from "@jumelage/engine";
import type { Documents } from "../../draft/document.ts";

export type IdTrouble = "malformed" | "taken";

/** What is wrong with an id for a fact; `taken` are those of other facts and thresholds. */
export function troubleOfId(id: string, taken: readonly string[]): IdTrouble | undefined {
  if (!/^[a-z][A-Za-z0-9]{0,63}$/.test(id) || id === "constructor" || id === "prototype") return "malformed";
  return taken.includes(id) ? "taken" : undefined;
}

/** The documents with a fact called otherwise, wherever it is named. */
export function renameFact(documents: Documents, from: string, to: string): Documents {
  const { ruleSet, profiles } = documents;
  const named = <T>(json: T): T => renamedIn(json, from, to) as T;
  const id = (fact: string): string => (fact === from ? to : fact);
  return {
    ...documents,
    ruleSet: {
      ...ruleSet,
      facts: ruleSet.facts.map((f) =>
        f.id === from || f.derive?.sum.includes(from) ? { ...named(f), id: id(f.id) } : f,
      ),
      conditions: ruleSet.conditions.map((c) => ({ ...c, when: named(c.when) })),
      criteria: ruleSet.criteria.map((c) => (c.when === undefined ? c : { ...c, when: named(c.when) })),
      properties: ruleSet.properties.map((p) => ({ ...p, claim: named(p.claim) })),
    },
    profiles: profiles.map((p) => inProfile(p, id)),
  };
}

function inProfile(profile: Profile, id: (fact: string) => string): Profile {
  const { expected } = profile;
  const facts = Object.fromEntries(Object.entries(profile.facts).map(([key, value]) => [id(key), value]));
  const lists = (["missing", "unverified", "assumed"] as const).flatMap((list) => {
    const ids = expected[list];
    return ids === undefined ? [] : [[list, ids.map(id)] as const];
  });
  const problems = expected.problems?.map((problem) => ({ ...problem, fact: id(problem.fact) }));
  return {
    ...profile,
    facts,
    expected: { ...expected, ...Object.fromEntries(lists), ...(problems ? { problems } : {}) },
  };
}

/** A condition, a claim or a fact with every `fact`, `facts` and `sum` that names the one called otherwise. */
function renamedIn(json: unknown, from: string, to: string): unknown {
  if (Array.isArray(json)) return json.map((item) => renamedIn(item, from, to));
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]: [string, unknown]) => {
      if (key === "fact" && value === from) return [key, to];
      if ((key === "facts" || key === "sum") && Array.isArray(value))
        return [key, value.map((item: unknown) => (item === from ? to : item))];
      return [key, renamedIn(value, from, to)];
    }),
  );
}
