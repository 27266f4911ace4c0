// Enumeration, decision diagrams and going through everybody by the direct reading must agree on random small questions;
// every person is in a class whose answer is that person's, and whoever stands for a class has its answer. A failure
// names its seed and its place.
import { graphOf, isWitness, valuesOf, type Facts, type Question } from "@jumelage/engine";
import { counted, shows } from "@jumelage/engine/test/evidence";
import {
  answersOf,
  chanceFrom,
  freshSeed,
  howMany,
  isLong,
  isRelated,
  someQuestions,
  today,
  type Chance,
} from "@jumelage/engine/test/small";
import { expect, test } from "vitest";
import { createDiagrams } from "./diagrams.ts";
import { createEnumeration } from "./enumerate/index.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const cases = howMany({ quick: 2000, long: 100_000 });
// Many questions of fewer persons rather than few of many.
const most = 300;

test(
  `enumeration, diagrams and brute force agree on ${cases} random questions (SEED=${seed})`,
  shows("enumeration"),
  async () => {
    const chance = chanceFrom(seed + 1);
    const [enumeration, diagrams] = [createEnumeration(), createDiagrams()];
    const seen = { nobody: 0, somebody: 0, undecided: 0 };
    let place = -1;
    for (const { question, people } of someQuestions(chanceFrom(seed), cases, most)) {
      place += 1;
      if (isLong && place % 2000 === 0) process.stderr.write(`${place} of ${cases}\n`);
      const where = `SEED=${seed} case ${place}`;
      const answer = await enumeration.ask(question, { at: today });
      const diagram = await diagrams.ask(question, { at: today });
      seen[answer.status] += 1;
      expect(diagram.status, where).toBe(answer.status);
      if (answer.status === "undecided") {
        expect(answer.unmodelled, where).toBeDefined();
        continue;
      }
      const isAnswer = answersOf(question);
      // Somebody who replays settles that there is somebody; that there is nobody takes everybody.
      if (answer.status === "nobody") expect(people.find(isAnswer), where).toBeUndefined();
      for (const { status, ...found } of [answer, diagram])
        if ("witness" in found)
          expect([status, isWitness(question, found.witness)]).toEqual(["somebody", true]);
      classesHold(question, { people, isAnswer, chance, where });
    }
    // What cannot be enumerated is rare: orders of sets, sets declared in two ways.
    expect(seen.undecided, `SEED=${seed}`).toBeLessThan(cases / 20);
    expect(seen.nobody, `SEED=${seed}`).toBeGreaterThan(cases / 10);
    expect(seen.somebody, `SEED=${seed}`).toBeGreaterThan(cases / 4);
    counted("enumeration", { asked: cases, reached: place + 1, seed });
  },
);

interface Against {
  readonly people: readonly (readonly Facts[])[];
  readonly isAnswer: (people: readonly Facts[]) => boolean;
  readonly chance: Chance;
  readonly where: string;
}

/** Some people have the answer of their class, and whoever stands for some class has its answer. */
function classesHold(question: Question, { people, isAnswer, chance, where }: Against): void {
  const made = graphOf(question);
  if ("unmodelled" in made) return;
  const { space, graph, root } = made;
  for (let i = 0; i < 6; i += 1) {
    const tuple = chance.pick(people);
    if (!isRelated(question, { at: today, people: tuple })) continue;
    expect(valuesOf(graph, space.classOf(tuple, today))[root], where).toBe(isAnswer(tuple));
  }
  for (let i = 0; i < 3; i += 1) {
    const choice = space.dimensions.map((d) => chance.below(d.options.length));
    const witness = { at: today, people: space.people(choice, today) };
    expect(isWitness(question, witness), where).toBe(valuesOf(graph, choice)[root]);
  }
}
