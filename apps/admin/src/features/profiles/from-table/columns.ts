// What each column of a spreadsheet is about, guessed from its name and changed by whoever brings it.
import type { DraftRuleSet, Fact } from "@jumelage/engine";
import { searchable } from "../../../ui/searchable.ts";

/** `fact:ID` and `expected:ID` name a fact and a decision; `left` is read by nobody. */
export type ColumnUse =
  | "title"
  | "title:fr"
  | "title:en"
  | "story"
  | "tags"
  | "day"
  | "left"
  | `fact:${string}`
  | `expected:${string}`;

const usual: Readonly<Record<string, ColumnUse>> = {
  titre: "title",
  title: "title",
  profil: "title",
  profile: "title",
  "titre (francais)": "title:fr",
  "titre francais": "title:fr",
  "title (french)": "title:fr",
  "titre (anglais)": "title:en",
  "titre anglais": "title:en",
  "title (english)": "title:en",
  recit: "story",
  story: "story",
  etiquettes: "tags",
  tags: "tags",
  "evalue le": "day",
  "date d'evaluation": "day",
  "evaluated on": "day",
};

/** The facts that a spreadsheet can say something of: those that are asked, not those that are worked out. */
export function factsOf(ruleSet: DraftRuleSet): readonly Fact[] {
  return ruleSet.facts.filter((fact) => fact.derive === undefined);
}

/** The decisions of which one answer can be expected. */
export function decisionsOf(ruleSet: DraftRuleSet): DraftRuleSet["decisions"] {
  return ruleSet.decisions.filter((decision) => decision.kind === "one");
}

/** What columns of these names are about; no two are about the same. */
export function usesOf(names: readonly string[], ruleSet: DraftRuleSet): ColumnUse[] {
  const taken = new Set<ColumnUse>();
  return names.map((name) => {
    const use = useOf(searchable(name).trim(), ruleSet);
    if (use === "left" || taken.has(use)) return "left";
    taken.add(use);
    return use;
  });
}

function useOf(name: string, ruleSet: DraftRuleSet): ColumnUse {
  const isNamed = (texts: readonly string[]): boolean =>
    texts.some((text) => searchable(text).trim() === name);
  const fact = factsOf(ruleSet).find(({ id, label, question }) =>
    isNamed([id, label.fr, label.en, question.fr, question.en]),
  );
  if (fact) return `fact:${fact.id}`;
  const known = usual[name];
  if (known) return known;
  const [only, ...others] = decisionsOf(ruleSet);
  if (only && others.length === 0 && isNamed(["attendu", "expected"]) && name !== "")
    return `expected:${only.id}`;
  const decision = decisionsOf(ruleSet).find(({ id, title }) => isNamed([id, title.fr, title.en]));
  return decision ? `expected:${decision.id}` : "left";
}
