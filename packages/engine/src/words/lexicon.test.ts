import { expect, test } from "vitest";
import { labelled, labelledParts, said } from "../../test/labelled.ts";
import type { Fact } from "../model/fact.ts";
import type { Lang } from "../model/text.ts";
import { lexiconOf, literalIn, valueIn, type Lexicon, type Wordable } from "./lexicon.ts";

const ruleSet = labelled();
const lexicon = (lang: Lang, doc: Wordable = ruleSet): Lexicon => lexiconOf(doc, lang);
const factOf = (id: string): Fact | undefined => ruleSet.facts.find((f) => f.id === id);

test("every thing is called by its quoted name", () => {
  expect(said((l) => lexicon(l).fact("age"))).toEqual(["« Âge »", "“Age”"]);
  expect(said((l) => lexicon(l).condition("adult"))).toEqual(["« Adulte »", "“Adult”"]);
  expect(said((l) => lexicon(l).parameter("limit"))).toEqual(["« Alerte »", "“Alert”"]);
  expect(said((l) => lexicon(l).decision("d"))).toEqual(["« Orientation »", "“Direction”"]);
  expect(said((l) => lexicon(l).state("d", "go"))).toEqual(["« Jumelage »", "“Match”"]);
  expect(said((l) => lexicon(l).state("m", "tell"))).toEqual(["« Informer »", "“Informing”"]);
});

test("what the document does not declare is called as it was written", () => {
  for (const called of [
    lexicon("en").fact("other"),
    lexicon("en").condition("other"),
    lexicon("en").parameter("other"),
    lexicon("en").decision("other"),
    lexicon("en").state("d", "other"),
    lexicon("en").state("other", "other"),
  ])
    expect(called).toBe("“other”");
});

test("the computed states have the names of their decision, or else ordinary ones", () => {
  expect(said((l) => lexicon(l).state("d", "@undetermined"))).toEqual(["« À compléter »", "“To complete”"]);
  expect(said((l) => lexicon(l).state("d", "@safety-unknown"))).toEqual(["« À sécuriser »", "“To secure”"]);
  const ordinary = [
    ["« Renseignements à compléter »", "“More information needed”"],
    ["« Sécurité à vérifier »", "“Safety to be checked”"],
  ];
  const empty = { label: { fr: "", en: " " }, message: { fr: "", en: "" } };
  const draft: Wordable = {
    ...ruleSet,
    decisions: ruleSet.decisions.map((d) => ({
      ...d,
      states: { "@undetermined": empty, "@safety-unknown": empty },
    })),
  };
  for (const [doc, decision] of [
    [ruleSet, "m"],
    [ruleSet, "other"],
    [draft, "d"],
  ] as const) {
    expect(said((l) => lexicon(l, doc).state(decision, "@undetermined"))).toEqual(ordinary[0]);
    expect(said((l) => lexicon(l, doc).state(decision, "@safety-unknown"))).toEqual(ordinary[1]);
  }
});

test("a name that is still empty is said to be missing", () => {
  const empty = { fr: "", en: "" };
  const draft: Wordable = { ...ruleSet, facts: ruleSet.facts.map((f) => ({ ...f, label: empty })) };
  expect(said((l) => lexicon(l, draft).fact("age"))).toEqual(["« sans libellé »", "“unnamed”"]);
  expect(said((l) => lexicon(l).text(empty))).toEqual(["« sans libellé »", "“unnamed”"]);
  expect(said((l) => lexicon(l).text(undefined))).toEqual(["« sans libellé »", "“unnamed”"]);
  expect(said((l) => lexicon(l).text({ fr: "un", en: "one" }))).toEqual(["« un »", "“one”"]);
  const values = [{ id: "a", label: empty }];
  const kind = { ...ruleSet.facts.find((f) => f.id === "kind"), values } as unknown as Fact;
  expect(said((l) => valueIn(kind, "a", l))).toEqual(["« sans libellé »", "“unnamed”"]);
});

test("a style is kept beside the names", () => {
  const style = { lang: "fr", definitions: true, reading: "property" } as const;
  expect(lexiconOf(ruleSet, style)).toMatchObject(style);
  expect(lexiconOf(ruleSet, "en")).toMatchObject({ lang: "en" });
  expect(lexiconOf(ruleSet, "en").names.facts.get("age")).toBe(factOf("age"));
});

test.each([
  ["danger", true, "oui", "yes"],
  ["danger", false, "non", "no"],
  ["age", 1, "1 an", "1 year"],
  ["age", 18, "18 ans", "18 years"],
  ["score", 1200, "1 200", "1,200"],
  ["share", 37.5, "37,5 %", "37.5%"],
  ["since", "2026-11-22", "22 novembre 2026", "22 November 2026"],
  ["kind", "a", "« Anxiété »", "“Anxiety”"],
  ["kind", "other", "« other »", "“other”"],
  ["kind", " ", "(vide)", "(empty)"],
  ["traits", [], "aucun élément", "no item"],
  ["traits", ["x"], "« Deuil »", "“Grief”"],
  ["traits", ["x", "z"], "« Deuil » et « Langue »", "“Grief” and “Language”"],
  ["traits", ["x", "y", "z"], "« Deuil », « Stress » et « Langue »", "“Grief”, “Strain” and “Language”"],
  ["other", 3, "3", "3"],
  ["other", "2026-11-22", "« 2026-11-22 »", "“2026-11-22”"],
  ["other", null, "« null »", "“null”"],
] as const)("the value of %s: %j", (fact, value, fr, en) => {
  expect(said((l) => valueIn(factOf(fact), value, l))).toEqual([fr, en]);
});

test("a value whose id is but a space has its label all the same", () => {
  const kind = { ...factOf("kind"), values: [{ id: " ", label: { fr: "Blanc", en: "Blank" } }] };
  expect(said((l) => valueIn(kind as unknown as Fact, " ", l))).toEqual(["« Blanc »", "“Blank”"]);
});

test("a literal is a value, several of which one is enough, or a threshold with its name", () => {
  const literal = (fact: string, value: Parameters<typeof literalIn>[2], doc: Wordable = ruleSet) =>
    said((l) => literalIn(lexicon(l, doc), factOf(fact), value));
  expect(literal("danger", true)).toEqual(["oui", "yes"]);
  expect(literal("kind", "b")).toEqual(["« Dépression »", "“Depression”"]);
  expect(literal("kind", ["a"])).toEqual(["« Anxiété »", "“Anxiety”"]);
  expect(literal("kind", ["a", "b"])).toEqual(["« Anxiété » ou « Dépression »", "“Anxiety” or “Depression”"]);
  expect(literal("age", { parameter: "limit" })).toEqual([
    "10 ans (seuil « Alerte »)",
    "10 years (threshold “Alert”)",
  ]);
  const without = labelled({ parameters: [], conditions: labelledParts.conditions.slice(0, 1) });
  expect(literal("age", { parameter: "limit" }, without)).toEqual([
    "(seuil « limit »)",
    "(threshold “limit”)",
  ]);
});
