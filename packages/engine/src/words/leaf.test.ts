// The phrase of every operator, on every type that takes it, affirmed and denied (SPEC.md V4: a denied operator is
// called by its opposite), in both languages.
import { describe, expect, test } from "vitest";
import { labelled, said } from "../../test/labelled.ts";
import { factOperators, type FactLeaf, type FactOperator } from "../model/condition.ts";
import type { FactType } from "../model/fact.ts";
import { decisionLeafIn, factLeafIn, operatorIn } from "./leaf.ts";
import { lexiconOf } from "./lexicon.ts";

const ruleSet = labelled();
const leaf = (l: FactLeaf, negated: boolean) =>
  said((lang) => factLeafIn(lexiconOf(ruleSet, lang), l, negated));

const numbers: readonly (readonly [FactOperator, fr: string, en: string, nonFr: string, nonEn: string])[] = [
  ["equal", "est", "is", "n’est pas", "is not"],
  ["notEqual", "n’est pas", "is not", "est", "is"],
  ["lessThan", "est inférieur à", "is less than", "est au moins", "is at least"],
  ["lessThanInclusive", "est au plus", "is at most", "est supérieur à", "is more than"],
  ["greaterThan", "est supérieur à", "is more than", "est au plus", "is at most"],
  ["greaterThanInclusive", "est au moins", "is at least", "est inférieur à", "is less than"],
];
const dates: typeof numbers = [
  ["equal", "est le", "is", "n’est pas le", "is not"],
  ["notEqual", "n’est pas le", "is not", "est le", "is"],
  ["lessThan", "est avant le", "is before", "est au plus tôt le", "is no earlier than"],
  ["lessThanInclusive", "est au plus tard le", "is no later than", "est après le", "is after"],
  ["greaterThan", "est après le", "is after", "est au plus tard le", "is no later than"],
  ["greaterThanInclusive", "est au plus tôt le", "is no earlier than", "est avant le", "is before"],
];
const one = "est l’une de ces réponses :";
const noneOf = "n’est aucune de ces réponses :";
const lists: typeof numbers = [
  ["in", one, "is one of these answers:", noneOf, "is none of these answers:"],
  ["notIn", noneOf, "is none of these answers:", one, "is one of these answers:"],
];
const contains: typeof numbers = [
  ["contains", "comprend", "includes", "ne comprend pas", "does not include"],
  ["doesNotContain", "ne comprend pas", "does not include", "comprend", "includes"],
];
const anyFr = "comprend au moins un de ces éléments :";
const anyEn = "includes at least one of these:";
const noFr = "ne comprend aucun de ces éléments :";
const noEn = "includes none of these:";
const several: typeof numbers = [
  ["containsAny", anyFr, anyEn, noFr, noEn],
  ["containsNone", noFr, noEn, anyFr, anyEn],
  [
    "containsAll",
    "comprend tous ces éléments :",
    "includes all of these:",
    "ne comprend pas tous ces éléments :",
    "does not include all of these:",
  ],
];
const alone: typeof numbers = [
  [
    "isEmpty",
    "ne comprend aucun élément",
    "includes no item",
    "comprend au moins un élément",
    "includes at least one item",
  ],
  [
    "isNotEmpty",
    "comprend au moins un élément",
    "includes at least one item",
    "ne comprend aucun élément",
    "includes no item",
  ],
  ["isKnown", "est connu", "is known", "n’est pas connu", "is not known"],
  ["isUnknown", "est inconnu", "is unknown", "n’est pas inconnu", "is not unknown"],
];

test("the tables have every operator", () => {
  const listed = [...numbers, ...lists, ...contains, ...several, ...alone].map(([operator]) => operator);
  expect(listed).toEqual(factOperators);
});

describe.each([
  ["age", numbers, 18, ["Âge", "18 ans"], ["Age", "18 years"]],
  [
    "score",
    numbers,
    { parameter: "limit" },
    ["Pointage", "10 (seuil « Alerte »)"],
    ["Score", "10 (threshold “Alert”)"],
  ],
  ["share", numbers, 37.5, ["Part", "37,5 %"], ["Share", "37.5%"]],
  ["since", dates, "2026-03-01", ["Début", "1er mars 2026"], ["Start", "1 March 2026"]],
  ["danger", numbers.slice(0, 2), true, ["Danger", "oui"], ["Danger now", "yes"]],
  ["kind", numbers.slice(0, 2), "a", ["Problème", "« Anxiété »"], ["Problem", "“Anxiety”"]],
  [
    "kind",
    lists,
    ["a", "b"],
    ["Problème", "« Anxiété » ou « Dépression »"],
    ["Problem", "“Anxiety” or “Depression”"],
  ],
  ["traits", contains, "x", ["Défis", "« Deuil »"], ["Challenges", "“Grief”"]],
  [
    "traits",
    several,
    ["x", "y", "z"],
    ["Défis", "« Deuil », « Stress » ou « Langue »"],
    ["Challenges", "“Grief”, “Strain” or “Language”"],
  ],
] as const)("a leaf on %s", (fact, table, value, [factFr, valueFr], [factEn, valueEn]) => {
  test.each(table)("%s", (operator, fr, en, nonFr, nonEn) => {
    expect(leaf({ fact, operator, value }, false)).toEqual([
      `« ${factFr} » ${fr} ${valueFr}`,
      `“${factEn}” ${en} ${valueEn}`,
    ]);
    expect(leaf({ fact, operator, value }, true)).toEqual([
      `« ${factFr} » ${nonFr} ${valueFr}`,
      `“${factEn}” ${nonEn} ${valueEn}`,
    ]);
  });
});

test.each(alone)("%s takes no value", (operator, fr, en, nonFr, nonEn) => {
  expect(leaf({ fact: "traits", operator }, false)).toEqual([`« Défis » ${fr}`, `“Challenges” ${en}`]);
  expect(leaf({ fact: "traits", operator }, true)).toEqual([`« Défis » ${nonFr}`, `“Challenges” ${nonEn}`]);
});

test("whether something is known is said of a date as of anything else", () => {
  expect(leaf({ fact: "since", operator: "isKnown" }, false)).toEqual([
    "« Début » est connu",
    "“Start” is known",
  ]);
});

test("a fact that is not declared keeps the words of its operator", () => {
  expect(leaf({ fact: "other", operator: "lessThan", value: 3 }, false)).toEqual([
    "« other » est inférieur à 3",
    "“other” is less than 3",
  ]);
});

test("an operator stands alone in the slots of the editor", () => {
  const operator = (o: FactOperator, type?: FactType) => [
    operatorIn(o, type, "fr"),
    operatorIn(o, type, "en"),
  ];
  expect(operator("lessThan", "date")).toEqual(["est avant le", "is before"]);
  expect(operator("lessThan", "integer")).toEqual(["est inférieur à", "is less than"]);
  expect(operator("isKnown", "date")).toEqual(["est connu", "is known"]);
  expect(operator("equal")).toEqual(["est", "is"]);
});

describe("a leaf on an earlier decision", () => {
  const said2 = (l: Parameters<typeof decisionLeafIn>[1], negated: boolean) =>
    said((lang) => decisionLeafIn(lexiconOf(ruleSet, lang), l, negated));
  const equal = { decision: "d", operator: "equal", value: "go" } as const;
  const among = { decision: "d", operator: "in", value: ["care", "go"] } as const;

  test("names the outcome or the outcomes", () => {
    expect(said2(equal, false)).toEqual(["« Orientation » est « Jumelage »", "“Direction” is “Match”"]);
    expect(said2(equal, true)).toEqual([
      "« Orientation » n’est pas « Jumelage »",
      "“Direction” is not “Match”",
    ]);
    expect(said2(among, false)).toEqual([
      "« Orientation » est l’une de ces réponses : « Prudence » ou « Jumelage »",
      "“Direction” is one of these answers: “Care” or “Match”",
    ]);
    expect(said2(among, true)).toEqual([
      "« Orientation » n’est aucune de ces réponses : « Prudence » ou « Jumelage »",
      "“Direction” is none of these answers: “Care” or “Match”",
    ]);
  });

  test("a list of one is still a list, and one value in a list is one value", () => {
    expect(said2({ decision: "d", operator: "in", value: ["go"] }, false)[1]).toBe(
      "“Direction” is one of these answers: “Match”",
    );
    expect(said2({ decision: "d", operator: "equal", value: ["go"] }, false)[1]).toBe(
      "“Direction” is “Match”",
    );
    expect(said2({ decision: "d", operator: "in", value: "go" }, true)[1]).toBe(
      "“Direction” is none of these answers: “Match”",
    );
  });

  test("a state is said of the answer", () => {
    const state = (...names: readonly string[]) => ({ decision: "d", state: names });
    expect(said2(state("@undetermined"), false)).toEqual([
      "la réponse à « Orientation » est « À compléter »",
      "the answer to “Direction” is “To complete”",
    ]);
    expect(said2(state("@undetermined"), true)).toEqual([
      "la réponse à « Orientation » n’est pas « À compléter »",
      "the answer to “Direction” is not “To complete”",
    ]);
    expect(said2(state("stop", "@safety-unknown"), false)).toEqual([
      "la réponse à « Orientation » est l’une de ces réponses : « Arrêt » ou « À sécuriser »",
      "the answer to “Direction” is one of these answers: “Halt” or “To secure”",
    ]);
    expect(said2(state("stop", "@safety-unknown"), true)[1]).toBe(
      "the answer to “Direction” is none of these answers: “Halt” or “To secure”",
    );
  });
});
