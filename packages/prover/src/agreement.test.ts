// The solver and going through everybody must agree on random small questions, and no smaller witness may exist than
// the one shown. A failure names its seed and its place.
import { counted, shows } from "@jumelage/engine/test/evidence";
import {
  chanceFrom,
  cheapest,
  costOf,
  everybody,
  freshSeed,
  howMany,
  isLong,
  someQuestions,
  today,
} from "@jumelage/engine/test/small";
import { expect, test } from "vitest";
import { pointed } from "../test/pointed.ts";
import { withSolver } from "../test/in-process.ts";
import { solve } from "./solve.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const cases = howMany({ quick: 320, long: 20_000 });

test(`solver and brute force agree on ${cases} random questions (SEED=${seed})`, shows("solver"), () => {
  const answers = { nobody: 0, somebody: 0, undecided: 0 };
  let place = 0;
  for (const { question, people } of someQuestions(chanceFrom(seed), cases)) {
    const where = `SEED=${seed} case ${place}`;
    place += 1;
    if (isLong && place % 2000 === 0) process.stderr.write(`${place} of ${cases}\n`);
    const answer = withSolver((run) => solve(question, run, { at: today }));
    answers[answer.status] += 1;
    const truth = cheapest(question, people);
    expect(answer.status, where).toBe(truth ? "somebody" : "nobody");
    if (answer.status === "somebody" && truth)
      expect(costOf(question, answer.witness.people), where).toBe(costOf(question, truth.people));
  }
  expect(answers.nobody, `SEED=${seed}`).toBeGreaterThan(cases / 10);
  expect(answers.somebody, `SEED=${seed}`).toBeGreaterThan(cases / 4);
  counted("solver", { asked: cases, reached: place, seed });
});

test.each(pointed)("$what", ({ question }) => {
  const people = everybody(question, 10_000);
  if (people === undefined) throw new Error("too many to go through");
  const answer = withSolver((run) => solve(question, run, { at: today }));
  expect(answer.status).toBe(cheapest(question, people) ? "somebody" : "nobody");
});
