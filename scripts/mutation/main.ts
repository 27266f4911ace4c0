// `pnpm mutation`: how many of Stryker's mutants of the engine, the prover and the SDK the tests notice, all of them or a
// sample. Every mutator counts and nothing is left out. Exit code 1 below 90 %.
import { readFileSync, writeFileSync } from "node:fs";
import { record } from "../assurance/run-record.ts";
import type { Asked, Said } from "./host.ts";
import { isIn, mutate, placeOf, type Mutant } from "./mutants.ts";
import { everything, readOptions, verifying, usage, type Options } from "./options.ts";
import { TrackRecord, inOrder, type TestFile } from "./order.ts";
import { asText, reportOf, type Report, type Tried } from "./report.ts";
import { Runner } from "./runner.ts";
import { spreadSample } from "./sample.ts";
import { isDetected } from "./score.ts";
import { runUnmutated } from "./unmutated.ts";

const least = 0.9;
/** A machine that others use too can be this much slower than when the tests ran unmutated. */
const timeLimit = (seconds: number): number => 30 + 5 * seconds;
/** As Stryker: a place run a hundred times more often than without the mutant is one that will not end. */
const hitLimit = (hits: number): number => Math.max(1000, 100 * hits);

const say = (message: string): void => void process.stderr.write(`${message}\n`);

async function main({
  folders,
  sample,
  seed,
  json,
  survivors,
  patience,
  tests: askedTests,
}: Options): Promise<boolean> {
  // All of them, whatever is asked for: what the tests run of them is kept for the next time.
  const { mutants, sources } = await mutate(everything);
  const wanted = mutants.filter(({ file }) => isIn(file, folders));
  if (wanted.length === 0) throw new RangeError(`no mutant in ${folders.join(", ")}`);
  const chosen = survivors === undefined ? wanted : survivorsAgain(wanted, survivors);
  const drawn = spreadSample(chosen, sample ?? chosen.length, seed);
  say(`${drawn.length} of ${chosen.length} mutants`);
  const runner = new Runner(sources);
  try {
    const isAsked = (test: string): boolean => askedTests === undefined || isIn(test, askedTests);
    const tests = await runUnmutated(runner, { mutants, isAsked, say });
    const tried = await tryAll(drawn, { runner, tests, patience });
    const report = reportOf(tried, chosen, seed);
    process.stdout.write(asText(report));
    recordEvidence(folders, report.total);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
    return report.total.share >= least;
  } finally {
    runner.close();
  }
}

/** For the evidence page, where it is what verifies that was asked about. */
function recordEvidence(folders: readonly string[], { share, tried }: Report["total"]): void {
  if (folders.join(" ") !== verifying.join(" ")) return;
  record({
    line: "mutants",
    by: `pnpm mutation ${folders.join(" ")} (${tried})`,
    kind: "mutation",
    passed: share >= least,
    asked: least * 100,
    reached: share * 100,
    seed: null,
    seconds: Math.round(process.uptime()),
  });
}

function survivorsAgain(mutants: readonly Mutant[], file: string): readonly Mutant[] {
  const { tried } = JSON.parse(readFileSync(file, "utf8")) as Report;
  const places = new Set(tried.filter(({ fate }) => !isDetected(fate)).map(placeOf));
  return mutants.filter((mutant) => places.has(placeOf(mutant)));
}

interface Way {
  readonly runner: Runner;
  readonly tests: readonly TestFile[];
  readonly patience: number;
}

async function tryAll(mutants: readonly Mutant[], way: Way): Promise<readonly Tried[]> {
  const record = new TrackRecord();
  const tried: Tried[] = [];
  for (const mutant of mutants) {
    const start = performance.now();
    const end = await tryOne(mutant, way, record);
    const seconds = (performance.now() - start) / 1000;
    tried.push({ ...mutant, ...end, seconds });
    say(
      `  ${tried.length}/${mutants.length} ${end.fate} ${seconds.toFixed(1)} s ${placeOf(mutant)} ${end.by ?? ""}`,
    );
  }
  return tried;
}

async function tryOne(
  mutant: Mutant,
  { runner, tests, patience }: Way,
  record: TrackRecord,
): Promise<Pick<Tried, "fate" | "by">> {
  const order = inOrder(mutant, tests, record);
  if (order.length === 0) return { fate: "no coverage", by: undefined };
  let left = patience;
  for (const { file, seconds, covered } of order) {
    if (left <= 0) break;
    left -= seconds;
    const on = { id: mutant.id, source: mutant.file, hitLimit: hitLimit(covered[mutant.id] ?? 0) };
    const said = await runInTime(runner, { test: file, mutant: on }, timeLimit(seconds));
    const detected = said === "timeout" || !said.passed;
    const known = record.of(file, mutant.file);
    known.met += 1;
    if (!detected) continue;
    known.killed += 1;
    const endless = said === "timeout" || said.failure?.includes("Hit count limit reached") === true;
    return { fate: endless ? "timeout" : "killed", by: file };
  }
  return { fate: "survived", by: undefined };
}

/** Out of time counts against the mutant only when the machine is no slower now than the limit supposes. */
async function runInTime(runner: Runner, asked: Asked, limit: number): Promise<Said | "timeout"> {
  const said = await runner.run(asked, limit);
  if (said !== "timeout") return said;
  const now = await runner.run({ test: asked.test, mutant: null }, 1800);
  const limitNow = now === "timeout" ? Number.POSITIVE_INFINITY : timeLimit(now.seconds);
  return limitNow <= limit ? "timeout" : runner.run(asked, Math.min(limitNow, 3600));
}

let options: Options | undefined;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  say(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 2;
}
if (options && !(await main(options))) process.exitCode = 1;
