// A safety property as the sentence its claim makes, of every kind.
import { expect, test } from "vitest";
import { plain, worded } from "../../test/worded.ts";
import { expectWellSet } from "../../test/words.ts";
import type { Claim } from "../model/property.ts";
import { claimSentence } from "./claim.ts";

const minor = { condition: "minor" } as const;
const always = { always: true } as const;

test.each<[Claim, fr: string, en: string]>([
  [
    { kind: "implies", given: minor, decision: "way", states: ["halt"] },
    "Si la condition « Mineur » est remplie, la réponse à « Voie » est toujours « Arrêt ».",
    "If the condition “Minor” is met, the answer to “Way” is always “Halt”.",
  ],
  [
    { kind: "implies", given: always, decision: "way", states: ["halt", "watch"] },
    "Dans tous les cas, la réponse à « Voie » est toujours l’une de ces réponses (« Arrêt » ou « Veille »).",
    "In every case, the answer to “Way” is always one of these answers (“Halt” or “Watch”).",
  ],
  [
    { kind: "implies", given: minor, decision: "duties", states: ["call"] },
    "Si la condition « Mineur » est remplie, « Devoirs » comprend toujours « Appeler ».",
    "If the condition “Minor” is met, “Duties” always includes “Call”.",
  ],
  [
    { kind: "implies", given: minor, decision: "duties", states: ["call", "write"] },
    "Si la condition « Mineur » est remplie, « Devoirs » comprend toujours au moins un de ces éléments (« Appeler » ou « Écrire »).",
    "If the condition “Minor” is met, “Duties” always includes at least one of these (“Call” or “Write”).",
  ],
  [
    { kind: "never", given: { not: minor }, decision: "way", states: ["halt"] },
    "S’il n’est pas établi que la condition « Mineur » est remplie, la réponse à « Voie » n’est jamais « Arrêt ».",
    "If it is not established that the condition “Minor” is met, the answer to “Way” is never “Halt”.",
  ],
  [
    { kind: "never", given: minor, decision: "way", states: ["halt", "watch"] },
    "Si la condition « Mineur » est remplie, la réponse à « Voie » n’est jamais l’une de ces réponses (« Arrêt » ou « Veille »).",
    "If the condition “Minor” is met, the answer to “Way” is never one of these answers (“Halt” or “Watch”).",
  ],
  [
    { kind: "never", given: minor, decision: "duties", states: ["call"] },
    "Si la condition « Mineur » est remplie, « Devoirs » ne comprend jamais « Appeler ».",
    "If the condition “Minor” is met, “Duties” never includes “Call”.",
  ],
  [
    { kind: "never", given: minor, decision: "duties", states: ["call", "write"] },
    "Si la condition « Mineur » est remplie, « Devoirs » ne comprend jamais aucun de ces éléments (« Appeler » ou « Écrire »).",
    "If the condition “Minor” is met, “Duties” never includes any of these (“Call” or “Write”).",
  ],
  [
    { kind: "requires", decision: "way", states: ["walk"], condition: { not: minor } },
    "La réponse à « Voie » n’est « Marche » que s’il n’est pas établi que la condition « Mineur » est remplie.",
    "The answer to “Way” is “Walk” only if it is not established that the condition “Minor” is met.",
  ],
  [
    { kind: "requires", decision: "duties", states: ["call"], condition: minor },
    "« Devoirs » ne comprend « Appeler » que si la condition « Mineur » est remplie.",
    "“Duties” includes “Call” only if the condition “Minor” is met.",
  ],
  [
    { kind: "monotone", decision: "way", fact: "age", order: "ascending" },
    "Quand « Âge » augmente, le reste étant égal, la réponse à « Voie » ne devient jamais moins prudente.",
    "When “Age” rises, all else being equal, the answer to “Way” never becomes less cautious.",
  ],
  [
    { kind: "monotone", decision: "way", fact: "age", order: "descending" },
    "Quand « Âge » diminue, le reste étant égal, la réponse à « Voie » ne devient jamais moins prudente.",
    "When “Age” falls, all else being equal, the answer to “Way” never becomes less cautious.",
  ],
  [
    { kind: "monotone", decision: "way", fact: "since", order: "ascending" },
    "Quand « Début » est plus tard, le reste étant égal, la réponse à « Voie » ne devient jamais moins prudente.",
    "When “Start” is later, all else being equal, the answer to “Way” never becomes less cautious.",
  ],
  [
    { kind: "monotone", decision: "way", fact: "since", order: "descending" },
    "Quand « Début » est plus tôt, le reste étant égal, la réponse à « Voie » ne devient jamais moins prudente.",
    "When “Start” is earlier, all else being equal, the answer to “Way” never becomes less cautious.",
  ],
  [
    { kind: "monotone", decision: "way", fact: "mood", order: ["high", "fair"] },
    "Quand « Humeur » passe de « Haute » à « Moyenne », le reste étant égal, la réponse à « Voie » ne devient jamais moins prudente.",
    "When “Mood” goes from “High” to “Fair”, all else being equal, the answer to “Way” never becomes less cautious.",
  ],
  [
    { kind: "monotone", decision: "way", fact: "mood", order: ["high", "fair", "low"] },
    "Quand « Humeur » passe de « Haute » à « Moyenne », puis à « Basse », le reste étant égal, la réponse à « Voie » ne devient jamais moins prudente.",
    "When “Mood” goes from “High” to “Fair”, then to “Low”, all else being equal, the answer to “Way” never becomes less cautious.",
  ],
  [
    { kind: "independent", decision: "way", facts: ["pets", "share"] },
    "La réponse à « Voie » reste la même, quelle que soit la réponse à « Animaux » et à « Part ».",
    "The answer to “Way” stays the same, whatever the answer to “Pets” and to “Share”.",
  ],
  [
    { kind: "benignWhenUnknown", decision: "way", fact: "pets", value: false },
    "Tant que « Animaux » est simplement inconnu (non demandé, refus de répondre ou réponse non connue), la réponse à « Voie » est la même que si « Animaux » était non.",
    "While “Pets” is simply unknown (not asked, declined or not known), the answer to “Way” is the same as if “Pets” were no.",
  ],
  [
    { kind: "benignWhenUnknown", decision: "way", fact: "needs", value: ["rest"] },
    "Tant que « Besoins » est simplement inconnu (non demandé, refus de répondre ou réponse non connue), la réponse à « Voie » est la même que si « Besoins » comprenait « Repos ».",
    "While “Needs” is simply unknown (not asked, declined or not known), the answer to “Way” is the same as if “Needs” included “Rest”.",
  ],
])("%j", (claim, fr, en) => {
  const [french, english] = [claimSentence(claim, worded, "fr"), claimSentence(claim, worded, "en")];
  expect([plain(french), plain(english)]).toEqual([fr, en]);
  expectWellSet(french, "fr");
  expectWellSet(english, "en");
});
