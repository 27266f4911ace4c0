// What the proof lab costs once its solver is loaded: the proof of everything a program claims, the difference that one
// edit makes for everybody, the laws over the whole rule set, and how each grows with the number of criteria.
import { breaksClaim, type RuleSet } from "@jumelage/engine";
import {
  compareAll,
  createSolver,
  crossChecks,
  findFaults,
  prove,
  type Method,
  type Solver,
} from "@jumelage/prover";
import { corpus } from "../corpus.ts";
import type { Row } from "../row.ts";
import { median, quantile } from "../statistics.ts";
import { syntheticRuleSet, withThresholdRaised } from "../synthetic.ts";

const at = "2026-03-02";
/** More than any question may take in the console. */
const milliseconds = 60_000;

export interface ProveLimits {
  /** How many of the reference programs, from the first. */
  readonly programs: number;
  /** Proofs of a whole program. */
  readonly proofs: number;
  /** Times that every edit is compared. */
  readonly differences: number;
  readonly sizes: readonly number[];
}

/** Measures the lab with the solver; throws when something that holds is not proved. */
export async function proveRows(limits: ProveLimits): Promise<readonly Row[]> {
  const solver = await createSolver({ at });
  try {
    const rows: Row[] = [];
    for (const { program, ruleSet } of corpus.slice(0, limits.programs)) {
      for (const answerers of [[solver], [solver, ...crossChecks()]])
        rows.push(await proofRow(answerers, program, { ruleSet, times: limits.proofs }));
      rows.push(...(await differenceRows(solver, program, { ruleSet, times: limits.differences })));
      const { ms } = await findFaults(ruleSet, { answerer: solver, at, milliseconds });
      rows.push({
        workload: `laws over a whole rule set, ${program}`,
        contender: "solver",
        unit: "ms",
        value: ms,
      });
    }
    for (const size of limits.sizes) rows.push(...(await growthRows(solver, size)));
    return rows;
  } finally {
    await solver.close();
  }
}

async function proofRow(
  answerers: readonly Method[],
  program: string,
  { ruleSet, times }: { readonly ruleSet: RuleSet; readonly times: number },
): Promise<Row> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) taken.push(await proofTime(answerers, ruleSet));
  return {
    workload: `prove all properties and standard checks, ${program}`,
    contender: `${answerers.map((a) => a.method).join(", ")}: median of ${times}`,
    unit: "ms",
    value: median(taken),
  };
}

async function proofTime(answerers: readonly Method[], ruleSet: RuleSet): Promise<number> {
  const start = performance.now();
  const report = await prove(ruleSet, { answerers, at, milliseconds });
  const failed = report.properties.filter((p) => p.status !== "proved");
  if (failed.length > 0) throw new Error(`not proved: ${failed.map((p) => p.id).join(", ")}`);
  return performance.now() - start;
}

async function differenceRows(
  solver: Solver,
  program: string,
  { ruleSet, times }: { readonly ruleSet: RuleSet; readonly times: number },
): Promise<readonly Row[]> {
  const edits = thresholdEdits(ruleSet);
  const taken: number[] = [];
  for (let i = 0; i < times; i++)
    for (const head of edits) taken.push(await differenceTime(solver, ruleSet, head));
  const workload = `difference for everybody of a one-threshold edit, ${program}`;
  const contender = `solver, ${edits.length} edits, ${times} times`;
  return [
    { workload, contender: `${contender}: p95`, unit: "ms", value: quantile(taken, 0.95) },
    { workload, contender: `${contender}: median`, unit: "ms", value: median(taken) },
  ];
}

async function differenceTime(solver: Solver, base: RuleSet, head: RuleSet): Promise<number> {
  const report = await compareAll(base, head, { answerer: solver, at, milliseconds });
  if (report.status !== "complete" || report.equivalent) throw new Error("an edit that makes no difference");
  return report.ms;
}

/** Every parameter one up and one down; where there is none, every enum that a criterion tests for one value. */
function thresholdEdits(ruleSet: RuleSet): readonly RuleSet[] {
  const edited = (change: (copy: RuleSet) => void): RuleSet => {
    const copy = structuredClone(ruleSet);
    change(copy);
    return copy;
  };
  const parameters = ruleSet.parameters.flatMap(({ id }) =>
    [1, -1].map((step) =>
      edited((copy) => copy.parameters.filter((p) => p.id === id).forEach((p) => (p.value += step))),
    ),
  );
  if (parameters.length > 0) return parameters;
  return ruleSet.criteria.flatMap(({ id, when, shadowedOnPurpose }) => {
    if (shadowedOnPurpose !== undefined || !("fact" in when) || typeof when.value !== "string") return [];
    const fact = ruleSet.facts.find((f) => f.id === when.fact && f.type === "enum");
    const values = (fact?.values ?? []).map((v) => v.id);
    const [place, leaf] = [values.indexOf(when.value), when];
    const neighbour = values[place - 1] ?? values[place + 1];
    if (neighbour === undefined) return [];
    return [
      edited((copy) =>
        copy.criteria.filter((c) => c.id === id).forEach((c) => (c.when = { ...leaf, value: neighbour })),
      ),
    ];
  });
}

async function growthRows(solver: Solver, size: number): Promise<readonly Row[]> {
  const ruleSet = syntheticRuleSet(size);
  const contender = `${size} criteria`;
  const start = performance.now();
  for (const { claim } of ruleSet.properties) {
    const answer = await solver.ask(breaksClaim(ruleSet, claim), { milliseconds });
    if (answer.status !== "nobody") throw new Error(`not proved at ${size} criteria`);
  }
  const proof = performance.now() - start;
  const difference = await compareAll(ruleSet, withThresholdRaised(ruleSet), {
    answerer: solver,
    at,
    milliseconds,
  });
  if (difference.status !== "complete") throw new Error(`not compared at ${size} criteria`);
  return [
    { workload: `growth: the ${ruleSet.properties.length} properties`, contender, unit: "ms", value: proof },
    { workload: "growth: a one-threshold edit", contender, unit: "ms", value: difference.ms },
  ];
}
