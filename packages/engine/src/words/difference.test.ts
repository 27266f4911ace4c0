// How a result differs from what was expected, in words.
import { expect, test } from "vitest";
import { plain, worded } from "../../test/worded.ts";
import type { Difference } from "../simulate/index.ts";
import { differenceSentence, stateLabel } from "./difference.ts";

test.each<[Difference, fr: string, en: string]>([
  [
    { kind: "state", decision: "way", expected: "halt", obtained: "@undetermined" },
    "« Voie » : attendu « Arrêt », obtenu « À compléter ».",
    "“Way”: expected “Halt”, obtained “To complete”.",
  ],
  [
    { kind: "outcomes", decision: "duties", part: "suggested", absent: ["call"], extra: [] },
    "« Devoirs », suggestions : il manque « Appeler ».",
    "“Duties”, suggestions: missing “Call”.",
  ],
  [
    { kind: "outcomes", decision: "duties", part: "undetermined", absent: [], extra: ["call", "write"] },
    "« Devoirs », réponses en suspens : il y a en trop « Appeler » et « Écrire ».",
    "“Duties”, undecided answers: unexpected “Call” and “Write”.",
  ],
  [
    { kind: "outcomes", decision: "duties", part: "withheld", absent: ["call"], extra: ["write"] },
    "« Devoirs », réponses retenues : il manque « Appeler »; il y a en trop « Écrire ».",
    "“Duties”, withheld answers: missing “Call”; unexpected “Write”.",
  ],
  [
    { kind: "list", part: "fired", absent: ["K1"], extra: ["K2", "K3"] },
    "Critères vrais : il manque le critère K1; il y a en trop les critères K2 et K3.",
    "True criteria: missing criterion K1; unexpected criteria K2 and K3.",
  ],
  [
    { kind: "list", part: "fired", absent: [], extra: ["K2"] },
    "Critères vrais : il y a en trop le critère K2.",
    "True criteria: unexpected criterion K2.",
  ],
  [
    { kind: "list", part: "missing", absent: ["age"], extra: [] },
    "Renseignements à demander : il manque « Âge ».",
    "Facts to ask: missing “Age”.",
  ],
  [
    { kind: "list", part: "unverified", absent: [], extra: ["pets"] },
    "Renseignements non vérifiés : il y a en trop « Animaux ».",
    "Facts not verified: unexpected “Pets”.",
  ],
  [
    { kind: "list", part: "assumed", absent: ["alone"], extra: [] },
    "Valeurs supposées : il manque « Solitude ».",
    "Assumed values: missing “Loneliness”.",
  ],
  [
    { kind: "list", part: "problems", absent: ["age:invalid"], extra: ["a:b:undeclared-fact"] },
    "Problèmes signalés : il manque « Âge » (réponse impossible); il y a en trop « a:b » (hors vocabulaire).",
    "Problems reported: missing “Age” (impossible answer); unexpected “a:b” (not in the vocabulary).",
  ],
  [
    { kind: "no-such-decision", decision: "gone" },
    "Le profil attend une réponse à « gone », que ce jeu de critères ne donne pas sous cette forme.",
    "The profile expects an answer to “gone”, which this rule set does not give in that form.",
  ],
])("%j", (difference, fr, en) => {
  expect([
    plain(differenceSentence(difference, worded, "fr")),
    plain(differenceSentence(difference, worded, "en")),
  ]).toEqual([fr, en]);
});

test("the label of a state stands without quotation marks", () => {
  expect(stateLabel("way", "halt", worded, "fr")).toBe("Arrêt");
  expect(stateLabel("way", "@safety-unknown", worded, "en")).toBe("To check");
  expect(stateLabel("way", "say “x” now", worded, "en")).toBe("say ‘x’ now");
});
