// The evaluators against one another: random rule sets and persons, and every failure that was ever found.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { freshSeed, someCases, type Case } from "./arbitraries.ts";
import { caseFromJson, caseToJson } from "./case-json.ts";
import {
  allCells,
  count,
  gaps,
  impossible,
  nameOf,
  newCoverage,
  summary,
  wantedFocuses,
} from "./coverage.ts";
import { comparing, minimised } from "./differential.ts";
import { counted, shows } from "./evidence.ts";
import { others } from "./evaluators.ts";
import { anyDay, programs } from "./reference-programs.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const floor = { cell: 50, stateShare: 0.05 };
// Ten persons share a rule set, so that more of the time goes into running than into making rule sets.
const persons = 10;
const least = 10_000;
// Cases turn to what is still rare; should something remain rare after that many, there are some more.
const ruleSets = 1500;

describe(`random rule sets and persons (SEED=${seed})`, () => {
  test(
    `${least} cases or more give the same whole result in every evaluator, with every combination that can be covered`,
    { timeout: 300_000, ...shows("json-rules-engine") },
    async () => {
      process.stdout.write(`differential test: SEED=${seed}\n`);
      const compare = comparing();
      const coverage = newCoverage();
      const cases = someCases(seed, {
        ruleSets,
        persons,
        focuses: () => wantedFocuses(coverage, floor.cell),
      });
      for (const question of cases) {
        const { evaluation, disagreements } = await compare(question);
        if (disagreements.length > 0) throw new Error(await report(question));
        count(coverage, question.ruleSet, evaluation);
        if (coverage.cases >= least && coverage.cases % 500 === 0 && gaps(coverage, floor).length === 0)
          break;
      }
      expect(gaps(coverage, floor), `SEED=${seed}`).toEqual([]);
      expect(coverage.cases).toBeGreaterThanOrEqual(least);
      counted("json-rules-engine", { asked: least, reached: coverage.cases, seed });
      process.stdout.write(`differential test: ${summary(coverage)}\n`);
    },
  );
});

test("the combinations that cannot be are listed with their reasons", () => {
  const reasons = new Map<string, number>();
  for (const cell of allCells) {
    const reason = impossible(cell);
    if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  expect(Object.fromEntries(reasons)).toMatchInlineSnapshot(`
    {
      "a required or doubtful fact leaves its tests open": 552,
      "a test of a known fact is decided": 108,
      "an assumed fact is never plainly unknown": 126,
      "an optional fact nobody gave is not established, in either polarity": 72,
      "isUnknown is two-valued": 72,
      "only sums and sets can be incomplete": 225,
    }
  `);
  expect(new Set(allCells.map(nameOf)).size).toBe(allCells.length);
});

describe("failures that were found once", () => {
  const folder = join(import.meta.dirname, "regressions");
  const kept = readdirSync(folder).filter((name) => name.endsWith(".json"));
  test.each(kept)("%s", async (name) => {
    const question = caseFromJson(readFileSync(join(folder, name), "utf8"));
    expect((await comparing()(question)).disagreements).toEqual([]);
  });
});

describe.each(programs)("$program", ({ ruleSet, profiles }) => {
  test("saved and random persons give the same result in every evaluator", async () => {
    const compare = comparing();
    const saved = profiles.map((p) => ({ ruleSet, facts: p.facts, at: p.evaluatedOn ?? anyDay }));
    for (const question of [...saved, ...someCases(seed, { ruleSets: 1, persons: 300, ruleSet })]) {
      expect((await compare(question)).disagreements, `SEED=${seed}`).toEqual([]);
    }
  });
});

/** What a person needs in order to mend the difference: the smallest case, ready to be kept. */
async function report(question: Case): Promise<string> {
  const differs = async (candidate: Case): Promise<boolean> =>
    (await comparing(others)(candidate)).disagreements.length > 0;
  const smallest = await minimised(question, differs);
  const [first] = (await comparing(others)(smallest)).disagreements;
  return [
    `SEED=${seed}: ${first?.evaluator} and evaluate disagree`,
    `expected ${first?.expected}`,
    `obtained ${first?.obtained}`,
    "the smallest case found, to be kept in packages/engine/test/regressions once it is mended:",
    caseToJson(smallest),
  ].join("\n");
}
