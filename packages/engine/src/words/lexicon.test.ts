// How what a document names is called, and what stands in where it names nothing.
import { expect, test } from "vitest";
import { both, plain, worded } from "../../test/worded.ts";
import type { DraftRuleSet } from "../model/rule-set.ts";
import { lexiconOf, literalIn, valueIn } from "./lexicon.ts";

const fr = lexiconOf(worded, "fr");
const en = lexiconOf(worded, "en");
const factOf = (id: string) => worded.facts.find((f) => f.id === id);

test("what is declared is called by its label", () => {
  expect([fr.fact("age"), en.fact("age")].map(plain)).toEqual(["« Âge »", "“Age”"]);
  expect([fr.condition("minor"), en.condition("minor")].map(plain)).toEqual(["« Mineur »", "“Minor”"]);
  expect([fr.parameter("limit"), en.parameter("limit")].map(plain)).toEqual(["« Limite »", "“Limit”"]);
  expect([fr.decision("way"), en.decision("way")].map(plain)).toEqual(["« Voie »", "“Way”"]);
  expect([fr.state("way", "halt"), en.state("duties", "call")].map(plain)).toEqual(["« Arrêt »", "“Call”"]);
  expect([fr.state("way", "@undetermined"), en.state("way", "@safety-unknown")].map(plain)).toEqual([
    "« À compléter »",
    "“To check”",
  ]);
  expect([fr.text(both("Deux", "Two")), en.text(both("Deux", "Two"))].map(plain)).toEqual([
    "« Deux »",
    "“Two”",
  ]);
});

test("what is not declared is called as it was written", () => {
  expect([fr.fact("x"), en.condition("x"), fr.parameter("x"), en.decision("x")].map(plain)).toEqual([
    "« x »",
    "“x”",
    "« x »",
    "“x”",
  ]);
  expect([fr.state("way", "x"), en.state("x", "y")].map(plain)).toEqual(["« x »", "“y”"]);
  expect([fr.state("duties", "@undetermined"), en.state("duties", "@undetermined")].map(plain)).toEqual([
    "« Renseignements à compléter »",
    "“More information needed”",
  ]);
  expect([fr.state("x", "@safety-unknown"), en.state("x", "@safety-unknown")].map(plain)).toEqual([
    "« Sécurité à vérifier »",
    "“Safety to be checked”",
  ]);
  expect([fr.text(undefined), en.text(undefined)].map(plain)).toEqual(["« sans libellé »", "“unnamed”"]);
});

test("a label that is still empty is said to be, one that lacks a language is taken from the other", () => {
  const draft: DraftRuleSet = {
    ...worded,
    facts: worded.facts.map((f) =>
      f.id === "age"
        ? { ...f, label: both(" ", "") }
        : f.id === "mood"
          ? { ...f, label: both("", "Mood") }
          : f,
    ),
    decisions: worded.decisions.map((d) => ({
      ...d,
      ...(d.states && {
        states: { ...d.states, "@undetermined": { label: both("", ""), message: both("m", "m") } },
      }),
    })),
  };
  const [words, english] = [lexiconOf(draft, "fr"), lexiconOf(draft, "en")];
  expect([words.fact("age"), english.fact("age"), words.fact("mood")].map(plain)).toEqual([
    "« sans libellé »",
    "“unnamed”",
    "« Mood »",
  ]);
  expect(plain(words.state("way", "@undetermined"))).toBe("« Renseignements à compléter »");
});

test("a style is kept, and a language alone is one", () => {
  expect(fr).toMatchObject({ lang: "fr" });
  expect(fr.definitions).toBeUndefined();
  expect(lexiconOf(worded, { lang: "en", definitions: true, reading: "property" })).toMatchObject({
    lang: "en",
    definitions: true,
    reading: "property",
  });
});

test.each<[fact: string | undefined, value: unknown, fr: string, en: string]>([
  ["danger", true, "oui", "yes"],
  ["danger", false, "non", "no"],
  ["age", 18, "18 ans", "18 years"],
  ["share", 12.5, "12,5 %", "12.5%"],
  [undefined, 7, "7", "7"],
  ["mood", "low", "« Basse »", "“Low”"],
  ["mood", "x", "« x »", "“x”"],
  ["mood", "", "(vide)", "(empty)"],
  ["mood", "  ", "(vide)", "(empty)"],
  ["since", "2026-03-01", "1er mars 2026", "1 March 2026"],
  ["needs", [], "aucun élément", "no item"],
  ["needs", ["rest"], "« Repos »", "“Rest”"],
  ["needs", ["rest", "talk", "work"], "« Repos », « Parole » et « Travail »", "“Rest”, “Talk” and “Work”"],
  ["needs", ["rest", 3], "« Repos » et 3", "“Rest” and 3"],
  ["age", null, "« null »", "“null”"],
])("a value of %s: %j", (id, value, wordsFr, wordsEn) => {
  const declared = id === undefined ? undefined : factOf(id);
  expect([
    plain(valueIn(declared, value, "fr")),
    valueIn(declared, value, "en").replaceAll("\u00a0", " "),
  ]).toEqual([wordsFr, wordsEn]);
});

test("a member without a label is said to have none", () => {
  const mood = factOf("mood");
  const bare = mood && { ...mood, values: [{ id: "low", label: both("", "") }] };
  expect([plain(valueIn(bare, "low", "fr")), valueIn(bare, "low", "en")]).toEqual([
    "« sans libellé »",
    "“unnamed”",
  ]);
});

test("a threshold is its value and its name; its name alone when nothing declares it", () => {
  const age = factOf("age");
  expect(plain(literalIn(fr, age, { parameter: "limit" }))).toBe("10 ans (seuil « Limite »)");
  expect(plain(literalIn(en, age, { parameter: "limit" }))).toBe("10 years (threshold “Limit”)");
  expect(plain(literalIn(fr, age, { parameter: "gone" }))).toBe("(seuil « gone »)");
  expect(literalIn(en, age, { parameter: "gone" })).toBe("(threshold “gone”)");
  expect(plain(literalIn(fr, factOf("mood"), ["low", "high"]))).toBe("« Basse » ou « Haute »");
  expect(literalIn(en, factOf("danger"), true)).toBe("yes");
});
