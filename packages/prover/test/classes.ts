// Going through the classes of a graph by a kernel in pieces, and one by one.
import { valuesOf, type Graph } from "@jumelage/engine";
import type { Kernel } from "../src/enumerate/index.ts";

/** The first class that a kernel finds, so many steps at a time. */
export function firstClass(kernel: Kernel, size: number): readonly number[] | undefined {
  const { steps } = kernel.plan;
  for (let from = 0; from < steps; from += size) {
    const found = kernel.search(from, Math.min(size, steps - from));
    if (found) return found;
  }
  return undefined;
}

/** Whether the root is true of some class. */
export function hasClass(asked: { graph: Graph; root: number; sizes: readonly number[] }): boolean {
  const { graph, root, sizes } = asked;
  const total = sizes.reduce((a, b) => a * b, 1);
  const choice = sizes.map(() => 0);
  for (let i = 0; i < total; i += 1) {
    if (valuesOf(graph, choice)[root]) return true;
    for (let d = 0; d < sizes.length; d += 1) {
      choice[d] = ((choice[d] ?? 0) + 1) % (sizes[d] ?? 1);
      if (choice[d] !== 0) break;
    }
  }
  return false;
}
