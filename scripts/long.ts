// `pnpm test:long`: the tests that let chance decide, with many more cases (JUMELAGE_LONG=1). Given names of files, only
// those. The last line counts them; a skipped test counts as a failure.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectOf } from "./assurance/lines.ts";
import type { Counts } from "./count-reporter.ts";
import { root } from "./run.ts";
import { runVitest } from "./run-vitest.ts";

const asked = process.argv.slice(2);
const files = globSync(
  ["packages/{engine,prover,cohort,db,sdk}/{src,test}/**/*.test.ts", "apps/server/test/*.test.ts"],
  {
    cwd: root,
  },
)
  .filter((file) => readFileSync(join(root, file), "utf8").match(/\b(?:howMany|shareOf)\(/))
  .filter((file) => asked.length === 0 || asked.some((name) => file.includes(name)))
  .toSorted();
if (files.length === 0) {
  process.stderr.write(`No test with many cases is named like this: ${asked.join(", ")}\n`);
  process.exit(1);
}
process.stdout.write(`${files.join("\n")}\n`);
const projects = new Set(files.map(projectOf));
const { counts, failures } = await runVitest({
  projects: [...projects],
  env: { JUMELAGE_LONG: "1" },
  reporter: "default",
  files,
});
const sum = (what: keyof Counts): number => Object.values(counts).reduce((n, count) => n + count[what], 0);
const [passed, failed, skipped] = [sum("passed"), sum("failed"), sum("skipped")];
for (const failure of failures) process.stdout.write(`failed: ${failure}\n`);
process.stdout.write(`${passed} passed, ${failed + skipped} failed\n`);
process.exit(failed + skipped === 0 ? 0 : 1);
