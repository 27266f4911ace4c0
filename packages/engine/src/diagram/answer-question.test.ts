// Diagrams against going through everybody, on random small questions; the prover holds them against enumeration too, on
// many more.
import { expect, test } from "vitest";
import { answersOf, chanceFrom, everybody, freshSeed, someQuestions, today } from "../../test/small/index.ts";
import { isWitness } from "../question/index.ts";
import { answerQuestion } from "./answer-question.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const cases = 500;

test(`diagrams and brute force agree on ${cases} random questions (SEED=${seed})`, () => {
  const answers = { nobody: 0, somebody: 0, unmodelled: 0, undecided: 0 };
  let place = 0;
  for (const { question, people } of someQuestions(chanceFrom(seed), cases)) {
    const where = `SEED=${seed} case ${place}`;
    place += 1;
    const answer = answerQuestion(question, { at: today });
    answers[answer.status] += 1;
    if (answer.status === "unmodelled" || answer.status === "undecided") continue;
    // Somebody who replays settles that there is somebody; that there is nobody takes everybody.
    if (answer.status === "somebody") expect(isWitness(question, answer.witness), where).toBe(true);
    else expect(people.find(answersOf(question)), where).toBeUndefined();
  }
  expect(answers.nobody).toBeGreaterThan(cases / 10);
  expect(answers.somebody).toBeGreaterThan(cases / 4);
  expect(answers.unmodelled).toBeLessThan(cases / 20);
  // Nor is there one whose witness does not replay, which is never shown.
  expect(answers.undecided).toBe(0);
});

test("a question that would need more nodes than allowed is undecided, and one that must stop says so", () => {
  const wide = [...someQuestions(chanceFrom(1), 40)].map(({ question }) => question);
  const small = wide.map((question) => answerQuestion(question, { at: today, budget: 1 }));
  expect(small.some((a) => a.status === "undecided" && a.reason === "size")).toBe(true);
  expect(wide.every((question) => everybody(question) !== undefined)).toBe(true);
});
