// What a verdict rests on: for every kind of node of a trace, true, false and unknown, in both languages.
import { describe, expect, test } from "vitest";
import { labelled, labelledParts, plain, said } from "../../test/labelled.ts";
import { criterion } from "../../test/tiny.ts";
import { evaluate, type TraceNode } from "../evaluate/index.ts";
import type { Condition, FactOperator } from "../model/condition.ts";
import type { Facts } from "../model/profile.ts";
import { clausesIn, groundsOf } from "./grounds.ts";
import { lexiconOf } from "./lexicon.ts";

const settled = criterion("D", { fact: "danger", operator: "equal", value: true }, "stop");
const open = criterion("C", { fact: "crisis", operator: "equal", value: true }, "go");

function traceOf(when: Condition, facts: Facts, parts: Readonly<Record<string, unknown>> = {}): TraceNode {
  const ruleSet = labelled({ ...parts, criteria: [settled, open, criterion("K", when, "tell", "m")] });
  const found = evaluate(ruleSet, facts, "2026-03-02").trace.find((t) => t.criterion === "K");
  if (!found) throw new Error("no trace");
  return found.node;
}

/** The clauses, in French and in English. */
function grounds(when: Condition, facts: Facts): readonly (readonly string[])[] {
  const node = traceOf(when, facts);
  return (["fr", "en"] as const).map((lang) => groundsOf(node, lexiconOf(labelled(), lang)).map(plain));
}

test("clauses are joined by a word while there are two, by semicolons from three on", () => {
  const joined = (...clauses: readonly string[]) =>
    said((lang) => clausesIn(clauses, lexiconOf(labelled(), lang)));
  expect(joined()).toEqual(["", ""]);
  expect(joined("a")).toEqual(["a", "a"]);
  expect(joined("a", "b")).toEqual(["a, et b", "a, and b"]);
  expect(joined("a", "b", "c")).toEqual(["a; b; c", "a; b; c"]);
});

describe("a number is told with the side of the threshold it is on", () => {
  const sides: readonly (readonly [FactOperator, number, fr: string, en: string])[] = [
    ["lessThan", 17, "moins de 18 ans", "less than 18 years"],
    ["lessThan", 18, "au moins 18 ans", "at least 18 years"],
    ["lessThanInclusive", 18, "au plus 18 ans", "at most 18 years"],
    ["lessThanInclusive", 19, "plus de 18 ans", "more than 18 years"],
    ["greaterThan", 19, "plus de 18 ans", "more than 18 years"],
    ["greaterThan", 18, "au plus 18 ans", "at most 18 years"],
    ["greaterThanInclusive", 18, "au moins 18 ans", "at least 18 years"],
    ["greaterThanInclusive", 17, "moins de 18 ans", "less than 18 years"],
  ];
  test.each(sides)("%s 18, for %d", (operator, age, fr, en) => {
    const words = [[`« Âge » est ${age} ans, soit ${fr}`], [`“Age” is ${age} years, that is, ${en}`]];
    const leaf: Condition = { fact: "age", operator, value: 18 };
    expect(grounds(leaf, { age })).toEqual(words);
    expect(grounds({ not: leaf }, { age })).toEqual(words);
  });

  test("a threshold with a name is named", () => {
    expect(
      grounds(
        { fact: "score", operator: "greaterThanInclusive", value: { parameter: "limit" } },
        { score: 12 },
      ),
    ).toEqual([
      ["« Pointage » est 12, soit au moins 10 (seuil « Alerte »)"],
      ["“Score” is 12, that is, at least 10 (threshold “Alert”)"],
    ]);
  });

  test.each<[Condition, Facts, string, string]>([
    [{ fact: "age", operator: "equal", value: 18 }, { age: 17 }, "« Âge » est 17 ans", "“Age” is 17 years"],
    [
      { fact: "age", operator: "notEqual", value: 18 },
      { age: 18 },
      "« Âge » est 18 ans",
      "“Age” is 18 years",
    ],
    [{ fact: "age", operator: "isKnown" }, { age: 17 }, "« Âge » est 17 ans", "“Age” is 17 years"],
    [
      { fact: "since", operator: "lessThan", value: "2026-03-01" },
      { since: "2026-02-03" },
      "« Début » est le 3 février 2026",
      "“Start” is 3 February 2026",
    ],
    [
      { fact: "age", operator: "lessThan", value: 18 },
      {},
      "« Âge » est inconnu (non demandé)",
      "“Age” is unknown (not asked)",
    ],
    [
      { fact: "wish", operator: "equal", value: true },
      {},
      "« Souhait » est tenu pour non, faute de réponse",
      "“Wish” is taken as no, for want of an answer",
    ],
    [
      { fact: "score", operator: "lessThan", value: 18 },
      {},
      "« Pointage » est inconnu (non demandé)",
      "“Score” is unknown (not asked)",
    ],
  ])("nothing else is told with one: %j for %j", (when, facts, fr, en) => {
    expect(grounds(when, facts)).toEqual([[fr], [en]]);
  });

  test("a number that is only assumed is not compared", () => {
    const facts = labelledParts.facts.map((f) =>
      f["id"] === "score" ? { ...f, whenUnknown: { assume: 3 } } : f,
    );
    const node = traceOf({ fact: "score", operator: "lessThan", value: 18 }, {}, { facts });
    expect(groundsOf(node, lexiconOf(labelled({ facts }), "en"))).toEqual([
      "“Score” is taken as 3, for want of an answer",
    ]);
  });
});

describe("a set is told by what is tested", () => {
  test.each<[Condition, Facts, string, string]>([
    [
      { fact: "traits", operator: "contains", value: "x" },
      { traits: ["x", "y"] },
      "« Défis » comprend « Deuil »",
      "“Challenges” includes “Grief”",
    ],
    [
      { fact: "traits", operator: "contains", value: "x" },
      { traits: ["y"] },
      "« Défis » ne comprend pas « Deuil »",
      "“Challenges” does not include “Grief”",
    ],
    [
      { not: { fact: "traits", operator: "contains", value: "x" } },
      { traits: ["y"] },
      "« Défis » ne comprend pas « Deuil »",
      "“Challenges” does not include “Grief”",
    ],
    [
      { not: { fact: "traits", operator: "contains", value: "x" } },
      { traits: ["x"] },
      "« Défis » comprend « Deuil »",
      "“Challenges” includes “Grief”",
    ],
    [
      { fact: "traits", operator: "isEmpty" },
      { traits: ["x", "y"] },
      "« Défis » comprend « Deuil » et « Stress »",
      "“Challenges” includes “Grief” and “Strain”",
    ],
    [
      { fact: "traits", operator: "contains", value: "x" },
      {},
      "« Défis » est inconnu (non demandé)",
      "“Challenges” is unknown (not asked)",
    ],
    [
      { fact: "traits", operator: "contains", value: "x" },
      { traits: { value: ["y"], of: ["y", "z"] } },
      "« Défis » comprend « Stress » (sans réponse sur « Deuil »)",
      "“Challenges” includes “Strain” (with no answer on “Grief”)",
    ],
  ])("%j for %j", (when, facts, fr, en) => {
    expect(grounds(when, facts)).toEqual([[fr], [en]]);
  });
});

describe("a group rests on the members that are as it is, each told once", () => {
  const danger: Condition = { fact: "danger", operator: "equal", value: true };
  const crisis: Condition = { fact: "crisis", operator: "equal", value: true };
  const age: Condition = { fact: "age", operator: "isKnown" };
  test.each<[string, Condition, Facts, readonly string[]]>([
    [
      "all, true",
      { all: [danger, crisis] },
      { danger: true, crisis: true },
      ["“Danger now” is yes", "“Crisis” is yes"],
    ],
    ["all, false", { all: [danger, crisis, age] }, { danger: true, crisis: false }, ["“Crisis” is no"]],
    [
      "all, unknown",
      { all: [danger, crisis, age] },
      { danger: true },
      ["“Crisis” is unknown (not asked)", "“Age” is unknown (not asked)"],
    ],
    ["any, true", { any: [danger, crisis, age] }, { danger: false, crisis: true }, ["“Crisis” is yes"]],
    [
      "any, false",
      { any: [danger, crisis] },
      { danger: false, crisis: false },
      ["“Danger now” is no", "“Crisis” is no"],
    ],
    [
      "at least",
      { atLeast: { count: 2, of: [danger, crisis, age] } },
      { danger: true, crisis: false, age: 3 },
      ["“Danger now” is yes", "“Age” is 3 years"],
    ],
    [
      "the same twice",
      { all: [danger, { any: [danger, crisis] }] },
      { danger: true, crisis: false },
      ["“Danger now” is yes"],
    ],
  ])("%s", (_, when, facts, clauses) => {
    expect(grounds(when, facts)[1]).toEqual(clauses);
  });
});

describe("a named condition is told with what it rests on", () => {
  test.each<[Condition, Facts, string, string]>([
    [
      { condition: "adult" },
      { age: 20 },
      "la condition « Adulte » est remplie (« Âge » est 20 ans, soit au moins 18 ans)",
      "the condition “Adult” is met (“Age” is 20 years, that is, at least 18 years)",
    ],
    [
      { condition: "adult" },
      { age: 3 },
      "la condition « Adulte » n’est pas remplie (« Âge » est 3 ans, soit moins de 18 ans)",
      "the condition “Adult” is not met (“Age” is 3 years, that is, less than 18 years)",
    ],
    [
      { not: { condition: "adult" } },
      { age: 3 },
      "la condition « Adulte » n’est pas remplie (« Âge » est 3 ans, soit moins de 18 ans)",
      "the condition “Adult” is not met (“Age” is 3 years, that is, less than 18 years)",
    ],
    [
      { not: { condition: "adult" } },
      { age: 20 },
      "la condition « Adulte » est remplie (« Âge » est 20 ans, soit au moins 18 ans)",
      "the condition “Adult” is met (“Age” is 20 years, that is, at least 18 years)",
    ],
    [{ condition: "adult" }, {}, "« Âge » est inconnu (non demandé)", "“Age” is unknown (not asked)"],
    [
      { condition: "worry" },
      { age: 3, score: 12 },
      "la condition « Inquiétude » est remplie (la condition « Adulte » n’est pas remplie (« Âge » est 3 ans, soit moins de 18 ans), et « Pointage » est 12, soit au moins 10 (seuil « Alerte »))",
      "the condition “Worry” is met (the condition “Adult” is not met (“Age” is 3 years, that is, less than 18 years), and “Score” is 12, that is, at least 10 (threshold “Alert”))",
    ],
  ])("%j for %j", (when, facts, fr, en) => {
    expect(grounds(when, facts)).toEqual([[fr], [en]]);
  });
});

describe("an earlier decision is told by what it is or can still be", () => {
  const is = (value: string): Condition => ({ decision: "d", operator: "equal", value });
  const among = (...value: readonly string[]): Condition => ({ decision: "d", operator: "in", value });
  test.each<[Condition, Facts, string, string]>([
    [is("go"), { danger: false, crisis: true }, "« Orientation » est « Jumelage »", "“Direction” is “Match”"],
    [
      is("stop"),
      { danger: false, crisis: true },
      "« Orientation » est « Jumelage »",
      "“Direction” is “Match”",
    ],
    [
      is("go"),
      { danger: false },
      "« Orientation » peut encore être « Jumelage » ou « Prudence »",
      "“Direction” can still be “Match” or “Care”",
    ],
    [is("stop"), { danger: false }, "« Orientation » n’est pas « Arrêt »", "“Direction” is not “Halt”"],
    [
      { not: is("stop") },
      { danger: false },
      "« Orientation » n’est pas « Arrêt »",
      "“Direction” is not “Halt”",
    ],
    [
      among("care", "go"),
      { danger: false },
      "« Orientation » est l’une de ces réponses : « Prudence » ou « Jumelage »",
      "“Direction” is one of these answers: “Care” or “Match”",
    ],
    [
      { not: among("care", "go") },
      { danger: false },
      "« Orientation » est l’une de ces réponses : « Prudence » ou « Jumelage »",
      "“Direction” is one of these answers: “Care” or “Match”",
    ],
  ])("%j for %j", (when, facts, fr, en) => {
    expect(grounds(when, facts)).toEqual([[fr], [en]]);
  });

  test("a state is told by the one it is in", () => {
    expect(grounds({ decision: "d", state: ["stop"] }, { danger: false })).toEqual([
      ["« Orientation » est « À sécuriser »"],
      ["“Direction” is “To secure”"],
    ]);
  });

  test("always holds for everybody", () => {
    expect(grounds({ always: true }, {})).toEqual([
      ["ce critère vaut pour tout le monde"],
      ["this criterion holds for everybody"],
    ]);
  });
});
