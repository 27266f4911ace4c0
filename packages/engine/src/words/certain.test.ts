// Sentences about what a diagram says: for every profile of the reference programs, in both languages, well set.
import { expect, test } from "vitest";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { certain, counterfactuals, diagramsOf, interview, reasonsFor } from "../diagram/index.ts";
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
