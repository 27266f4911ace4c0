import { describe, expect, it } from "vitest";
import { chanceFrom, freshSeed } from "../../test/arbitraries.ts";
import { programs } from "../../test/reference-programs.ts";
import { conditionSentence } from "../words/condition.ts";
import { readTyped } from "./typed.ts";
import type { DraftCondition } from "../index.ts";

const ruleSet = programs.find((p) => p.ruleSet.program === "autosoins-diriges")?.ruleSet;
if (!ruleSet) throw new Error("a reference program");

const phq9 = (operator: string, value: number): unknown => ({ fact: "phq9Total", operator, value });
const crisis = (value: boolean): unknown => ({ fact: "acutePsychosocialCrisis", operator: "equal", value });

describe("what people type", () => {
  it.each<readonly [string, unknown]>([
    ["phq9 au moins 10 et pas de crise", { all: [phq9("greaterThanInclusive", 10), crisis(false)] }],
    ["PHQ-9 ≥ 10 et sans crise", { all: [phq9("greaterThanInclusive", 10), crisis(false)] }],
    ["phq 9 at least 10 and no crisis", { all: [phq9("greaterThanInclusive", 10), crisis(false)] }],
    [
      "score total au phq9 moins de 5 ou crise psychosociale aigue",
      { any: [phq9("lessThan", 5), crisis(true)] },
    ],
    ["crise", crisis(true)],
    ["crise est non", crisis(false)],
    ["la crise n’est pas inconnue", { not: { fact: "acutePsychosocialCrisis", operator: "isUnknown" } }],
    [
      "phq9 entre 10 et 14 inclus",
      { all: [phq9("greaterThanInclusive", 10), phq9("lessThanInclusive", 14)] },
    ],
    ["age moins de 18 ans", { fact: "ageYears", operator: "lessThan", value: 18 }],
    ["âge 18 ou plus", { fact: "ageYears", operator: "greaterThanInclusive", value: 18 }],
    ["age est 18 ou plus", { fact: "ageYears", operator: "greaterThanInclusive", value: 18 }],
    ["si gad7 > 9", { fact: "gad7Total", operator: "greaterThan", value: 9 }],
    ["idees passives", { fact: "suicidalIdeation", operator: "equal", value: "passive" }],
    ["severity is not severe", { fact: "severity", operator: "notEqual", value: "severe" }],
    [
      "intensite des symptomes moderee ou severe",
      { fact: "severity", operator: "in", value: ["moderate", "severe"] },
    ],
    [
      "barrière linguistique",
      { fact: "challengeCharacteristics", operator: "contains", value: "language_barrier" },
    ],
    ["la personne est mineure", { condition: "under-adult-age" }],
  ])("%s", (text, expected) => {
    expect(readTyped(text, ruleSet).condition).toEqual(expected);
  });

  it.each<readonly [string, string, string]>([
    ["phq9 au moins 10 et chapeau melon", "chapeau melon", "unknown-words"],
    ["gad7 au moins 90", "gad7 au moins 90", "which-value"],
    ["gad7", "gad7", "several"],
    ["âge", "âge", "which-test"],
    ["crise et phq9 au moins 10 ou gad7 au moins 5", "gad7 au moins 5", "mixed"],
    ["légère", "légère", "several"],
  ])("%s: « %s » is asked about", (text, part, code) => {
    const asked = readTyped(text, ruleSet).pieces.filter((p) => p.question !== undefined);
    expect(asked.map((p) => [text.slice(p.from, p.to), p.question?.code])).toEqual([[part, code]]);
  });

  it("a number out of range stays in the gap as it was typed", () => {
    expect(readTyped("gad7 au moins 90", ruleSet).condition).toEqual({
      hole: { fact: "gad7Total", operator: "greaterThanInclusive", text: "90" },
    });
  });
});

it("no word that names something is dropped, whatever is typed", () => {
  const seed = Number(process.env["SEED"] ?? freshSeed());
  const chance = chanceFrom(seed);
  const stock =
    "phq9 gad7 crise pas au moins 10 14 entre et ou sans plus de chapeau âge légère est oui non ≥ = , mineure connu 2026-01-01 %".split(
      " ",
    );
  for (let i = 0; i < 2_000; i += 1) {
    const text = chance.some(stock, 1 + chance.below(9)).join(" ");
    const { pieces } = readTyped(text, ruleSet);
    const covered = (at: number): boolean => pieces.some((p) => p.from <= at && at < p.to);
    for (const word of ["phq9", "gad7", "crise", "chapeau", "âge", "légère", "mineure", "2026-01-01", "14"]) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        expect(covered(at), `seed ${seed}: ${text} / ${word}`).toBe(true);
    }
    expect(pieces.every((p) => p.node !== undefined || p.question !== undefined)).toBe(true);
  }
});

it("generated sentences are taken as they are, in either language", () => {
  for (const { when } of ruleSet.criteria.slice(0, 20)) {
    for (const lang of ["fr", "en"] as const) {
      const sentence = conditionSentence(when, ruleSet, lang);
      const { condition, pieces } = readTyped(`${lang === "fr" ? "Si" : "If"} ${sentence}`, ruleSet);
      expect(pieces).toHaveLength(1);
      expect(conditionSentence(condition as DraftCondition, ruleSet, lang)).toBe(sentence);
    }
  }
});
