import { expect, test } from "vitest";
import { UNKNOWN, type Node } from "./graph.ts";
import { indexableOf, type Term } from "./terms.ts";

const leaf: Node = { kind: "rows", slot: 0, verdicts: [UNKNOWN] };
/** Twenty leaves (of every kind), then what a test adds. */
const leaves: readonly Node[] = [
  leaf,
  { kind: "compare", slot: 1, operator: "equal", bound: 1 },
  { kind: "overlap", slot: 2, masks: [], wanted: true },
  { kind: "inclusion", slot: 2, masks: [], wanted: true },
  ...Array.from({ length: 16 }, () => leaf),
];
const any = (...children: readonly number[]): Node => ({ kind: "any", children });
const all = (...children: readonly number[]): Node => ({ kind: "all", children });

/** The terms of the last of these nodes, which stand after the leaves. */
function termsOf(...nodes: readonly Node[]): readonly Term[] | undefined {
  const criterion = { id: "k", index: 4, node: leaves.length + nodes.length - 1 };
  const [found] = indexableOf({ nodes: [...leaves, ...nodes], criteria: [criterion] } as never);
  if (found) expect(found.criterion).toBe(criterion);
  return found?.terms;
}

test("a leaf of any kind is one term", () => {
  const criteria = [0, 1, 2, 3].map((node) => ({ id: `k${node}`, index: node, node }));
  expect(indexableOf({ nodes: leaves, criteria } as never)).toEqual(
    criteria.map((criterion) => ({ criterion, terms: [[criterion.node]] })),
  );
});

test("what reads a decision, counts, says nothing or is not there has no terms, alone or within", () => {
  const others: readonly Node[] = [
    { kind: "constant", verdict: UNKNOWN },
    { kind: "outcomes", decision: 0, among: [0] },
    { kind: "states", decision: 0, among: [0] },
    { kind: "atLeast", count: 2, children: [0, 1, 2] },
  ];
  for (const node of others) {
    expect(termsOf(node)).toBeUndefined();
    expect(termsOf(node, all(0, 20))).toBeUndefined();
    expect(termsOf(node, any(0, 20))).toBeUndefined();
  }
  expect(termsOf(any(0, 99))).toBeUndefined();
});

test("any has the terms of each, all the terms of each with each, leaves once", () => {
  expect(termsOf(any(0, 2, 5))).toEqual([[0], [2], [5]]);
  expect(termsOf(all(0, 2, 5))).toEqual([[0, 2, 5]]);
  expect(termsOf(all(0, 2), any(4, 20))).toEqual([[4], [0, 2]]);
  expect(termsOf(any(0, 1), any(2, 3), all(20, 21))).toEqual([
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
  ]);
  expect(termsOf(any(0, 1), any(1, 2), all(20, 21))).toEqual([[0, 1], [0, 2], [1], [1, 2]]);
});

test("six terms are few, seven are not", () => {
  expect(termsOf(any(0, 1, 2, 3, 4, 5))).toHaveLength(6);
  expect(termsOf(any(0, 1, 2, 3, 4, 5, 6))).toBeUndefined();
  expect(termsOf(any(0, 1), any(2, 3, 4), all(20, 21))).toHaveLength(6);
  expect(termsOf(any(0, 1), any(2, 3, 4, 5), all(20, 21))).toBeUndefined();
  expect(termsOf(any(0, 1, 2), all(3, 4), any(5, 6, 20, 21))).toHaveLength(6);
});
