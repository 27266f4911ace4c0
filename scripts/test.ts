// `pnpm test`: types, lint and format, then every test on a real database and in a real browser, and the benchmark in its
// quick form, where a wrong answer is a failure and a missed target is told. What the tests show of what is promised goes
// into the evidence page. The last line counts them all; a skipped test counts as a failure.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "../e2e/chromium.ts";
import { keepEvidence, summary } from "./assurance/keep.ts";
import { collectingIn, recorded } from "./assurance/run-record.ts";
import type { Counts } from "./count-reporter.ts";
import { run } from "./run.ts";
import { runVitest } from "./run-vitest.ts";

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const evidence = mkdtempSync(join(tmpdir(), "jumelage-evidence-"));
const evidenceFile = join(evidence, "runs.jsonl");
const byProject: Record<string, Counts> = {};
const failed: string[] = [];
const took: string[] = [];

async function stage<T>(title: string, work: () => Promise<T>): Promise<T> {
  process.stdout.write(`\n── ${title}\n`);
  const start = performance.now();
  const result = await work();
  took.push(`${Math.round((performance.now() - start) / 1000)} s: ${title}`);
  return result;
}

async function check(title: string, command: string, ...args: readonly string[]): Promise<boolean> {
  const passed = (await stage(title, () => run(command, args))) === 0;
  total[passed ? "passed" : "failed"] += 1;
  if (!passed) failed.push(title);
  return passed;
}

async function vitest(
  title: string,
  projects: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { counts, failures, files } = await stage(title, () =>
    runVitest({ projects, env: { ...env, ...collectingIn(evidenceFile) }, reporter: "dot" }),
  );
  failed.push(...failures);
  // Files run beside one another: what is told first is where time can be saved.
  for (const [name, seconds] of files.slice(0, 12)) took.push(`    ${Math.round(seconds)} s: ${name}`);
  for (const [project, count] of Object.entries(counts)) {
    byProject[project] = count;
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
  }
}

await check("types", "turbo", "run", "typecheck", "--output-logs=errors-only");
await check("types of the scripts", "tsc", "--noEmit", "-p", "scripts/tsconfig.json");
await check("lint", "oxlint", "--type-aware", "--deny-warnings");
await check("format", "oxfmt", "--check");
await vitest("units, differential and real faults", ["core", "unit", "db"]);
const built = await check("build", "turbo", "run", "build", "--output-logs=errors-only");
await vitest("the API on the embedded PostgreSQL and on an external one", ["api-embedded", "api-external"]);
if (built)
  await check("every contender answers alike, and what each costs", "node", "bench/main.ts", "--quick");
if (built) await vitest("the whole way in a browser", ["e2e"], { CHROMIUM_PATH: await findChromium() });

const kept = keepEvidence("quick", recorded(evidenceFile), { isPart: false });
rmSync(evidence, { recursive: true });
process.stdout.write(`\n── evidence\n${summary(kept.evidence)}\n${kept.page}\n\n`);
for (const [project, { passed, failed, skipped }] of Object.entries(byProject)) {
  process.stdout.write(
    `${project}: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
  );
}
const embedded = byProject["api-embedded"]?.passed ?? 0;
const external = byProject["api-external"]?.passed ?? 0;
process.stdout.write(
  `API tests: ${embedded} passed on the embedded PostgreSQL, ${external} on an external PostgreSQL (DATABASE_URL)\n`,
);
process.stdout.write(`${took.join("\n")}\n`);
for (const what of failed) process.stdout.write(`failed: ${what}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed + total.skipped} failed\n`);
process.exit(total.failed + total.skipped === 0 ? 0 : 1);
