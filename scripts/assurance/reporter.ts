// A Vitest reporter that records what tests show of what is promised (packages/engine/test/evidence.ts).
import { relative } from "node:path";
import type { Reporter, TestCase, TestModule } from "vitest/node";
import type { Shown } from "../../packages/engine/test/evidence.ts";
import { root } from "../run.ts";
import { record } from "./run-record.ts";

class EvidenceReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) for (const test of module.children.allTests()) recordTest(module, test);
  }
}

function recordTest(module: TestModule, test: TestCase): void {
  const shown = (test.meta() as { readonly shows?: Shown }).shows;
  if (!shown) return;
  const passed = test.result().state === "passed";
  const counted = Object.keys(shown.counts);
  // Several tests made from one text each count what is theirs; of one that failed, everything is in doubt.
  for (const line of passed && counted.length > 0 ? counted : shown.lines) {
    const { asked, reached, seed } = shown.counts[line] ?? { asked: 1, reached: passed ? 1 : 0 };
    record({
      line,
      by: `${relative(root, module.moduleId)}: ${test.fullName}`,
      kind: module.project.name,
      passed,
      asked,
      reached,
      seed: seed === undefined ? null : String(seed),
      seconds: Math.round(test.diagnostic()?.duration ?? 0) / 1000,
    });
  }
}

// Vitest loads reporters by their default export.
// oxlint-disable-next-line import/no-default-export
export default EvidenceReporter;
