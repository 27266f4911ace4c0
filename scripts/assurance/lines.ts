// Which test files show which lines: read from their sources, so that nothing has to be listed twice.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../run.ts";

/** The suites of the API are declared by two test files, on two databases. */
const suites = "apps/server/test/suites/";
const suiteFiles = ["apps/server/test/api.embedded.test.ts", "apps/server/test/api.external.test.ts"];
const sources = [
  "packages/*/{src,test}/**/*.test.ts",
  "apps/*/{src,test}/**/*.test.{ts,tsx}",
  `${suites}*.ts`,
  "e2e/*.e2e.ts",
];

/** By line, the test files that say they show it, relative to the root. */
export function linesShown(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const file of globSync(sources, { cwd: root })) {
    const text = readFileSync(join(root, file), "utf8");
    for (const [, given = ""] of text.matchAll(/\bshows\(([^)]*)\)/g)) {
      for (const [, line = ""] of given.matchAll(/"([^"]+)"/g)) {
        const files = found.get(line) ?? new Set();
        found.set(line, files);
        for (const each of file.startsWith(suites) ? suiteFiles : [file]) files.add(each);
      }
    }
  }
  return new Map([...found].map(([line, files]) => [line, [...files].toSorted()]));
}

/** The project of vitest.config.ts that a test file belongs to. */
export function projectOf(file: string): string {
  if (file.startsWith("e2e/")) return "e2e";
  if (file.endsWith("/api.external.test.ts")) return "api-external";
  if (file.startsWith("apps/server/")) return "api-embedded";
  if (file.startsWith("packages/db/")) return "db";
  return /^packages\/(engine|content|prover|sdk)\//.test(file) ? "core" : "unit";
}
