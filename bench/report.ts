// The rows as people and machines read them.
import { cpus, loadavg, totalmem } from "node:os";
import { reaches, type Row } from "./row.ts";

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

/** The JSON of `--json`. */
export function jsonReport(machine: Machine, rows: readonly Row[]): string {
  const plain = rows.map(({ workload, contender, unit, value, ratio }) => ({
    workload,
    contender,
    unit,
    value,
    ratio: ratio?.value ?? null,
  }));
  return `${JSON.stringify({ machine, rows: plain }, null, 2)}\n`;
}

/** The table of standard output, in Markdown. */
export function table(machine: Machine, rows: readonly Row[]): string {
  const lines = [
    ["workload", "contender", "value", "ratio", "target"],
    ...rows.map((row) => [
      row.workload,
      row.contender,
      `${written(row.value)} ${row.unit}`,
      ratioOf(row),
      verdictOf(row),
    ]),
  ];
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0))) ?? [];
  const drawn = lines.map((line) => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(" | ")} |`);
  drawn.splice(1, 0, `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`);
  const { cpus: count, memoryGiB, platform, node, load, date } = machine;
  const about = `${date} · ${count} CPUs · ${memoryGiB} GiB · ${platform} · Node ${node} · load ${load.toFixed(1)} at the start`;
  return [about, "", ...drawn, "", summary(rows), ""].join("\n");
}

function written(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function ratioOf({ ratio }: Row): string {
  return ratio === undefined ? "" : `${written(ratio.value)} ${ratio.meaning}`;
}

function verdictOf(row: Row): string {
  const reached = reaches(row);
  if (reached === undefined) return "";
  const bound = row.target === undefined ? `≥ ${row.atLeast}` : `≤ ${row.target}`;
  return `${bound}${row.ratio === undefined ? ` ${row.unit}` : ""}: ${reached ? "reached" : "MISSED"}`;
}

function summary(rows: readonly Row[]): string {
  const judged = rows.filter((row) => reaches(row) !== undefined);
  const missed = judged.filter((row) => reaches(row) === false);
  const names = missed.map((row) => `${row.workload} (${row.contender})`).join(", ");
  return `${judged.length} targets, ${missed.length} missed${missed.length > 0 ? `: ${names}` : ""}`;
}
