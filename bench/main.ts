// `pnpm bench`: every row measured, one after another; the table on standard output, progress on standard error. A wrong
// answer ends the run with exit code 1; a missed target is printed as such and is no failure of the command.
import { writeFileSync } from "node:fs";
import { run } from "../scripts/run.ts";
import { processTime } from "./cpu-time.ts";
import { readOptions, usage, type Options } from "./options.ts";
import { about, describeMachine, goalTable, jsonReport, summary, table, unmeasured } from "./report.ts";
import type { Row } from "./row.ts";
import { cohortRows } from "./workloads/cohort.ts";
import { coldStartRows } from "./workloads/cold-start.ts";
import { compiledRows } from "./workloads/compiled.ts";
import { consoleFirstLoadRows } from "./workloads/console-first-load.ts";
import { consoleSpeedRows } from "./workloads/console-speed.ts";
import { enumerateRows } from "./workloads/enumerate.ts";
import { evaluatePersonRows } from "./workloads/evaluate-person.ts";
import { evaluateRequestRows } from "./workloads/evaluate-request.ts";
import { keystrokeRows } from "./workloads/keystroke.ts";
import { labRows } from "./workloads/lab.ts";
import { peerRows } from "./workloads/peers.ts";
import { proveRows } from "./workloads/prove.ts";

interface Part {
  readonly title: string;
  readonly rows: () => readonly Row[] | Promise<readonly Row[]>;
}

function partsOf({ quick, browser }: Options): readonly Part[] {
  const persons = quick
    ? { atLeast: 3, atMost: 9, seconds: 1, everyNth: 4, burst: 20_000 }
    : { atLeast: 9, atMost: 41, seconds: 5, everyNth: 1, burst: 60_000 };
  const compiled = quick
    ? { atLeast: 3, atMost: 9, seconds: 1, persons: 10, burst: 15_000 }
    : { atLeast: 9, atMost: 41, seconds: 8, persons: 40, burst: 60_000 };
  const peers = quick
    ? { atLeast: 3, atMost: 9, seconds: 1, persons: 10, burst: 15_000, sizes: [10, 100] }
    : { atLeast: 7, atMost: 41, seconds: 8, persons: 40, burst: 60_000, sizes: [10, 100, 1000, 10_000] };
  const requests = quick
    ? { atLeast: 9, atMost: 25, seconds: 2, requests: 200 }
    : { atLeast: 15, atMost: 101, seconds: 25, requests: 200 };
  return [
    { title: "evaluating one person", rows: () => evaluatePersonRows(persons) },
    { title: "the compiled form", rows: () => compiledRows(compiled) },
    { title: "one person by every engine", rows: () => peerRows(peers) },
    {
      title: "a cohort at once",
      rows: () =>
        cohortRows(
          quick
            ? {
                persons: 50_000,
                kernel: { atLeast: 9, atMost: 21, seconds: 1 },
                duckDb: { atLeast: 2, atMost: 2, seconds: 2 },
                edits: 20,
                sizes: [1e3, 1e4, 5e4],
              }
            : {
                persons: 1_000_000,
                kernel: { atLeast: 31, atMost: 101, seconds: 8 },
                duckDb: { atLeast: 3, atMost: 7, seconds: 30 },
                edits: 100,
                sizes: [1e3, 1e4, 1e5, 1e6, 1e7],
              },
        ),
    },
    { title: "evaluating over HTTP", rows: () => evaluateRequestRows(requests) },
    {
      title: "proofs for everybody",
      rows: () =>
        proveRows(
          quick
            ? { programs: 1, proofs: 1, differences: 1, sizes: [10, 50] }
            : { programs: 2, proofs: 5, differences: 5, sizes: [10, 50, 100, 250, 500] },
        ),
    },
    {
      title: "the rest of the proof lab",
      rows: () =>
        labRows(
          quick
            ? { mutations: 1, cancels: 2, sizes: [10, 50] }
            : { mutations: 3, cancels: 5, sizes: [10, 50, 100, 250, 500] },
        ),
    },
    { title: "the console's first load", rows: consoleFirstLoadRows },
    { title: "every class of persons", rows: () => enumerateRows(quick ? 9 : 21) },
    { title: "starting the server", rows: () => coldStartRows(quick ? 1 : 3) },
    ...(browser
      ? [
          { title: "keystrokes in a browser", rows: () => keystrokeRows(quick ? 40 : 80) },
          {
            title: "a large program in a browser",
            rows: () =>
              consoleSpeedRows(
                quick
                  ? { strokes: 40, rounds: 2, scrollSeconds: 4 }
                  : { strokes: 200, rounds: 6, scrollSeconds: 10 },
              ),
          },
        ]
      : []),
  ];
}

const say = (message: string): boolean => process.stderr.write(`${message}\n`);

async function main(options: Options): Promise<void> {
  say("building the console and the server (nothing when unchanged)…");
  const build = ["run", "build", "--output-logs=errors-only", "--log-order=grouped"];
  if ((await run("turbo", build, { quietStdout: true })) !== 0) throw new Error("the build failed");
  const machine = describeMachine();
  const rows: Row[] = [];
  for (const { title, rows: measure } of partsOf(options).filter((part) =>
    part.title.includes(options.only),
  )) {
    say(`${title}…`);
    const [start, cpu] = [performance.now(), processTime()];
    rows.push(...(await measure()));
    const seconds = [(performance.now() - start) / 1000, (processTime() - cpu) / 1e6];
    say(`  ${seconds.map((s) => s.toFixed(1)).join(" s, of the processors ")} s`);
  }
  process.stdout.write([about(machine), table(rows), summary(rows), goalTable(rows), ""].join("\n\n"));
  if (options.json !== undefined) writeFileSync(options.json, jsonReport(machine, rows));
  const missing = options.only === "" ? unmeasured(rows) : [];
  if (missing.length > 0) throw new Error(`no row answers these lines: ${missing.join("; ")}`);
}

let options: Options | undefined;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  say(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 2;
}
if (options) {
  try {
    await main(options);
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}
