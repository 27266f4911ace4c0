// Why a fact is unknown, what to do about it, and what is known of it.
import { expect, test } from "vitest";
import { plain, worded } from "../../test/worded.ts";
import type { Known } from "../evaluate/index.ts";
import { lexiconOf } from "./lexicon.ts";
import { factWithReason, knownIn, reasonIn, remedyIn } from "./reasons.ts";

const [fr, en] = [lexiconOf(worded, "fr"), lexiconOf(worded, "en")];

test.each([
  ["not-asked", "non demandé", "not asked", "à demander", "to be asked"],
  ["not-known", "réponse non connue", "not known", "à demander", "to be asked"],
  [
    "declined",
    "refus de répondre",
    "declined",
    "à redemander au moment opportun",
    "to be asked again at a suitable time",
  ],
  ["stale", "périmé", "out of date", "à redemander", "to be asked again"],
  ["invalid", "réponse impossible", "impossible answer", "à corriger", "to be corrected"],
  ["incomplete", "incomplet", "incomplete", "à compléter", "to be completed"],
] as const)("%s", (reason, ...words) => {
  expect([
    reasonIn(reason, "fr"),
    reasonIn(reason, "en"),
    remedyIn(reason, "fr"),
    remedyIn(reason, "en"),
  ]).toEqual(words);
});

test.each<[string, Known, string, string]>([
  ["age", { value: 17 }, "« Âge » est 17 ans", "“Age” is 17 years"],
  ["age", { unknown: "declined" }, "« Âge » est inconnu (refus de répondre)", "“Age” is unknown (declined)"],
  [
    "alone",
    { value: false, assumed: true },
    "« Solitude » est tenu pour non, faute de réponse",
    "“Loneliness” is taken as no, for want of an answer",
  ],
  ["since", { value: "2026-03-01" }, "« Début » est le 1er mars 2026", "“Start” is 1 March 2026"],
  ["needs", { value: ["rest"] }, "« Besoins » comprend « Repos »", "“Needs” includes “Rest”"],
  ["needs", { value: [] }, "« Besoins » ne comprend aucun élément", "“Needs” includes no item"],
  [
    "needs",
    { value: ["rest"], unasked: ["talk", "work"] },
    "« Besoins » comprend « Repos » (sans réponse sur « Parole » et « Travail »)",
    "“Needs” includes “Rest” (with no answer on “Talk” and “Work”)",
  ],
  [
    "needs",
    { value: [], unasked: ["work"] },
    "« Besoins » ne comprend aucun élément (sans réponse sur « Travail »)",
    "“Needs” includes no item (with no answer on “Work”)",
  ],
])("%s: %j", (fact, known, wordsFr, wordsEn) => {
  expect([plain(knownIn(fr, fact, known)), plain(knownIn(en, fact, known))]).toEqual([wordsFr, wordsEn]);
});

test("a fact with the reason it is missing", () => {
  expect(plain(factWithReason(fr, "age", undefined))).toBe("« Âge »");
  expect(factWithReason(en, "age", { unknown: "stale" })).toBe("“Age” (out of date)");
  expect(plain(factWithReason(fr, "needs", { value: [], unasked: ["work"] }))).toBe(
    "« Besoins » (incomplet)",
  );
});
