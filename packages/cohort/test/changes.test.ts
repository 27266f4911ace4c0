// Who changes between two rule sets, counted by the cohort and person by person.
import { chanceFrom, freshSeed, someCases } from "@jumelage/engine/test/arbitraries";
import { anyDay, programs } from "@jumelage/engine/test/reference-programs";
import { howMany, isLong } from "@jumelage/engine/test/small";
import { describe, expect, test } from "vitest";
import * as sound from "../src/index.ts";
import { edited } from "./edits.ts";
import { readAll, type Sent } from "./expected.ts";
import { wrongTransitions } from "./transitions.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const persons = 40;
const pairs = howMany({ quick: 4000, long: 200_000 });

test(
  `transitions of ${pairs} random persons between random rule sets and their edits (SEED=${seed})`,
  { timeout: 24 * 3_600_000 },
  () => {
    const chance = chanceFrom(seed);
    let sent: Sent[] = [];
    let asked = 0;
    for (const { ruleSet, facts, at } of someCases(seed, { ruleSets: Math.ceil(pairs / persons), persons })) {
      sent.push({ facts, at });
      if (sent.length < persons) continue;
      expect(wrongTransitions([ruleSet, edited(chance, ruleSet)], sent, sound), `SEED=${seed}`).toEqual([]);
      asked += sent.length;
      sent = [];
    }
    expect(asked).toBeGreaterThanOrEqual(pairs);
  },
);

describe.each(programs)("$program", ({ ruleSet }) => {
  test.each([127, 128, 129, 700, 8300])(`edits beside %i persons (SEED=${seed})`, (size) => {
    const chance = chanceFrom(seed + size);
    const sent = [...someCases(seed + size, { ruleSets: 1, persons: size, ruleSet })];
    const edits = size > 1000 && !isLong ? 1 : 3;
    for (let i = 0; i < edits; i += 1)
      expect(wrongTransitions([ruleSet, edited(chance, ruleSet)], sent, sound)).toEqual([]);
  });

  test("nobody changes between a rule set and itself", () => {
    const sent = [...someCases(seed, { ruleSets: 1, persons: 200, ruleSet })];
    const resident = new sound.Resident(readAll(sound.cohortReader(ruleSet.facts), sent));
    const changes = sound.whoChanges(resident.judge(ruleSet), resident.judge(structuredClone(ruleSet)));
    expect(changes).toEqual({ changed: [], added: [], removed: [] });
  });
});

test("what was released can be asked nothing, and its memory is used again", () => {
  const [{ ruleSet } = { ruleSet: undefined }] = programs;
  if (!ruleSet) throw new Error("there is no program");
  const resident = new sound.Resident(
    sound.readCohort(
      ruleSet.facts,
      Array.from({ length: 3000 }, () => ({})),
      { at: anyDay },
    ),
  );
  const kernel = resident.prepare(ruleSet);
  kernel.judge().release();
  const { bytes } = resident.memory;
  for (let i = 0; i < 20; i += 1) {
    const answers = kernel.judge();
    // What was counted before is known after.
    const counts = i === 19 ? answers.counts() : undefined;
    answers.release();
    answers.release();
    expect(() => answers.words()).toThrow(TypeError);
    if (counts === undefined) expect(() => answers.counts()).toThrow(TypeError);
    else expect(answers.counts()).toEqual(counts);
  }
  expect(resident.memory.bytes).toBe(bytes);
});

test("answers of two cohorts are not compared", () => {
  const [one, other] = programs.map(({ ruleSet }) =>
    new sound.Resident(sound.readCohort(ruleSet.facts, [{}], { at: anyDay })).judge(ruleSet),
  );
  if (!one || !other) throw new Error("there are two programs");
  expect(() => sound.whoChanges(one, other)).toThrow(TypeError);
});
