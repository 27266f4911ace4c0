// The query of a rule set against the direct reading: the cases written by hand, the saved profiles of both reference
// programs, and random rule sets and persons, on DuckDB and on PostgreSQL.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chanceFrom, freshSeed, somePerson, someRuleSet } from "@jumelage/engine/test/arbitraries";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { anyDay, programs } from "@jumelage/engine/test/reference-programs";
import { howMany, isLong } from "@jumelage/engine/test/small";
import type { Facts, RuleSet } from "@jumelage/engine";
import { emptyDatabase } from "../database.ts";
import { differences, writtenByHand } from "./agreement.ts";
import { openDuckDb, openPostgres, type CohortEngine } from "./engines.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const persons = 100;
const pairs = howMany({ quick: 20_000, long: 1_000_000 });
const days = ["2026-01-17", "2026-03-02", "2024-02-29", "2025-12-31"];

const engines: CohortEngine[] = [];
let database: Awaited<ReturnType<typeof emptyDatabase>>;

beforeAll(async () => {
  database = await emptyDatabase();
  engines.push(await openDuckDb(), await openPostgres(database.url));
});
afterAll(async () => {
  for (const engine of engines) await engine.close();
  await database.drop();
});

const timeout = isLong ? 86_400_000 : 300_000;

test(
  `W8 ${pairs} random persons get the answers of the direct reading from DuckDB and from PostgreSQL (SEED=${seed})`,
  { timeout, ...shows("sql") },
  async () => {
    const chance = chanceFrom(seed);
    let looked = 0;
    for (let asked = 0; asked < pairs; asked += persons) {
      const ruleSet = someRuleSet(chance);
      const at = chance.pick(days);
      const crowd = Array.from({ length: persons }, () => somePerson(chance, ruleSet, { at }));
      const found = await differences({ ruleSet, at, persons: crowd }, engines);
      expect(found.length, found.length > 0 ? report(ruleSet, at, found) : "").toBe(0);
      looked += crowd.length;
    }
    counted("sql", { asked: pairs, reached: looked, seed });
  },
);

test.each(writtenByHand())("the answers written by hand: $about", async (cohort) => {
  expect(await differences(cohort, engines)).toEqual([]);
});

describe.each(programs)("$program", ({ ruleSet, profiles }) => {
  test("saved profiles and random persons", async () => {
    const chance = chanceFrom(seed);
    const dates = [...new Set(profiles.map((p) => p.evaluatedOn ?? anyDay))];
    for (const at of dates) {
      const saved = profiles.filter((p) => (p.evaluatedOn ?? anyDay) === at).map((p) => p.facts);
      const random = Array.from({ length: 300 }, () => somePerson(chance, ruleSet, { at }));
      expect(await differences({ ruleSet, at, persons: [...saved, ...random] }, engines)).toEqual([]);
    }
  });
});

function report(ruleSet: RuleSet, at: string, found: Awaited<ReturnType<typeof differences>>): string {
  const [first] = found;
  const facts: Facts = first?.facts ?? {};
  return [
    `SEED=${seed}: ${found.length} cells differ, the first on ${first?.dialect}: ${JSON.stringify(first?.column)}`,
    `expected ${String(first?.expected)}, obtained ${String(first?.obtained)} on ${at}`,
    JSON.stringify(facts),
    JSON.stringify(ruleSet),
  ].join("\n");
}
