// A criterion as one sentence.
import { expect, test } from "vitest";
import { both, plain, worded } from "../../test/worded.ts";
import type { DraftCriterion } from "../model/rule-set.ts";
import { conditionLines, conditionSentence } from "./condition.ts";
import { conclusionIn, criteriaIn, criterionSentence, ifIn } from "./criterion.ts";
import { lexiconOf } from "./lexicon.ts";
import type { DraftCondition } from "../model/condition.ts";

const [first] = worded.criteria;
if (!first) throw new Error("no criterion");
const of = (when: DraftCriterion["when"], then = first.then): DraftCriterion => ({ ...first, when, then });

test.each<[DraftCriterion, fr: string, en: string]>([
  [
    of({ fact: "danger", operator: "equal", value: true }),
    "Si « Danger » est oui, alors « Voie » est « Arrêt ».",
    "If “Peril” is yes, then “Way” is “Halt”.",
  ],
  [of({ always: true }), "Dans tous les cas, « Voie » est « Arrêt ».", "In every case, “Way” is “Halt”."],
  [
    of(undefined),
    "Si (condition à écrire), alors « Voie » est « Arrêt ».",
    "If (condition to be written), then “Way” is “Halt”.",
  ],
  [
    of({ not: { not: { condition: "minor" } } }, { decision: "duties", outcome: "call" }),
    "S’il n’est pas vrai que la condition « Mineur » n’est pas remplie, alors « Devoirs » comprend « Appeler ».",
    "If it is not true that the condition “Minor” is not met, then “Duties” includes “Call”.",
  ],
])("%j", (criterion, fr, en) => {
  expect([
    plain(criterionSentence(criterion, worded, "fr")),
    plain(criterionSentence(criterion, worded, "en")),
  ]).toEqual([fr, en]);
});

test("if is elided before il and ils only", () => {
  expect([ifIn("il pleut", "fr"), ifIn("ils vont", "fr"), ifIn("ile", "fr"), ifIn("elle", "fr")]).toEqual([
    "s’il pleut",
    "s’ils vont",
    "si ile",
    "si elle",
  ]);
  expect([ifIn("il", "en"), ifIn("si il a", "fr")]).toEqual(["if il", "si si il a"]);
});

test("one criterion and several", () => {
  expect([criteriaIn(["A"], "fr"), criteriaIn(["A"], "en")]).toEqual(["le critère A", "criterion A"]);
  expect([criteriaIn(["A", "B"], "fr"), criteriaIn(["A", "B"], "en")]).toEqual([
    "les critères A et B",
    "criteria A and B",
  ]);
  expect(plain(conclusionIn(lexiconOf(worded, "fr"), { decision: "gone", outcome: "x" }))).toBe(
    "« gone » est « x »",
  );
});

const minor: DraftCondition = { condition: "minor" };
const frail: DraftCondition = { condition: "frail" };
const low: DraftCondition = { fact: "mood", operator: "equal", value: "low" };
const [minorFr, minorEn] = ["la condition « Mineur » est remplie", "the condition “Minor” is met"];
const [lowFr, lowEn] = ["« Humeur » est « Basse »", "“Mood” is “Low”"];

test.each<[DraftCondition, fr: string, en: string]>([
  [
    { all: [minor, low] },
    `toutes ces conditions sont remplies : ${minorFr}; ${lowFr}`,
    `all of these conditions are met: ${minorEn}; ${lowEn}`,
  ],
  [
    { any: [minor, low] },
    `au moins une de ces conditions est remplie : ${minorFr}; ${lowFr}`,
    `at least one of these conditions is met: ${minorEn}; ${lowEn}`,
  ],
  [
    { not: { any: [minor, low] } },
    `aucune de ces conditions n’est remplie : ${minorFr}; ${lowFr}`,
    `none of these conditions is met: ${minorEn}; ${lowEn}`,
  ],
  [
    { not: { all: [minor, low] } },
    `ces conditions ne sont pas toutes remplies : ${minorFr}; ${lowFr}`,
    `these conditions are not all met: ${minorEn}; ${lowEn}`,
  ],
  [
    { atLeast: { count: 1, of: [minor, low] } },
    `au moins 1 de ces 2 conditions est remplie : ${minorFr}; ${lowFr}`,
    `at least 1 of these 2 conditions is met: ${minorEn}; ${lowEn}`,
  ],
  [
    { atLeast: { count: 2, of: [minor, low] } },
    `au moins 2 de ces 2 conditions sont remplies : ${minorFr}; ${lowFr}`,
    `at least 2 of these 2 conditions are met: ${minorEn}; ${lowEn}`,
  ],
  [
    { not: { atLeast: { count: 2, of: [minor, low] } } },
    `moins de 2 de ces 2 conditions sont remplies : ${minorFr}; ${lowFr}`,
    `fewer than 2 of these 2 conditions are met: ${minorEn}; ${lowEn}`,
  ],
  [{ atLeast: { count: 1, of: [low] } }, lowFr, lowEn],
  [{ not: { atLeast: { count: 1, of: [low] } } }, "« Humeur » n’est pas « Basse »", "“Mood” is not “Low”"],
  [{ not: { any: [low] } }, "« Humeur » n’est pas « Basse »", "“Mood” is not “Low”"],
  [{ not: { always: true } }, "jamais", "never"],
  [{ always: true }, "toujours", "always"],
  [
    { not: { not: { all: [minor, low] } } },
    `il n’est pas vrai que (ces conditions ne sont pas toutes remplies : ${minorFr}; ${lowFr})`,
    `it is not true that (these conditions are not all met: ${minorEn}; ${lowEn})`,
  ],
  [{ hole: {} }, "(à compléter)", "(to be completed)"],
  [
    { not: { hole: { fact: "age", operator: "lessThan", text: "18" } } },
    "il n’est pas vrai que « Âge » est inférieur à « 18 » (à compléter)",
    "it is not true that “Age” is less than “18” (to be completed)",
  ],
  [
    { hole: { fact: "since", operator: "lessThan" } },
    "« Début » est avant le (à compléter)",
    "“Start” is before (to be completed)",
  ],
  [{ hole: { operator: "lessThan" } }, "est inférieur à (à compléter)", "is less than (to be completed)"],
])("a condition: %j", (when, fr, en) => {
  expect([
    plain(conditionSentence(when, worded, "fr")),
    plain(conditionSentence(when, worded, "en")),
  ]).toEqual([fr, en]);
});

test("definitions are written out, and read as a property is where one is asked", () => {
  const style = (lang: "fr" | "en") => ({ lang, definitions: true, reading: "property" }) as const;
  expect(plain(conditionSentence(frail, worded, style("fr")))).toBe(
    "la condition « Fragile » est remplie (c’est-à-dire : toutes ces conditions sont remplies : la condition « Mineur » est remplie (c’est-à-dire : « Âge » est inférieur à 18 ans); « Humeur » est « Basse »)",
  );
  expect(plain(conditionSentence({ not: { any: [low, minor] } }, worded, style("en")))).toBe(
    "none of these conditions is established: “Mood” is “Low”; the condition “Minor” is met (that is: “Age” is less than 18 years)",
  );
  expect(plain(conditionSentence({ not: { any: [low, minor] } }, worded, style("fr")))).toContain(
    "aucune de ces conditions n’est établie : ",
  );
  expect(plain(conditionSentence({ not: low }, worded, style("fr")))).toBe(
    "il n’est pas établi que « Humeur » est « Basse »",
  );
  expect(plain(conditionSentence({ not: low }, worded, style("en")))).toBe(
    "it is not established that “Mood” is “Low”",
  );
  expect(conditionSentence({ not: { always: true } }, worded, style("en"))).toBe("never");
  expect(plain(conditionSentence({ not: { hole: {} } }, worded, style("fr")))).toBe(
    "il n’est pas vrai que (à compléter)",
  );
  expect(plain(conditionSentence({ condition: "gone" }, worded, style("en")))).toBe(
    "the condition “gone” is met",
  );
});

test.each<[DraftCondition, fr: readonly string[], en: readonly string[]]>([
  [
    { all: [low] },
    ["Toutes ces conditions", "« Humeur » est « Basse »"],
    ["All of these conditions", "“Mood” is “Low”"],
  ],
  [
    { any: [low] },
    ["Au moins une de ces conditions", "« Humeur » est « Basse »"],
    ["At least one of these conditions", "“Mood” is “Low”"],
  ],
  [
    { not: { any: [low] } },
    ["Aucune de ces conditions", "« Humeur » est « Basse »"],
    ["None of these conditions", "“Mood” is “Low”"],
  ],
  [
    { not: { all: [low] } },
    ["Pas toutes ces conditions à la fois", "« Humeur » est « Basse »"],
    ["Not all of these conditions at once", "“Mood” is “Low”"],
  ],
  [
    { atLeast: { count: 2, of: [low, low] } },
    ["Au moins 2 de ces 2 conditions", "« Humeur » est « Basse »", "« Humeur » est « Basse »"],
    ["At least 2 of these 2 conditions", "“Mood” is “Low”", "“Mood” is “Low”"],
  ],
  [
    { not: { atLeast: { count: 1, of: [low] } } },
    ["Moins de 1 de ces 1 conditions", "« Humeur » est « Basse »"],
    ["Fewer than 1 of these 1 conditions", "“Mood” is “Low”"],
  ],
  [{ not: low }, ["« Humeur » n’est pas « Basse »"], ["“Mood” is not “Low”"]],
  [{ hole: {} }, ["(à compléter)"], ["(to be completed)"]],
])("an outline: %j", (when, fr, en) => {
  const texts = (lang: "fr" | "en"): readonly string[] =>
    conditionLines(when, worded, lang).map((l) => plain(l.text));
  expect([texts("fr"), texts("en")]).toEqual([fr, en]);
});

test("an outline opens definitions once, and tells what each line is", () => {
  const again = {
    ...worded,
    conditions: worded.conditions.map((c) =>
      c.id === "minor" ? { ...c, label: both("Mineur", "Minor"), when: { any: [frail, { hole: {} }] } } : c,
    ),
  };
  const lines = conditionLines({ all: [minor] }, again, { lang: "en", definitions: true });
  expect(lines.map((l) => [l.depth, l.kind, plain(l.text), l.at.join(".")])).toEqual([
    [0, "group", "All of these conditions", ""],
    [1, "named", "The condition “Minor” is met", "all.0"],
    [2, "group", "At least one of these conditions", "all.0"],
    [3, "named", "The condition “Frail” is met", "all.0.any.0"],
    [4, "group", "All of these conditions", "all.0.any.0"],
    [5, "named", "The condition “Minor” is met", "all.0.any.0.all.0"],
    [5, "leaf", "“Mood” is “Low”", "all.0.any.0.all.1"],
    [3, "hole", "(to be completed)", "all.0.any.1"],
  ]);
  expect(plain(conditionSentence(minor, again as never, { lang: "en", definitions: true }))).toBe(
    "the condition “Minor” is met (that is: at least one of these conditions is met: the condition “Frail” is met (that is: all of these conditions are met: the condition “Minor” is met; “Mood” is “Low”); (to be completed))",
  );
});
