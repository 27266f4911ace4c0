// What each finding names, and that one that can say several things says the right one.
import { describe, expect, test } from "vitest";
import { labelled, plain } from "../../../test/labelled.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { languages } from "../../model/text.ts";
import { diagnosticSentence, diagnosticWords, wordedCodes } from "./index.ts";

const ruleSet = labelled();
const finding = (code: string, params: Diagnostic["params"] = {}): Diagnostic => ({
  code,
  severity: "error",
  at: ["facts", 2],
  params,
});
const named: Diagnostic["params"] = {
  fact: "kind",
  condition: "adult",
  parameter: "limit",
  decision: "d",
  outcome: "go",
  value: "b",
  operator: "in",
  type: "enum",
  by: "A-D1",
  label: "Doublon",
  statement: "S99",
  key: "colour",
  id: "twice",
  limit: 10_000,
  count: 3,
  of: 2,
  minimum: 1.5,
  maximum: 1234,
  values: ["block", "ignore"],
  got: 2,
  supported: 1,
};

test.each([
  ["safety-not-block", "« Problème »", "“Problem”"],
  ["safety-without-freshness", "« Problème »", "“Problem”"],
  ["retired-value-read", "la réponse « Dépression » de « Problème »", "the answer “Depression” of “Problem”"],
  ["derived-range", "les parties de « Problème »", "the parts of “Problem”"],
  ["ignore-negative", "« Problème » est facultatif", "“Problem” is optional"],
  ["comparison-always", "réponses possibles de « Problème »", "possible answer of “Problem”"],
  ["comparison-never", "aucune réponse possible de « Problème »", "no possible answer of “Problem”"],
  ["criterion-duplicate", "que le critère A-D1", "as criterion A-D1"],
  ["criterion-shadowed", "le critère A-D1", "criterion A-D1"],
  ["outcome-never-concluded", "ne mène à « Jumelage »", "leads to “Match”"],
  ["property-uses-condition", "la condition nommée « Adulte »", "the named condition “Adult”"],
  ["property-uses-parameter", "le seuil « Alerte »", "the threshold “Alert”"],
  ["label-repeated", "le libellé « Doublon »", "the label “Doublon”"],
  ["unknown-key", "le champ « colour »", "the field “colour”"],
  ["too-small", "qui est 1,5", "which is 1.5"],
  ["too-big", "qui est 1 234", "which is 1,234"],
  ["not-one-of", "Choisissez « block » ou « ignore »", "Choose “block” or “ignore”"],
  ["newer-schema", "au format 2", "in format 2"],
  ["string-too-long", "10 000 octets", "10,000 bytes"],
  ["too-deep", "10 000 niveaux", "10,000 levels"],
  ["too-many-criteria", "10 000 critères", "10,000 criteria"],
  ["too-many-facts", "10 000 renseignements", "10,000 facts"],
  ["too-many-conditions", "10 000 conditions", "10,000 conditions"],
  ["duplicate-id", "l’identifiant « twice »", "the identifier “twice”"],
  ["undeclared-statement", "l’énoncé « S99 »", "the statement “S99”"],
  ["undeclared-condition", "la condition nommée « Adulte »", "the named condition “Adult”"],
  ["undeclared-fact", "le renseignement « Problème »", "the fact “Problem”"],
  ["undeclared-parameter", "le seuil « Alerte »", "the threshold “Alert”"],
  ["undeclared-decision", "la décision « Orientation »", "the decision “Direction”"],
  [
    "undeclared-outcome",
    "« Jumelage » n’est pas une réponse de la décision « Orientation »",
    "“Match” is not an answer of the decision “Direction”",
  ],
  ["state-test-not-here", "la décision « Orientation »", "the decision “Direction”"],
  ["decision-not-one", "la décision « Orientation »", "the decision “Direction”"],
  ["decision-not-earlier", "la décision « Orientation »", "the decision “Direction”"],
  ["circular-conditions", "la condition « Adulte »", "the condition “Adult”"],
  ["expands-too-far", "plus de 10 000 parties", "more than 10,000 parts"],
  [
    "at-least-too-many",
    "au moins 3, mais le groupe n’en a que 2",
    "at least 3 are asked for, but the group has only 2",
  ],
  [
    "operator-type",
    "« est l’une de ces réponses » ne convient pas à « Problème », qui est un choix unique",
    "“is one of these answers” does not suit “Problem”, which is a single choice",
  ],
  [
    "literal-not-allowed",
    "« est l’une de ces réponses » ne prend pas",
    "“is one of these answers” takes no value",
  ],
  ["literal-required", "comparer « Problème »", "compare “Problem”"],
  [
    "literal-type",
    "« Dépression » n’est pas une réponse possible de « Problème », qui est un choix unique",
    "“Depression” is not a possible answer of “Problem”, which is a single choice",
  ],
  ["otherwise-required", "la décision « Orientation »", "the decision “Direction”"],
  ["otherwise-not-allowed", "la décision « Orientation »", "the decision “Direction”"],
  ["states-required", "la décision « Orientation »", "the decision “Direction”"],
  ["states-not-allowed", "la décision « Orientation »", "the decision “Direction”"],
  ["withheld-not-allowed", "la décision « Orientation »", "the decision “Direction”"],
  ["order-not-natural", "« Problème » n’a pas d’ordre", "“Problem” has no natural order"],
  ["values-required", "« Problème » est un choix unique", "“Problem” is a single choice"],
  ["values-not-allowed", "« Problème » est un choix unique", "“Problem” is a single choice"],
  ["range-not-allowed", "« Problème » est un choix unique", "“Problem” is a single choice"],
  ["range-reversed", "le minimum de « Problème »", "the minimum of “Problem”"],
  ["scale-required", "décimales de « Problème »", "decimals of “Problem”"],
  ["scale-not-allowed", "« Problème » est un choix unique", "“Problem” is a single choice"],
  ["assumption-type", "la valeur supposée de « Problème »", "the value assumed for “Problem”"],
  ["derived-type", "« Problème » est un total", "“Problem” is a total"],
  ["derived-part-type", "du total « Problème »", "the total “Problem”"],
  ["derived-part-repeated", "le total « Problème »", "the total “Problem”"],
])("%s names what it is about", (code, fr, en) => {
  const said = (lang: "fr" | "en") => plain(diagnosticSentence(finding(code, named), ruleSet, lang));
  const clause = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
  expect(said("fr").toLowerCase()).toContain(clause(fr).toLowerCase());
  expect(said("en").toLowerCase()).toContain(clause(en).toLowerCase());
});

describe("a finding that can say one of two things", () => {
  const said = (code: string, params: Diagnostic["params"]) =>
    languages.map((lang) => plain(diagnosticWords(finding(code, params), ruleSet, lang).problem));

  test("says whether a criterion comes from a source or is inferred", () => {
    expect(said("source-missing", { origin: "source" })).toEqual([
      "Ce critère dit venir d’une source, mais n’en cite aucune.",
      "This criterion is said to come from a source, but cites none.",
    ]);
    expect(said("source-missing", { origin: "inference" })).toEqual([
      "Ce critère est déduit de sources, mais n’en cite aucune.",
      "This criterion is inferred from sources, but cites none.",
    ]);
  });

  test("says whether the criterion that is in the way leads to the same outcome", () => {
    expect(said("criterion-shadowed", { by: "B", same: true })).toEqual([
      "Ce critère ne peut jamais décider : le critère B mène à la même orientation chaque fois qu’il est vrai.",
      "This criterion can never decide: criterion B leads to the same outcome whenever it is true.",
    ]);
    expect(said("criterion-shadowed", { by: "B", same: false })).toEqual([
      "Ce critère ne peut jamais décider : le critère B, plus prudent, est vrai chaque fois qu’il l’est.",
      "This criterion can never decide: criterion B, more cautious, is true whenever it is.",
    ]);
  });
});

test.each([
  ["string", "un texte", "a text"],
  ["number", "un nombre", "a number"],
  ["int", "un nombre entier", "a whole number"],
  ["boolean", "oui ou non", "yes or no"],
  ["array", "une liste", "a list"],
  ["object", "un ensemble de champs", "a set of fields"],
  ["record", "un ensemble de champs", "a set of fields"],
  ["bigint", "une autre sorte de valeur", "another kind of value"],
])("what is expected is said in words: %s", (expected, fr, en) => {
  const remedies = (code: string) =>
    languages.map((lang) => plain(diagnosticWords(finding(code, { expected }), ruleSet, lang).remedy));
  expect(remedies("missing-key")).toEqual([`Ajoutez ${fr}.`, `Add ${en}.`]);
  expect(remedies("wrong-type")).toEqual([`Mettez ${fr}.`, `Put ${en}.`]);
});

test("no two codes are worded alike, but for a text that is missing", () => {
  const alike = ["empty-text", "text-missing"];
  for (const lang of languages) {
    const codes = wordedCodes.filter((code) => code !== "empty-text");
    const problems = codes.map((code) => diagnosticWords(finding(code, named), ruleSet, lang).problem);
    expect(new Set(problems).size).toBe(codes.length);
    const [empty, missing] = alike.map((code) => diagnosticSentence(finding(code), ruleSet, lang));
    expect(empty).toBe(missing);
  }
});

test("a code that nobody knows, or that is the name of something else, has words too", () => {
  for (const code of ["profile-differs", "constructor"]) {
    expect(languages.map((lang) => plain(diagnosticSentence(finding(code), ruleSet, lang)))).toEqual([
      `Renseignement « Âge » : il y a ici un point à vérifier (${code}). Revoyez cette partie du document.`,
      `Fact “Age”: there is something to check here (${code}). Review this part of the document.`,
    ]);
  }
});
