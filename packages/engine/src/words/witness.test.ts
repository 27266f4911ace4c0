import { describe, expect, test } from "vitest";
import { labelled, plain, said } from "../../test/labelled.ts";
import type { StandardCheck, WitnessReport } from "../model/lab.ts";
import type { Facts } from "../model/profile.ts";
import { personSentences, standardSentence, witnessSentences } from "./witness.ts";

const ruleSet = labelled();
const at = "2026-03-02";
const both = (words: (lang: "fr" | "en") => readonly string[]) =>
  (["fr", "en"] as const).map((lang) => words(lang).map(plain));

describe("a person", () => {
  const person = (facts: Facts) => both((lang) => personSentences(facts, { ruleSet, at, lang }));

  test("is told in the order of the vocabulary, by what was given alone", () => {
    expect(person({ kind: "a", age: 34, danger: { unknown: "declined" } })).toEqual([
      ["« Danger » est inconnu (refus de répondre).", "« Âge » est 34 ans.", "« Problème » est « Anxiété »."],
      ["“Danger now” is unknown (declined).", "“Age” is 34 years.", "“Problem” is “Anxiety”."],
    ]);
  });

  test("is told with what is out of date, impossible or half answered", () => {
    expect(
      person({
        danger: { value: true, observedOn: "2026-03-01" },
        age: "34",
        traits: { value: ["x"], of: ["x", "y"] },
      }),
    ).toEqual([
      [
        "« Danger » est inconnu (périmé).",
        "« Âge » est inconnu (réponse impossible).",
        "« Défis » comprend « Deuil » (sans réponse sur « Langue »).",
      ],
      [
        "“Danger now” is unknown (out of date).",
        "“Age” is unknown (impossible answer).",
        "“Challenges” includes “Grief” (with no answer on “Language”).",
      ],
    ]);
  });

  test("of whom nothing is known is told so", () => {
    const nothing = [["Rien n’est connu."], ["Nothing is known."]];
    expect(person({})).toEqual(nothing);
    expect(person({ weather: 3 })).toEqual(nothing);
  });
});

describe("a witness", () => {
  const one: WitnessReport = { at, facts: { age: 34 }, answers: [] };
  const witness = (report: WitnessReport) => both((lang) => witnessSentences(report, ruleSet, lang));

  test("alone is a person and the answers", () => {
    const answers = [
      { decision: "d", answer: ["go"] },
      { decision: "m", answer: ["halt", "tell:undetermined", "note:withheld", "tell:suggested"] },
      { decision: "m", answer: [] },
    ];
    expect(witness({ ...one, answers })).toEqual([
      [
        "« Âge » est 34 ans.",
        "« Orientation » : « Jumelage ».",
        "« Devoirs » : « Alerter », « Informer » (en suspens), « Noter » (retenu) et « Informer ».",
        "« Devoirs » : rien.",
      ],
      [
        "“Age” is 34 years.",
        "“Direction”: “Match”.",
        "“Duties”: “Alerting”, “Informing” (open), “Noting” (withheld) and “Informing”.",
        "“Duties”: nothing.",
      ],
    ]);
  });

  test("beside another has each person under a heading", () => {
    expect(witness({ ...one, second: {} })).toEqual([
      ["Première personne :", "« Âge » est 34 ans.", "Seconde personne :", "Rien n’est connu."],
      ["First person:", "“Age” is 34 years.", "Second person:", "Nothing is known."],
    ]);
  });
});

test.each<[StandardCheck, string, string]>([
  [
    { kind: "criterion-fires", criterion: "K" },
    "Le critère K peut s’appliquer à quelqu’un.",
    "Criterion K can apply to somebody.",
  ],
  [
    { kind: "criterion-decides", criterion: "K" },
    "Le critère K change la réponse de quelqu’un.",
    "Criterion K changes somebody’s answer.",
  ],
  [
    { kind: "outcome-reached", decision: "d", outcome: "go" },
    "« Orientation » peut aboutir à « Jumelage ».",
    "“Direction” can come to “Match”.",
  ],
  [
    { kind: "determined-is-stable", decision: "d" },
    "Une fois déterminée, « Orientation » reste la même, quoi qu’on apprenne ensuite.",
    "Once determined, “Direction” stays the same whatever is learnt next.",
  ],
  [
    { kind: "safety-is-asked", decision: "d" },
    "Tant qu’un renseignement de sécurité est inconnu, « Orientation » reste en suspens ou commande un arrêt.",
    "While a safety fact is unknown, “Direction” stays open or calls for a stop.",
  ],
])("what is asked of every rule set: %j", (check, fr, en) => {
  expect(said((lang) => standardSentence(check, ruleSet, lang))).toEqual([fr, en]);
});
