// A Vitest reporter that writes how many tests of each project passed, failed and were skipped, which ones failed, and how
// long each file took.
import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * What the file holds: the counts by project, every failure by its name with the first line of why, and the seconds of each
 * file with its project, the longest first.
 */
export interface Outcome {
  readonly counts: Readonly<Record<string, Counts>>;
  readonly failures: readonly string[];
  readonly files: readonly (readonly [name: string, seconds: number])[];
}

const firstLine = (errors: readonly { readonly message: string }[] = []): string =>
  (errors[0]?.message ?? "").split("\n", 1)[0]?.slice(0, 300) ?? "";

class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts: Record<string, Counts> = {};
    const failures: string[] = [];
    const files: [string, number][] = [];
    for (const module of modules) {
      const { collectDuration, setupDuration, duration } = module.diagnostic();
      files.push([
        `${module.project.name} ${module.relativeModuleId}`,
        (collectDuration + setupDuration + duration) / 1000,
      ]);
      const count = (counts[module.project.name] ??= { passed: 0, failed: 0, skipped: 0 });
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        count[state === "passed" || state === "failed" ? state : "skipped"] += 1;
        if (state === "failed")
          failures.push(
            `${module.project.name} ${module.relativeModuleId} > ${test.fullName}: ${firstLine(errors)}`,
          );
      }
      // A file that could not be loaded has no tests to fail, and is a failure all the same.
      if (!module.ok() && module.state() === "failed" && module.errors().length > 0) {
        count.failed += 1;
        failures.push(`${module.project.name} ${module.relativeModuleId}: ${firstLine(module.errors())}`);
      }
    }
    const file = process.env["JUMELAGE_COUNTS_FILE"];
    files.sort(([, one], [, other]) => other - one);
    if (file) writeFileSync(file, JSON.stringify({ counts, failures, files } satisfies Outcome));
  }
}

// Vitest loads reporters by their default export.
// oxlint-disable-next-line import/no-default-export
export default CountReporter;
