// The tests as they are, with nothing mutated: how long each file takes and what it runs. Kept between runs for as long
// as no file that matters has changed, for it takes minutes.
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../run.ts";
import type { TestFile } from "./order.ts";
import type { Runner } from "./runner.ts";

/** Tests that take minutes even with few cases are left out: a mutant can only survive for it. */
const tooLong = ["packages/prover/test/faults/corpus.test.ts"];
const kept = join(root, "node_modules/.cache/jumelage-unmutated.json");
const mattering = [
  "packages/{engine,prover,content,db}/{src,test,conformance}/**/*",
  "pnpm-lock.yaml",
  "scripts/mutation/*",
];

/**
 * Every test file; all must pass, else no kill means anything.
 * @param ids of the mutants that are counted
 * @throws Error naming the test that fails
 */
export async function runUnmutated(
  runner: Runner,
  ids: readonly string[],
  say: (message: string) => void,
): Promise<readonly TestFile[]> {
  const key = keyOf(ids);
  const before = read();
  if (before.key === key) return before.tests;
  const tests: TestFile[] = [];
  for (const file of (await runner.tests()).filter((name) => !tooLong.includes(name))) {
    const said = await runner.run({ test: file, mutant: null }, 1800);
    if (said === "timeout" || !said.passed)
      throw new Error(`${file} fails with nothing mutated: ${said === "timeout" ? said : said.failure}`);
    tests.push({ file, seconds: said.seconds, covered: said.covered });
    say(`  unmutated ${said.seconds.toFixed(1)} s ${file}`);
  }
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify({ key, tests }));
  return tests;
}

function read(): { readonly key?: string; readonly tests: readonly TestFile[] } {
  if (!existsSync(kept)) return { tests: [] };
  return JSON.parse(readFileSync(kept, "utf8")) as {
    readonly key: string;
    readonly tests: readonly TestFile[];
  };
}

function keyOf(ids: readonly string[]): string {
  const hash = createHash("sha256").update(ids.join(" "));
  const files = globSync(mattering, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map((entry) => join(entry.parentPath, entry.name)).toSorted())
    hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest("hex");
}
