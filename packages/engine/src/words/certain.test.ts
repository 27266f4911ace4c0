// Sentences about what a diagram says: for every profile of the reference programs, in both languages, well set.
import { expect, test } from "vitest";
import { fact, tiny } from "../../test/tiny.ts";
import { anyDay, programs } from "../../test/reference-programs.ts";
import {
  certain,
  counterfactuals,
  diagramsOf,
  interview,
  reasonsFor,
  type AnswerChoice,
} from "../diagram/index.ts";
import { readPerson } from "../model/person.ts";
import { certainSentences, counterfactualSentence, interviewAnswerIn, reasonSentence } from "./certain.ts";
import { typographyFaults } from "./typography.ts";

const nbsp = "\u00a0";

test("for every profile, without a typing fault and without an id", () => {
  let sentences = 0;
  for (const { ruleSet, profiles } of programs) {
    for (const diagram of diagramsOf(ruleSet)) {
      for (const { facts, evaluatedOn = anyDay } of profiles.slice(0, 25)) {
        const person = readPerson(ruleSet, facts, evaluatedOn);
        const reasons = reasonsFor(diagram, person);
        const asked = interview(diagram, person);
        const question = "question" in asked ? asked.question : undefined;
        for (const lang of ["fr", "en"] as const) {
          const about = { ruleSet, decision: diagram.decision, lang };
          const all = [
            ...certainSentences(certain(diagram, person), about),
            ...reasons.reasons.map((r) => reasonSentence(r, reasons, about)),
            ...counterfactuals(diagram, person).map((c) => counterfactualSentence(c, about)),
            ...(question?.answers ?? []).map((a) => interviewAnswerIn(question?.fact ?? "", a, about)),
          ];
          for (const sentence of all) {
            expect(typographyFaults(sentence, lang), sentence).toEqual([]);
            expect(sentence).not.toMatch(/\b[a-z]+[A-Z][A-Za-z]+\b|undefined|null/);
          }
          sentences += all.length;
        }
      }
    }
  }
  expect(sentences).toBeGreaterThan(500);
});

test("what would be different is told as a class of values", () => {
  const [program] = programs;
  const [diagram] = program ? diagramsOf(program.ruleSet) : [];
  const profile = program?.profiles.find((p) => p.id === "PA03");
  if (!program || !diagram || !profile) throw new Error("no such profile");
  const { ruleSet } = program;
  const person = readPerson(ruleSet, profile.facts, anyDay);
  const [found] = counterfactuals(diagram, person).filter((c) => c.outcome === "match");
  if (!found) throw new Error("no such counterfactual");
  const about = { ruleSet, decision: diagram.decision, lang: "fr" as const };
  expect(counterfactualSentence(found, about)).toMatch(
    new RegExp(`^Ce serait «${nbsp}.+${nbsp}» si «${nbsp}.+${nbsp}» était de 0 à 14\\.$`),
  );
});

test("an answer names what it is without touching the labels, and says what a set has and lacks", () => {
  const values = ["Peine ou deuil", "Stress", "Autre", "Rien"].map((fr, i) => ({
    id: `v${i}`,
    label: { fr, en: ["Grief or loss", "Stress", "Other", "Nothing"][i] ?? "" },
  }));
  const ruleSet = tiny({
    facts: [fact("lived", "set", { values }), fact("kind", "enum", { values }), fact("age", "integer")],
  });
  const answer = (id: string, lang: "fr" | "en", ...choices: readonly AnswerChoice[]): string =>
    interviewAnswerIn(id, { choices }, { ruleSet, lang }).replaceAll(nbsp, " ");
  expect(answer("lived", "fr", { hasNone: [["v0", "v1"], ["v2"]] })).toBe(
    "aucun élément parmi « Peine ou deuil », « Stress » et « Autre »",
  );
  const mixed = { has: [["v0", "v1"], ["v3"]], hasNone: [["v2"]] };
  expect(answer("lived", "fr", mixed, { known: false })).toBe(
    "au moins un élément parmi « Peine ou deuil » et « Stress », avec « Rien », sans « Autre »; ou sans réponse",
  );
  expect(answer("lived", "en", mixed, { hasNone: [["v0"], ["v1"]] })).toBe(
    "at least one of “Grief or loss” and “Stress”, with “Nothing”, without “Other”; or none of “Grief or loss” and “Stress”",
  );
  const classes = [{ option: { values: ["v0", "v1"] } }, { option: { values: ["v2"] } }];
  expect(answer("kind", "fr", ...classes)).toBe("« Peine ou deuil », « Stress » ou « Autre »");
  expect(answer("age", "en", { option: { from: null, to: 4 } }, { option: { from: 9, to: null } })).toBe(
    "4 or less or 9 or more",
  );
});
