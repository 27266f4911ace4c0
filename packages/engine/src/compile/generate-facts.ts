// What open outcomes rest on, as generated code: for each outcome a function that goes down from its open criteria through
// open nodes to the leaves. Facts are bits, in the order of the vocabulary.
import { wordsFor } from "./bits.ts";
import { BOTH, type Tables } from "./generate-tables.ts";
import { childrenOf } from "./graph.ts";
import { Writer } from "./generate-writer.ts";
import type { Plan, PlannedOutcome } from "./plan.ts";
import type { Run } from "./run.ts";

/** Writes the facts that the open criteria of an outcome rest on. */
export type FactsOfOutcome = (run: Run, found: Int32Array) => void;

/** By step and outcome; nothing where the closures have to do it. */
export type GeneratedFacts = readonly (readonly (FactsOfOutcome | undefined)[])[];

/** Conditions shared many times over are written out each time: beyond that many nodes the closures do better. */
const mostNodes = 400;

/** The body of a function of the tables that answers a `GeneratedFacts`. */
export function factsSource(plan: Plan, tables: Tables): string {
  const rows = plan.steps.map(
    ({ outcomes }) => `[${outcomes.map((o) => factsFunction(o, plan, tables) ?? "undefined").join(",\n")}]`,
  );
  return `"use strict";\nreturn [${rows.join(",\n")}];`;
}

function factsFunction({ criteria }: PlannedOutcome, plan: Plan, tables: Tables): string | undefined {
  const words = [...Array(wordsFor(plan.layout.slots.length)).keys()];
  const read = new Set(criteria.flatMap((c) => [...decisionsBelow(plan, c.node)]));
  let nodes = 0;

  /** Statements for a node that is open; whatever they need of other nodes is written by the writer. */
  function openNode(id: number, writer: Writer): readonly string[] {
    const node = plan.nodes[id];
    nodes += 1;
    if (node === undefined || nodes > mostNodes) return [];
    if ("slot" in node) return [`f${node.slot >>> 5} |= ${1 << (node.slot & 31)};`];
    if (node.kind === "outcomes")
      return words.map((word) => `f${word} |= run.missing[${node.decision}][${word}];`);
    return childrenOf(node).flatMap((child) => [
      `if ((${writer.value(child)} & ${BOTH}) === 1) {`,
      ...openNode(child, writer),
      "}",
    ]);
  }

  const statements = criteria.flatMap(({ index, node }) => {
    // Within its own braces: a criterion that is decided costs nothing more.
    const writer = new Writer(plan, tables);
    const open = openNode(node, writer);
    const decided = `run.masks.yes[${index >>> 5}] | run.masks.no[${index >>> 5}]`;
    return [`if (((${decided}) & ${1 << (index & 31)}) === 0) {`, ...writer.lines, ...open, "}"];
  });
  if (nodes > mostNodes) return undefined;
  return [
    "(run, found) => {",
    "const { words, numbers } = run.person;",
    ...[...read].flatMap((d) => [
      `const q${d} = run.open[${d}][0] | 1 << run.end[${d}];`,
      `const s${d} = run.state[${d}];`,
    ]),
    ...words.map((word) => `let f${word} = 0;`),
    ...statements,
    ...words.map((word) => `found[${word}] = f${word};`),
    "}",
  ].join("\n");
}

/** The decisions that a node reads. */
function decisionsBelow({ nodes }: Plan, root: number): ReadonlySet<number> {
  const found = new Set<number>();
  const seen = new Set<number>();
  const waiting = [root];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = nodes[id];
    if (node === undefined || seen.has(id)) continue;
    seen.add(id);
    if ("decision" in node) found.add(node.decision);
    waiting.push(...childrenOf(node));
  }
  return found;
}
