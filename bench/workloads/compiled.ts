// The compiled form from a person as JSON to masks, to the whole result and to its text, and from an encoded person,
// three-valued, beside json-rules-engine: for both programs as they are, and for 1,000 criteria over 50 facts.
import { deepStrictEqual } from "node:assert/strict";
import {
  compile,
  evaluate,
  readPerson,
  type Compiled,
  type Facts,
  type RuleSet,
  type Way,
} from "@jumelage/engine";
import { lower, runJsonRules } from "@jumelage/engine/json-rules-engine";
import { inBurstsOf } from "../bursts.ts";
import { at } from "../contenders/contender.ts";
import { corpus, dayOf } from "../corpus.ts";
import { garbageOf } from "../garbage.ts";
import { ours } from "../goals.ts";
import { manyCriteria, personsFor } from "../many-criteria.ts";
import { runRounds, type Limits } from "../rounds.ts";
import type { Row } from "../row.ts";
import { median, medianRatio } from "../statistics.ts";

const peer = "json-rules-engine, lowered rules, a new Engine each run";
const text = "JSON → Result as text";
const closures = "JSON → masks, closures (no code generated)";

export interface CompiledLimits extends Limits {
  /** Persons made up for many criteria. */
  readonly persons: number;
  /** The least CPU time of a burst, in microseconds. */
  readonly burst: number;
}

interface Sent {
  readonly facts: Facts;
  readonly at: string;
}

export async function compiledRows(limits: CompiledLimits): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { program, ruleSet, profiles } of corpus) {
    const sent = profiles.map((p) => ({ facts: fromJson(p.facts), at: dayOf(p) }));
    rows.push(...(await rowsOf({ name: program, ruleSet, sent, ways: ["generated"] }, limits)));
    rows.push(...garbageRows(program, compile(ruleSet, { ways: ["generated"] }), sent));
  }
  const ruleSet = manyCriteria(1000, 50, 1);
  const sent = personsFor(ruleSet, limits.persons, 2).map((facts) => ({
    facts: fromJson(facts),
    at: "2026-03-02",
  }));
  const name = "1,000 criteria × 50 facts";
  rows.push(...(await rowsOf({ name, ruleSet, sent, ways: ["index", "generated"] }, limits)));
  return rows;
}

/** As a caller's facts arrive: texts that no source file has. */
function fromJson(facts: Facts): Facts {
  return JSON.parse(JSON.stringify(facts)) as Facts;
}

interface Subject {
  readonly name: string;
  readonly ruleSet: RuleSet;
  readonly sent: readonly Sent[];
  readonly ways: readonly Way[];
}

async function rowsOf(
  { name, ruleSet, sent, ways }: Subject,
  limits: CompiledLimits,
): Promise<readonly Row[]> {
  const compiled = compile(ruleSet, { ways });
  const plain = compile(ruleSet);
  if (compiled.way !== ways[0]) throw new Error(`${name} was compiled as ${compiled.way}`);
  const persons = sent.map((s) => readPerson(ruleSet, s.facts, s.at));
  const encodedPersons = sent.map((s) => compiled.encodeFacts(s.facts, s.at));
  const lowered = lower(ruleSet);

  // Nothing is timed before all of them have given the right answers.
  for (const [n, { facts, at: day }] of sent.entries()) {
    const { result } = evaluate(ruleSet, facts, day);
    deepStrictEqual(compiled.runFacts(facts, day), result);
    deepStrictEqual(compiled.write(facts, day).json, JSON.stringify(result));
    deepStrictEqual(firedIn(compiled, compiled.masks(facts, day)), result.fired);
    deepStrictEqual(firedIn(compiled, compiled.masksOf(at(encodedPersons, n))), result.fired);
    deepStrictEqual(firedIn(plain, plain.masks(facts, day)), result.fired);
    // With 1,000 criteria each takes it a fifth of a second.
    if (n < 3 || ruleSet.criteria.length < 100)
      deepStrictEqual(await runJsonRules(lowered, ruleSet, at(persons, n)), result);
  }

  const runs: Readonly<Record<string, (n: number) => unknown>> = {
    [peer]: (n) => runJsonRules(lowered, ruleSet, at(persons, n)),
    [ours.masks]: (n) => compiled.masks(at(sent, n).facts, at(sent, n).at),
    [ours.result]: (n) => compiled.runFacts(at(sent, n).facts, at(sent, n).at),
    [text]: (n) => compiled.write(at(sent, n).facts, at(sent, n).at),
    [ours.encoded]: (n) => compiled.masksOf(at(encodedPersons, n)),
    [closures]: (n) => plain.masks(at(sent, n).facts, at(sent, n).at),
  };
  const contenders = [];
  for (const [contender, run] of Object.entries(runs))
    contenders.push(await inBurstsOf(limits.burst, { name: contender, persons: sent.length, run }));
  const costs = await runRounds(contenders, limits);
  return [...costs].map(([contender, cost]): Row => ({
    workload: `compiled, ${name}`,
    contender,
    unit: "µs",
    value: median(cost),
    ratio: { value: medianRatio(costs.get(peer) ?? [], cost), meaning: "× as fast as json-rules-engine" },
  }));
}

function firedIn(compiled: Compiled, { yes }: ReturnType<Compiled["masks"]>): readonly string[] {
  return compiled.criteria.filter((_, i) => (((yes[i >>> 5] ?? 0) >>> (i & 31)) & 1) === 1);
}

function garbageRows(program: string, compiled: Compiled, sent: readonly Sent[]): readonly Row[] {
  const row = (contender: string, run: (s: Sent) => unknown): Row => {
    const work = (): void => {
      for (const s of sent) run(s);
    };
    for (let i = 0; i < 2000; i++) work();
    const workload = `compiled, ${program}, garbage of an evaluation`;
    return { workload, contender, unit: "B", value: garbageOf(work, sent.length) };
  };
  return [
    row(ours.masks, (s) => compiled.masks(s.facts, s.at)),
    row(ours.result, (s) => compiled.runFacts(s.facts, s.at)),
  ];
}
