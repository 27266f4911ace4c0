// Every part of every thing as a short sentence, with each kind of content it can have, in both languages.
import { describe, expect, test } from "vitest";
import { labelled, said } from "../../test/labelled.ts";
import type { Thing } from "../diff/index.ts";
import { lexiconOf } from "./lexicon.ts";
import { isText, partName, partSentence } from "./parts.ts";

type Json = Readonly<Record<string, unknown>>;

const ruleSet = labelled();
const of = (what: Thing | "profile", item: Json, part: string, other?: Json) =>
  said((lang) => partSentence({ lexicon: lexiconOf(ruleSet, lang), ruleSet, what, item, other }, part));
const both = (fr: string, en: string) => ({ fr, en });

test.each([
  ["program", "programme", "program"],
  ["title", "titre", "title"],
  ["purpose", "raison d’être", "purpose"],
  ["timeZone", "fuseau horaire", "time zone"],
  ["label", "libellé", "label"],
  ["short", "libellé court", "short label"],
  ["question", "question", "question"],
  ["help", "aide", "help"],
  ["message", "message", "message"],
  ["rationale", "justification", "rationale"],
  ["statement", "énoncé", "statement"],
  ["text", "texte", "text"],
  ["type", "type de réponse", "type of answer"],
  ["range", "étendue", "range"],
  ["scale", "décimales", "decimals"],
  ["unit", "unité", "unit"],
  ["value", "valeur", "value"],
  ["whenUnknown", "quand il est inconnu", "when unknown"],
  ["safety", "renseignement de sécurité", "safety fact"],
  ["validFor", "durée de validité", "how long it is good for"],
  ["code", "code", "code"],
  ["derive", "total de", "total of"],
  ["sources", "sources", "sources"],
  ["retired", "retirée de l’usage", "retired from use"],
  ["kind", "réponses", "answers"],
  ["otherwise", "réponse par défaut", "default answer"],
  [
    "withheldWhileSafetyUnknown",
    "retenue tant que la sécurité est à vérifier",
    "withheld while safety is to be checked",
  ],
  ["states", "mots des états à vérifier", "words of the states to check"],
  ["order", "ordre", "order"],
  ["tone", "ton", "tone"],
  ["override", "peut être écartée", "may be overridden"],
  ["when", "condition", "condition"],
  ["then", "conclusion", "conclusion"],
  ["origin", "origine", "origin"],
  ["enabled", "actif", "enabled"],
  ["shadowedOnPurpose", "pourquoi un autre critère le recouvre", "why another criterion covers it"],
  ["claim", "ce qui est affirmé", "what is claimed"],
  ["edition", "édition", "edition"],
  ["date", "date", "date"],
  ["url", "adresse", "address"],
  ["locator", "repère", "locator"],
  ["modelled", "repris dans un critère", "taken up in a criterion"],
  ["story", "récit", "story"],
  ["tags", "étiquettes", "tags"],
  ["evaluatedOn", "date d’évaluation", "evaluation date"],
  ["provenance", "provenance", "provenance"],
  ["colour", "autre chose", "something else"],
])("the part %s is called by its name, capitalised at the head of its sentence", (part, fr, en) => {
  expect([partName(part, "fr"), partName(part, "en")]).toEqual([fr, en]);
  const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
  if (part === "order") return;
  expect(of("fact", {}, part)).toEqual([`${capital(fr)} : (rien).`, `${capital(en)}: (nothing).`]);
});

describe("a text", () => {
  test("is shown in the language of the reader, or in the one that changed", () => {
    const now = { title: both("Un.", "One") };
    expect(of("criterion", now, "title")).toEqual(["Titre : « Un. ».", "Title: “One”."]);
    expect(of("criterion", now, "title", { title: both("Deux", "Two") })).toEqual([
      "Titre : « Un. ».",
      "Title: “One”.",
    ]);
    expect(of("criterion", now, "title", { title: both("Deux", "One") })).toEqual([
      "Titre : « Un. ».",
      "Title (French): “Un.”.",
    ]);
    expect(of("criterion", now, "title", { title: both("Un.", "Two") })).toEqual([
      "Titre (anglais) : « One ».",
      "Title: “One”.",
    ]);
    expect(of("criterion", now, "title", now)).toEqual(["Titre : « Un. ».", "Title: “One”."]);
    expect(of("criterion", now, "title", { title: "Deux" })).toEqual(["Titre : « Un. ».", "Title: “One”."]);
  });

  test("that is empty is said to be", () => {
    expect(of("criterion", { title: both(" ", "") }, "title")).toEqual([
      "Titre : (vide).",
      "Title: (empty).",
    ]);
  });

  test("has both languages, and nothing else is one", () => {
    expect([both("", ""), { fr: "", en: "", de: "" }].every(isText)).toBe(true);
    for (const other of [undefined, null, "fr en", 3, {}, { fr: "" }, { en: "" }])
      expect(isText(other)).toBe(false);
  });
});

describe("a code is said in words", () => {
  test.each([
    ["type", "boolean", "Type de réponse : oui ou non.", "Type of answer: yes or no."],
    ["type", "integer", "Type de réponse : nombre entier.", "Type of answer: whole number."],
    ["type", "decimal", "Type de réponse : nombre décimal.", "Type of answer: decimal number."],
    ["type", "date", "Type de réponse : date.", "Type of answer: date."],
    ["type", "enum", "Type de réponse : choix unique.", "Type of answer: single choice."],
    ["type", "set", "Type de réponse : choix multiple.", "Type of answer: multiple choice."],
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
    ["kind", "one", "Réponses : une seule.", "Answers: a single one."],
    ["kind", "many", "Réponses : plusieurs à la fois.", "Answers: several at once."],
    ["kind", "date", "Réponses : date.", "Answers: date."],
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
    ["tone", "loud", "Ton : loud.", "Tone: loud."],
  ])("%s %s", (part, value, fr, en) => {
    expect(of("fact", { [part]: value }, part)).toEqual([fr, en]);
  });
});

describe("other contents", () => {
  const fact = { id: "wish", type: "boolean" };
  test.each<[string, Json, string, string]>([
    ["safety", { safety: true }, "Renseignement de sécurité : oui.", "Safety fact: yes."],
    ["enabled", { enabled: false }, "Actif : non.", "Enabled: no."],
    ["value", { value: 1250.5 }, "Valeur : 1 250,5.", "Value: 1,250.5."],
    ["value", { value: "dix" }, "Valeur : « dix ».", "Value: “dix”."],
    ["scale", { scale: 2 }, "Décimales : 2.", "Decimals: 2."],
    ["range", { range: { min: 0.5, max: 1000 } }, "Étendue : de 0,5 à 1 000.", "Range: from 0.5 to 1,000."],
    ["unit", { unit: "a" }, "Unité : ans.", "Unit: years."],
    ["unit", { unit: "kg" }, "Unité : kg.", "Unit: kg."],
    ["unit", { unit: "%" }, "Unité : %.", "Unit: %."],
    ["unit", { unit: "{score}" }, "Unité : aucune.", "Unit: none."],
    [
      "whenUnknown",
      { ...fact, whenUnknown: { assume: false } },
      "Quand il est inconnu : est tenu pour non.",
      "When unknown: is taken as no.",
    ],
    [
      "whenUnknown",
      { values: [{ id: "a", label: both("Un", "One") }], whenUnknown: { assume: "a" } },
      "Quand il est inconnu : est tenu pour « Un ».",
      "When unknown: is taken as “One”.",
    ],
    [
      "validFor",
      { validFor: "P0D" },
      "Durée de validité : le jour même.",
      "How long it is good for: the same day.",
    ],
    ["validFor", { validFor: "P1D" }, "Durée de validité : 1 jour.", "How long it is good for: 1 day."],
    ["validFor", { validFor: "P30D" }, "Durée de validité : 30 jours.", "How long it is good for: 30 days."],
    [
      "derive",
      { derive: { sum: ["age", "score"] } },
      "Total de : « Âge » et « Pointage ».",
      "Total of: “Age” and “Score”.",
    ],
    ["sources", { sources: ["S1"] }, "Sources : S1.", "Sources: S1."],
    ["sources", { sources: ["S1", "S2", "S3"] }, "Sources : S1, S2 et S3.", "Sources: S1, S2 and S3."],
    ["sources", { sources: [] }, "Sources : aucune.", "Sources: none."],
    ["tags", { tags: ["limite", "deuil"] }, "Étiquettes : limite et deuil.", "Tags: limite and deuil."],
    ["tags", { tags: [] }, "Étiquettes : aucune.", "Tags: none."],
    [
      "code",
      { code: { system: "LOINC", code: "44261-6" } },
      "Code : « LOINC 44261-6 ».",
      "Code: “LOINC 44261-6”.",
    ],
    [
      "otherwise",
      { id: "d", otherwise: "go" },
      "Réponse par défaut : « Jumelage ».",
      "Default answer: “Match”.",
    ],
    [
      "states",
      {
        states: {
          "@undetermined": { label: both("À compléter", "To complete"), message: both("Demander.", "Ask.") },
          "@safety-unknown": {
            label: both("À sécuriser", "To secure"),
            message: both("Vérifier", "Check. Now"),
          },
        },
      },
      "Mots des états à vérifier : « À compléter » (Demander); « À sécuriser » (Vérifier).",
      "Words of the states to check: “To complete” (Ask); “To secure” (Check. Now).",
    ],
    ["date", { date: "2026-01-01" }, "Date : 1er janvier 2026.", "Date: 1 January 2026."],
    [
      "evaluatedOn",
      { evaluatedOn: "2026-11-22" },
      "Date d’évaluation : 22 novembre 2026.",
      "Evaluation date: 22 November 2026.",
    ],
    [
      "when",
      { when: { condition: "adult" } },
      "Condition : La condition « Adulte » est remplie (c’est-à-dire : « Âge » est au moins 18 ans).",
      "Condition: The condition “Adult” is met (that is: “Age” is at least 18 years).",
    ],
    [
      "claim",
      {
        claim: {
          kind: "requires",
          decision: "d",
          states: ["go"],
          condition: { fact: "danger", operator: "equal", value: false },
        },
      },
      "Ce qui est affirmé : La réponse à « Orientation » n’est « Jumelage » que si « Danger » est non.",
      "What is claimed: The answer to “Direction” is “Match” only if “Danger now” is no.",
    ],
    ["modelled", { modelled: true }, "Repris dans un critère : oui.", "Taken up in a criterion: yes."],
    [
      "modelled",
      { modelled: { reason: both("Hors sujet", "Off topic") } },
      "Repris dans un critère : non, « Hors sujet ».",
      "Taken up in a criterion: no, “Off topic”.",
    ],
    ["modelled", { modelled: {} }, "Repris dans un critère : oui.", "Taken up in a criterion: yes."],
    ["edition", { edition: "2e" }, "Édition : « 2e ».", "Edition: “2e”."],
    ["colour", { colour: "blue" }, "Autre chose : « blue ».", "Something else: “blue”."],
    [
      "timeZone",
      { timeZone: "America/Toronto" },
      "Fuseau horaire : « America/Toronto ».",
      "Time zone: “America/Toronto”.",
    ],
  ])("%s %j", (part, item, fr, en) => {
    expect(of("fact", item, part)).toEqual([fr, en]);
  });

  test.each(["!", "?", "…", "."])("a sentence that ends in %s has no second full stop", (end) => {
    expect(of("fact", { tags: [`fin${end}`] }, "tags")[0]).toBe(`Étiquettes : fin${end}`);
  });
});

test("an order is the list of outcomes of a decision, or of the decisions", () => {
  const decision = ruleSet.decisions[0] as unknown as Json;
  expect(of("decision", decision, "order")).toEqual([
    "Ordre : « Arrêt »; « Prudence »; « Jumelage ».",
    "Order: “Halt”; “Care”; “Match”.",
  ]);
  expect(of("rule-set", {}, "order")).toEqual([
    "Ordre : « Orientation »; « Devoirs ».",
    "Order: “Direction”; “Duties”.",
  ]);
});
