// The rest of what the proof lab costs: seeding every fault of a program, ending a proof, and the decision diagrams that
// travel in a release, with their size.
import { buildDiagram, mutate, noticeQuestion } from "@jumelage/engine";
import { createSolver, crossChecks, prove, type Solver } from "@jumelage/prover";
import { corpus, type ParsedProgram } from "../corpus.ts";
import type { Row } from "../row.ts";
import { median } from "../statistics.ts";
import { syntheticRuleSet } from "../synthetic.ts";

const at = "2026-03-02";
const milliseconds = 60_000;

export interface LabLimits {
  readonly mutations: number;
  readonly cancels: number;
  /** Numbers of criteria for which a diagram is built. */
  readonly sizes: readonly number[];
}

export async function labRows({ mutations, cancels, sizes }: LabLimits): Promise<readonly Row[]> {
  const solver = await createSolver({ at });
  try {
    const rows: Row[] = [];
    for (const program of corpus) {
      rows.push(await mutationRow(solver, program, mutations));
      rows.push(...diagramRows(program));
    }
    for (const size of sizes) rows.push(...growthRow(size));
    const [first] = corpus;
    if (first) rows.push(...(await cancelRows(solver, first, cancels)));
    return rows;
  } finally {
    await solver.close();
  }
}

async function mutationRow(
  solver: Solver,
  { program, ruleSet, profiles }: ParsedProgram,
  times: number,
): Promise<Row> {
  const taken: number[] = [];
  let words = "";
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    const report = await mutate(ruleSet, profiles, {
      isEquivalent: (faulty) => solver.ask(noticeQuestion(ruleSet, faulty), { at, milliseconds }),
    });
    taken.push(performance.now() - start);
    words = `${report.seeded} faults, ${report.equivalent} proved equivalent`;
  }
  return {
    workload: `mutation of a whole program, ${program}`,
    contender: `${words}, median of ${times}`,
    unit: "ms",
    value: median(taken),
  };
}

/** Until the first word of progress, and from cancelling in the midst of a proof until it has ended. */
async function cancelRows(
  solver: Solver,
  { program, ruleSet }: ParsedProgram,
  times: number,
): Promise<readonly Row[]> {
  const firstWords: number[] = [];
  const ends: number[] = [];
  for (let i = 0; i < times; i++) {
    const stop = new AbortController();
    let cancelled = 0;
    let firstWord: number | undefined;
    const start = performance.now();
    await prove(ruleSet, {
      answerers: [solver, ...crossChecks()],
      at,
      milliseconds,
      signal: stop.signal,
      onProgress: ({ done }) => {
        firstWord ??= performance.now() - start;
        if (done !== 5) return;
        setTimeout(() => {
          cancelled = performance.now();
          stop.abort();
        }, 10);
      },
    });
    if (cancelled === 0) throw new Error("the proof ended before it was cancelled");
    ends.push(performance.now() - cancelled);
    firstWords.push(firstWord ?? Number.POSITIVE_INFINITY);
  }
  const workload = `a proof with all methods, ${program}`;
  const row = { workload, unit: "ms" };
  return [
    { ...row, contender: `first word of progress, longest of ${times}`, value: Math.max(...firstWords) },
    { ...row, contender: `cancelled until ended, longest of ${times}`, value: Math.max(...ends) },
  ];
}

function diagramRows({ program, ruleSet }: ParsedProgram): readonly Row[] {
  return ruleSet.decisions
    .filter((decision) => decision.kind === "one")
    .map(({ id }) => ({
      workload: `decision diagram, ${program}`,
      ...built(ruleSet, id),
    }));
}

function growthRow(size: number): readonly Row[] {
  const ruleSet = syntheticRuleSet(size);
  const { contender, ...row } = built(ruleSet, "way");
  return [{ workload: "growth: the decision diagram", contender: `${size} criteria: ${contender}`, ...row }];
}

function built(
  ruleSet: ParsedProgram["ruleSet"],
  decision: string,
): Pick<Row, "contender" | "unit" | "value"> {
  const start = performance.now();
  const diagram = buildDiagram(ruleSet, decision);
  const value = performance.now() - start;
  const words =
    "tooLarge" in diagram
      ? `none within ${diagram.tooLarge} nodes`
      : "unmodelled" in diagram
        ? "none: not modelled"
        : `${diagram.nodes.length} nodes, ${JSON.stringify(diagram).length} bytes`;
  return { contender: `${decision}, ${words}`, unit: "ms", value };
}
