// The compiled form where everything takes more than one word of bits, against the direct reading.
import { expect, test } from "vitest";
import { compile, type Way } from "../src/compile/index.ts";
import { chanceFrom, freshSeed, somePerson } from "./arbitraries.ts";
import { differences } from "./compiled-differences.ts";
import { howMany } from "./small/how-many.ts";
import { wideRuleSet, type Width } from "./wide.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const pairs = howMany({ quick: 60, long: 40_000 });
const persons = 10;
const ways: readonly Way[] = ["closures", "generated", "index"];

test.each<[string, Width, readonly Way[]]>([
  ["decisions nobody reads, wider than a word", { outcomes: [70, 33, 70], isRead: false }, ways],
  [
    "decisions that are read, as wide as generated code takes them",
    { outcomes: [28, 28, 64], isRead: true },
    ways,
  ],
  [
    "decisions that are read, wider than a word",
    { outcomes: [65, 32, 33], isRead: true },
    ["closures", "closures", "index"],
  ],
])(`%s: every way agrees with evaluate (SEED=${seed})`, (_, width, taken) => {
  const chance = chanceFrom(seed);
  const answers = new Set<string>();
  for (let i = 0; i < pairs / 3 / persons; i++) {
    const ruleSet = wideRuleSet(chance, width);
    const all = ways.map((way) => compile(ruleSet, { ways: [way] }));
    expect(all.map((c) => c.way)).toEqual(taken);
    for (let j = 0; j < persons; j++) {
      const at = "2026-01-17";
      const facts = somePerson(chance, ruleSet, { at });
      expect(differences({ ruleSet, facts, at }, all)).toEqual([]);
      const [decided] = all[0]?.write(facts, at).outcomes ?? [];
      if (decided !== undefined) answers.add(decided);
    }
  }
  // Walks end at many an outcome, in the words beyond the first too.
  expect(answers.size).toBeGreaterThan(2);
});
