// The compiled form beside its peers: from a person as JSON to masks and to the whole result, and from an encoded person;
// for both programs as they are, and for 1,000 criteria over 50 facts. Bursts are long, because the system counts CPU time
// in steps of several milliseconds.
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
import { LogicEngine } from "json-logic-engine";
import { corpus, dayOf } from "../corpus.ts";
import { garbageOf } from "../garbage.ts";
import { jsonLogicOf, plainValuesOf } from "../json-logic.ts";
import { manyCriteria, personsFor } from "../many-criteria.ts";
import { runRounds, type Contender, type Limits } from "../rounds.ts";
import type { Row } from "../row.ts";
import { median, medianRatio } from "../statistics.ts";

const peer = "json-rules-engine, a new Engine each run";
const best = "json-logic-engine, compiled, two-valued";
/** The least CPU time of a burst, in microseconds. */
const burst = 120_000;

interface Sent {
  readonly facts: Facts;
  readonly at: string;
}

/** What is expected of a contender, by name, beside one of the peers. */
interface Expected {
  readonly contender: string;
  readonly beside: string;
  readonly atLeast?: number;
}

const masks = "JSON → masks";
const whole = "JSON → Result";
const text = "JSON → Result as text";
const encoded = "encoded → masks";
const closures = "JSON → masks, closures (no code generated)";

export async function compiledRows(limits: Limits & { readonly persons: number }): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { program, ruleSet, profiles } of corpus) {
    const sent = profiles.map((p) => ({ facts: fromJson(p.facts), at: dayOf(p) }));
    const isMain = program === corpus[0]?.program;
    const expected: readonly Expected[] = [
      { contender: masks, beside: peer, ...(isMain ? { atLeast: 4000 } : {}) },
      { contender: whole, beside: peer, ...(isMain ? { atLeast: 2000 } : {}) },
      { contender: text, beside: peer },
      { contender: encoded, beside: peer, ...(isMain ? { atLeast: 20_000 } : {}) },
      { contender: closures, beside: peer },
      { contender: best, beside: peer },
      { contender: masks, beside: best, ...(isMain ? { atLeast: 2 } : {}) },
      { contender: encoded, beside: best, ...(isMain ? { atLeast: 15 } : {}) },
    ];
    rows.push(...(await rowsOf({ name: program, ruleSet, sent, ways: ["generated"] }, expected, limits)));
    rows.push(...garbageRows(program, compile(ruleSet, { ways: ["generated"] }), sent));
  }
  const ruleSet = manyCriteria(1000, 50, 1);
  const at = "2026-03-02";
  const sent = personsFor(ruleSet, limits.persons, 2).map((facts) => ({ facts: fromJson(facts), at }));
  const expected: readonly Expected[] = [
    { contender: masks, beside: peer, atLeast: 4000 },
    { contender: encoded, beside: peer, atLeast: 12_000 },
    { contender: whole, beside: peer },
    { contender: closures, beside: peer },
    { contender: best, beside: peer },
    { contender: encoded, beside: best },
  ];
  const ways: readonly Way[] = ["index", "generated"];
  rows.push(...(await rowsOf({ name: "1,000 criteria × 50 facts", ruleSet, sent, ways }, expected, limits)));
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
  expected: readonly Expected[],
  limits: Limits,
): Promise<readonly Row[]> {
  const compiled = compile(ruleSet, { ways });
  const plain = compile(ruleSet);
  const [way] = ways;
  if (compiled.way !== way) throw new Error(`${name} was compiled as ${compiled.way}`);
  const persons = sent.map((s) => readPerson(ruleSet, s.facts, s.at));
  const encodedPersons = sent.map((s) => compiled.encodeFacts(s.facts, s.at));
  const lowered = lower(ruleSet);
  const { ids, logic } = jsonLogicOf(ruleSet);
  const jsonLogic = new LogicEngine().build(logic) as (values: unknown) => readonly unknown[];
  const values = persons.map((p) => fromJson(plainValuesOf(p)));

  // Nothing is timed before all of them have given the right answers.
  for (const [n, { facts, at }] of sent.entries()) {
    const { result } = evaluate(ruleSet, facts, at);
    deepStrictEqual(compiled.runFacts(facts, at), result);
    deepStrictEqual(compiled.write(facts, at).json, JSON.stringify(result));
    deepStrictEqual(firedIn(compiled, facts, at), result.fired);
    deepStrictEqual(firedIn(plain, facts, at), result.fired);
    const partly = [...(persons[n]?.states.values() ?? [])].some((s) => s.kind === "partial");
    const said = jsonLogic(values[n]);
    if (!partly)
      deepStrictEqual(
        ids.filter((_, i) => said[i] === true),
        result.fired.filter((id) => ids.includes(id)),
      );
    if (n < 3)
      deepStrictEqual(
        await runJsonRules(lowered, ruleSet, persons[n] ?? readPerson(ruleSet, facts, at)),
        result,
      );
  }

  const contenders = [
    await contender(peer, persons, (person) => runJsonRules(lowered, ruleSet, person)),
    await contender(best, values, jsonLogic),
    await contender(masks, sent, (s) => compiled.masks(s.facts, s.at)),
    await contender(whole, sent, (s) => compiled.runFacts(s.facts, s.at)),
    await contender(text, sent, (s) => compiled.write(s.facts, s.at)),
    await contender(encoded, encodedPersons, (person) => compiled.masksOf(person)),
    await contender(closures, sent, (s) => plain.masks(s.facts, s.at)),
  ];
  const costs = await runRounds(contenders, limits);
  return expected.map(({ contender: who, beside, atLeast }): Row => {
    const [cost, reference] = [costs.get(who) ?? [], costs.get(beside) ?? []];
    const meaning = `× as fast as ${beside.split(",")[0]}`;
    return {
      workload: `compiled, ${name}`,
      contender: who,
      unit: "µs",
      value: median(cost),
      ratio: { value: medianRatio(reference, cost), meaning },
      ...(atLeast === undefined ? {} : { atLeast }),
    };
  });
}

function firedIn(compiled: Compiled, facts: Facts, at: string): readonly string[] {
  const { yes } = compiled.masks(facts, at);
  return compiled.criteria.filter((_, i) => (((yes[i >>> 5] ?? 0) >>> (i & 31)) & 1) === 1);
}

/** Bursts of whole passes over the persons. Only what is a promise is awaited. */
async function contender<P>(
  name: string,
  persons: readonly P[],
  run: (person: P) => unknown,
): Promise<Contender> {
  const pass = async (passes: number): Promise<number> => {
    const before = process.threadCpuUsage();
    for (let i = 0; i < passes; i++) {
      for (const person of persons) {
        const answer = run(person);
        if (answer instanceof Promise) await answer;
      }
    }
    const { user, system } = process.threadCpuUsage(before);
    return user + system;
  };
  let passes = 1;
  while ((await pass(passes)) < burst) passes *= 2;
  return { name, burst: async () => (await pass(passes)) / (passes * persons.length) };
}

function garbageRows(program: string, compiled: Compiled, sent: readonly Sent[]): readonly Row[] {
  const each = (run: (s: Sent) => unknown): number => {
    const work = (): void => {
      for (const s of sent) run(s);
    };
    for (let i = 0; i < 2000; i++) work();
    return garbageOf(work, sent.length);
  };
  const workload = `compiled, ${program}, garbage of an evaluation`;
  return [
    { workload, contender: masks, unit: "B", value: each((s) => compiled.masks(s.facts, s.at)), target: 256 },
    {
      workload,
      contender: whole,
      unit: "B",
      value: each((s) => compiled.runFacts(s.facts, s.at)),
      target: 1536,
    },
  ];
}
