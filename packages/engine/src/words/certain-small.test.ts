// What a diagram says of a person, sentence by sentence.
import { expect, test } from "vitest";
import { plain, worded } from "../../test/worded.ts";
import type { AnswerChoice, Counterfactual } from "../diagram/index.ts";
import type { Certain } from "../model/diagram.ts";
import { certainSentences, counterfactualSentence, interviewAnswerIn, reasonSentence } from "./certain.ts";

type Lang = "fr" | "en";
const about = (lang: Lang) => ({ ruleSet: worded, decision: "way", lang });
const inBoth = (say: (lang: Lang) => readonly string[]): readonly (readonly string[])[] => [
  say("fr").map(plain),
  say("en").map(plain),
];

test.each<[Certain, fr: readonly string[], en: readonly string[]]>([
  [
    { outcomes: ["halt"], canChange: [] },
    ["« Voie » : « Arrêt », quelles que soient les réponses qui manquent."],
    ["“Way”: “Halt”, whatever the missing answers are."],
  ],
  [
    { outcomes: ["halt", "walk"], canChange: ["age"] },
    ["« Voie » : encore possible, « Arrêt » ou « Marche ».", "Seul « Âge » peut encore changer la réponse."],
    ["“Way”: still possible, “Halt” or “Walk”.", "Only “Age” can still change the answer."],
  ],
  [
    { outcomes: ["halt", "watch", "walk"], canChange: ["age", "mood"] },
    [
      "« Voie » : encore possible, « Arrêt », « Veille » ou « Marche ».",
      "Seuls « Âge » et « Humeur » peuvent encore changer la réponse.",
    ],
    [
      "“Way”: still possible, “Halt”, “Watch” or “Walk”.",
      "Only “Age” and “Mood” can still change the answer.",
    ],
  ],
])("certain: %j", (certain, fr, en) => {
  expect(inBoth((lang) => certainSentences(certain, about(lang)))).toEqual([fr, en]);
});

test.each<[readonly string[], readonly string[], fr: string, en: string]>([
  [["age"], ["halt"], "« Âge » suffit pour « Arrêt ».", "“Age” is enough for “Halt”."],
  [
    ["age", "mood"],
    ["halt", "watch"],
    "« Âge » et « Humeur » suffisent pour « Arrêt » ou « Veille ».",
    "“Age” and “Mood” are enough for “Halt” or “Watch”.",
  ],
])("a reason: %j", (reason, outcomes, fr, en) => {
  expect(inBoth((lang) => [reasonSentence(reason, { outcomes }, about(lang))])).toEqual([[fr], [en]]);
});

test("nothing at all may be enough", () => {
  expect(reasonSentence([], { outcomes: ["halt"] }, about("fr"))).toContain("Arrêt");
  expect(reasonSentence([], { outcomes: ["halt"] }, about("en"))).toMatch(/^[\p{Lu}“].*\.$/u);
});

const having = (parts: Partial<Counterfactual>): Counterfactual => ({
  outcome: "halt",
  changes: [],
  supposed: [],
  ...parts,
});

test.each<[Counterfactual, fr: string, en: string]>([
  [having({}), "La réponse peut encore être « Arrêt ».", "The answer can still be “Halt”."],
  [
    having({ supposed: [{ fact: "danger", value: true }] }),
    "Ce sera « Arrêt » si « Danger » est oui.",
    "It will be “Halt” if “Peril” is yes.",
  ],
  [
    having({ supposed: [{ fact: "mood" }] }),
    "Ce sera « Arrêt » si « Humeur » reste sans réponse.",
    "It will be “Halt” if “Mood” stays unanswered.",
  ],
  [
    having({ changes: [{ fact: "mood", value: "low" }] }),
    "Ce serait « Arrêt » si « Humeur » était « Basse ».",
    "It would be “Halt” if “Mood” were “Low”.",
  ],
  [
    having({
      changes: [{ fact: "mood" }],
      supposed: [{ fact: "danger", value: true }],
    }),
    "Ce serait « Arrêt » si « Humeur » restait sans réponse et « Danger » était oui.",
    "It would be “Halt” if “Mood” stayed unanswered and “Peril” were yes.",
  ],
  [
    having({ changes: [{ fact: "age", value: 20, option: { from: 18, to: 30 } }] }),
    "Ce serait « Arrêt » si « Âge » était de 18 ans à 30 ans.",
    "It would be “Halt” if “Age” were from 18 years to 30 years.",
  ],
])("what would change it: %j", (counterfactual, fr, en) => {
  expect(inBoth((lang) => [counterfactualSentence(counterfactual, about(lang))])).toEqual([[fr], [en]]);
});

test.each<[string, readonly AnswerChoice[], fr: string, en: string]>([
  ["danger", [{ option: { values: [true] } }], "oui", "yes"],
  ["mood", [{ option: { values: ["low", "fair"] } }], "« Basse » ou « Moyenne »", "“Low” or “Fair”"],
  ["mood", [{ option: "unknown" }], "sans réponse", "no answer"],
  ["age", [{ option: { from: 3, to: 3 } }], "3 ans", "3 years"],
  ["age", [{ option: { from: null, to: 3 } }], "3 ans ou moins", "3 years or less"],
  ["age", [{ option: { from: 3, to: null } }], "3 ans ou plus", "3 years or more"],
  ["age", [{ option: { from: null, to: null } }], "toute valeur", "any value"],
  ["since", [{ option: { from: "0000-01-01", to: "9999-12-31" } }], "toute valeur", "any value"],
  [
    "since",
    [{ option: { from: "0000-01-01", to: "2026-03-02" } }],
    "2 mars 2026 ou moins",
    "2 March 2026 or less",
  ],
  [
    "since",
    [{ option: { from: "2026-03-02", to: "9999-12-31" } }],
    "2 mars 2026 ou plus",
    "2 March 2026 or more",
  ],
  [
    "age",
    [{ option: { from: 3, to: 5 } }, { option: "unknown" }],
    "de 3 ans à 5 ans ou sans réponse",
    "from 3 years to 5 years or no answer",
  ],
  ["needs", [{ known: false }], "sans réponse", "no answer"],
  ["needs", [{}], "toute réponse", "any answer"],
  ["needs", [{ has: [["rest"]] }], "avec « Repos »", "with “Rest”"],
  [
    "needs",
    [{ has: [["rest", "talk"]] }],
    "au moins un élément parmi « Repos » et « Parole »",
    "at least one of “Rest” and “Talk”",
  ],
  ["needs", [{ hasNone: [["work"]] }], "sans « Travail »", "without “Work”"],
  [
    "needs",
    [{ hasNone: [["work"], ["rest"]] }],
    "aucun élément parmi « Travail » et « Repos »",
    "none of “Work” and “Rest”",
  ],
  [
    "needs",
    [{ has: [["rest"]], hasNone: [["work"]] }, { known: false }],
    "avec « Repos », sans « Travail »; ou sans réponse",
    "with “Rest”, without “Work”; or no answer",
  ],
])("an answer about %s: %j", (fact, choices, fr, en) => {
  expect(inBoth((lang) => [interviewAnswerIn(fact, { choices }, { ruleSet: worded, lang })])).toEqual([
    [fr],
    [en],
  ]);
});
