// `pnpm assurance [--long] [names…]`: the tests and commands that show what is promised, and the page that tells it. Given
// ids of promises or of lines, only those. Exit code 1 unless every promise shown is met.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findChromium } from "../../e2e/chromium.ts";
import { run } from "../run.ts";
import { runVitest } from "../run-vitest.ts";
import { keepEvidence, summary } from "./keep.ts";
import { linesShown, projectOf } from "./lines.ts";
import { promises } from "./promises.ts";
import { collectingIn, recorded } from "./run-record.ts";

const { values, positionals: names } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== "--"),
  options: { long: { type: "boolean", default: false } },
  allowPositionals: true,
});
const tier = values.long ? "long" : "quick";
const wanted = promises
  .flatMap(({ id, lines }) => lines.map((line) => ({ ...line, promise: id })))
  .filter(({ id, promise }) => names.length === 0 || names.includes(id) || names.includes(promise));
if (wanted.length === 0) {
  process.stderr.write(`No promise and no line of evidence is named ${names.join(", ")}\n`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "jumelage-evidence-"));
const file = join(folder, "runs.jsonl");
const env = { ...collectingIn(file), ...(tier === "long" ? { JUMELAGE_LONG: "1" } : {}) };
const shown = linesShown();
const files = [...new Set(wanted.flatMap(({ id }) => shown.get(id) ?? []))].toSorted();
const projects = [...new Set(files.map(projectOf))];
if (projects.includes("e2e")) await run("turbo", ["run", "build", "--output-logs=errors-only"]);
if (files.length > 0) {
  const chromium = projects.includes("e2e") ? { CHROMIUM_PATH: await findChromium() } : {};
  await runVitest({ projects, env: { ...env, ...chromium }, reporter: "default", tag: "evidence", files });
}
if (tier === "long") {
  for (const command of new Set(wanted.flatMap(({ command: own }) => own ?? []))) {
    const [program = "", ...args] = command.split(" ");
    await run(program, args, { env });
  }
}
const { evidence, page } = keepEvidence(tier, recorded(file), { isPart: names.length > 0 });
rmSync(folder, { recursive: true });
process.stdout.write(`${summary(evidence)}\n${page}\n`);
const ids = new Set(wanted.map(({ id }) => id));
const asked = evidence.promises.flatMap((p) => p.lines).filter(({ id }) => ids.has(id));
process.exit(asked.every(({ state }) => state === "met") ? 0 : 1);
