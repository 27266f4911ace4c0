// One part of a thing as a short sentence.
import { expect, test } from "vitest";
import { both, plain, worded } from "../../test/worded.ts";
import type { Thing } from "../diff/index.ts";
import { lexiconOf } from "./lexicon.ts";
import { isText, partName, partSentence } from "./parts.ts";

type Item = Readonly<Record<string, unknown>>;

const say = (
  item: Item,
  part: string,
  lang: "fr" | "en",
  rest: { other?: Item; what?: Thing } = {},
): string =>
  plain(
    partSentence(
      {
        lexicon: lexiconOf(worded, lang),
        ruleSet: worded,
        what: rest.what ?? "fact",
        item,
        other: rest.other,
      },
      part,
    ),
  );

test.each<[string, unknown, fr: string, en: string, item?: Item]>([
  ["label", both("Un", "One"), "Libellé : « Un ».", "Label: “One”."],
  ["label", both(" ", ""), "Libellé : (vide).", "Label: (empty)."],
  ["question", both("Quoi?", "What?"), "Question : « Quoi? ».", "Question: “What?”."],
  ["type", "boolean", "Type de réponse : oui ou non.", "Type of answer: yes or no."],
  ["type", "integer", "Type de réponse : nombre entier.", "Type of answer: whole number."],
  ["type", "decimal", "Type de réponse : nombre décimal.", "Type of answer: decimal number."],
  ["type", "enum", "Type de réponse : choix unique.", "Type of answer: single choice."],
  ["type", "set", "Type de réponse : choix multiple.", "Type of answer: multiple choice."],
  ["type", "date", "Type de réponse : date.", "Type of answer: date."],
  ["type", "constructor", "Type de réponse : constructor.", "Type of answer: constructor."],
  [
    "whenUnknown",
    "block",
    "Quand il est inconnu : bloque la décision.",
    "When unknown: blocks the decision.",
  ],
  [
    "whenUnknown",
    "ignore",
    "Quand il est inconnu : n’empêche pas de conclure.",
    "When unknown: does not prevent a conclusion.",
  ],
  [
    "whenUnknown",
    { assume: 3 },
    "Quand il est inconnu : est tenu pour 3 ans.",
    "When unknown: is taken as 3 years.",
    { unit: "a" },
  ],
  ["kind", "one", "Réponses : une seule.", "Answers: a single one."],
  ["kind", "many", "Réponses : plusieurs à la fois.", "Answers: several at once."],
  ["tone", "stop", "Ton : arrêt.", "Tone: stop."],
  ["tone", "caution", "Ton : prudence.", "Tone: caution."],
  ["tone", "neutral", "Ton : neutre.", "Tone: neutral."],
  ["tone", "go", "Ton : favorable.", "Tone: favourable."],
  ["origin", "source", "Origine : énoncé par une source.", "Origin: stated by a source."],
  ["origin", "inference", "Origine : déduit des sources.", "Origin: inferred from sources."],
  ["origin", "beyond-source", "Origine : au-delà des sources.", "Origin: beyond the sources."],
  [
    "provenance",
    "blind",
    "Provenance : attentes posées avant tout essai.",
    "Provenance: expectations set before any run.",
  ],
  [
    "provenance",
    "accepted-output",
    "Provenance : réponse obtenue puis acceptée.",
    "Provenance: answer obtained, then accepted.",
  ],
  ["provenance", "from-source", "Provenance : tirée des sources.", "Provenance: drawn from the sources."],
  ["value", 1234.5, "Valeur : 1 234,5.", "Value: 1,234.5."],
  ["value", "stop", "Valeur : « stop ».", "Value: “stop”."],
  ["scale", 2, "Décimales : 2.", "Decimals: 2."],
  ["range", { min: -1.5, max: 2000 }, "Étendue : de −1,5 à 2 000.", "Range: from −1.5 to 2,000."],
  ["unit", "a", "Unité : ans.", "Unit: years."],
  ["unit", "kg", "Unité : kg.", "Unit: kg."],
  ["unit", "%", "Unité : %.", "Unit: %."],
  ["unit", "{score}", "Unité : aucune.", "Unit: none."],
  ["validFor", "P0D", "Durée de validité : le jour même.", "How long it is good for: the same day."],
  ["validFor", "P1D", "Durée de validité : 1 jour.", "How long it is good for: 1 day."],
  ["validFor", "P14D", "Durée de validité : 14 jours.", "How long it is good for: 14 days."],
  ["derive", { sum: ["age", "share"] }, "Total de : « Âge » et « Part ».", "Total of: “Age” and “Share”."],
  ["sources", ["E1", "E2"], "Sources : E1 et E2.", "Sources: E1 and E2."],
  ["sources", [], "Sources : aucune.", "Sources: none."],
  ["tags", ["limite"], "Étiquettes : limite.", "Tags: limite."],
  ["code", { system: "LOINC", code: "44261-6" }, "Code : « LOINC 44261-6 ».", "Code: “LOINC 44261-6”."],
  ["otherwise", "walk", "Réponse par défaut : « Marche ».", "Default answer: “Walk”.", { id: "way" }],
  [
    "states",
    {
      "@undetermined": { label: both("À compléter", "To complete"), message: both("Demandez.", "Ask.") },
      "@safety-unknown": { label: both("À vérifier", "To check"), message: both("Voyez", "See") },
    },
    "Mots des états à vérifier : « À compléter » (Demandez); « À vérifier » (Voyez).",
    "Words of the states to check: “To complete” (Ask); “To check” (See).",
  ],
  ["date", "2026-03-01", "Date : 1er mars 2026.", "Date: 1 March 2026."],
  ["evaluatedOn", "2026-03-02", "Date d’évaluation : 2 mars 2026.", "Evaluation date: 2 March 2026."],
  [
    "when",
    { condition: "minor" },
    "Condition : La condition « Mineur » est remplie (c’est-à-dire : « Âge » est inférieur à 18 ans).",
    "Condition: The condition “Minor” is met (that is: “Age” is less than 18 years).",
  ],
  [
    "claim",
    { kind: "independent", decision: "way", facts: ["pets"] },
    "Ce qui est affirmé : La réponse à « Voie » reste la même, quelle que soit la réponse à « Animaux ».",
    "What is claimed: The answer to “Way” stays the same, whatever the answer to “Pets”.",
  ],
  ["modelled", true, "Repris dans un critère : oui.", "Taken up in a criterion: yes."],
  [
    "modelled",
    { reason: both("Hors sujet", "Off topic") },
    "Repris dans un critère : non, « Hors sujet ».",
    "Taken up in a criterion: no, “Off topic”.",
  ],
  ["safety", false, "Renseignement de sécurité : non.", "Safety fact: no."],
  ["enabled", true, "Actif : oui.", "Enabled: yes."],
  ["locator", "p. 3", "Repère : « p. 3 ».", "Locator: “p. 3”."],
  ["edition", "2e", "Édition : « 2e ».", "Edition: “2e”."],
  ["help", undefined, "Aide : (rien).", "Help: (nothing)."],
  ["elsewhere", "x", "Autre chose : « x ».", "Something else: “x”."],
  ["toString", "x", "Autre chose : « x ».", "Something else: “x”."],
])("%s: %j", (part, value, fr, en, item = {}) => {
  const thing = { ...item, [part]: value };
  expect([say(thing, part, "fr"), say(thing, part, "en")]).toEqual([fr, en]);
});

test("a text is shown in the language that changed; in the reader's own where it changed in both, or in none", () => {
  const [old, french, english] = [both("a", "b"), both("c", "b"), both("a", "c")];
  const at = (value: unknown, other: unknown, lang: "fr" | "en"): string =>
    say({ title: value }, "title", lang, { other: { title: other } });
  expect(at(french, old, "fr")).toBe("Titre : « c ».");
  expect(at(french, old, "en")).toBe("Title (French): “c”.");
  expect(at(english, old, "fr")).toBe("Titre (anglais) : « c ».");
  expect(at(english, old, "en")).toBe("Title: “c”.");
  expect(at(both("x", "y"), old, "en")).toBe("Title: “y”.");
  expect(at(old, old, "fr")).toBe("Titre : « a ».");
  expect(at(old, undefined, "en")).toBe("Title: “b”.");
});

test("an order is that of the outcomes of a decision, or of the decisions of a rule set", () => {
  const [way] = worded.decisions;
  expect(say(way as unknown as Item, "order", "fr")).toBe("Ordre : « Arrêt »; « Veille »; « Marche ».");
  expect(say({ decisions: [] }, "order", "en")).toBe("Order: “Way”; “Duties”.");
});

const parts = [
  ..."program title purpose timeZone label short question help message rationale statement text type range".split(
    " ",
  ),
  ..."scale unit value whenUnknown safety validFor code derive sources retired kind otherwise".split(" "),
  ..."withheldWhileSafetyUnknown states order tone override when then origin enabled shadowedOnPurpose".split(
    " ",
  ),
  ..."claim edition date url locator modelled story tags evaluatedOn provenance".split(" "),
];

test("every part has a name of its own in both languages, in lower case within a sentence", () => {
  for (const lang of ["fr", "en"] as const) {
    const names = parts.map((part) => partName(part, lang));
    for (const name of names) expect(name).toMatch(/^\p{Ll}[\p{L}’ -]{2,}$/u);
    expect(new Set(names).size).toBe(names.length);
    for (const [i, part] of parts.entries())
      expect(say({}, part, lang)).toMatch(new RegExp(`^${names[i]?.slice(1)}`.replace("^", "^\\p{Lu}"), "u"));
    const fallback = partName("elsewhere", lang);
    expect(fallback).toBe(lang === "fr" ? "autre chose" : "something else");
    expect(names).not.toContain(fallback);
  }
});

test("a text has both languages, and nothing else is one", () => {
  expect(isText(both("a", "b"))).toBe(true);
  for (const other of [undefined, null, "a", { fr: "a" }, { en: "b" }, 3]) expect(isText(other)).toBe(false);
});
