// The words of every law over a whole rule set: each says what is the matter and the way out, with the names and numbers
// it is about, and no two of them say the same.
import { describe, expect, test } from "vitest";
import { labelled, plain } from "../../../test/labelled.ts";
import { criterion } from "../../../test/tiny.ts";
import { expectWellSet } from "../../../test/words.ts";
import type { Finding } from "../../model/lab.ts";
import { languages } from "../../model/text.ts";
import { findingSentence, findingWords, wordedLaws } from "./index.ts";

const ruleSet = labelled({ criteria: [criterion("K", { condition: "adult" }, "go")] });
const params = {
  fact: "age",
  decision: "d",
  outcome: "go",
  wins: "stop",
  loses: "care",
  by: "A-D1",
  threshold: 1234,
  only: 27.5,
};
const finding = (law: string, more: Finding["params"] = {}): Finding => ({
  law,
  severity: "warning",
  at: ["criteria", 0, "when"],
  params: { ...params, ...more },
});

/** What each sentence must name, in French and in English; a law that says one of two things has two lines. */
const cases: readonly (readonly [
  law: string,
  more: Finding["params"],
  fr: readonly string[],
  en: readonly string[],
])[] = [
  ["criterion-never-fires", {}, [], []],
  ["outcome-unreachable", {}, ["« Jumelage »"], ["“Match”"]],
  [
    "gap-at-threshold",
    {},
    ["« Âge » vaut exactement 1 234", "« Orientation »"],
    ["“Age” is exactly 1,234", "“Direction”"],
  ],
  ["criterion-duplicated", {}, ["le critère A-D1"], ["criterion A-D1"]],
  [
    "criterion-subsumed",
    { sameOutcome: true },
    ["le critère A-D1 l’est aussi et mène à la même orientation"],
    ["criterion A-D1 is too, and leads to the same outcome"],
  ],
  [
    "criterion-subsumed",
    { sameOutcome: false },
    ["le critère A-D1, plus prudent"],
    ["criterion A-D1, which is more cautious"],
  ],
  ["criterion-never-decides", {}, ["la réponse à « Orientation »"], ["the answer to “Direction”"]],
  ["condition-always-true", { whole: true }, ["écrivez « toujours »"], ["write “always”"]],
  ["condition-always-true", { whole: false }, ["ne restreint rien"], ["restricts nothing"]],
  ["condition-always-false", { whole: true }, ["n’est vraie pour personne"], ["true of nobody"]],
  ["condition-always-false", { whole: false }, ["n’ajoute personne"], ["adds nobody"]],
  ["fact-without-effect", {}, ["la réponse à « Âge »"], ["the answer to “Age”"]],
  ["no-criterion-speaks", { permits: true }, ["« Jumelage » est alors accordé"], ["“Match” is then allowed"]],
  [
    "no-criterion-speaks",
    { permits: false },
    ["la réponse par défaut, « Jumelage »"],
    ["the default answer, “Match”"],
  ],
  [
    "outcomes-overlap",
    { reversed: true },
    ["pour « Arrêt » et pour « Prudence »", "la moins prudente des deux orientations"],
    ["for “Halt” and for “Care”", "the less cautious of the two outcomes"],
  ],
  [
    "outcomes-overlap",
    { reversed: false },
    ["pour « Arrêt » et pour « Prudence »", "« Arrêt » l’emporte"],
    ["for “Halt” and for “Care”", "“Halt” wins"],
  ],
  ["threshold-at-edge", {}, ["la valeur 27,5", "« Âge »"], ["the value 27.5", "“Age”"]],
];

test("every law has a case", () => {
  expect(new Set(cases.map(([law]) => law))).toEqual(new Set(wordedLaws));
});

describe.each(languages)("in %s", (lang) => {
  test.each(cases)("%s %j", (law, more, fr, en) => {
    const words = findingWords(finding(law, more), ruleSet, lang);
    const sentence = findingSentence(finding(law, more), ruleSet, lang);
    expect(words.place).toMatch(lang === "fr" ? /^critère K, condition$/u : /^criterion K, condition$/u);
    for (const text of [words.problem, words.remedy]) expect(text).toMatch(/^[\p{Lu}«“].{8,}\.$/u);
    for (const text of [words.problem, words.remedy, sentence]) expectWellSet(text, lang);
    for (const named of lang === "fr" ? fr : en) expect(plain(sentence)).toContain(named);
  });

  test("no two are alike", () => {
    const all = cases.map(([law, more]) => findingSentence(finding(law, more), ruleSet, lang));
    expect(new Set(all).size).toBe(cases.length);
  });
});

test("a finding reads as written by hand", () => {
  expect(plain(findingSentence(finding("threshold-at-edge"), ruleSet, "fr"))).toBe(
    "Critère K, condition : seule la valeur 27,5, au bout de l’étendue de « Âge », rend cette comparaison vraie. Vérifiez le nombre et le sens de la comparaison.",
  );
  expect(findingSentence(finding("outcome-unreachable"), ruleSet, "en")).toBe(
    "Criterion K, condition: nobody can get “Match”, whatever the answers. Check the criteria that lead to it, and the more cautious ones that speak before them.",
  );
  expect(findingSentence(finding("condition-always-false", { whole: true }), ruleSet, "en")).toBe(
    "Criterion K, condition: this condition is true of nobody. Correct the value, or remove the condition.",
  );
});
