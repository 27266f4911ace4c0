import { describe, expect, test } from "vitest";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { randomFacts, today } from "../../test/random/facts.ts";
import { randomRuleSet } from "../../test/random/rule-sets.ts";
import { chance, freshSeed } from "../../test/random/source.ts";
import { evaluate } from "../evaluate/index.ts";
import { canonicalJson, readPerson, resultSchema, type Facts, type RuleSet } from "../model/index.ts";
import { compareWithExpected } from "../simulate/compare.ts";
import { lower } from "./lower.ts";
import { loweredRulesSchema, type LoweredRules } from "./lowered-rules.ts";
import { runJsonRules } from "./run-json-rules.ts";

const seed = freshSeed();
const run = (lowered: LoweredRules, ruleSet: RuleSet, facts: Facts, at: string) =>
  runJsonRules(lowered, ruleSet, readPerson(ruleSet, facts, at));

describe.each(programs)("$program by json-rules-engine", ({ ruleSet, profiles }) => {
  // As a consumer has them: read back from the text of a release.
  const lowered = loweredRulesSchema.parse(JSON.parse(JSON.stringify(lower(ruleSet))));

  test.each(profiles)("$id: $title.fr", async (profile) => {
    const at = profile.evaluatedOn ?? anyDay;
    const result = await run(lowered, ruleSet, profile.facts, at);
    expect(compareWithExpected(profile.expected, result)).toEqual([]);
    expect(canonicalJson(result)).toBe(canonicalJson(evaluate(ruleSet, profile.facts, at).result));
  });

  test(`W1 json-rules-engine answers as evaluate does for random persons (seed ${seed})`, async () => {
    const c = chance(seed);
    for (let i = 0; i < 400; i += 1) {
      const facts = randomFacts(ruleSet, c, c.pick([0, 0.1, 0.3, 0.6]));
      const result = await run(lowered, ruleSet, facts, today);
      expect(result, `seed ${seed}, person ${i}: ${JSON.stringify(facts)}`).toEqual(
        evaluate(ruleSet, facts, today).result,
      );
    }
  });
});

test(`W1 json-rules-engine answers as evaluate does for random rule sets and persons (seed ${seed})`, async () => {
  const c = chance(seed);
  for (let i = 0; i < 250; i += 1) {
    const ruleSet = randomRuleSet(c);
    const lowered = lower(ruleSet);
    for (let j = 0; j < 4; j += 1) {
      const facts = randomFacts(ruleSet, c, c.pick([0.1, 0.3, 0.6]));
      const result = await run(lowered, ruleSet, facts, today);
      const expected = evaluate(ruleSet, facts, today).result;
      if (canonicalJson(result) === canonicalJson(expected)) continue;
      const criteria = ruleSet.criteria.map((k) => k.when);
      expect(result, `seed ${seed}, rule set ${i}: ${JSON.stringify({ facts, criteria })}`).toEqual(expected);
    }
  }
});

test("a result is of its schema", async () => {
  for (const { ruleSet, profiles } of programs) {
    for (const p of profiles.slice(0, 10)) {
      expect(
        resultSchema.safeParse(await run(lower(ruleSet), ruleSet, p.facts, p.evaluatedOn ?? anyDay)).success,
      ).toBe(true);
    }
  }
});

test("rules lowered from another rule set are refused", async () => {
  const [a, b] = programs.map((p) => p.ruleSet) as [RuleSet, RuleSet];
  await expect(run(lower(a), b, {}, today)).rejects.toThrow("no stage for the decision");
  const [fact] = a.facts.map((f) => f.id);
  const without = { ...a, facts: a.facts.filter((f) => f.id !== fact) };
  await expect(run(lower(a), without, {}, today)).rejects.toThrow(`the lowered rules read ${fact}`);
});
