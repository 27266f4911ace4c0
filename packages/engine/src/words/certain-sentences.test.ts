// What a decision diagram says, sentence by sentence, with none, one and several of everything, in both languages.
import { describe, expect, test } from "vitest";
import { labelled, plain, said } from "../../test/labelled.ts";
import type { AnswerChoice, ChangedFact, Counterfactual } from "../diagram/index.ts";
import type { DiagramOption } from "../model/diagram.ts";
import {
  certainSentences,
  counterfactualSentence,
  interviewAnswerIn,
  reasonSentence,
  type About,
} from "./certain.ts";

const ruleSet = labelled();
const about = (lang: "fr" | "en"): About => ({ ruleSet, decision: "d", lang });

test("what is certain, or which facts alone can still change it", () => {
  const certain = (outcomes: string[], canChange: string[]) =>
    (["fr", "en"] as const).map((lang) => certainSentences({ outcomes, canChange }, about(lang)).map(plain));
  expect(certain(["go"], [])).toEqual([
    ["« Orientation » : « Jumelage », quelles que soient les réponses qui manquent."],
    ["“Direction”: “Match”, whatever the missing answers are."],
  ]);
  expect(certain(["stop", "go"], ["age"])).toEqual([
    [
      "« Orientation » : encore possible, « Arrêt » ou « Jumelage ».",
      "Seul « Âge » peut encore changer la réponse.",
    ],
    ["“Direction”: still possible, “Halt” or “Match”.", "Only “Age” can still change the answer."],
  ]);
  expect(certain(["stop", "care", "go"], ["age", "kind"])).toEqual([
    [
      "« Orientation » : encore possible, « Arrêt », « Prudence » ou « Jumelage ».",
      "Seuls « Âge » et « Problème » peuvent encore changer la réponse.",
    ],
    [
      "“Direction”: still possible, “Halt”, “Care” or “Match”.",
      "Only “Age” and “Problem” can still change the answer.",
    ],
  ]);
});

test.each([
  [[], ["go"], "« Jumelage », quels que soient les renseignements.", "“Match”, whatever the facts are."],
  [["age"], ["go"], "« Âge » suffit pour « Jumelage ».", "“Age” is enough for “Match”."],
  [
    ["age", "kind"],
    ["care", "go"],
    "« Âge » et « Problème » suffisent pour « Prudence » ou « Jumelage ».",
    "“Age” and “Problem” are enough for “Care” or “Match”.",
  ],
])("the reason %j", (reason, outcomes, fr, en) => {
  expect(said((lang) => reasonSentence(reason, { outcomes }, about(lang)))).toEqual([fr, en]);
});

describe("what would change it", () => {
  const age: ChangedFact = { fact: "age", value: 18, option: { from: 18, to: null } };
  const wish: ChangedFact = { fact: "wish", value: true };
  test.each<[Omit<Counterfactual, "outcome">, string, string]>([
    [
      { changes: [], supposed: [] },
      "La réponse peut encore être « Jumelage ».",
      "The answer can still be “Match”.",
    ],
    [
      { changes: [], supposed: [wish] },
      "Ce sera « Jumelage » si « Souhait » est oui.",
      "It will be “Match” if “Wish” is yes.",
    ],
    [
      { changes: [], supposed: [wish, { fact: "kind" }] },
      "Ce sera « Jumelage » si « Souhait » est oui et « Problème » reste sans réponse.",
      "It will be “Match” if “Wish” is yes and “Problem” stays unanswered.",
    ],
    [
      { changes: [age], supposed: [] },
      "Ce serait « Jumelage » si « Âge » était 18 ans ou plus.",
      "It would be “Match” if “Age” were 18 years or more.",
    ],
    [
      { changes: [age], supposed: [wish, { fact: "kind" }] },
      "Ce serait « Jumelage » si « Âge » était 18 ans ou plus, « Souhait » était oui et « Problème » restait sans réponse.",
      "It would be “Match” if “Age” were 18 years or more, “Wish” were yes and “Problem” stayed unanswered.",
    ],
  ])("%j", (changed, fr, en) => {
    expect(said((lang) => counterfactualSentence({ outcome: "go", ...changed }, about(lang)))).toEqual([
      fr,
      en,
    ]);
  });
});

describe("an answer of an interview", () => {
  const answer = (fact: string, ...choices: readonly AnswerChoice[]) =>
    said((lang) => interviewAnswerIn(fact, { choices }, { ruleSet, lang }));

  test.each<[string, DiagramOption, string, string]>([
    ["age", "unknown", "sans réponse", "no answer"],
    ["age", { from: 18, to: 18 }, "18 ans", "18 years"],
    ["age", { from: 1, to: 17 }, "de 1 an à 17 ans", "from 1 year to 17 years"],
    ["age", { from: null, to: 17 }, "17 ans ou moins", "17 years or less"],
    ["age", { from: 18, to: null }, "18 ans ou plus", "18 years or more"],
    ["age", { from: null, to: null }, "toute valeur", "any value"],
    [
      "since",
      { from: "0000-01-01", to: "2026-03-04" },
      "au plus tard le 4 mars 2026",
      "no later than 4 March 2026",
    ],
    ["since", { from: null, to: "2026-03-04" }, "au plus tard le 4 mars 2026", "no later than 4 March 2026"],
    [
      "since",
      { from: "2026-03-04", to: "9999-12-31" },
      "au plus tôt le 4 mars 2026",
      "no earlier than 4 March 2026",
    ],
    ["since", { from: "2026-03-04", to: "2026-03-04" }, "le 4 mars 2026", "4 March 2026"],
    [
      "since",
      { from: "2026-03-01", to: "2026-03-04" },
      "entre le 1er mars 2026 et le 4 mars 2026",
      "between 1 March 2026 and 4 March 2026",
    ],
    ["since", { from: "0000-01-01", to: "9999-12-31" }, "toute valeur", "any value"],
    ["kind", { values: ["a"] }, "« Anxiété »", "“Anxiety”"],
    [
      "kind",
      { values: ["a", "b", "c"] },
      "« Anxiété », « Dépression » ou « Autre »",
      "“Anxiety”, “Depression” or “Other”",
    ],
    ["danger", { values: [false] }, "non", "no"],
  ])("%s %j", (fact, option, fr, en) => {
    expect(answer(fact, { option })).toEqual([fr, en]);
  });

  test("several choices are one list: values first, then classes", () => {
    expect(
      answer("kind", { option: "unknown" }, { option: { values: ["a"] } }, { option: { values: ["c"] } }),
    ).toEqual(["« Anxiété », « Autre » ou sans réponse", "“Anxiety”, “Other” or no answer"]);
  });

  test.each<[AnswerChoice, string, string]>([
    [{}, "toute réponse", "any answer"],
    [{ known: true }, "toute réponse", "any answer"],
    [{ known: false }, "sans réponse", "no answer"],
    [{ has: [["x"]] }, "avec « Deuil »", "with “Grief”"],
    [
      { has: [["x", "y"]] },
      "au moins un élément parmi « Deuil » et « Stress »",
      "at least one of “Grief” and “Strain”",
    ],
    [{ hasNone: [["x"]] }, "sans « Deuil »", "without “Grief”"],
    [
      { hasNone: [["x"], ["y"]] },
      "aucun élément parmi « Deuil » et « Stress »",
      "none of “Grief” and “Strain”",
    ],
    [
      { has: [["x"], ["y"]], hasNone: [["z"]] },
      "avec « Deuil », avec « Stress », sans « Langue »",
      "with “Grief”, with “Strain”, without “Language”",
    ],
  ])("about a set: %j", (choice, fr, en) => {
    expect(answer("traits", choice)).toEqual([fr, en]);
  });

  test("ways about a set are told one after the other, each once", () => {
    expect(answer("traits", { known: false }, { hasNone: [["x"], ["y"]] })).toEqual([
      "sans réponse; ou aucun élément parmi « Deuil » et « Stress »",
      "no answer; or none of “Grief” and “Strain”",
    ]);
  });
});
