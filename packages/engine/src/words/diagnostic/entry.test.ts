// What a finding carries, ready to stand in a sentence of either language.
import { expect, test } from "vitest";
import { labelled, plain } from "../../../test/labelled.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { documentReader } from "../document-reader.ts";
import { findingWords, type FindingWords } from "./entry.ts";

const ruleSet = labelled();
const read = (params: Diagnostic["params"], words: (w: FindingWords) => string): readonly string[] =>
  (["fr", "en"] as const).map((lang) =>
    plain(
      words(findingWords({ code: "x", severity: "error", at: [], params }, documentReader(ruleSet, lang))),
    ),
  );

test("a parameter plain, quoted, as a number, or as a list of choices", () => {
  expect(read({ key: "colour" }, (w) => w.plain("key"))).toEqual(["colour", "colour"]);
  expect(read({ key: true }, (w) => w.plain("key"))).toEqual(["true", "true"]);
  expect(read({ key: ["a", "b", "c"] }, (w) => w.plain("key"))).toEqual(["a, b et c", "a, b and c"]);
  expect(read({ key: '"many"' }, (w) => w.plain("key"))).toEqual(["many", "many"]);
  expect(read({}, (w) => w.plain("key"))).toEqual(["", ""]);
  expect(read({ key: "colour" }, (w) => w.quoted("key"))).toEqual(["« colour »", "“colour”"]);
  expect(read({ key: 10_000 }, (w) => w.number("key"))).toEqual(["10 000", "10,000"]);
  expect(read({ key: "12.5" }, (w) => w.number("key"))).toEqual(["12,5", "12.5"]);
  expect(read({}, (w) => w.number("key"))).toEqual(["0", "0"]);
  expect(read({ key: ["a", "b"] }, (w) => w.list("key"))).toEqual(["« a » ou « b »", "“a” or “b”"]);
  expect(read({ key: "a" }, (w) => w.list("key"))).toEqual(["« a »", "“a”"]);
});

test("things by the name the document gives them", () => {
  const params = {
    fact: "kind",
    condition: "adult",
    parameter: "limit",
    decision: "d",
    outcome: "go",
    wins: "stop",
    value: "b",
  };
  expect(read(params, (w) => w.fact)).toEqual(["« Problème »", "“Problem”"]);
  expect(read(params, (w) => w.condition)).toEqual(["« Adulte »", "“Adult”"]);
  expect(read(params, (w) => w.parameter)).toEqual(["« Alerte »", "“Alert”"]);
  expect(read(params, (w) => w.decision)).toEqual(["« Orientation »", "“Direction”"]);
  expect(read(params, (w) => w.outcome)).toEqual(["« Jumelage »", "“Match”"]);
  expect(read(params, (w) => w.outcomeNamed("wins"))).toEqual(["« Arrêt »", "“Halt”"]);
  expect(read(params, (w) => w.value)).toEqual(["« Dépression »", "“Depression”"]);
  expect(read({ fact: "kind", literal: '"c"' }, (w) => w.value)).toEqual(["« Autre »", "“Other”"]);
  expect(read({ ...params, literal: '"c"' }, (w) => w.value)).toEqual(["« Dépression »", "“Depression”"]);
  expect(read({ fact: "kind" }, (w) => w.value)).toEqual(["(vide)", "(empty)"]);
});

test("an operator as it is said of the type, without its colon", () => {
  expect(read({ operator: "lessThan", type: "date" }, (w) => w.operator)).toEqual([
    "« est avant le »",
    "“is before”",
  ]);
  expect(read({ operator: "lessThan", type: "integer" }, (w) => w.operator)).toEqual([
    "« est inférieur à »",
    "“is less than”",
  ]);
  expect(read({ operator: "in" }, (w) => w.operator)).toEqual([
    "« est l’une de ces réponses »",
    "“is one of these answers”",
  ]);
  expect(read({}, (w) => w.operator)).toEqual(["« est »", "“is”"]);
});

test.each([
  ["boolean", "une réponse par oui ou non", "a yes or no answer"],
  ["integer", "un nombre entier", "a whole number"],
  ["decimal", "un nombre décimal", "a decimal number"],
  ["date", "une date", "a date"],
  ["enum", "un choix unique", "a single choice"],
  ["set", "un choix multiple", "a multiple choice"],
  ["colour", "colour", "colour"],
])("the type %s", (type, fr, en) => {
  expect(read({ type }, (w) => w.type)).toEqual([fr, en]);
});
