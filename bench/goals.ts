// What has to be reached beside the others, line by line, as data. A line is judged by the rows that it names, and where
// several rows answer it, by the worst of them.
import { budgets } from "./budgets.ts";
import { isOf, type Bound, type Required, type Row } from "./row.ts";

/** One figure of a line. */
export interface Part extends Required {
  /** Better still; missing it is no miss. */
  readonly aimedAt?: Bound;
}

export interface Goal {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** The contenders of ours that lines are about. */
export const ours = {
  masks: "JSON → masks",
  result: "JSON → Result",
  encoded: "encoded → masks",
  kernel: "kernel, three-valued",
  resident: "kernel, one thread, from resident columns",
  edit: "a threshold edited → recompiled → transitions of everybody, p95 of the CPU time of the main thread",
  file: "CSV, from the file to the answers, one thread",
  request: "POST …/evaluate",
} as const;

const perPerson = /^compiled, autosoins-diriges \(.*json-rules-engine\)$/;
const many = /^compiled, 1,000 criteria × 50 facts \(.*json-rules-engine\)$/;
const best = /^beside the fastest other engine, two-valued, autosoins-diriges/;
const garbage = /^compiled, .*, garbage of an evaluation$/;
const cohort = (beside: string): RegExp =>
  new RegExp(`^cohort of [\\d,]+, autosoins-diriges ?\\(?.*${beside}`);

export const goals: readonly Goal[] = [
  {
    title:
      "program A, one JSON person → masks, against json-rules-engine 7.3 (one Engine per run, lowered rules)",
    parts: [{ workload: perPerson, contender: ours.masks, bound: { atLeast: 4000 } }],
  },
  {
    title: "the same → full Result object",
    parts: [{ workload: perPerson, contender: ours.result, bound: { atLeast: 2000 } }],
  },
  {
    title: "encoded person → masks",
    parts: [{ workload: perPerson, contender: ours.encoded, bound: { atLeast: 20_000 } }],
  },
  {
    title: "against the best other engine on its two-valued form, JSON → masks / encoded",
    parts: [
      { workload: best, contender: ours.masks, bound: { atLeast: 2 } },
      { workload: best, contender: ours.encoded, bound: { atLeast: 15 } },
    ],
  },
  {
    title: "1,000 criteria, with encoding / encoded, against json-rules-engine",
    parts: [
      { workload: many, contender: ours.masks, bound: { atLeast: 4000 } },
      { workload: many, contender: ours.encoded, bound: { atLeast: 12_000 } },
    ],
  },
  {
    title: "cohort kernel, three-valued, against memcpy of the bytes it touches",
    parts: [
      {
        workload: cohort("memcpy that reads and writes as many bytes"),
        contender: ours.kernel,
        bound: { atMost: 2 },
        aimedAt: { atMost: 1.5 },
      },
    ],
  },
  {
    title:
      "cohort of 1,000,000 from resident columns against DuckDB on two threads, same answers: facts as sent / encoded already",
    parts: [
      { workload: cohort("DuckDB from what was sent"), contender: ours.resident, bound: { atLeast: 100 } },
      { workload: cohort("DuckDB, encoded"), contender: ours.resident, bound: { atLeast: 100 } },
    ],
  },
  {
    title: "edit → recompiled → transitions of 1,000,000 persons, p95 in milliseconds",
    parts: [{ workload: cohort("$"), contender: ours.edit, bound: { atMost: 16 } }],
  },
  {
    title: "CSV of 1,000,000 rows to first answer, against DuckDB reading the same file",
    parts: [{ workload: cohort("DuckDB reading the file"), contender: ours.file, bound: { atMost: 2 } }],
  },
  {
    title: "POST /evaluate CPU against a no-op route of the same server, validation included",
    parts: [
      {
        workload: /^CPU per request, .*, same key and answer \(/,
        contender: ours.request,
        bound: { atMost: 1.4 },
      },
    ],
  },
  {
    title: "garbage per evaluation in bytes, masks / Result",
    parts: [
      { workload: garbage, contender: ours.masks, bound: { atMost: 256 } },
      { workload: garbage, contender: ours.result, bound: { atMost: 1536 } },
    ],
  },
];

/** What a row has to reach: by one of these lines, or by a budget. */
export function boundOf(row: Row): Bound | undefined {
  const required = [...goals.flatMap((goal) => goal.parts), ...budgets];
  return required.find((one) => isOf(row, one))?.bound;
}
