// A small rule set in which every thing has a name of its own in each language, so that a sentence shows which name it
// uses and where.
import type { Lang, RuleSet } from "../src/index.ts";
import { fact, tiny } from "./tiny.ts";

const both = (fr: string, en: string) => ({ fr, en });
const label = (fr: string, en: string) => ({ label: both(fr, en), question: both(`${fr}?`, `${en}?`) });
const value = (id: string, fr: string, en: string) => ({ id, label: both(fr, en) });
const outcome = (id: string, tone: string, words: { readonly fr: string; readonly en: string }) => ({
  id,
  label: words,
  message: words,
  tone,
  override: true,
});

/** The parts of the document, to be replaced one by one. */
export const labelledParts = {
  title: both("Essai", "Trial"),
  purpose: both("Essayer", "Trying"),
  parameters: [
    {
      id: "limit",
      label: both("Alerte", "Alert"),
      value: 10,
      rationale: both("Usage", "Usage"),
      sources: [],
    },
  ],
  facts: [
    fact("danger", "boolean", { ...label("Danger", "Danger now"), safety: true, validFor: "P0D" }),
    fact("crisis", "boolean", { ...label("Crise", "Crisis"), safety: true, validFor: "P1D" }),
    fact("age", "integer", { ...label("Âge", "Age"), unit: "a", range: { min: 0, max: 120 } }),
    fact("score", "integer", {
      ...label("Pointage", "Score"),
      range: { min: 0, max: 27 },
      whenUnknown: "ignore",
      validFor: "P14D",
    }),
    fact("wish", "boolean", { ...label("Souhait", "Wish"), whenUnknown: { assume: false } }),
    fact("kind", "enum", {
      ...label("Problème", "Problem"),
      values: [
        value("a", "Anxiété", "Anxiety"),
        value("b", "Dépression", "Depression"),
        value("c", "Autre", "Other"),
      ],
    }),
    fact("traits", "set", {
      ...label("Défis", "Challenges"),
      values: [
        value("x", "Deuil", "Grief"),
        value("y", "Stress", "Strain"),
        value("z", "Langue", "Language"),
      ],
    }),
    fact("share", "decimal", {
      ...label("Part", "Share"),
      scale: 1,
      unit: "%",
      range: { min: 0, max: 100 },
    }),
    fact("since", "date", label("Début", "Start")),
  ],
  conditions: [
    {
      id: "adult",
      label: both("Adulte", "Adult"),
      when: { fact: "age", operator: "greaterThanInclusive", value: 18 },
    },
    {
      id: "worry",
      label: both("Inquiétude", "Worry"),
      when: {
        any: [
          { not: { condition: "adult" } },
          { fact: "score", operator: "greaterThanInclusive", value: { parameter: "limit" } },
        ],
      },
    },
  ],
  decisions: [
    {
      id: "d",
      title: both("Orientation", "Direction"),
      kind: "one",
      outcomes: [
        outcome("stop", "stop", both("Arrêt", "Halt")),
        outcome("care", "caution", both("Prudence", "Care")),
        outcome("go", "go", both("Jumelage", "Match")),
      ],
      otherwise: "care",
      states: {
        "@undetermined": { label: both("À compléter", "To complete"), message: both("Demander.", "Ask.") },
        "@safety-unknown": { label: both("À sécuriser", "To secure"), message: both("Vérifier.", "Check.") },
      },
    },
    {
      id: "m",
      title: both("Devoirs", "Duties"),
      kind: "many",
      outcomes: [
        outcome("halt", "stop", both("Alerter", "Alerting")),
        outcome("tell", "neutral", both("Informer", "Informing")),
        outcome("note", "neutral", both("Noter", "Noting")),
      ],
    },
  ],
};

/** The document, with other parts where given. */
export function labelled(parts: Readonly<Record<string, unknown>> = {}): RuleSet {
  return tiny({ ...labelledParts, ...parts });
}

/** A text with ordinary spaces: where no-break spaces stand is pinned by the tests of typography. */
export function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

/** What `words` says in French and in English, with ordinary spaces. */
export function said(words: (lang: Lang) => string): readonly [fr: string, en: string] {
  return [plain(words("fr")), plain(words("en"))];
}
