// Whether what a decision waits for has a safety fact among it, as generated code: an open verdict rests on the leaves
// that are open with nothing but open nodes above them.
import { BOTH } from "./generate-tables.ts";
import { slotAt } from "./layout.ts";
import type { Plan } from "./plan.ts";

export interface SafetyTests {
  /** Statements that do something when one of these nodes is open and rests on a safety fact. */
  of(nodes: readonly number[], then: string): readonly string[];
}

export function safetyTests(plan: Plan, value: (id: number) => string): SafetyTests {
  const reaching = new Map<number, boolean>();
  const isWanted = plan.nodes.some((n) => n.kind === "states");

  function reaches(id: number): boolean {
    const known = reaching.get(id);
    if (known !== undefined) return known;
    const node = plan.nodes[id];
    const answer =
      node === undefined || node.kind === "constant" || node.kind === "states"
        ? false
        : node.kind === "outcomes"
          ? true
          : "children" in node
            ? node.children.some(reaches)
            : slotAt(plan.layout, node.slot).fact.safety;
    reaching.set(id, answer);
    return answer;
  }

  return {
    of(nodes, then) {
      if (!isWanted) return [];
      const lines: string[] = [];
      const named = new Set<number>();
      const test = (id: number): string => {
        const node = plan.nodes[id];
        const open = `(${value(id)} & ${BOTH}) === 1`;
        if (node?.kind === "outcomes") return `(${open} && y${node.decision} !== 0)`;
        if (node === undefined || !("children" in node)) return `(${open})`;
        if (!named.has(id)) {
          named.add(id);
          const below = node.children.filter(reaches).map(test).join(" || ");
          lines.push(`const t${id} = ${open} && (${below});`);
        }
        return `t${id}`;
      };
      const tests = nodes.filter(reaches).map(test);
      return tests.length === 0 ? [] : [...lines, `if (${tests.join(" || ")}) ${then}`];
    },
  };
}
