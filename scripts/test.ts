// `pnpm test`: types, lint and format, then every test on a real database and in a real browser. The last line
// counts them all; a skipped test counts as a failure.
import { mkdtempSync, readFileSync, rmSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "../e2e/chromium.ts";
import type { Counts } from "./count-reporter.ts";
import { run } from "./run.ts";

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const byProject: Record<string, Counts> = {};

async function check(title: string, command: string, ...args: readonly string[]): Promise<boolean> {
  process.stdout.write(`\n── ${title}\n`);
  const passed = (await run(command, args)) === 0;
  total[passed ? "passed" : "failed"] += 1;
  return passed;
}

async function vitest(
  title: string,
  projects: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  process.stdout.write(`\n── ${title}\n`);
  const folder = mkdtempSync(join(tmpdir(), "jumelage-counts-"));
  const file = join(folder, "counts.json");
  const chosen = projects.flatMap((project) => ["--project", project]);
  const reporters = ["--reporter=dot", "--reporter=./scripts/count-reporter.ts"];
  const code = await run("vitest", ["run", ...chosen, ...reporters], {
    env: { ...env, JUMELAGE_COUNTS_FILE: file },
  });
  const counts = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, Counts>) : {};
  rmSync(folder, { recursive: true });
  for (const project of projects) {
    const count = counts[project] ?? { passed: 0, failed: 0, skipped: 0 };
    byProject[project] = count;
    total.passed += count.passed;
    total.failed += count.failed;
    total.skipped += count.skipped;
    // A project that ran nothing shows nothing, so it has not passed.
    if (count.passed + count.failed === 0) total.failed += 1;
  }
  if (code !== 0 && projects.every((p) => (byProject[p]?.failed ?? 0) === 0)) total.failed += 1;
}

await check("types", "turbo", "run", "typecheck", "--output-logs=errors-only");
await check("types of the scripts", "tsc", "--noEmit", "-p", "scripts/tsconfig.json");
await check("lint", "oxlint", "--type-aware", "--deny-warnings");
await check("format", "oxfmt", "--check");
await vitest("units, differential and real faults", ["unit", "db"]);
const built = await check("build", "turbo", "run", "build", "--output-logs=errors-only");
await vitest("the API on the embedded PostgreSQL and on an external one", ["api-embedded", "api-external"]);
if (built) await vitest("the whole way in a browser", ["e2e"], { CHROMIUM_PATH: await findChromium() });

process.stdout.write("\n");
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
process.stdout.write(`${total.passed} passed, ${total.failed + total.skipped} failed\n`);
process.exit(total.failed + total.skipped === 0 ? 0 : 1);
