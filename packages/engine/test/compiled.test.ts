// Every way of the compiled form against the direct reading, straight from what a caller sends: whole results to the
// byte, masks, problems, and the encoded person.
import { describe, expect, test } from "vitest";
import { compile, type Compiled, type Way } from "../src/compile/index.ts";
import { evaluatePerson } from "../src/evaluate/index.ts";
import { readPerson, type Result, type RuleSet } from "../src/model/index.ts";
import { freshSeed, someCases, type Case } from "./arbitraries.ts";
import { caseToJson } from "./case-json.ts";
import { conformance } from "./conformance-cases.ts";
import { anyDay, programs } from "./reference-programs.ts";
import { howMany } from "./small/how-many.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const ways: readonly Way[] = ["closures", "generated", "index"];
/** Persons share a rule set, so that more of the time goes into running than into making rule sets. */
const persons = 40;
const taken = new Map<Way, number>();
const pairs = howMany({ quick: 20_000, long: 1_000_000 });

/** What of a question the compiled forms answer otherwise than the direct reading does. */
function differences({ ruleSet, facts, at }: Case, all: readonly Compiled[]): readonly string[] {
  const person = readPerson(ruleSet, facts, at);
  const { result } = evaluatePerson(ruleSet, person);
  const expected = JSON.stringify(result);
  const found: string[] = [];
  for (const compiled of all) {
    const say = (what: string): unknown => found.push(`${compiled.way}: ${what}`);
    const obtained = JSON.stringify(compiled.runFacts(facts, at));
    if (obtained !== expected) say(`expected ${expected}\nobtained ${obtained}`);
    const written = compiled.write(facts, at);
    if (written.json !== expected) say(`expected ${expected}\nwritten ${written.json}`);
    const outcomes = ruleSet.decisions.map(({ id }) => {
      const decided = result.decisions[id];
      return decided?.kind === "one" ? decided.outcome : undefined;
    });
    if (written.outcomes.join() !== outcomes.join()) say("other outcomes");
    if (!hasVerdicts(compiled, facts, { at, result })) say("the masks say otherwise");
    const encoded = compiled.encodeFacts(facts, at);
    const read = compiled.encode(person);
    if (String(encoded.words) !== String(read.words) || String(encoded.numbers) !== String(read.numbers))
      say(`encoded ${String(encoded.words)} instead of ${String(read.words)}`);
    if (JSON.stringify(encoded.problems) !== JSON.stringify(person.problems)) say("other problems");
  }
  return found;
}

function hasVerdicts(
  compiled: Compiled,
  facts: Case["facts"],
  { at, result }: { readonly at: string; readonly result: Result },
): boolean {
  const { yes, no } = compiled.masks(facts, at);
  const has = (words: Int32Array, i: number): boolean => (((words[i >>> 5] ?? 0) >>> (i & 31)) & 1) === 1;
  const where = (holds: (i: number) => boolean): string =>
    compiled.criteria.filter((_, i) => holds(i)).join();
  const none = yes.every((word, i) => (word & (no[i] ?? 0)) === 0);
  return (
    none &&
    where((i) => has(yes, i)) === result.fired.join() &&
    where((i) => !has(yes, i) && !has(no, i)) === result.undecided.join()
  );
}

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
  { timeout: 24 * 3_600_000 },
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
