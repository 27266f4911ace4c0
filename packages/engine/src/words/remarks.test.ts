// What holds for a whole answer.
import { expect, test } from "vitest";
import { plain, worded } from "../../test/worded.ts";
import type { Result } from "../model/result.ts";
import { lexiconOf } from "./lexicon.ts";
import { remarksIn } from "./remarks.ts";

const nothing: Result = {
  decisions: {},
  fired: [],
  undecided: [],
  missing: [],
  unverified: [],
  assumed: [],
  doubtful: [],
  problems: [],
};
const remarks = (result: Partial<Result>, lang: "fr" | "en"): readonly string[] =>
  remarksIn(
    { ...nothing, ...result },
    new Map([["pets", { unknown: "declined" }]]),
    lexiconOf(worded, lang),
  ).map(plain);

test.each<[Partial<Result>, fr: readonly string[], en: readonly string[]]>([
  [{}, [], []],
  [
    { problems: [{ fact: "age", code: "invalid" }] },
    ["La réponse donnée pour « Âge » n’est pas une réponse possible; elle est tenue pour inconnue."],
    ["The answer given for “Age” is not a possible answer; it is taken as unknown."],
  ],
  [
    { problems: [{ fact: "âge", code: "undeclared-fact" }] },
    ["« âge » n’est pas un renseignement de ce jeu de critères; il n’en est pas tenu compte."],
    ["“âge” is not a fact of this rule set; it is not taken into account."],
  ],
  [
    {
      doubtful: [
        { fact: "danger", reason: "stale" },
        { fact: "needs", reason: "incomplete" },
        { fact: "age", reason: "invalid" },
      ],
    },
    [
      "Réponses dont on ne peut plus se servir telles quelles : « Danger » (périmé); « Besoins » (incomplet).",
    ],
    ["Answers that can no longer be used as they are: “Peril” (out of date); “Needs” (incomplete)."],
  ],
  // That it could not be read is said where problems are.
  [{ doubtful: [{ fact: "age", reason: "invalid" }] }, [], []],
  [
    { assumed: ["alone", "age", "gone"] },
    ["« Solitude » est tenu pour non, faute de réponse."],
    ["“Loneliness” is taken as no, for want of an answer."],
  ],
  [
    { unverified: ["pets", "age"] },
    ["Non vérifié, sans effet sur la réponse : « Animaux » (refus de répondre); « Âge »."],
    ["Not verified, without effect on the answer: “Pets” (declined); “Age”."],
  ],
])("%j", (result, fr, en) => {
  expect([remarks(result, "fr"), remarks(result, "en")]).toEqual([fr, en]);
});

test("problems come first, then doubt, then what was assumed, then what nobody verified", () => {
  const all = remarks(
    {
      unverified: ["pets"],
      assumed: ["alone"],
      doubtful: [{ fact: "danger", reason: "stale" }],
      problems: [{ fact: "age", code: "invalid" }],
    },
    "en",
  );
  expect(all.map((sentence) => sentence.split(" ")[0])).toEqual(["The", "Answers", "“Loneliness”", "Not"]);
});
