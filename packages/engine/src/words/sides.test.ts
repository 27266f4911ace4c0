// Each side of each kind of test, and the titles and reasons of the profiles that the lab makes, in both languages.
import { describe, expect, test } from "vitest";
import { labelled, said } from "../../test/labelled.ts";
import { criterion } from "../../test/tiny.ts";
import { seededFaults } from "../lab/faults/index.ts";
import type { Boundary, Fault } from "../model/lab.ts";
import type { Profile } from "../model/profile.ts";
import { boundarySentence, faultSentence, faultWords, foundTitle, nearTitle, whyMade } from "./lab.ts";

const ruleSet = labelled({
  criteria: [criterion("K", { fact: "age", operator: "lessThan", value: 18 }, "go")],
});
type Side = Pick<Boundary, "fact" | "side" | "value" | "every">;

test.each<[Side, string, string]>([
  [
    { fact: "age", side: "below", value: 18 },
    "« Âge » est tout juste au-dessous de 18 ans.",
    "“Age” is just below 18 years.",
  ],
  [{ fact: "age", side: "at", value: 18 }, "« Âge » est exactement 18 ans.", "“Age” is exactly 18 years."],
  [
    { fact: "age", side: "above", value: 18 },
    "« Âge » est tout juste au-dessus de 18 ans.",
    "“Age” is just above 18 years.",
  ],
  [
    { fact: "since", side: "below", value: "2026-03-01" },
    "« Début » est la veille du 1er mars 2026.",
    "“Start” is the day before 1 March 2026.",
  ],
  [
    { fact: "since", side: "at", value: "2026-03-01" },
    "« Début » est exactement le 1er mars 2026.",
    "“Start” is exactly 1 March 2026.",
  ],
  [
    { fact: "since", side: "above", value: "2026-03-01" },
    "« Début » est le lendemain du 1er mars 2026.",
    "“Start” is the day after 1 March 2026.",
  ],
  [{ fact: "danger", side: "inside", value: [true] }, "« Danger » est oui.", "“Danger now” is yes."],
  [{ fact: "danger", side: "outside", value: [true] }, "« Danger » est non.", "“Danger now” is no."],
  [
    { fact: "kind", side: "inside", value: ["a"] },
    "« Problème » est « Anxiété ».",
    "“Problem” is “Anxiety”.",
  ],
  [
    { fact: "kind", side: "outside", value: ["a"] },
    "« Problème » n’est pas « Anxiété ».",
    "“Problem” is not “Anxiety”.",
  ],
  [
    { fact: "kind", side: "inside", value: ["a", "b"] },
    "« Problème » est l’une de ces réponses : « Anxiété » ou « Dépression ».",
    "“Problem” is one of these answers: “Anxiety” or “Depression”.",
  ],
  [
    { fact: "kind", side: "outside", value: ["a", "b"], every: true },
    "« Problème » n’est aucune de ces réponses : « Anxiété » ou « Dépression ».",
    "“Problem” is none of these answers: “Anxiety” or “Depression”.",
  ],
  [
    { fact: "traits", side: "inside", value: ["x"] },
    "« Défis » comprend « Deuil ».",
    "“Challenges” includes “Grief”.",
  ],
  [
    { fact: "traits", side: "outside", value: ["x"] },
    "« Défis » ne comprend pas « Deuil ».",
    "“Challenges” does not include “Grief”.",
  ],
  [
    { fact: "traits", side: "inside", value: ["x", "y"] },
    "« Défis » comprend au moins un de ces éléments : « Deuil » ou « Stress ».",
    "“Challenges” includes at least one of these: “Grief” or “Strain”.",
  ],
  [
    { fact: "traits", side: "outside", value: ["x", "y"], every: false },
    "« Défis » ne comprend aucun de ces éléments : « Deuil » ou « Stress ».",
    "“Challenges” includes none of these: “Grief” or “Strain”.",
  ],
  [
    { fact: "traits", side: "inside", value: ["x", "y"], every: true },
    "« Défis » comprend tous ces éléments : « Deuil » et « Stress ».",
    "“Challenges” includes all of these: “Grief” and “Strain”.",
  ],
  [
    { fact: "traits", side: "inside", value: [] },
    "« Défis » comprend au moins un élément.",
    "“Challenges” includes at least one item.",
  ],
  [
    { fact: "traits", side: "outside" },
    "« Défis » ne comprend aucun élément.",
    "“Challenges” includes no item.",
  ],
  [{ fact: "age", side: "unknown" }, "« Âge » est inconnu.", "“Age” is unknown."],
])("%j", (side, fr, en) => {
  expect(said((lang) => boundarySentence(side, ruleSet, lang))).toEqual([fr, en]);
  const made = whyMade(ruleSet, { boundary: side });
  expect(said((lang) => made[lang])).toEqual([fr, en]);
});

describe("a fault", () => {
  const [seeded] = seededFaults(ruleSet);
  if (!seeded) throw new Error("no fault");
  const { fault } = seeded;

  test("is the change it makes, in one go", () => {
    expect(said((lang) => faultSentence(fault, ruleSet, lang))).toEqual([
      "Changement : critère K (condition). Si « Âge » est inférieur à 17 ans, alors « Orientation » est « Jumelage ».",
      "Changed: criterion K (condition). If “Age” is less than 17 years, then “Direction” is “Match”.",
    ]);
    const made = whyMade(ruleSet, { fault });
    expect(said((lang) => made[lang])).toEqual([
      "Remarquerait cette erreur : Changement : critère K (condition). Si « Âge » est inférieur à 17 ans, alors « Orientation » est « Jumelage ».",
      "Would notice this fault: Changed: criterion K (condition). If “Age” is less than 17 years, then “Direction” is “Match”.",
    ]);
  });

  test("that takes something away has its title alone", () => {
    const dropped = seededFaults(ruleSet).find((f) => f.fault.kind === "dropped-criterion")?.fault;
    if (!dropped) throw new Error("no such fault");
    const { after } = faultWords(dropped, ruleSet, "en");
    expect(faultSentence(dropped, ruleSet, "en")).toBe(
      after === undefined
        ? faultWords(dropped, ruleSet, "en").title
        : `${faultWords(dropped, ruleSet, "en").title} ${after}`,
    );
  });

  test("that changes nothing is called by its id", () => {
    const nothing: Fault = { ...fault, after: fault.before };
    expect(faultWords(nothing, ruleSet, "fr")).toEqual({ title: fault.id, affected: [] });
  });
});

test("who differs in one fact is told by whom they are like", () => {
  const near: Profile = {
    id: "P1",
    title: { fr: "Léger", en: "Mild" },
    tags: [],
    facts: {},
    provenance: "blind",
    expected: { decisions: {} },
  };
  const title = (of: Profile | undefined, sent: unknown) => {
    const text = nearTitle(ruleSet, { near: of, fact: "age", sent });
    return said((lang) => text[lang]);
  };
  expect(title(near, 17)).toEqual([
    "Comme « Léger », mais « Âge » : 17 ans",
    "Like “Mild”, but “Age”: 17 years",
  ]);
  expect(title(undefined, { unknown: "declined" })).toEqual([
    "Rien d’autre n’est connu; « Âge » : refus de répondre",
    "Nothing else is known; “Age”: declined",
  ]);
  expect(foundTitle()).toEqual({
    fr: "Profil témoin trouvé par la preuve",
    en: "Witness profile found by the proof",
  });
});
