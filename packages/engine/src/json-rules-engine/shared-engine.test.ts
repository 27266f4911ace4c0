import { Engine, type RuleProperties } from "json-rules-engine";
import { expect, test } from "vitest";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { tiny } from "../../test/tiny.ts";
import { canonicalJson, readPerson } from "../model/index.ts";
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

test("W3 1,000 interleaved runs lose nothing, and with one shared Engine they do", async () => {
  const { ruleSet, profiles } = programs.find((p) => p.program === "choix-de-service") ?? {
    ruleSet: tiny(),
    profiles: [],
  };
  const lowered = lower(ruleSet);
  const persons = profiles.map((p) => readPerson(ruleSet, p.facts, p.evaluatedOn ?? anyDay));
  const personOf = (i: number) => persons[i % persons.length] ?? readPerson(ruleSet, {}, anyDay);

  const alone: string[] = [];
  for (const person of persons) alone.push(canonicalJson(await runJsonRules(lowered, ruleSet, person)));
  const together = await interleaved((i) => runJsonRules(lowered, ruleSet, personOf(i)));
  expect(together.filter((r, i) => canonicalJson(r) !== alone[i % alone.length])).toEqual([]);

  // The control: the rules of the first stage, the later ones of lower priority as authors of plain rules write them.
  const [stage] = lowered.stages;
  const rules = (stage?.rules ?? []).map((rule, i) => ({
    ...rule,
    priority: 1 + ((stage?.rules.length ?? 0) - i),
  })) as unknown as RuleProperties[];
  const shared = new Engine(rules);
  const counts = await interleaved(async (i) => {
    const { results, failureResults } = await shared.run(Object.fromEntries(runtimeFacts(personOf(i))));
    return results.length + failureResults.length;
  });
  expect(counts.filter((n) => n < rules.length).length).toBeGreaterThan(0);
});
