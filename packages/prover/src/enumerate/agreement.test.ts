// Enumeration and going through everybody by the direct reading must agree on random small questions; every person is
// in a class whose answer is that person's, and whoever stands for a class has its answer. The long run has
// `ENUMERATED=100000`; a failure names its seed and its place.
import { graphOf, isWitness, valuesOf } from "@jumelage/engine";
import { chanceFrom, someQuestions, today } from "@jumelage/engine/test/small";
import { expect, test } from "vitest";
import { createEnumeration } from "./enumerate.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const cases = Number(process.env["ENUMERATED"] ?? 2000);

test(
  `enumeration and brute force agree on ${cases} random questions (SEED=${seed})`,
  { timeout: 86_400_000 },
  async () => {
    const chance = chanceFrom(seed + 1);
    const enumeration = createEnumeration();
    const seen = { nobody: 0, somebody: 0, undecided: 0 };
    let place = -1;
    for (const { question, people } of someQuestions(chanceFrom(seed), cases)) {
      place += 1;
      const where = `SEED=${seed} case ${place}`;
      const answer = await enumeration.ask(question, { at: today });
      seen[answer.status] += 1;
      if (answer.status === "undecided") {
        expect(answer.unmodelled, where).toBeDefined();
        continue;
      }
      const found = people.find((tuple) => isWitness(question, { at: today, people: tuple }));
      expect(answer.status, where).toBe(found ? "somebody" : "nobody");
      const made = graphOf(question);
      if ("unmodelled" in made) continue;
      const { space, graph, root } = made;
      if (found) expect(valuesOf(graph, space.classOf(found, today))[root], where).toBe(true);
      for (let i = 0; i < 3; i += 1) {
        const choice = space.dimensions.map((d) => chance.below(d.options.length));
        const witness = { at: today, people: space.people(choice, today) };
        expect(isWitness(question, witness), where).toBe(valuesOf(graph, choice)[root]);
      }
    }
    // What cannot be enumerated is rare: orders of sets, sets declared in two ways.
    expect(seen.undecided, `SEED=${seed}`).toBeLessThan(cases / 20);
    expect(seen.nobody, `SEED=${seed}`).toBeGreaterThan(cases / 10);
    expect(seen.somebody, `SEED=${seed}`).toBeGreaterThan(cases / 4);
  },
);
