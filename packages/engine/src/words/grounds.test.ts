// What a verdict rests on: of every kind of condition, true, false and unknown, as it stands and turned round.
import { expect, test } from "vitest";
import { plain, worded } from "../../test/worded.ts";
import { criterion } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import type { Condition, Facts } from "../model/index.ts";
import { parseRuleSet } from "../model/index.ts";
import { criterionExplanation } from "./explain.ts";
import { clausesIn, groundsOf } from "./grounds.ts";
import { lexiconOf } from "./lexicon.ts";

const at = "2026-03-02";

/** A condition in a criterion of the second decision, which may read the first. */
function traced(when: Condition, facts: Facts) {
  const parsed = parseRuleSet({
    ...worded,
    criteria: [
      ...worded.criteria.filter((c) => c.then.decision === "way"),
      criterion("X", when, "call", "duties"),
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  const trace = evaluate(parsed.value, facts, at).trace.find((t) => t.criterion === "X");
  if (!trace) throw new Error("no trace");
  return { ruleSet: parsed.value, trace };
}

const grounds = (when: Condition, facts: Facts, lang: "fr" | "en"): readonly string[] => {
  const { ruleSet, trace } = traced(when, facts);
  return groundsOf(trace.node, lexiconOf(ruleSet, lang)).map(plain);
};

const older: Condition = { fact: "age", operator: "greaterThan", value: { parameter: "limit" } };
const low: Condition = { fact: "mood", operator: "equal", value: "low" };
const talks: Condition = { fact: "needs", operator: "contains", value: "talk" };
const calm = { danger: false };

test.each<[string, Condition, Facts, fr: readonly string[], en: readonly string[]]>([
  ["a value", low, { mood: "low" }, ["« Humeur » est « Basse »"], ["“Mood” is “Low”"]],
  ["another value", low, { mood: "high" }, ["« Humeur » est « Haute »"], ["“Mood” is “High”"]],
  ["no value", low, {}, ["« Humeur » est inconnu (non demandé)"], ["“Mood” is unknown (not asked)"]],
  [
    "over a threshold",
    older,
    { age: 12 },
    ["« Âge » est 12 ans, soit plus de 10 ans (seuil « Limite »)"],
    ["“Age” is 12 years, that is, more than 10 years (threshold “Limit”)"],
  ],
  [
    "not over it",
    older,
    { age: 10 },
    ["« Âge » est 10 ans, soit au plus 10 ans (seuil « Limite »)"],
    ["“Age” is 10 years, that is, at most 10 years (threshold “Limit”)"],
  ],
  [
    "turned round",
    { not: older },
    { age: 10 },
    ["« Âge » est 10 ans, soit au plus 10 ans (seuil « Limite »)"],
    ["“Age” is 10 years, that is, at most 10 years (threshold “Limit”)"],
  ],
  [
    "under",
    { fact: "age", operator: "lessThan", value: 18 },
    { age: 17 },
    ["« Âge » est 17 ans, soit moins de 18 ans"],
    ["“Age” is 17 years, that is, less than 18 years"],
  ],
  [
    "not under",
    { fact: "age", operator: "lessThan", value: 18 },
    { age: 18 },
    ["« Âge » est 18 ans, soit au moins 18 ans"],
    ["“Age” is 18 years, that is, at least 18 years"],
  ],
  [
    "at most",
    { fact: "age", operator: "lessThanInclusive", value: 18 },
    { age: 18 },
    ["« Âge » est 18 ans, soit au plus 18 ans"],
    ["“Age” is 18 years, that is, at most 18 years"],
  ],
  [
    "more than that",
    { fact: "age", operator: "lessThanInclusive", value: 18 },
    { age: 19 },
    ["« Âge » est 19 ans, soit plus de 18 ans"],
    ["“Age” is 19 years, that is, more than 18 years"],
  ],
  [
    "at least",
    { fact: "age", operator: "greaterThanInclusive", value: 18 },
    { age: 18 },
    ["« Âge » est 18 ans, soit au moins 18 ans"],
    ["“Age” is 18 years, that is, at least 18 years"],
  ],
  [
    "less than that",
    { fact: "age", operator: "greaterThanInclusive", value: 18 },
    { age: 17 },
    ["« Âge » est 17 ans, soit moins de 18 ans"],
    ["“Age” is 17 years, that is, less than 18 years"],
  ],
  [
    "exactly",
    { fact: "age", operator: "equal", value: 18 },
    { age: 18 },
    ["« Âge » est 18 ans"],
    ["“Age” is 18 years"],
  ],
  [
    "a date says enough by itself",
    { fact: "since", operator: "lessThan", value: "2026-01-01" },
    { since: "2025-12-31" },
    ["« Début » est le 31 décembre 2025"],
    ["“Start” is 31 December 2025"],
  ],
  [
    "has",
    talks,
    { needs: ["talk", "rest"] },
    ["« Besoins » comprend « Parole »"],
    ["“Needs” includes “Talk”"],
  ],
  [
    "has not",
    talks,
    { needs: ["rest"] },
    ["« Besoins » ne comprend pas « Parole »"],
    ["“Needs” does not include “Talk”"],
  ],
  [
    "has, turned round",
    { not: talks },
    { needs: ["talk"] },
    ["« Besoins » comprend « Parole »"],
    ["“Needs” includes “Talk”"],
  ],
  [
    "nobody asked",
    talks,
    { needs: { value: ["rest"], of: ["rest", "work"] } },
    ["« Besoins » comprend « Repos » (sans réponse sur « Parole »)"],
    ["“Needs” includes “Rest” (with no answer on “Talk”)"],
  ],
  [
    "empty",
    { fact: "needs", operator: "isEmpty" },
    { needs: [] },
    ["« Besoins » ne comprend aucun élément"],
    ["“Needs” includes no item"],
  ],
  [
    "assumed",
    { fact: "alone", operator: "equal", value: false },
    {},
    ["« Solitude » est tenu pour non, faute de réponse"],
    ["“Loneliness” is taken as no, for want of an answer"],
  ],
  [
    "all: each of them",
    { all: [low, talks] },
    { mood: "low", needs: ["talk"] },
    ["« Humeur » est « Basse »", "« Besoins » comprend « Parole »"],
    ["“Mood” is “Low”", "“Needs” includes “Talk”"],
  ],
  [
    "all: those that are false",
    { all: [low, talks] },
    { mood: "low", needs: [] },
    ["« Besoins » ne comprend pas « Parole »"],
    ["“Needs” does not include “Talk”"],
  ],
  [
    "any: those that are true, each once",
    { any: [low, talks, low] },
    { mood: "low", needs: [] },
    ["« Humeur » est « Basse »"],
    ["“Mood” is “Low”"],
  ],
  [
    "at least two of three: those that are",
    { atLeast: { count: 2, of: [low, talks, older] } },
    { mood: "low", needs: [], age: 30 },
    ["« Humeur » est « Basse »", "« Âge » est 30 ans, soit plus de 10 ans (seuil « Limite »)"],
    ["“Mood” is “Low”", "“Age” is 30 years, that is, more than 10 years (threshold “Limit”)"],
  ],
  [
    "a named condition, met",
    { condition: "minor" },
    { age: 17 },
    ["la condition « Mineur » est remplie (« Âge » est 17 ans, soit moins de 18 ans)"],
    ["the condition “Minor” is met (“Age” is 17 years, that is, less than 18 years)"],
  ],
  [
    "not met",
    { condition: "minor" },
    { age: 18 },
    ["la condition « Mineur » n’est pas remplie (« Âge » est 18 ans, soit au moins 18 ans)"],
    ["the condition “Minor” is not met (“Age” is 18 years, that is, at least 18 years)"],
  ],
  [
    "not met, turned round",
    { not: { condition: "minor" } },
    { age: 18 },
    ["la condition « Mineur » n’est pas remplie (« Âge » est 18 ans, soit au moins 18 ans)"],
    ["the condition “Minor” is not met (“Age” is 18 years, that is, at least 18 years)"],
  ],
  [
    "one within another, with two grounds",
    { condition: "frail" },
    { age: 17, mood: "low" },
    [
      "la condition « Fragile » est remplie (la condition « Mineur » est remplie (« Âge » est 17 ans, soit moins de 18 ans), et « Humeur » est « Basse »)",
    ],
    [
      "the condition “Frail” is met (the condition “Minor” is met (“Age” is 17 years, that is, less than 18 years), and “Mood” is “Low”)",
    ],
  ],
  [
    "open: what is unknown, without its name",
    { condition: "frail" },
    {},
    ["« Âge » est inconnu (non demandé), et « Humeur » est inconnu (non demandé)"],
    ["“Age” is unknown (not asked), and “Mood” is unknown (not asked)"],
  ],
  [
    "for everybody",
    { always: true },
    {},
    ["ce critère vaut pour tout le monde"],
    ["this criterion holds for everybody"],
  ],
  [
    "an earlier answer",
    { decision: "way", operator: "equal", value: "halt" },
    { danger: true },
    ["« Voie » est « Arrêt »"],
    ["“Way” is “Halt”"],
  ],
  [
    "another earlier answer",
    { decision: "way", operator: "equal", value: "halt" },
    { ...calm, age: 30 },
    ["« Voie » est « Veille »"],
    ["“Way” is “Watch”"],
  ],
  [
    "an earlier answer that is open",
    { decision: "way", operator: "equal", value: "walk" },
    calm,
    ["« Voie » peut encore être « Veille » ou « Marche »"],
    ["“Way” can still be “Watch” or “Walk”"],
  ],
  [
    "open, and on one side of the test all the same",
    { decision: "way", operator: "equal", value: "halt" },
    calm,
    ["« Voie » n’est pas « Arrêt »"],
    ["“Way” is not “Halt”"],
  ],
  [
    "on the other side",
    { decision: "way", operator: "in", value: ["watch", "walk"] },
    calm,
    ["« Voie » est l’une de ces réponses : « Veille » ou « Marche »"],
    ["“Way” is one of these answers: “Watch” or “Walk”"],
  ],
  [
    "turned round",
    { not: { decision: "way", operator: "in", value: ["watch", "walk"] } },
    calm,
    ["« Voie » est l’une de ces réponses : « Veille » ou « Marche »"],
    ["“Way” is one of these answers: “Watch” or “Walk”"],
  ],
  [
    "a state",
    { decision: "way", state: ["@undetermined"] },
    calm,
    ["« Voie » est « À compléter »"],
    ["“Way” is “To complete”"],
  ],
])("%s", (_, when, facts, fr, en) => {
  expect([grounds(when, facts, "fr"), grounds(when, facts, "en")]).toEqual([fr, en]);
});

test("two clauses are joined by and, three by semicolons", () => {
  const [fr, en] = [lexiconOf(worded, "fr"), lexiconOf(worded, "en")];
  expect([clausesIn([], fr), clausesIn(["a"], fr), clausesIn(["a", "b"], fr)]).toEqual(["", "a", "a, et b"]);
  expect([clausesIn(["a", "b"], en), clausesIn(["a", "b", "c"], en)]).toEqual(["a, and b", "a; b; c"]);
});

test.each<[Facts, fr: string, en: string]>([
  [
    { mood: "low" },
    "Critère X : vrai, parce que « Humeur » est « Basse ».",
    "Criterion X: true, because “Mood” is “Low”.",
  ],
  [
    { mood: "fair" },
    "Critère X : faux, parce que « Humeur » est « Moyenne ».",
    "Criterion X: false, because “Mood” is “Fair”.",
  ],
  [
    { mood: { unknown: "not-known" } },
    "Critère X : en suspens, parce que « Humeur » est inconnu (réponse non connue).",
    "Criterion X: undecided, because “Mood” is unknown (not known).",
  ],
])("a criterion for one person: %j", (facts, fr, en) => {
  const { ruleSet, trace } = traced(low, facts);
  expect([
    plain(criterionExplanation(trace, ruleSet, "fr")),
    plain(criterionExplanation(trace, ruleSet, "en")),
  ]).toEqual([fr, en]);
});
