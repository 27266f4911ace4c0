// What an open verdict rests on: the facts of the undecided leaves, those that are unknown with nothing but unknown
// nodes above them. Facts are bits, in the order of the vocabulary.
import type { Code } from "./closures.ts";
import { UNKNOWN } from "./graph.ts";
import { setBit } from "./bits.ts";
import type { Plan } from "./plan.ts";
import type { Run } from "./run.ts";

/**
 * Adds the facts that a node rests on, which is unknown. What was visited in the same collection (`run.collection`) is in
 * already, so that conditions shared many times over cost one visit.
 */
export type Rests = (run: Run, node: number, into: Int32Array) => void;

export function restsOf({ nodes }: Plan, codes: () => readonly Code[]): Rests {
  return function collect(run, id, into) {
    const node = nodes[id];
    if (node === undefined || run.visited[id] === run.collection) return;
    run.visited[id] = run.collection;
    if ("children" in node) {
      const asked = codes();
      for (const child of node.children) if (asked[child]?.(run) === UNKNOWN) collect(run, child, into);
    } else if ("slot" in node) setBit(into, 0, node.slot);
    else if (node.kind === "outcomes") {
      const missing = run.missing[node.decision] ?? into;
      for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) | (missing[i] ?? 0);
    }
  };
}
