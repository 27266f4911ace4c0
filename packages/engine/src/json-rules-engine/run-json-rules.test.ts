// Whether the answers are those of the direct reading for random rule sets is asked in engine/test/differential.test.ts.
import { describe, expect, test } from "vitest";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import { canonicalJson, readPerson, resultSchema, type Facts, type RuleSet } from "../model/index.ts";
import { compareWithExpected } from "../simulate/compare.ts";
import { lower } from "./lower.ts";
import { loweredRulesSchema, type LoweredRules } from "./lowered-rules.ts";
import { runJsonRules } from "./run-json-rules.ts";

const run = (lowered: LoweredRules, ruleSet: RuleSet, facts: Facts, at = anyDay) =>
  runJsonRules(lowered, ruleSet, readPerson(ruleSet, facts, at));

describe.each(programs)("W1 $program by json-rules-engine", ({ ruleSet, profiles }) => {
  // As a consumer has them: read back from the text of a release.
  const lowered = loweredRulesSchema.parse(JSON.parse(JSON.stringify(lower(ruleSet))));

  test.each(profiles)("$id: $title.fr", async (profile) => {
    const at = profile.evaluatedOn ?? anyDay;
    const result = await run(lowered, ruleSet, profile.facts, at);
    expect(compareWithExpected(profile.expected, result)).toEqual([]);
    expect(canonicalJson(result)).toBe(canonicalJson(evaluate(ruleSet, profile.facts, at).result));
    expect(resultSchema.safeParse(result).success).toBe(true);
  });
});

test("rules lowered from a rule set with other decisions are refused", async () => {
  const ruleSet = tiny();
  const lowered = lower({ ...ruleSet, decisions: ruleSet.decisions.toReversed() });
  await expect(run(lowered, ruleSet, {})).rejects.toThrow("no stage for the decision d");
});

test("rules that read a fact the rule set does not have are refused, not run on undefined", async () => {
  for (const { ruleSet } of programs) {
    const lowered = lower(ruleSet);
    const [read] = ruleSet.facts.filter((f) => lowered.stages[0]?.reads.includes(f.id)).map((f) => f.id);
    const without = { ...ruleSet, facts: ruleSet.facts.filter((f) => f.id !== read) };
    await expect(run(lowered, without, {})).rejects.toThrow(`the lowered rules read ${read},`);
  }
});
