// A change of each kind of thing, exactly: its title, what it was before and what it is after, in both languages.
import { describe, expect, test } from "vitest";
import { labelled, labelledParts, plain } from "../../test/labelled.ts";
import { criterion } from "../../test/tiny.ts";
import { diffRuleSets, things, type Change, type Thing } from "../diff/index.ts";
import { languages, type RuleSet } from "../model/index.ts";
import { changeSentence } from "./change.ts";

const both = (fr: string, en: string) => ({ fr, en });
const full = labelled({
  sources: [
    {
      id: "G",
      title: both("Guide", "Guide book"),
      edition: "2e",
      date: "2026-01-01",
      url: "https://example.org/",
      statements: [{ id: "S1", locator: "p. 2", text: both("Agir", "Act"), modelled: true }],
    },
  ],
  criteria: [
    { ...criterion("K", { condition: "adult" }, "go"), sources: ["S1"], origin: "source" },
    criterion("L", { fact: "score", operator: "lessThan", value: { parameter: "limit" } }, "care"),
  ],
  properties: [
    {
      id: "P",
      statement: both("Jamais", "Never"),
      claim: {
        kind: "never",
        given: { fact: "danger", operator: "equal", value: true },
        decision: "d",
        states: ["go"],
      },
    },
  ],
});

interface Told {
  readonly what: Thing;
  readonly title: string;
  readonly text: string;
}
const told: Readonly<Record<"fr" | "en", readonly Told[]>> = {
  fr: [
    {
      what: "source",
      title: "source « Guide »",
      text: "Titre : « Guide ». Édition : « 2e ». Date : 1er janvier 2026. Adresse : « https://example.org/ ».",
    },
    { what: "statement", title: "énoncé S1", text: "Texte : « Agir ». Repère : « p. 2 »." },
    { what: "parameter", title: "seuil « Alerte »", text: "Valeur : 10. Justification : « Usage »." },
    {
      what: "fact",
      title: "renseignement « Âge »",
      text: "Question : « Âge? ». Type de réponse : nombre entier. Étendue : de 0 à 120. Unité : ans. Quand il est inconnu : bloque la décision. Renseignement de sécurité : non.",
    },
    { what: "value", title: "réponse possible « Anxiété » de « Problème »", text: "Libellé : « Anxiété »." },
    {
      what: "condition",
      title: "condition « Adulte »",
      text: "Condition : « Âge » est au moins 18 ans.",
    },
    {
      what: "decision",
      title: "décision « Orientation »",
      text: "Réponses : une seule. Réponse par défaut : « Prudence ».",
    },
    {
      what: "outcome",
      title: "orientation « Arrêt » de « Orientation »",
      text: "Message : « Arrêt ». Ton : arrêt. Peut être écartée : oui.",
    },
    {
      what: "criterion",
      title: "critère K",
      text: "Si la condition « Adulte » est remplie (c’est-à-dire : « Âge » est au moins 18 ans), alors « Orientation » est « Jumelage ». Justification : « texte ». Origine : énoncé par une source. Sources : S1.",
    },
    {
      what: "property",
      title: "garantie P",
      text: "Énoncé : « Jamais ». Ce qui est affirmé : Si « Danger » est oui, la réponse à « Orientation » n’est jamais « Jumelage ».",
    },
  ],
  en: [
    {
      what: "source",
      title: "source “Guide book”",
      text: "Title: “Guide book”. Edition: “2e”. Date: 1 January 2026. Address: “https://example.org/”.",
    },
    { what: "statement", title: "statement S1", text: "Text: “Act”. Locator: “p. 2”." },
    { what: "parameter", title: "threshold “Alert”", text: "Value: 10. Rationale: “Usage”." },
    {
      what: "fact",
      title: "fact “Age”",
      text: "Question: “Age?”. Type of answer: whole number. Range: from 0 to 120. Unit: years. When unknown: blocks the decision. Safety fact: no.",
    },
    { what: "value", title: "possible answer “Anxiety” of “Problem”", text: "Label: “Anxiety”." },
    { what: "condition", title: "condition “Adult”", text: "Condition: “Age” is at least 18 years." },
    {
      what: "decision",
      title: "decision “Direction”",
      text: "Answers: a single one. Default answer: “Care”.",
    },
    {
      what: "outcome",
      title: "outcome “Halt” of “Direction”",
      text: "Message: “Halt”. Tone: stop. May be overridden: yes.",
    },
    {
      what: "criterion",
      title: "criterion K",
      text: "If the condition “Adult” is met (that is: “Age” is at least 18 years), then “Direction” is “Match”. Rationale: “text”. Origin: stated by a source. Sources: S1.",
    },
    {
      what: "property",
      title: "guarantee P",
      text: "Statement: “Never”. What is claimed: If “Danger now” is yes, the answer to “Direction” is never “Match”.",
    },
  ],
};
const named: Partial<Readonly<Record<Thing, { readonly id: string; readonly of?: string }>>> = {
  source: { id: "G" },
  statement: { id: "S1", of: "G" },
  parameter: { id: "limit" },
  fact: { id: "age" },
  value: { id: "a", of: "kind" },
  condition: { id: "adult" },
  decision: { id: "d" },
  outcome: { id: "stop", of: "d" },
  criterion: { id: "K" },
  property: { id: "P" },
};
const empty: RuleSet = {
  ...full,
  sources: [],
  parameters: [],
  facts: [],
  conditions: [],
  decisions: [],
  criteria: [],
  properties: [],
};

/** The words, with ordinary spaces; without the criteria that are affected. */
function wordsOf(change: Change, base: RuleSet, head: RuleSet, lang: "fr" | "en") {
  const { affected: _, ...words } = changeSentence(change, base, head, lang);
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, plain(text)]));
}

describe.each(languages)("in %s", (lang) => {
  test("the list has every thing but the whole", () => {
    expect(["rule-set", ...told[lang].map((t) => t.what)]).toEqual(things);
  });

  test.each(told[lang])("$what that comes or goes", ({ what, title, text }) => {
    const at = named[what] ?? { id: "" };
    const change = (kind: "added" | "removed"): Change => ({ kind, what, ...at, parts: [], affects: [] });
    const [added, removed] = lang === "fr" ? ["Ajout : ", "Retrait : "] : ["Added: ", "Removed: "];
    // What holds a part of it may be there already without it.
    expect(wordsOf(change("added"), full, full, lang)).toEqual({ title: `${added}${title}.`, after: text });
    expect(wordsOf(change("removed"), full, empty, lang)).toEqual({
      title: `${removed}${title}.`,
      before: text,
    });
  });
});

test("the rule set itself changes in its parts", () => {
  const head = { ...full, title: both("Essai", "Attempt"), timeZone: "America/Montreal" };
  const [change] = diffRuleSets(full, head);
  if (!change) throw new Error("no change");
  expect(wordsOf(change, full, head, "fr")).toEqual({
    title: "Changement : jeu de critères (titre et fuseau horaire).",
    before: "Titre (anglais) : « Trial ». Fuseau horaire : « America/Toronto ».",
    after: "Titre (anglais) : « Attempt ». Fuseau horaire : « America/Montreal ».",
  });
  expect(wordsOf(change, full, head, "en")).toEqual({
    title: "Changed: rule set (title and time zone).",
    before: "Title: “Trial”. Time zone: “America/Toronto”.",
    after: "Title: “Attempt”. Time zone: “America/Montreal”.",
  });
  expect(wordsOf({ ...change, kind: "added", parts: [] }, full, head, "en")).toEqual({
    title: "Added: rule set.",
    after: "Title: “Attempt”.",
  });
});

test("a criterion whose condition or conclusion changed is its sentence, and only then", () => {
  const [first, ...others] = full.criteria;
  if (!first) throw new Error("no criterion");
  const to = (parts: Partial<typeof first>): RuleSet => ({
    ...full,
    criteria: [{ ...first, ...parts }, ...others],
  });
  const change = (head: RuleSet) => {
    const [found] = diffRuleSets(full, head);
    if (!found) throw new Error("no change");
    return wordsOf(found, full, head, "en");
  };
  const before =
    "If the condition “Adult” is met (that is: “Age” is at least 18 years), then “Direction” is “Match”.";
  expect(change(to({ then: { decision: "d", outcome: "care" } }))).toEqual({
    title: "Changed: criterion K (conclusion).",
    before,
    after:
      "If the condition “Adult” is met (that is: “Age” is at least 18 years), then “Direction” is “Care”.",
  });
  expect(change(to({ when: { always: true }, enabled: false }))).toEqual({
    title: "Changed: criterion K (condition and enabled).",
    before: `${before} Enabled: yes.`,
    after: "In every case, “Direction” is “Match”. Enabled: no.",
  });
  expect(change(to({ enabled: false }))).toEqual({
    title: "Changed: criterion K (enabled).",
    before: "Enabled: yes.",
    after: "Enabled: no.",
  });
  const condition: Change = { kind: "changed", what: "condition", id: "adult", parts: ["when"], affects: [] };
  expect(wordsOf(condition, full, full, "en")["after"]).toBe("Condition: “Age” is at least 18 years.");
});

test("what rests on a change is told as it reads in each document, where it is", () => {
  const head = labelled({
    parameters: [{ ...labelledParts.parameters[0], value: 12 }],
    criteria: full.criteria.filter((c) => c.id === "L"),
  });
  const change: Change = {
    kind: "changed",
    what: "parameter",
    id: "limit",
    parts: ["value"],
    affects: ["L", "K", "M"],
  };
  const { title, before, after, affected } = changeSentence(change, full, head, "en");
  expect([title, before, after]).toEqual(["Changed: threshold “Alert” (value).", "Value: 10.", "Value: 12."]);
  const read = affected.map((a) => JSON.parse(plain(JSON.stringify(a))) as unknown);
  expect(read).toEqual([
    {
      criterion: "L",
      before: "If “Score” is less than 10 (threshold “Alert”), then “Direction” is “Care”.",
      after: "If “Score” is less than 12 (threshold “Alert”), then “Direction” is “Care”.",
    },
    {
      criterion: "K",
      before:
        "If the condition “Adult” is met (that is: “Age” is at least 18 years), then “Direction” is “Match”.",
    },
    { criterion: "M" },
  ]);
});

test("what neither document has is still named by the change", () => {
  const change: Change = {
    kind: "changed",
    what: "value",
    id: "zz",
    of: "other",
    parts: ["label"],
    affects: [],
  };
  expect(wordsOf(change, full, full, "fr")).toEqual({
    title: "Changement : réponse possible « sans libellé » de « other » (libellé).",
  });
  expect(wordsOf({ ...change, what: "outcome" }, full, full, "en")).toEqual({
    title: "Changed: outcome “unnamed” of “other” (label).",
  });
});
