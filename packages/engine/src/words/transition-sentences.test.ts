// What an answer becomes, of which kind a whole change is, and what no answer shows: exactly, in both languages.
import { describe, expect, test } from "vitest";
import { labelled, labelledParts, said } from "../../test/labelled.ts";
import type { DifferenceReport } from "../model/lab.ts";
import { differenceKindIn, silentSentence, transitionSentence, type TransitionOf } from "./transition.ts";

const base = labelled();
const [one, several] = labelledParts.decisions;
if (!one || !several) throw new Error("two decisions");
const renamed = { ...one, title: { fr: "Suite", en: "Next step" } };
const head = labelled({
  decisions: [renamed, { ...several, outcomes: several.outcomes.filter((o) => o.id !== "tell") }],
});
const told = (change: TransitionOf, [from, to] = [base, base]) =>
  said((lang) => transitionSentence(change, from, to, lang));

test("a state becomes another, each called as in its own document", () => {
  expect(told({ decision: "d", from: "@undetermined", to: "go" })).toEqual([
    "« Orientation » : « À compléter » devient « Jumelage ».",
    "“Direction”: “To complete” becomes “Match”.",
  ]);
  expect(told({ decision: "d", from: "stop", to: "care" }, [base, head])).toEqual([
    "« Suite » : « Arrêt » devient « Prudence ».",
    "“Next step”: “Halt” becomes “Care”.",
  ]);
});

describe("an outcome among several goes from one standing to another", () => {
  const standings = [
    ["suggested", "suggérée", "suggested"],
    ["undetermined", "en suspens", "undecided"],
    ["withheld", "retenue", "withheld"],
    ["not-suggested", "absente", "absent"],
  ] as const;
  test.each(standings)("%s", (standing, fr, en) => {
    expect(told({ decision: "m", from: `note:${standing}`, to: "note:suggested" })).toEqual([
      `« Devoirs » : « Noter » passe de « ${fr} » à « suggérée ».`,
      `“Duties”: “Noting” goes from “${en}” to “suggested”.`,
    ]);
  });

  test("named by whichever document has it", () => {
    const change = { decision: "m", from: "tell:suggested", to: "tell:not-suggested" };
    const words = [
      "« Devoirs » : « Informer » passe de « suggérée » à « absente ».",
      "“Duties”: “Informing” goes from “suggested” to “absent”.",
    ];
    expect(told(change, [base, head])).toEqual(words);
    expect(told(change, [head, base])).toEqual(words);
    expect(told(change, [head, head])[1]).toBe("“Duties”: “tell” goes from “suggested” to “absent”.");
  });

  test("where only one side has a standing, both are shown as they are", () => {
    expect(told({ decision: "m", from: "note", to: "note:suggested" })[1]).toBe(
      "“Duties”: “Noting” becomes “note:suggested”.",
    );
    expect(told({ decision: "m", from: "note:suggested", to: "note" })[1]).toBe(
      "“Duties”: “note:suggested” becomes “Noting”.",
    );
  });
});

test.each([
  [
    "equivalent",
    "Équivalent : aucune réponse et aucun texte ne change, pour personne.",
    "Equivalent: no answer and no text changes, for anybody.",
  ],
  [
    "texts-only",
    "Textes seulement : aucune réponse ne change, pour personne.",
    "Texts only: no answer changes, for anybody.",
  ],
  [
    "more-cautious",
    "Plus prudent seulement : chaque réponse qui change devient plus prudente ou reste à préciser.",
    "More cautious only: every answer that changes becomes more cautious or remains to be completed.",
  ],
  [
    "decides-more",
    "Décide davantage : seules des réponses encore ouvertes deviennent des orientations.",
    "Decides more: only answers that were still open become outcomes.",
  ],
  [
    "changes-outcomes",
    "Change des orientations : des personnes reçoivent une autre réponse.",
    "Changes outcomes: some people get another answer.",
  ],
] as const)("a change that is %s", (kind, fr, en) => {
  expect(said((lang) => differenceKindIn(kind, lang))).toEqual([fr, en]);
});

test.each<[DifferenceReport["silent"][number], string, string]>([
  [
    { what: "fact", id: "age", parts: ["validFor", "unit"] },
    "Changement : renseignement « Âge » (durée de validité et unité).",
    "Changed: fact “Age” (how long it is good for and unit).",
  ],
  [
    { what: "outcome", id: "go", of: "d", parts: ["message"] },
    "Changement : orientation « Jumelage » de « Suite » (message).",
    "Changed: outcome “Match” of “Next step” (message).",
  ],
  [
    { what: "outcome", id: "tell", of: "m", parts: ["removed"] },
    "Retrait : orientation « Informer » de « Devoirs ».",
    "Removed: outcome “Informing” of “Duties”.",
  ],
  [
    { what: "decision", id: "d", parts: ["added"] },
    "Ajout : décision « Suite ».",
    "Added: decision “Next step”.",
  ],
  [{ what: "rule-set", id: "tiny", parts: [] }, "Changement : jeu de critères.", "Changed: rule set."],
])("what no answer shows: %j", (silent, fr, en) => {
  expect(said((lang) => silentSentence(silent, base, head, lang))).toEqual([fr, en]);
});
