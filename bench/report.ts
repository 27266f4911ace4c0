// The rows as people and machines read them.
import { cpus, loadavg, totalmem } from "node:os";
import { z } from "zod";
import { boundOf, goals, type Part } from "./goals.ts";
import { fullName, isOf, isReached, judgedValue, type Bound, type Row } from "./row.ts";

export interface Machine {
  readonly cpus: number;
  readonly model: string;
  readonly memoryGiB: number;
  readonly platform: string;
  readonly node: string;
  /** Processes that wanted to run, averaged over the minute before the first row. */
  readonly load: number;
  readonly date: string;
}

export function describeMachine(): Machine {
  const all = cpus();
  return {
    cpus: all.length,
    model: all[0]?.model ?? "unknown",
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    load: loadavg()[0] ?? 0,
    date: new Date().toISOString().slice(0, 10),
  };
}

/** The JSON of `--json`. What a ratio is compared with stands behind the name of the workload. */
export function jsonReport(machine: Machine, rows: readonly Row[]): string {
  const plain = rows.map((row) => ({
    workload: fullName(row),
    contender: row.contender,
    unit: row.unit,
    value: row.value,
    ratio: row.ratio?.value ?? null,
  }));
  return `${JSON.stringify({ machine, rows: plain }, null, 2)}\n`;
}

/** @throws an error that says what is wrong with a file that is no such JSON */
export function readReport(json: string): { readonly machine: Machine; readonly rows: readonly Row[] } {
  const { machine, rows } = reportSchema.parse(JSON.parse(json));
  return {
    machine,
    rows: rows.map(({ ratio, workload, ...row }) => {
      if (ratio === null) return { workload, ...row };
      const at = workload.lastIndexOf(" (");
      return {
        ...row,
        workload: workload.slice(0, at),
        ratio: { value: ratio, meaning: workload.slice(at + 2, -1) },
      };
    }),
  };
}

const reportSchema = z.strictObject({
  machine: z.strictObject({
    cpus: z.number(),
    model: z.string(),
    memoryGiB: z.number(),
    platform: z.string(),
    node: z.string(),
    load: z.number(),
    date: z.string(),
  }),
  rows: z.array(
    z.strictObject({
      workload: z.string(),
      contender: z.string(),
      unit: z.string(),
      value: z.number(),
      ratio: z.number().nullable(),
    }),
  ),
});

/** Where and when it was measured, on one line. */
export function about({ cpus: count, memoryGiB, platform, node, load, date }: Machine): string {
  return `${date} · ${count} CPUs · ${memoryGiB} GiB · ${platform} · Node ${node} · load ${load.toFixed(1)} at the start`;
}

/** Every row, in Markdown. */
export function table(rows: readonly Row[]): string {
  return drawn([
    ["workload", "contender", "value", "ratio", "target"],
    ...rows.map((row) => [
      row.workload,
      row.contender,
      `${written(row.value)} ${row.unit}`,
      row.ratio === undefined ? "" : `${written(row.ratio.value)} ${row.ratio.meaning}`,
      verdictOf(row),
    ]),
  ]);
}

/** What has to be reached beside the others, a line each, in Markdown. */
export function goalTable(rows: readonly Row[]): string {
  return drawn([
    ["must reach", "target", "measured", "verdict"],
    ...goals.map((goal) => {
      const parts = goal.parts.map((part) => ({ part, row: worstOf(rows, part) }));
      const list = (cells: readonly string[]): string => cells.join("; ");
      return [
        goal.title,
        list(parts.map(({ part }) => boundText(part.bound) + aimText(part))),
        list(parts.map(({ row }) => (row ? `${written(judgedValue(row))}${sizeText(row)}` : "–"))),
        goalVerdict(parts),
      ];
    }),
  ]);
}

/** Lines without a row, by their titles. */
export function unmeasured(rows: readonly Row[]): readonly string[] {
  return goals.filter((g) => g.parts.some((p) => worstOf(rows, p) === undefined)).map((g) => g.title);
}

export function summary(rows: readonly Row[]): string {
  const judged = rows.flatMap((row) => {
    const bound = boundOf(row);
    return bound === undefined ? [] : [{ row, isReached: isReached(judgedValue(row), bound) }];
  });
  const missed = judged.filter((one) => !one.isReached);
  const names = missed.map(({ row }) => `${fullName(row)}: ${row.contender}`).join("; ");
  return `${judged.length} targets, ${missed.length} missed${missed.length > 0 ? `: ${names}` : ""}`;
}

type Judged = readonly { readonly part: Part; readonly row: Row | undefined }[];

function goalVerdict(parts: Judged): string {
  if (parts.every(({ row }) => row === undefined)) return "not measured";
  const missed = parts.flatMap(({ part, row }) =>
    row && !isReached(judgedValue(row), part.bound) ? [written(judgedValue(row))] : [],
  );
  if (missed.length > 0) return `MISSED: ${missed.join("; ")}`;
  const isShort = parts.some(
    ({ part, row }) => row && part.aimedAt && !isReached(judgedValue(row), part.aimedAt),
  );
  return isShort ? "reached, not what is aimed at" : "reached";
}

function worstOf(rows: readonly Row[], part: Part): Row | undefined {
  const isWorse = (one: Row, other: Row): boolean =>
    "atLeast" in part.bound ? judgedValue(one) < judgedValue(other) : judgedValue(one) > judgedValue(other);
  return rows
    .filter((row) => isOf(row, part))
    .reduce<Row | undefined>((worst, row) => (!worst || isWorse(row, worst) ? row : worst), undefined);
}

/** A smaller cohort than the one that the line is about is said to be. */
function sizeText(row: Row): string {
  const size = /^cohort of ([\d,]+),/.exec(row.workload)?.[1];
  return size === undefined || size === "1,000,000" ? "" : ` (${size} persons)`;
}

function boundText(bound: Bound): string {
  return "atLeast" in bound
    ? `≥ ${bound.atLeast.toLocaleString("en")}`
    : `≤ ${bound.atMost.toLocaleString("en")}`;
}

function aimText({ aimedAt }: Part): string {
  return aimedAt === undefined ? "" : `, ${boundText(aimedAt)} aimed at`;
}

function verdictOf(row: Row): string {
  const bound = boundOf(row);
  if (bound === undefined) return "";
  const unit = row.ratio === undefined ? ` ${row.unit}` : "";
  return `${boundText(bound)}${unit}: ${isReached(judgedValue(row), bound) ? "reached" : "MISSED"}`;
}

function written(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function drawn(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0))) ?? [];
  const rows = lines.map((line) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`);
  rows.splice(1, 0, `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`);
  return rows.join("\n");
}
