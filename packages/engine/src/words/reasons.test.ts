import { describe, expect, test } from "vitest";
import { labelled, said } from "../../test/labelled.ts";
import type { Known } from "../evaluate/index.ts";
import { lexiconOf } from "./lexicon.ts";
import { factWithReason, knownIn, reasonIn, remedyIn } from "./reasons.ts";

const ruleSet = labelled();

test.each([
  ["not-asked", "non demandé", "not asked", "à demander", "to be asked"],
  [
    "declined",
    "refus de répondre",
    "declined",
    "à redemander au moment opportun",
    "to be asked again at a suitable time",
  ],
  ["not-known", "réponse non connue", "not known", "à demander", "to be asked"],
  ["stale", "périmé", "out of date", "à redemander", "to be asked again"],
  ["invalid", "réponse impossible", "impossible answer", "à corriger", "to be corrected"],
  ["incomplete", "incomplet", "incomplete", "à compléter", "to be completed"],
] as const)("%s, and what to do about it", (reason, fr, en, doFr, doEn) => {
  expect(said((lang) => reasonIn(reason, lang))).toEqual([fr, en]);
  expect(said((lang) => remedyIn(reason, lang))).toEqual([doFr, doEn]);
  expect(said((lang) => knownIn(lexiconOf(ruleSet, lang), "age", { unknown: reason }))).toEqual([
    `« Âge » est inconnu (${fr})`,
    `“Age” is unknown (${en})`,
  ]);
  expect(said((lang) => factWithReason(lexiconOf(ruleSet, lang), "age", { unknown: reason }))).toEqual([
    `« Âge » (${fr})`,
    `“Age” (${en})`,
  ]);
});

describe("what is known of a fact", () => {
  test.each<[string, Known, string, string]>([
    ["age", { value: 17 }, "« Âge » est 17 ans", "“Age” is 17 years"],
    ["wish", { value: false }, "« Souhait » est non", "“Wish” is no"],
    ["since", { value: "2026-03-01" }, "« Début » est le 1er mars 2026", "“Start” is 1 March 2026"],
    [
      "wish",
      { value: false, assumed: true },
      "« Souhait » est tenu pour non, faute de réponse",
      "“Wish” is taken as no, for want of an answer",
    ],
    [
      "traits",
      { value: ["x"], assumed: true },
      "« Défis » est tenu pour « Deuil », faute de réponse",
      "“Challenges” is taken as “Grief”, for want of an answer",
    ],
    ["traits", { value: [] }, "« Défis » ne comprend aucun élément", "“Challenges” includes no item"],
    [
      "traits",
      { value: ["x", "y"] },
      "« Défis » comprend « Deuil » et « Stress »",
      "“Challenges” includes “Grief” and “Strain”",
    ],
    [
      "traits",
      { value: [], unasked: ["y", "z"] },
      "« Défis » ne comprend aucun élément (sans réponse sur « Stress » et « Langue »)",
      "“Challenges” includes no item (with no answer on “Strain” and “Language”)",
    ],
    [
      "traits",
      { value: ["x"], unasked: ["z"] },
      "« Défis » comprend « Deuil » (sans réponse sur « Langue »)",
      "“Challenges” includes “Grief” (with no answer on “Language”)",
    ],
    ["other", { value: 3 }, "« other » est 3", "“other” is 3"],
  ])("%s %j", (fact, known, fr, en) => {
    expect(said((lang) => knownIn(lexiconOf(ruleSet, lang), fact, known))).toEqual([fr, en]);
  });
});

test("a fact that was answered is incomplete where it is still asked for; one nobody read has no reason", () => {
  const asked = (known: Known | undefined) =>
    said((lang) => factWithReason(lexiconOf(ruleSet, lang), "traits", known));
  expect(asked({ value: ["x"], unasked: ["y"] })).toEqual([
    "« Défis » (incomplet)",
    "“Challenges” (incomplete)",
  ]);
  expect(asked(undefined)).toEqual(["« Défis »", "“Challenges”"]);
});
