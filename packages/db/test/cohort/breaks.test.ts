// Whether the tests notice: every listed one-line break of the query must give an answer that differs.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { cohortQuery } from "@jumelage/engine";
import { chanceFrom, freshSeed, somePerson, someRuleSet } from "@jumelage/engine/test/arbitraries";
import { brokenCopy, outOfDate, workshop, type Break } from "@jumelage/engine/test/broken";
import { shareOf } from "@jumelage/engine/test/small";
import { differences, writtenByHand, type CohortCase } from "./agreement.ts";
import { breaks } from "./breaks.ts";
import { openDuckDb, type CohortEngine } from "./engines.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const shop = workshop();
const cases: CohortCase[] = [];
let engine: CohortEngine;

beforeAll(async () => {
  engine = await openDuckDb();
  // What was written by hand notices nearly all of them, and chance the rest.
  cases.push(...writtenByHand());
  const chance = chanceFrom(seed);
  for (let i = 0; i < 60; i += 1) {
    const [ruleSet, at] = [someRuleSet(chance), "2026-03-02"];
    cases.push({
      ruleSet,
      at,
      persons: Array.from({ length: 40 }, () => somePerson(chance, ruleSet, { at })),
    });
  }
});
afterAll(async () => {
  await engine.close();
  shop.remove();
});

test("every break is of a line that is still there, once", () => {
  expect(outOfDate(breaks)).toEqual([]);
});

test.each(
  shareOf(
    breaks.map((broken, i) => ({ ...broken, i })),
    { everyNth: 3 },
  ),
)("notices: $what", async ({ i, ...broken }) => {
  const write = await queryWith(broken, join(shop.folder, String(i)));
  for (const one of cases) if ((await differences(one, [engine], write)).length > 0) return;
  expect.fail(`SEED=${seed}: no answer differs in ${cases.length} cohorts`);
});

/** The writer of queries with the break in it. */
async function queryWith(broken: Break, into: string): Promise<typeof cohortQuery> {
  brokenCopy(broken, into);
  const module = (await import(
    /* @vite-ignore */ pathToFileURL(join(into, "src", "sql", "index.ts")).href
  )) as { readonly cohortQuery: typeof cohortQuery };
  return module.cohortQuery;
}
