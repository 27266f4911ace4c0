// One person by every rule engine a user could pick, in one process, each in its own words and with persons laid out as it
// likes them: the two-valued criteria of both programs and of 1,000 criteria over 50 facts, for persons of whom every fact
// is known. Ours stays three-valued. And growth, from 10 criteria to 10,000.
import { deepStrictEqual } from "node:assert/strict";
import { compile, type Facts, type RuleSet, type Way } from "@jumelage/engine";
import { inBurstsOf } from "../bursts.ts";
import { byHand } from "../contenders/by-hand.ts";
import { cedar } from "../contenders/cedar.ts";
import { cel } from "../contenders/cel.ts";
import type { Prepare, Prepared } from "../contenders/contender.ts";
import { jsonLogicEngine, jsonLogicJs } from "../contenders/json-logic.ts";
import { jsonRulesEngine } from "../contenders/json-rules-engine.ts";
import { jumelage, jumelageNames } from "../contenders/jumelage.ts";
import { zenEngine } from "../contenders/zen-engine.ts";
import { corpus, dayOf } from "../corpus.ts";
import { ours } from "../goals.ts";
import { knownPersons } from "../known-persons.ts";
import { manyCriteria } from "../many-criteria.ts";
import { runRounds, type Limits } from "../rounds.ts";
import type { Ratio, Row } from "../row.ts";
import { median, medianRatio } from "../statistics.ts";
import { twoValued, type Values } from "../two-valued.ts";

export interface PeerLimits extends Limits {
  /** The least CPU time of a burst, in microseconds. */
  readonly burst: number;
  /** Persons made up for many criteria. */
  readonly persons: number;
  /** Numbers of criteria, for growth. */
  readonly sizes: readonly number[];
}

const engines: readonly Prepare[] = [
  jsonRulesEngine,
  cedar,
  zenEngine,
  jsonLogicJs,
  cel,
  jsonLogicEngine,
  byHand,
];
const day = "2026-03-02";
const many: readonly Way[] = ["index", "generated"];

interface Subject {
  readonly workload: string;
  readonly ruleSet: RuleSet;
  readonly persons: readonly Values[];
  readonly ways: readonly Way[];
  readonly engines: readonly Prepare[];
}

export async function peerRows(limits: PeerLimits): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { program, ruleSet, profiles } of corpus) {
    const sent = profiles.map((p) => ({ facts: p.facts, at: dayOf(p) }));
    const persons = knownPersons(ruleSet, sent, 1);
    const workload = `one person, two-valued, ${program}`;
    rows.push(...(await rowsOf({ workload, ruleSet, persons, ways: ["generated"], engines }, limits)));
  }
  const workload = "one person, two-valued, 1,000 criteria × 50 facts";
  rows.push(...(await rowsOf({ workload, engines, ...ofCriteria(1000, limits.persons) }, limits)));
  for (const size of limits.sizes) {
    const grown = `growth of the criteria, two-valued, ${size.toLocaleString("en")} × 50 facts`;
    const some = size > 1000 ? [jsonLogicEngine] : [jsonRulesEngine, zenEngine, jsonLogicEngine];
    const subject = { workload: grown, engines: some, ...ofCriteria(size, limits.persons) };
    rows.push(...(await rowsOf(subject, { ...limits, seconds: limits.seconds / 2 })));
  }
  return rows;
}

function ofCriteria(count: number, persons: number): Pick<Subject, "ruleSet" | "persons" | "ways"> {
  const ruleSet = manyCriteria(count, 50, 1);
  const nothingSaid = Array.from({ length: persons }, () => ({ facts: {}, at: day }));
  return { ruleSet, persons: knownPersons(ruleSet, nothingSaid, 2), ways: many };
}

async function rowsOf(subject: Subject, limits: PeerLimits): Promise<readonly Row[]> {
  const { workload, ruleSet, persons } = subject;
  const form = twoValued(ruleSet);
  const own = jumelage(compile(ruleSet, { ways: subject.ways }), persons satisfies readonly Facts[], day);
  const peers = subject.engines.flatMap((prepare) => prepare(form, persons));
  const ids = new Set(form.criteria.map((c) => c.id));
  await assertAgreement(workload, [...own, ...peers], { persons: persons.length, ids });
  const contenders = [];
  for (const { name, run, hasThreads = false } of [...peers, ...own])
    contenders.push(await inBurstsOf(limits.burst, { name, persons: persons.length, run, hasThreads }));
  const costs = await runRounds(contenders, limits);
  const costOf = (name: string): readonly number[] => costs.get(name) ?? [];
  const row = (name: string): Row => ({ workload, contender: name, unit: "µs", value: median(costOf(name)) });
  const ratio = (value: number, meaning: string): Ratio => ({ value, meaning });
  const rivals = peers.filter(({ isEngine = true }) => isEngine).map(({ name }) => name);
  const best = rivals.reduce((one, other) => (median(costOf(other)) < median(costOf(one)) ? other : one));
  return [
    ...[...peers, ...own].map(({ name }) => ({
      ...row(name),
      ratio: ratio(
        medianRatio(costOf(name), costOf(jumelageNames.masks)),
        "× the time of Jumelage, JSON → masks",
      ),
    })),
    ...Object.entries(jumelageNames).map(([form, name]) => ({
      ...row(name),
      workload: `beside the fastest other engine, ${workload.replace("one person, ", "")}`,
      contender: form === "masks" ? ours.masks : ours.encoded,
      ratio: ratio(medianRatio(costOf(best), costOf(name)), `× as fast as ${best}`),
    })),
  ];
}

/** Nothing is timed before all of them have given the same answers, for every person. */
async function assertAgreement(
  workload: string,
  contenders: readonly Prepared[],
  { persons, ids }: { readonly persons: number; readonly ids: ReadonlySet<string> },
): Promise<void> {
  const [first, ...others] = contenders;
  if (!first) throw new Error("no contender");
  for (let n = 0; n < persons; n++) {
    const expected: readonly string[] = first.holding(first.run(n)).filter((id) => ids.has(id));
    for (const { name, run, holding } of others) {
      const said = holding(await run(n)).filter((id) => ids.has(id));
      deepStrictEqual(said, expected, `${workload}: ${name} answers otherwise for person ${n}`);
    }
  }
}
