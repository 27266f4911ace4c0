// The control of W3 must fail: it shows that the way the runs overlap here is one that a shared Engine does not survive.
import { Engine, type RuleProperties } from "json-rules-engine";
import { expect, test } from "vitest";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { canonicalJson, readPerson, type RuleSet } from "../model/index.ts";
import { lower } from "./lower.ts";
import { runJsonRules } from "./run-json-rules.ts";
import { runtimeFacts } from "./runtime-facts.ts";

const runs = 1000;

/** `runs` runs that overlap: each starts a few microtasks after the one before it, long before that one has ended. */
async function interleaved<T>(run: (i: number) => Promise<T>): Promise<T[]> {
  const started: Promise<T>[] = [];
  for (let i = 0; i < runs; i += 1) {
    started.push(run(i));
    for (let pause = i % 7; pause > 0; pause -= 1) await Promise.resolve();
  }
  return Promise.all(started);
}

/** The first two decisions of a rule set. */
function begun(ruleSet: RuleSet): RuleSet {
  const decisions = ruleSet.decisions.slice(0, 2);
  return {
    ...ruleSet,
    decisions,
    criteria: ruleSet.criteria.filter((c) => decisions.some((d) => d.id === c.then.decision)),
  };
}

const timeout = 120_000;

test("W3 1,000 interleaved runs lose nothing, and with one shared Engine they do", { timeout }, async () => {
  const everyPerson = programs.flatMap((p) => {
    const ruleSet = begun(p.ruleSet);
    const lowered = lower(ruleSet);
    return p.profiles
      .slice(0, 20)
      .map(({ facts }) => ({ ruleSet, lowered, person: readPerson(ruleSet, facts, anyDay) }));
  });
  const alone: string[] = [];
  for (const { lowered, ruleSet, person } of everyPerson)
    alone.push(canonicalJson(await runJsonRules(lowered, ruleSet, person)));
  const nth = (i: number) =>
    everyPerson[i % everyPerson.length] ?? expect.fail("there is nobody to ask about");

  const together = await interleaved((i) => {
    const { lowered, ruleSet, person } = nth(i);
    return runJsonRules(lowered, ruleSet, person);
  });
  expect(together.filter((r, i) => canonicalJson(r) !== alone[i % alone.length])).toEqual([]);

  // The control: the same rules of one stage, the first half of them of higher priority.
  const { lowered } = nth(0);
  const stage = lowered.stages[0]?.rules ?? [];
  const rules = stage.map((rule, i) => ({
    ...rule,
    priority: 2 * i < stage.length ? 2 : 1,
  })) as unknown as RuleProperties[];
  const facts = Object.fromEntries(runtimeFacts(nth(0).person));
  const resultsWith = (engine: () => Engine) =>
    interleaved(async () => {
      const { results, failureResults } = await engine().run(facts);
      return results.length + failureResults.length;
    });
  const complete = (counts: readonly number[]) => counts.filter((n) => n === rules.length).length;
  const shared = new Engine(rules);
  expect(complete(await resultsWith(() => new Engine(rules)))).toBe(runs);
  expect(complete(await resultsWith(() => shared))).toBeLessThan(runs);
});
