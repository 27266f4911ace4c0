// The process that Vitest lives in: one test file at a time, against the plain sources but for those mutated. It is
// ended from outside when a test does not come to its end (runner.ts).
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createVitest, type TestSpecification } from "vitest/node";
import { root } from "../run.ts";

/** What the host is asked. */
export interface Asked {
  /** The test file, relative to the root. */
  readonly test: string;
  /** The one mutant that is on; `null` counts what is run of all. */
  readonly mutant: { readonly id: string; readonly source: string; readonly hitLimit: number } | null;
}

/** What it answers. */
export interface Said {
  readonly passed: boolean;
  readonly seconds: number;
  readonly covered: Readonly<Record<string, number>>;
  /** The first failure, for people. */
  readonly failure: string | undefined;
}

/** Chance has few cases where there are thousands; the files in `prover/test` have a handful as it is. */
function casesOf(test: string): string | null {
  if (test.startsWith("packages/prover/test/")) return null;
  // A hundred persons share a rule set.
  return test.startsWith("packages/db/test/cohort/") ? "3000" : "200";
}

const [mutatedFile = ""] = process.argv.slice(2);
const mutated = JSON.parse(readFileSync(mutatedFile, "utf8")) as Readonly<Record<string, string>>;
/** The source whose mutants are in it: one alone, so that all others run as fast as they are. */
let only: string | undefined;

const vitest = await createVitest(
  "test",
  {
    root,
    config: false,
    watch: false,
    // It keeps modules by what their files hold on disk: mutants of an earlier run, with other ids, would stand for those
    // of now.
    fsModuleCache: false,
    // What queries answer is asked of databases.
    include: ["packages/{engine,prover,sdk}/**/*.test.ts", "packages/db/test/cohort/*.test.ts"],
    globalSetup: ["packages/db/test/cluster.ts"],
    setupFiles: [join(import.meta.dirname, "setup.ts")],
    reporters: [{}],
    maxWorkers: 1,
    bail: 1,
    // Tags choose nothing here.
    strictTags: false,
    // Whether a test ends at all is judged by whoever started this process.
    testTimeout: 86_400_000,
    hookTimeout: 86_400_000,
    onConsoleLog: () => false,
  },
  {
    plugins: [
      {
        name: "mutants",
        enforce: "pre",
        load: (id) => (only === undefined || only === id ? mutated[id] : undefined),
      },
    ],
  },
);
const specifications = new Map<string, TestSpecification>(
  (await vitest.globTestSpecifications()).map((spec) => [relative(root, spec.moduleId), spec]),
);

function turnTo(source: string | undefined): void {
  if (source === only) return;
  const changed = only === undefined || source === undefined ? Object.keys(mutated) : [only, source];
  only = source;
  for (const file of changed) vitest.invalidateFile(file);
}

async function run({ test, mutant }: Asked): Promise<Said> {
  const specification = specifications.get(test);
  if (!specification) throw new RangeError(`no such test: ${test}`);
  turnTo(mutant === null ? undefined : join(root, mutant.source));
  vitest.provide("mutant", mutant && { id: mutant.id, hitLimit: mutant.hitLimit });
  vitest.provide("cases", casesOf(test));
  // Failures of earlier runs would count towards the one at which a run stops.
  vitest.state.filesMap.clear();
  vitest.state.idMap.clear();
  const start = performance.now();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification]);
  const failed = testModules.flatMap((module) => [
    ...module.errors().map(({ message }) => message),
    ...[...module.children.allTests("failed")].map(
      (each) => `${each.fullName}: ${each.result()?.errors?.[0]?.message ?? ""}`,
    ),
  ]);
  const failures = [...failed, ...unhandledErrors.map(String)];
  return {
    passed: failures.length === 0 && testModules.length === 1 && testModules.every((module) => module.ok()),
    seconds: (performance.now() - start) / 1000,
    covered: testModules[0]?.meta().covered ?? {},
    failure: failures[0],
  };
}

process.on("message", (asked: Asked) => {
  run(asked).then(
    (said) => process.send?.(said),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on("disconnect", () => process.exit());
process.send?.({ tests: [...specifications.keys()].toSorted() });
