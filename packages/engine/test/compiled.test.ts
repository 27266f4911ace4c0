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
const ways: readonly Way[] = ["closures", "generated"];
/** Persons share a rule set, so that more of the time goes into running than into making rule sets. */
const persons = 40;
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
  return ways.map((way) => compile(ruleSet, { ways: [way] }));
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
  },
);

describe.each(programs)("$program", ({ ruleSet, profiles }) => {
  test("every saved profile, by every way", () => {
    const all = compiledWays(ruleSet);
    for (const { facts, evaluatedOn } of profiles)
      expect(differences({ ruleSet, facts, at: evaluatedOn ?? anyDay }, all)).toEqual([]);
  });
});

test.each(conformance)("the shared corpus: $file", ({ cases }) => {
  for (const question of cases) expect(differences(question, compiledWays(question.ruleSet))).toEqual([]);
});
