// `pnpm e2e [--long] [files]`: the tests in a real browser against what `pnpm build` made; `--long` looks at every screen in
// every language and takes every case. The last line counts them; a skipped test counts as a failure.
import { parseArgs } from "node:util";
import { findChromium } from "../e2e/chromium.ts";
import { run } from "./run.ts";
import { runVitest } from "./run-vitest.ts";

const { values, positionals } = parseArgs({
  options: { long: { type: "boolean", default: false } },
  allowPositionals: true,
});
if ((await run("turbo", ["run", "build", "--output-logs=errors-only"])) !== 0) process.exit(1);
const { counts, failures } = await runVitest({
  projects: ["e2e"],
  env: { CHROMIUM_PATH: await findChromium(), ...(values.long ? { JUMELAGE_LONG: "1" } : {}) },
  reporter: "default",
  files: positionals,
});
const { passed = 0, failed = 0, skipped = 0 } = counts["e2e"] ?? {};
for (const failure of failures) process.stdout.write(`failed: ${failure}\n`);
process.stdout.write(`${passed} passed, ${failed + skipped} failed\n`);
process.exit(failed + skipped === 0 ? 0 : 1);
