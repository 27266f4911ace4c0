// Whether the tests notice: every listed one-line break of an evaluator must give an answer that differs.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson } from "../src/index.ts";
import { freshSeed, someCases, type Case } from "./arbitraries.ts";
import { breaks, type Break, type Broken } from "./breaks.ts";
import { evaluatorsWith, outOfDate, workshop } from "./broken.ts";
import { conformance } from "./conformance-cases.ts";
import { all, ask, reference } from "./evaluators.ts";
import { shareOf } from "./small/how-many.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const shop = workshop();
/** The cases with answers written by hand first: they alone can notice a break in what all evaluators share. */
const fixed = conformance.flatMap((file) =>
  file.cases.map((question) => ({ question, expected: canonicalJson(question.expected) })),
);
const random: { readonly question: Case; readonly expected: string }[] = [];

beforeAll(async () => {
  for (const question of someCases(seed, { ruleSets: 200, persons: 6 })) {
    random.push({ question, expected: canonicalJson(await ask(reference, question)) });
  }
}, 60_000);
afterAll(() => shop.remove());

test("the list has at least twenty breaks, some of every evaluator", () => {
  const numbers = Object.values(breaks).map((list) => list.length);
  expect(numbers.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(20);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(5);
  expect(Object.keys(breaks).sort()).toEqual([...all.map((e) => e.name), "shared"].sort());
});

test("every break is of a line that is still there, once", () => {
  expect(outOfDate(Object.values(breaks).flat())).toEqual([]);
});

describe.each(Object.entries(breaks) as [Broken, readonly Break[]][])("%s", (whose, list) => {
  test.each(
    shareOf(
      list.map((b, i) => ({ ...b, i })),
      { everyNth: 3 },
    ),
  )("notices: $what", async ({ i, ...broken }) => {
    const module = await evaluatorsWith(broken, join(shop.folder, `${whose}-${i}`));
    const evaluator = module.all.find((e) => e.name === (whose === "shared" ? "evaluate" : whose));
    if (!evaluator) throw new Error(`there is no evaluator ${whose}`);
    let asked = 0;
    for (const { question, expected } of whose === "shared" ? fixed : [...random, ...fixed]) {
      asked += 1;
      // A wrong answer counts; a crash would be noticed anyway and shows nothing.
      if (canonicalJson(await module.ask(evaluator, question)) !== expected) return;
    }
    expect.fail(`SEED=${seed}: no answer differs in ${asked} cases`);
  });
});
