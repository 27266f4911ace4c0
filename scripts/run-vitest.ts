// Runs projects of the tests and counts what happened; what ran nothing has not passed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Outcome } from "./count-reporter.ts";
import { run } from "./run.ts";

interface VitestOptions {
  readonly projects: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly reporter: "default" | "dot";
  /** Only tests with this tag. */
  readonly tag?: string;
  /** Only these files; all of the projects without. */
  readonly files?: readonly string[];
}

// Colours around every dot make a kept log ten times longer than what it says.
const plain = { NO_COLOR: "1", FORCE_COLOR: "0" };

/** What happened; a failure that no test shows counts with the first project. */
export async function runVitest(options: VitestOptions): Promise<Outcome> {
  const { projects, env, reporter, tag, files = [] } = options;
  const folder = mkdtempSync(join(tmpdir(), "jumelage-counts-"));
  const file = join(folder, "counts.json");
  const chosen = projects.flatMap((project) => ["--project", project]);
  const reporters = [reporter, "./scripts/count-reporter.ts", "./scripts/assurance/reporter.ts"].map(
    (name) => `--reporter=${name}`,
  );
  const tags = tag === undefined ? [] : [`--tags-filter=${tag}`];
  const code = await run("vitest", ["run", ...chosen, ...reporters, ...tags, ...files], {
    env: { ...(process.stdout.isTTY ? {} : plain), ...env, JUMELAGE_COUNTS_FILE: file },
  });
  const seen = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Outcome)
    : { counts: {}, failures: [], files: [] };
  rmSync(folder, { recursive: true });
  const counts = Object.fromEntries(
    projects.map((project) => {
      const count = seen.counts[project] ?? { passed: 0, failed: 0, skipped: 0 };
      const ranNothing = count.passed + count.failed === 0;
      return [project, { ...count, failed: count.failed + (ranNothing ? 1 : 0) }];
    }),
  );
  const [first] = Object.values(counts);
  if (first && code !== 0 && Object.values(counts).every((c) => c.failed === 0)) first.failed += 1;
  return { counts, failures: seen.failures, files: seen.files };
}
