// Every way of the compiled form against the direct reading, straight from what a caller sends.
import { describe, expect, test } from "vitest";
import { compile, type Compiled, type Way } from "../src/compile/index.ts";
import { evaluatePerson } from "../src/evaluate/index.ts";
import { readPerson, type RuleSet } from "../src/model/index.ts";
import { freshSeed, someCases } from "./arbitraries.ts";
import { caseToJson } from "./case-json.ts";
import { differences } from "./compiled-differences.ts";
import { conformance } from "./conformance-cases.ts";
import { anyDay, programs } from "./reference-programs.ts";
import { counted, shows } from "./evidence.ts";
import { howMany } from "./small/how-many.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const ways: readonly Way[] = ["closures", "generated", "index"];
/** Persons share a rule set, so that more of the time goes into running than into making rule sets. */
const persons = 40;
const taken = new Map<Way, number>();
const pairs = howMany({ quick: 20_000, long: 1_000_000 });

function compiledWays(ruleSet: RuleSet): readonly Compiled[] {
  return ways.map((way) => {
    const compiled = compile(ruleSet, { ways: [way] });
    // Without a criterion that comes to few terms there is nothing to be looked up.
    if (compiled.way !== way && way !== "index") throw new Error(`${way} does not take a rule set`);
    taken.set(compiled.way, (taken.get(compiled.way) ?? 0) + 1);
    return compiled;
  });
}

test(
  `W6 ${pairs} random pairs of a rule set and a person: every way agrees with evaluate, to the byte (SEED=${seed})`,
  { timeout: 24 * 3_600_000, ...shows("compiled") },
  () => {
    let prepared: { readonly of: RuleSet; readonly all: readonly Compiled[] } | undefined;
    let asked = 0;
    for (const question of someCases(seed, { ruleSets: Math.ceil(pairs / persons), persons })) {
      if (prepared?.of !== question.ruleSet)
        prepared = { of: question.ruleSet, all: compiledWays(question.ruleSet) };
      const [first] = differences(question, prepared.all);
      if (first !== undefined) throw new Error(`SEED=${seed}: ${first}\n${caseToJson(question)}`);
      asked += 1;
    }
    expect(asked).toBeGreaterThanOrEqual(pairs);
    // Every way was taken by nearly all rule sets.
    const least = Math.min(...ways.map((way) => taken.get(way) ?? 0));
    expect(least).toBeGreaterThan((0.95 * pairs) / persons);
    counted("compiled", { asked: pairs, reached: asked, seed });
  },
);

describe.each(programs)("$program", ({ ruleSet, profiles }) => {
  test("every saved profile, by every way", () => {
    const all = compiledWays(ruleSet);
    for (const { facts, evaluatedOn } of profiles)
      expect(differences({ ruleSet, facts, at: evaluatedOn ?? anyDay }, all)).toEqual([]);
  });
});

test("what is sent is looked at, never called or gone through to its depth", () => {
  let deep: unknown = [];
  for (let i = 0; i < 100_000; i++) deep = [deep];
  const called = { valueOf: () => expect.fail("called"), toString: () => expect.fail("called") };
  for (const { ruleSet } of programs) {
    const all = compiledWays(ruleSet);
    for (const sent of [deep, called, { value: deep, observedOn: anyDay }, { value: 1, of: deep }]) {
      const facts = Object.fromEntries(ruleSet.facts.map((f) => [f.id, sent]));
      const expected = JSON.stringify(evaluatePerson(ruleSet, readPerson(ruleSet, facts, anyDay)).result);
      for (const compiled of all)
        expect(JSON.stringify(compiled.runFacts(facts, anyDay)), compiled.way).toBe(expected);
    }
  }
});

test.each(conformance)("the shared corpus: $file", ({ cases }) => {
  for (const question of cases) expect(differences(question, compiledWays(question.ruleSet))).toEqual([]);
});
