// The explanation of an answer, sentence by sentence, over a small rule set.
import { expect, test } from "vitest";
import { plain, worded } from "../../test/worded.ts";
import { criterion } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import type { Facts, RuleSet } from "../model/index.ts";
import { explain } from "./explain.ts";

const at = "2026-03-02";
const said = (
  facts: Facts,
  decision: "way" | "duties",
  lang: "fr" | "en",
  ruleSet: RuleSet = worded,
): readonly string[] =>
  (
    explain(evaluate(ruleSet, facts, at), ruleSet, lang).decisions.find((d) => d.decision === decision)
      ?.sentences ?? ["none"]
  ).map(plain);

const calm = { danger: false };

test.each<[string, Facts, fr: readonly string[], en: readonly string[]]>([
  [
    "what decides, and what gives way",
    { danger: true, age: 30 },
    [
      "« Arrêt », parce que « Danger » est oui (critère K1).",
      "D’autres critères sont vrais, mais leur réponse, moins prudente, cède le pas : « Veille » (critère K3).",
    ],
    [
      "“Halt”, because “Peril” is yes (criterion K1).",
      "Other criteria are true, but their answer is less cautious and gives way: “Watch” (criterion K3).",
    ],
  ],
  [
    "two that lead to the same",
    { ...calm, age: 17, mood: "low" },
    [
      "« Veille », parce que la condition « Fragile » est remplie (la condition « Mineur » est remplie (« Âge » est 17 ans, soit moins de 18 ans), et « Humeur » est « Basse ») (critère K2).",
      "Le critère K3 y mène aussi.",
    ],
    [
      "“Watch”, because the condition “Frail” is met (the condition “Minor” is met (“Age” is 17 years, that is, less than 18 years), and “Mood” is “Low”) (criterion K2).",
      "Criterion K3 also leads to it.",
    ],
  ],
  [
    "one decides, another is open and cannot change it",
    { ...calm, age: 12 },
    [
      "« Veille », parce que « Âge » est 12 ans, soit plus de 10 ans (seuil « Limite ») (critère K3).",
      "Ce qui reste inconnu ne peut rien y changer.",
    ],
    [
      "“Watch”, because “Age” is 12 years, that is, more than 10 years (threshold “Limit”) (criterion K3).",
      "What is still unknown cannot change this.",
    ],
  ],
  [
    "nothing is true",
    { ...calm, age: 10, mood: "high" },
    [
      "« Marche », parce qu’aucun critère de cette décision n’est vrai : c’est la réponse prévue dans ce cas.",
    ],
    ["“Walk”, because no criterion of this decision is true: it is the answer provided for that case."],
  ],
  [
    "something is missing",
    { ...calm, age: 10 },
    [
      "« À compléter », parce qu’il manque : « Humeur » (non demandé).",
      "Réponses encore possibles : « Veille » ou « Marche ».",
      "En suspens : le critère K2.",
    ],
    [
      "“To complete”, because this is missing: “Mood” (not asked).",
      "Answers still possible: “Watch” or “Walk”.",
      "Undecided: criterion K2.",
    ],
  ],
  [
    "safety is missing, while something is true already",
    { age: 30 },
    [
      "« À vérifier », parce qu’il manque une réponse fiable sur la sécurité : « Danger » (non demandé).",
      "Réponses encore possibles : « Arrêt » ou « Veille ».",
      "Déjà vrai, sans permettre de conclure : « Veille » (critère K3).",
      "En suspens : le critère K1.",
    ],
    [
      "“To check”, because a reliable answer on safety is missing: “Peril” (not asked).",
      "Answers still possible: “Halt” or “Watch”.",
      "Already true, without settling the answer: “Watch” (criterion K3).",
      "Undecided: criterion K1.",
    ],
  ],
  [
    "safety and more is missing",
    { danger: { value: true, observedOn: "2026-03-01" }, age: { unknown: "declined" }, mood: "low" },
    [
      "« À vérifier », parce qu’il manque une réponse fiable sur la sécurité : « Danger » (périmé). Il manque aussi : « Âge » (refus de répondre).",
      "Réponses encore possibles : « Arrêt », « Veille » ou « Marche ».",
      "En suspens : les critères K1, K2 et K3.",
    ],
    [
      "“To check”, because a reliable answer on safety is missing: “Peril” (out of date). Also missing: “Age” (declined).",
      "Answers still possible: “Halt”, “Watch” or “Walk”.",
      "Undecided: criteria K1, K2 and K3.",
    ],
  ],
])("%s", (_, facts, fr, en) => {
  expect([said(facts, "way", "fr"), said(facts, "way", "en")]).toEqual([fr, en]);
});

test("several that lead to the same are counted", () => {
  const ruleSet: RuleSet = {
    ...worded,
    criteria: [
      ...worded.criteria,
      criterion("K6", { fact: "mood", operator: "equal", value: "low" }, "watch", "way"),
    ] as unknown as RuleSet["criteria"],
  };
  const facts = { ...calm, age: 17, mood: "low" };
  expect(said(facts, "way", "fr", ruleSet)[1]).toBe("Les critères K3 et K6 y mènent aussi.");
  expect(said(facts, "way", "en", ruleSet)[1]).toBe("Criteria K3 and K6 also lead to it.");
  expect(said({ ...facts, danger: true }, "way", "fr", ruleSet)[1]).toBe(
    "D’autres critères sont vrais, mais leur réponse, moins prudente, cède le pas : « Veille » (critères K2, K3 et K6).",
  );
});

test.each<[string, Facts, fr: readonly string[], en: readonly string[]]>([
  [
    "suggested, each with its reason",
    { ...calm, age: 10, mood: "high", needs: ["talk"] },
    [
      "« Appeler », parce que « Besoins » comprend « Parole » (critère K4).",
      "« Écrire », dans tous les cas (critère K5).",
    ],
    ["“Call”, because “Needs” includes “Talk” (criterion K4).", "“Write”, in every case (criterion K5)."],
  ],
  [
    "undecided",
    { ...calm, age: 10, mood: "high" },
    [
      "« Écrire », dans tous les cas (critère K5).",
      "En suspens : « Appeler », parce que « Besoins » est inconnu (non demandé) (critère K4).",
    ],
    [
      "“Write”, in every case (criterion K5).",
      "Undecided: “Call”, because “Needs” is unknown (not asked) (criterion K4).",
    ],
  ],
  [
    "withheld while safety is unknown",
    { age: 10, mood: "high", needs: ["talk"] },
    ["Aucune suggestion sur « Appeler » et « Écrire » tant que la sécurité n’est pas vérifiée."],
    ["No suggestion on “Call” and “Write” until safety has been checked."],
  ],
])("duties: %s", (_, facts, fr, en) => {
  expect([said(facts, "duties", "fr"), said(facts, "duties", "en")]).toEqual([fr, en]);
});

test("nothing to suggest is said, and so are titles and remarks", () => {
  const ruleSet: RuleSet = { ...worded, criteria: worded.criteria.filter((c) => c.id !== "K5") };
  const facts = { ...calm, age: 10, mood: "high", needs: [], elsewhere: 1 };
  expect(said(facts, "duties", "fr", ruleSet)).toEqual(["Rien à suggérer."]);
  expect(said(facts, "duties", "en", ruleSet)).toEqual(["Nothing to suggest."]);
  const { decisions, remarks } = explain(evaluate(worded, facts, at), worded, "fr");
  expect(decisions.map(({ decision, title }) => [decision, title])).toEqual([
    ["way", "Voie"],
    ["duties", "Devoirs"],
  ]);
  expect(remarks.map(plain)).toEqual([
    "« elsewhere » n’est pas un renseignement de ce jeu de critères; il n’en est pas tenu compte.",
    "« Solitude » est tenu pour non, faute de réponse.",
  ]);
});
