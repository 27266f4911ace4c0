import { expect, test } from "vitest";
import { labelled, said } from "../../test/labelled.ts";
import type { Difference } from "../simulate/index.ts";
import { differenceSentence, stateLabel } from "./difference.ts";

const ruleSet = labelled();

test.each<[Difference, string, string]>([
  [
    { kind: "state", decision: "d", expected: "go", obtained: "@undetermined" },
    "« Orientation » : attendu « Jumelage », obtenu « À compléter ».",
    "“Direction”: expected “Match”, obtained “To complete”.",
  ],
  [
    { kind: "outcomes", decision: "m", part: "suggested", absent: ["tell"], extra: [] },
    "« Devoirs », suggestions : il manque « Informer ».",
    "“Duties”, suggestions: missing “Informing”.",
  ],
  [
    { kind: "outcomes", decision: "m", part: "undetermined", absent: [], extra: ["tell", "note"] },
    "« Devoirs », réponses en suspens : il y a en trop « Informer » et « Noter ».",
    "“Duties”, undecided answers: unexpected “Informing” and “Noting”.",
  ],
  [
    { kind: "outcomes", decision: "m", part: "withheld", absent: ["tell", "note"], extra: ["halt"] },
    "« Devoirs », réponses retenues : il manque « Informer » et « Noter »; il y a en trop « Alerter ».",
    "“Duties”, withheld answers: missing “Informing” and “Noting”; unexpected “Alerting”.",
  ],
  [
    { kind: "list", part: "fired", absent: ["K"], extra: ["L", "M"] },
    "Critères vrais : il manque le critère K; il y a en trop les critères L et M.",
    "True criteria: missing criterion K; unexpected criteria L and M.",
  ],
  [
    { kind: "list", part: "fired", absent: ["K"], extra: [] },
    "Critères vrais : il manque le critère K.",
    "True criteria: missing criterion K.",
  ],
  [
    { kind: "list", part: "fired", absent: [], extra: ["L"] },
    "Critères vrais : il y a en trop le critère L.",
    "True criteria: unexpected criterion L.",
  ],
  [
    { kind: "list", part: "missing", absent: ["age"], extra: ["kind"] },
    "Renseignements à demander : il manque « Âge »; il y a en trop « Problème ».",
    "Facts to ask: missing “Age”; unexpected “Problem”.",
  ],
  [
    { kind: "list", part: "unverified", absent: ["score"], extra: [] },
    "Renseignements non vérifiés : il manque « Pointage ».",
    "Facts not verified: missing “Score”.",
  ],
  [
    { kind: "list", part: "assumed", absent: [], extra: ["wish"] },
    "Valeurs supposées : il y a en trop « Souhait ».",
    "Assumed values: unexpected “Wish”.",
  ],
  [
    { kind: "list", part: "problems", absent: ["age:invalid"], extra: ["a:b:undeclared-fact"] },
    "Problèmes signalés : il manque « Âge » (réponse impossible); il y a en trop « a:b » (hors vocabulaire).",
    "Problems reported: missing “Age” (impossible answer); unexpected “a:b” (not in the vocabulary).",
  ],
  [
    { kind: "no-such-decision", decision: "service" },
    "Le profil attend une réponse à « service », que ce jeu de critères ne donne pas sous cette forme.",
    "The profile expects an answer to “service”, which this rule set does not give in that form.",
  ],
])("%j", (difference, fr, en) => {
  expect(said((lang) => differenceSentence(difference, ruleSet, lang))).toEqual([fr, en]);
});

test("a state by its label alone, whatever marks the label has", () => {
  expect(said((lang) => stateLabel("d", "go", ruleSet, lang))).toEqual(["Jumelage", "Match"]);
  expect(said((lang) => stateLabel("d", "@safety-unknown", ruleSet, lang))).toEqual([
    "À sécuriser",
    "To secure",
  ]);
  expect(said((lang) => stateLabel("m", "@undetermined", ruleSet, lang))).toEqual([
    "Renseignements à compléter",
    "More information needed",
  ]);
  const [first, ...others] = ruleSet.decisions;
  if (!first) throw new Error("no decision");
  const outcomes = first.outcomes.map((o) => ({
    ...o,
    label: { fr: "Dire « oui » vite", en: "Say “yes” soon" },
  }));
  const quoting = { ...ruleSet, decisions: [{ ...first, outcomes }, ...others] };
  expect(said((lang) => stateLabel("d", "go", quoting, lang))).toEqual(["Dire “oui” vite", "Say ‘yes’ soon"]);
});
