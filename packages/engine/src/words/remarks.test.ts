import { expect, test } from "vitest";
import { labelled, plain } from "../../test/labelled.ts";
import type { Known } from "../evaluate/index.ts";
import type { Lang } from "../model/text.ts";
import type { Result } from "../model/result.ts";
import { lexiconOf } from "./lexicon.ts";
import { remarksIn } from "./remarks.ts";

const ruleSet = labelled();
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
const remarks = (result: Partial<Result>, known: readonly (readonly [string, Known])[] = []) =>
  (["fr", "en"] as const).map((lang: Lang) =>
    remarksIn({ ...nothing, ...result }, new Map(known), lexiconOf(ruleSet, lang)).map(plain),
  );

test("without anything to remark there are none", () => {
  expect(remarks({})).toEqual([[], []]);
});

test("a problem says whether the answer or the fact is not one", () => {
  expect(
    remarks({
      problems: [
        { fact: "age", code: "invalid" },
        { fact: "weather", code: "undeclared-fact" },
      ],
    }),
  ).toEqual([
    [
      "La réponse donnée pour « Âge » n’est pas une réponse possible; elle est tenue pour inconnue.",
      "« weather » n’est pas un renseignement de ce jeu de critères; il n’en est pas tenu compte.",
    ],
    [
      "The answer given for “Age” is not a possible answer; it is taken as unknown.",
      "“weather” is not a fact of this rule set; it is not taken into account.",
    ],
  ]);
});

test("doubtful answers are listed with their reason, but for the impossible ones, which are problems", () => {
  expect(
    remarks({
      doubtful: [
        { fact: "age", reason: "invalid" },
        { fact: "score", reason: "stale" },
        { fact: "traits", reason: "incomplete" },
      ],
    }),
  ).toEqual([
    [
      "Réponses dont on ne peut plus se servir telles quelles : « Pointage » (périmé); « Défis » (incomplet).",
    ],
    ["Answers that can no longer be used as they are: “Score” (out of date); “Challenges” (incomplete)."],
  ]);
  expect(remarks({ doubtful: [{ fact: "age", reason: "invalid" }] })).toEqual([[], []]);
});

test("an assumed value is told; what assumes nothing, or is not declared, is not", () => {
  expect(remarks({ assumed: ["wish", "age", "other"] })).toEqual([
    ["« Souhait » est tenu pour non, faute de réponse."],
    ["“Wish” is taken as no, for want of an answer."],
  ]);
});

test("optional facts that nobody verified are listed with why, where it is known", () => {
  expect(remarks({ unverified: ["score", "kind"] }, [["score", { unknown: "declined" }]])).toEqual([
    ["Non vérifié, sans effet sur la réponse : « Pointage » (refus de répondre); « Problème »."],
    ["Not verified, without effect on the answer: “Score” (declined); “Problem”."],
  ]);
});

test("problems come first, then doubts, assumptions and what was not verified", () => {
  const [, en] = remarks({
    problems: [{ fact: "age", code: "invalid" }],
    doubtful: [{ fact: "score", reason: "stale" }],
    assumed: ["wish"],
    unverified: ["kind"],
  });
  expect(en?.map((s) => s.split(" ").slice(0, 2).join(" "))).toEqual([
    "The answer",
    "Answers that",
    "“Wish” is",
    "Not verified,",
  ]);
});
