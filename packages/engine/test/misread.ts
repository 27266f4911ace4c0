// The text of the SMT encoder held against everybody, without a solver.
import type { Question } from "../src/question/index.ts";
import { encodeQuestion } from "../src/smt/index.ts";
import { answersOf, everybody } from "./small/index.ts";
import { satisfies } from "./smt-reading.ts";

/** So many persons of each question are looked at, spread evenly. */
const most = 60;

/**
 * Persons of whom the text says something else than replaying; those it has no words for are left out. The place of a
 * question among others decides which of its persons are looked at, where they are many.
 */
export function misread(question: Question, place: number): readonly string[] {
  const { commands } = encodeQuestion(question);
  const isAnswer = answersOf(question);
  const all = everybody(question, 5000) ?? [];
  const step = Math.ceil(all.length / most);
  const people = all.filter((_, i) => i % step === place % step);
  const said = people.map((tuple) => satisfies(commands, question, tuple));
  const wrong = people.filter((tuple, i) => said[i] !== undefined && said[i] !== isAnswer(tuple));
  return [
    ...(said.some((s) => s !== undefined) ? [] : ["nobody to go through"]),
    ...wrong.map((tuple) => `${JSON.stringify(question.ask)} ${JSON.stringify(tuple)}`),
  ];
}
