// Every operator in words, as it stands and turned round, for every type it can be asked of.
import { expect, test } from "vitest";
import { plain, worded } from "../../test/worded.ts";
import { expectWellSet } from "../../test/words.ts";
import { factOperators, type FactLeaf } from "../model/condition.ts";
import { typeset } from "./language.ts";
import { decisionLeafIn, factLeafIn, operatorIn } from "./leaf.ts";
import { lexiconOf } from "./lexicon.ts";

type Four = readonly [fr: string, en: string, notFr: string, notEn: string];

const said = (leaf: FactLeaf): Four => {
  const words = (lang: "fr" | "en", negated: boolean): string => {
    const sentence = typeset(factLeafIn(lexiconOf(worded, lang), leaf, negated), lang);
    expectWellSet(sentence, lang);
    return plain(sentence);
  };
  return [words("fr", false), words("en", false), words("fr", true), words("en", true)];
};

const age = (operator: FactLeaf["operator"], value: FactLeaf["value"] = 18): FactLeaf => ({
  fact: "age",
  operator,
  value,
});

test.each<[FactLeaf, Four]>([
  [
    age("equal"),
    ["« Âge » est 18 ans", "“Age” is 18 years", "« Âge » n’est pas 18 ans", "“Age” is not 18 years"],
  ],
  [
    age("notEqual", 1),
    ["« Âge » n’est pas 1 an", "“Age” is not 1 year", "« Âge » est 1 an", "“Age” is 1 year"],
  ],
  [
    age("lessThan"),
    [
      "« Âge » est inférieur à 18 ans",
      "“Age” is less than 18 years",
      "« Âge » est au moins 18 ans",
      "“Age” is at least 18 years",
    ],
  ],
  [
    age("lessThanInclusive"),
    [
      "« Âge » est au plus 18 ans",
      "“Age” is at most 18 years",
      "« Âge » est supérieur à 18 ans",
      "“Age” is more than 18 years",
    ],
  ],
  [
    age("greaterThan", { parameter: "limit" }),
    [
      "« Âge » est supérieur à 10 ans (seuil « Limite »)",
      "“Age” is more than 10 years (threshold “Limit”)",
      "« Âge » est au plus 10 ans (seuil « Limite »)",
      "“Age” is at most 10 years (threshold “Limit”)",
    ],
  ],
  [
    age("greaterThanInclusive"),
    [
      "« Âge » est au moins 18 ans",
      "“Age” is at least 18 years",
      "« Âge » est inférieur à 18 ans",
      "“Age” is less than 18 years",
    ],
  ],
  [
    { fact: "since", operator: "equal", value: "2026-03-02" },
    [
      "« Début » est le 2 mars 2026",
      "“Start” is 2 March 2026",
      "« Début » n’est pas le 2 mars 2026",
      "“Start” is not 2 March 2026",
    ],
  ],
  [
    { fact: "since", operator: "lessThan", value: "2026-03-02" },
    [
      "« Début » est avant le 2 mars 2026",
      "“Start” is before 2 March 2026",
      "« Début » est au plus tôt le 2 mars 2026",
      "“Start” is no earlier than 2 March 2026",
    ],
  ],
  [
    { fact: "since", operator: "lessThanInclusive", value: "2026-03-02" },
    [
      "« Début » est au plus tard le 2 mars 2026",
      "“Start” is no later than 2 March 2026",
      "« Début » est après le 2 mars 2026",
      "“Start” is after 2 March 2026",
    ],
  ],
  [
    { fact: "mood", operator: "in", value: ["low", "fair"] },
    [
      "« Humeur » est l’une de ces réponses : « Basse » ou « Moyenne »",
      "“Mood” is one of these answers: “Low” or “Fair”",
      "« Humeur » n’est aucune de ces réponses : « Basse » ou « Moyenne »",
      "“Mood” is none of these answers: “Low” or “Fair”",
    ],
  ],
  [
    { fact: "mood", operator: "notIn", value: ["low"] },
    [
      "« Humeur » n’est aucune de ces réponses : « Basse »",
      "“Mood” is none of these answers: “Low”",
      "« Humeur » est l’une de ces réponses : « Basse »",
      "“Mood” is one of these answers: “Low”",
    ],
  ],
  [
    { fact: "needs", operator: "contains", value: "rest" },
    [
      "« Besoins » comprend « Repos »",
      "“Needs” includes “Rest”",
      "« Besoins » ne comprend pas « Repos »",
      "“Needs” does not include “Rest”",
    ],
  ],
  [
    { fact: "needs", operator: "containsAny", value: ["rest", "talk"] },
    [
      "« Besoins » comprend au moins un de ces éléments : « Repos » ou « Parole »",
      "“Needs” includes at least one of these: “Rest” or “Talk”",
      "« Besoins » ne comprend aucun de ces éléments : « Repos » ou « Parole »",
      "“Needs” includes none of these: “Rest” or “Talk”",
    ],
  ],
  [
    { fact: "needs", operator: "containsAll", value: ["rest", "talk"] },
    [
      "« Besoins » comprend tous ces éléments : « Repos » et « Parole »",
      "“Needs” includes all of these: “Rest” and “Talk”",
      "« Besoins » ne comprend pas tous ces éléments : « Repos » et « Parole »",
      "“Needs” does not include all of these: “Rest” and “Talk”",
    ],
  ],
  [
    { fact: "needs", operator: "isEmpty" },
    [
      "« Besoins » ne comprend aucun élément",
      "“Needs” includes no item",
      "« Besoins » comprend au moins un élément",
      "“Needs” includes at least one item",
    ],
  ],
  [
    { fact: "age", operator: "isKnown" },
    ["« Âge » est connu", "“Age” is known", "« Âge » n’est pas connu", "“Age” is not known"],
  ],
  [
    { fact: "age", operator: "isUnknown" },
    ["« Âge » est inconnu", "“Age” is unknown", "« Âge » n’est pas inconnu", "“Age” is not unknown"],
  ],
])("%j", (leaf, expected) => {
  expect(said(leaf)).toEqual(expected);
});

test("an operator and its opposite turn into one another", () => {
  for (const [one, other] of [
    ["contains", "doesNotContain"],
    ["isEmpty", "isNotEmpty"],
    ["containsAny", "containsNone"],
    ["in", "notIn"],
    ["equal", "notEqual"],
    ["lessThan", "greaterThanInclusive"],
    ["lessThanInclusive", "greaterThan"],
  ] as const)
    for (const lang of ["fr", "en"] as const) {
      const lexicon = lexiconOf(worded, lang);
      const leaf = (operator: FactLeaf["operator"]): FactLeaf => ({ fact: "needs", operator, value: "rest" });
      expect(factLeafIn(lexicon, leaf(one), true)).toBe(factLeafIn(lexicon, leaf(other), false));
      expect(factLeafIn(lexicon, leaf(other), true)).toBe(factLeafIn(lexicon, leaf(one), false));
    }
});

test("no two operators read the same, and only those that compare read otherwise of a date", () => {
  for (const lang of ["fr", "en"] as const) {
    expect(new Set(factOperators.map((o) => operatorIn(o, "integer", lang))).size).toBe(factOperators.length);
    for (const operator of factOperators)
      expect(operatorIn(operator, "date", lang) === operatorIn(operator, undefined, lang), operator).toBe(
        !/than/i.test(operator) && !(lang === "fr" && /equal$/i.test(operator)),
      );
  }
});

test.each([
  [{ decision: "way", operator: "equal", value: "halt" }, false, "« Voie » est « Arrêt »", "“Way” is “Halt”"],
  [
    { decision: "way", operator: "equal", value: "halt" },
    true,
    "« Voie » n’est pas « Arrêt »",
    "“Way” is not “Halt”",
  ],
  [
    { decision: "way", operator: "in", value: ["halt"] },
    false,
    "« Voie » est l’une de ces réponses : « Arrêt »",
    "“Way” is one of these answers: “Halt”",
  ],
  [
    { decision: "way", operator: "in", value: ["halt", "walk"] },
    true,
    "« Voie » n’est aucune de ces réponses : « Arrêt » ou « Marche »",
    "“Way” is none of these answers: “Halt” or “Walk”",
  ],
  [
    { decision: "way", state: ["@undetermined"] },
    false,
    "la réponse à « Voie » est « À compléter »",
    "the answer to “Way” is “To complete”",
  ],
  [
    { decision: "way", state: ["@safety-unknown", "halt"] },
    true,
    "la réponse à « Voie » n’est aucune de ces réponses : « À vérifier » ou « Arrêt »",
    "the answer to “Way” is none of these answers: “To check” or “Halt”",
  ],
] as const)("what a decision is: %j, turned round: %s", (leaf, negated, fr, en) => {
  const words = (lang: "fr" | "en"): string =>
    plain(typeset(decisionLeafIn(lexiconOf(worded, lang), leaf, negated), lang));
  expect([words("fr"), words("en")]).toEqual([fr, en]);
});
