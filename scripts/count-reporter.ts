// A Vitest reporter that writes how many tests of each project passed, failed and were skipped.
import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts: Record<string, Counts> = {};
    for (const module of modules) {
      const count = (counts[module.project.name] ??= { passed: 0, failed: 0, skipped: 0 });
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        count[state === "passed" || state === "failed" ? state : "skipped"] += 1;
      }
      // A file that could not be loaded has no tests to fail, and is a failure all the same.
      if (!module.ok() && module.state() === "failed" && module.errors().length > 0) count.failed += 1;
    }
    const file = process.env["JUMELAGE_COUNTS_FILE"];
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}

// Vitest loads reporters by their default export.
// oxlint-disable-next-line import/no-default-export
export default CountReporter;
