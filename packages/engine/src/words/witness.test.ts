// The person who shows something, and what is asked of every rule set, in words.
import { expect, test } from "vitest";
import { plain, worded } from "../../test/worded.ts";
import type { StandardCheck, WitnessReport } from "../model/lab.ts";
import { personSentences, standardSentence, witnessSentences } from "./witness.ts";

const at = "2026-03-02";
const person = (facts: Readonly<Record<string, unknown>>, lang: "fr" | "en"): readonly string[] =>
  personSentences(facts, { ruleSet: worded, at, lang }).map(plain);

test("what is given of a person, in the order of the vocabulary", () => {
  const facts = {
    danger: { value: true, observedOn: "2026-03-01" },
    needs: { value: ["rest"], of: ["rest", "talk"] },
    mood: "low",
    age: { unknown: "declined" },
    share: "much",
    gone: 3,
  };
  expect(person(facts, "fr")).toEqual([
    "« Âge » est inconnu (refus de répondre).",
    "« Humeur » est « Basse ».",
    "« Besoins » comprend « Repos » (sans réponse sur « Travail »).",
    "« Danger » est inconnu (périmé).",
    "« Part » est inconnu (réponse impossible).",
  ]);
  expect(person(facts, "en").at(0)).toBe("“Age” is unknown (declined).");
  // What nobody gave is not said, though it is assumed.
  expect(person({ age: 3 }, "en")).toEqual(["“Age” is 3 years."]);
});

test("of whom nothing is given, nothing is known", () => {
  expect(person({}, "fr")).toEqual(["Rien n’est connu."]);
  expect(person({ gone: 1 }, "en")).toEqual(["Nothing is known."]);
});

const witness = {
  at,
  facts: { age: 17 },
  answers: [
    { decision: "way", answer: ["halt"] },
    { decision: "duties", answer: ["call:suggested", "write:undetermined"] },
  ],
} as unknown as WitnessReport;

test("a witness is a person and the answers; two are told apart", () => {
  expect(witnessSentences(witness, worded, "fr").map(plain)).toEqual([
    "« Âge » est 17 ans.",
    "« Voie » : « Arrêt ».",
    "« Devoirs » : « Appeler » et « Écrire » (en suspens).",
  ]);
  const two: WitnessReport = {
    ...witness,
    second: { age: 18 },
    answers: [
      { decision: "duties", answer: ["call:withheld", "write:undetermined"] },
      { decision: "duties", answer: [] },
    ],
  };
  expect(witnessSentences(two, worded, "fr").map(plain)).toEqual([
    "Première personne :",
    "« Âge » est 17 ans.",
    "Seconde personne :",
    "« Âge » est 18 ans.",
    "« Devoirs » : « Appeler » (retenu) et « Écrire » (en suspens).",
    "« Devoirs » : rien.",
  ]);
  expect(witnessSentences(two, worded, "en").map(plain)).toEqual([
    "First person:",
    "“Age” is 17 years.",
    "Second person:",
    "“Age” is 18 years.",
    "“Duties”: “Call” (withheld) and “Write” (open).",
    "“Duties”: nothing.",
  ]);
});

test.each<[StandardCheck, fr: string, en: string]>([
  [
    { kind: "criterion-fires", criterion: "K1" },
    "Le critère K1 peut s’appliquer à quelqu’un.",
    "Criterion K1 can apply to somebody.",
  ],
  [
    { kind: "criterion-decides", criterion: "K1" },
    "Le critère K1 change la réponse de quelqu’un.",
    "Criterion K1 changes somebody’s answer.",
  ],
  [
    { kind: "outcome-reached", decision: "way", outcome: "halt" },
    "« Voie » peut aboutir à « Arrêt ».",
    "“Way” can come to “Halt”.",
  ],
  [
    { kind: "determined-is-stable", decision: "way" },
    "Une fois déterminée, « Voie » reste la même, quoi qu’on apprenne ensuite.",
    "Once determined, “Way” stays the same whatever is learnt next.",
  ],
  [
    { kind: "safety-is-asked", decision: "way" },
    "Tant qu’un renseignement de sécurité est inconnu, « Voie » reste en suspens ou commande un arrêt.",
    "While a safety fact is unknown, “Way” stays open or calls for a stop.",
  ],
])("%j", (check, fr, en) => {
  expect([
    plain(standardSentence(check, worded, "fr")),
    plain(standardSentence(check, worded, "en")),
  ]).toEqual([fr, en]);
});
