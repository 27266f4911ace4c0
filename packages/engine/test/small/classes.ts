// The graph of a question held against everybody: each person is in a class of that person's answer, and each class
// stands for somebody of its answer.
import type { Question } from "../../src/question/index.ts";
import { isRelated } from "../../src/question/relation.ts";
import { graphOf, valuesOf } from "../../src/graph/index.ts";
import { answersOf, everybody, today } from "./everybody.ts";

/** A question about more persons than this is none to go through. */
const most = 5000;

/** What is wrong with the classes of a question, one sentence for each fault. */
export function faultsOf(question: Question): readonly string[] {
  const made = graphOf(question);
  if ("unmodelled" in made) return [made.unmodelled];
  const { space, graph, root } = made;
  const isAnswer = answersOf(question);
  const related = everybody(question, most)?.filter((people) => isRelated(question, { at: today, people }));
  const misplaced = related?.filter(
    (people) => valuesOf(graph, space.classOf(people, today))[root] !== isAnswer(people),
  );
  const standing = everyChoice(space.dimensions.map((d) => d.options.length)).filter(
    (choice) => isAnswer(space.people(choice, today)) !== valuesOf(graph, choice)[root],
  );
  const astray = space.dimensions.flatMap(({ name, options }) =>
    options.flatMap(({ completions }) =>
      completions.every((c) => options[c]) ? [] : [`completions of ${name}`],
    ),
  );
  return [...(misplaced ?? ["nobody to go through"]), ...standing, ...astray].map(
    (fault) => `${JSON.stringify(question.ask)} ${JSON.stringify(fault)}`,
  );
}

/** Every class of dimensions with so many options, the last dimension running fastest. */
export function everyChoice(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (choices, size) =>
      choices.flatMap((choice) => Array.from({ length: size }, (_, option) => [...choice, option])),
    [[]],
  );
}
