// A cohort against the direct reading, for every person of it.
import { someCases } from "@jumelage/engine/test/arbitraries";
import { conformance } from "@jumelage/engine/test/conformance";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { anyDay, programs } from "@jumelage/engine/test/reference-programs";
import { freshSeed, howMany } from "@jumelage/engine/test/small";
import { describe, expect, test } from "vitest";
import { differences } from "./differences.ts";
import type { Sent } from "./expected.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
/** Persons share a rule set, so that more of the time goes into judging than into making rule sets. */
const persons = 50;
const pairs = howMany({ quick: 20_000, long: 1_000_000 });

test(
  `W9 ${pairs} random pairs of a rule set and a person: the cohort agrees with evaluate in every state (SEED=${seed})`,
  { timeout: 24 * 3_600_000, ...shows("cohort") },
  () => {
    let sent: Sent[] = [];
    let asked = 0;
    for (const { ruleSet, facts, at } of someCases(seed, { ruleSets: Math.ceil(pairs / persons), persons })) {
      sent.push({ facts, at });
      if (sent.length < persons) continue;
      const found = differences(ruleSet, sent);
      if (found.length > 0) throw new Error(`SEED=${seed}: ${found.join("\n")}\n${JSON.stringify(ruleSet)}`);
      asked += sent.length;
      sent = [];
    }
    expect(asked).toBeGreaterThanOrEqual(pairs);
    counted("cohort", { asked: pairs, reached: asked, seed });
  },
);

test.each(conformance)("the shared corpus: $file", ({ cases }) => {
  for (const ruleSet of new Set(cases.map((c) => c.ruleSet))) {
    const asked = cases.filter((c) => c.ruleSet === ruleSet);
    expect(differences(ruleSet, asked)).toEqual([]);
  }
});

describe.each(programs)("$program", ({ ruleSet, profiles }) => {
  test("every saved profile", () => {
    const sent = profiles.map(({ facts, evaluatedOn }) => ({ facts, at: evaluatedOn ?? anyDay }));
    expect(differences(ruleSet, sent)).toEqual([]);
  });

  test.each([1, 31, 33, 511, 512, 513, 1500])(`%i random persons (SEED=${seed})`, (size) => {
    const sent = [...someCases(seed + size, { ruleSets: 1, persons: size, ruleSet })];
    expect(differences(ruleSet, sent)).toEqual([]);
  });
});
