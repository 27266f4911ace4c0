// Evaluating one person: every evaluator of the engine beside json-rules-engine, in one process. The cost is the CPU
// time of the main thread, which being set aside for others does not change.
import { deepStrictEqual } from "node:assert/strict";
import { compile, evaluate, evaluatePerson, readPerson, type Result } from "@jumelage/engine";
import { lower, runJsonRules } from "@jumelage/engine/json-rules-engine";
import { inBurstsOf } from "../bursts.ts";
import { at } from "../contenders/contender.ts";
import { corpus, dayOf, personOf, type ParsedProgram } from "../corpus.ts";
import { runRounds, type Contender, type Limits } from "../rounds.ts";
import type { Row } from "../row.ts";
import { median, medianRatio } from "../statistics.ts";

const peer = "json-rules-engine, a new Engine each run";

/** A way to the answer for the n-th profile. */
interface Way {
  readonly name: string;
  readonly run: (n: number) => Result | Promise<Result>;
}

/** @param limits `everyNth`: of the profiles one in so many is timed; the answers are compared for all of them */
export async function evaluatePersonRows(
  limits: Limits & { readonly everyNth: number; readonly burst: number },
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const program of corpus) {
    const timed = [...program.profiles.keys()].filter((n) => n % limits.everyNth === 0);
    for (const [from, ways] of Object.entries(waysOf(program))) {
      const workload = `evaluate one person, ${program.program}, from ${from}`;
      await assertAgreement(program, ways);
      const contenders: Contender[] = [];
      for (const { name, run } of ways)
        contenders.push(
          await inBurstsOf(limits.burst, { name, persons: timed.length, run: (i) => run(at(timed, i)) }),
        );
      const costs = await runRounds(contenders, limits);
      const reference = costs.get(peer) ?? [];
      for (const [contender, cost] of costs) {
        const ratio = { value: medianRatio(reference, cost), meaning: "× as fast as json-rules-engine" };
        rows.push({ workload, contender, unit: "µs", value: median(cost), ratio });
      }
    }
  }
  return rows;
}

/** From the facts a caller sends, and from a person already read, which leaves the evaluators alone. */
function waysOf({ ruleSet, profiles }: ParsedProgram): Readonly<Record<string, readonly Way[]>> {
  const sent = profiles.map((p) => ({ facts: p.facts, at: dayOf(p) }));
  const persons = profiles.map((p) => personOf(ruleSet, p));
  const compiled = compile(ruleSet);
  const encoded = persons.map((p) => compiled.encode(p));
  const lowered = lower(ruleSet);
  const read = (n: number) => readPerson(ruleSet, at(sent, n).facts, at(sent, n).at);
  return {
    facts: [
      { name: peer, run: (n) => runJsonRules(lowered, ruleSet, read(n)) },
      {
        name: "evaluate, with its trace",
        run: (n) => evaluate(ruleSet, at(sent, n).facts, at(sent, n).at).result,
      },
      { name: "compile().run", run: (n) => compiled.run(read(n)) },
    ],
    "a person already read": [
      { name: peer, run: (n) => runJsonRules(lowered, ruleSet, at(persons, n)) },
      { name: "evaluate, with its trace", run: (n) => evaluatePerson(ruleSet, at(persons, n)).result },
      { name: "compile().run", run: (n) => compiled.run(at(persons, n)) },
      { name: "compile().runEncoded", run: (n) => compiled.runEncoded(at(encoded, n)) },
    ],
  };
}

async function assertAgreement(program: ParsedProgram, ways: readonly Way[]): Promise<void> {
  for (const [n, profile] of program.profiles.entries()) {
    const { result } = evaluate(program.ruleSet, profile.facts, dayOf(profile));
    for (const way of ways)
      deepStrictEqual(await way.run(n), result, `${way.name} answers otherwise for ${profile.id}`);
  }
}
