// Enumeration and going through everybody by the direct reading must agree on random small questions. The long run has
// `ENUMERATED=100000`; a failure names its seed and its place.
import { graphOf, isWitness, valuesOf } from "@jumelage/engine";
import { chanceFrom, freshSeed, someQuestions, today } from "@jumelage/engine/test/small";
import { expect, test } from "vitest";
import { createEnumeration } from "./enumerate.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const cases = Number(process.env["ENUMERATED"] ?? 2000);

test(
  `enumeration and brute force agree on ${cases} random questions (SEED=${seed})`,
  { timeout: 7_200_000 },
  async () => {
    const chance = chanceFrom(seed + 1);
    const enumeration = createEnumeration();
    const seen = { nobody: 0, somebody: 0, undecided: 0 };
    const why = new Map<string, number>();
    let place = -1;
    for (const { question, people } of someQuestions(chanceFrom(seed), cases)) {
      place += 1;
      const where = `SEED=${seed} case ${place}`;
      const answer = await enumeration.ask(question, { at: today });
      seen[answer.status] += 1;
      const made = graphOf(question);
      if ("unmodelled" in made) {
        const key = made.unmodelled.replace(/:.*/, "");
        why.set(key, (why.get(key) ?? 0) + 1);
        expect(answer.status, where).toBe("undecided");
        continue;
      }
      const { space, graph, root } = made;
      let somebody = false;
      for (const tuple of people) {
        const is = isWitness(question, { at: today, people: tuple });
        somebody ||= is;
        // Everybody related as the question asks is in a class whose answer is theirs.
        if (is) expect(valuesOf(graph, space.classOf(tuple, today))[root], where).toBe(true);
        if (is) break;
      }
      expect(answer.status, where).toBe(somebody ? "somebody" : "nobody");
      // Whoever stands for a class has its answer.
      for (let i = 0; i < 3; i += 1) {
        const choice = space.dimensions.map((d) => chance.below(d.options.length));
        const witness = { at: today, people: space.people(choice, today) };
        expect(isWitness(question, witness), where).toBe(valuesOf(graph, choice)[root]);
      }
    }
    console.log(seen, [...why]);
  },
);
