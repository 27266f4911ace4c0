import { describe, expect, test } from "vitest";
import { childrenOf, FALSE, graphBuilder, TRUE, UNKNOWN, type GraphBuilder, type Node } from "./graph.ts";

const leaf = (slot: number): Extract<Node, { kind: "rows" }> => ({
  kind: "rows",
  slot,
  verdicts: [UNKNOWN, FALSE, TRUE],
});

/** A graph with four leaves (0 to 3), true (4) and false (5). */
function withLeaves(): GraphBuilder {
  const graph = graphBuilder();
  for (const slot of [0, 1, 2, 3]) graph.leaf(leaf(slot));
  graph.leaf({ kind: "constant", verdict: TRUE });
  graph.leaf({ kind: "constant", verdict: FALSE });
  return graph;
}
const [yes, no] = [4, 5];

test("what says the same is one node, what says something else is another", () => {
  const graph = graphBuilder();
  const node: Node = { kind: "overlap", slot: 1, masks: [{ word: 0, bits: 3 }], wanted: true };
  expect(graph.leaf(node)).toBe(0);
  expect(graph.leaf({ ...node, wanted: false })).toBe(1);
  expect(graph.leaf({ ...node, masks: [{ word: 1, bits: 3 }] })).toBe(2);
  expect(graph.leaf({ ...node })).toBe(0);
  expect(graph.nodes).toHaveLength(3);
  expect(graph.all([0, 1])).toBe(3);
  expect(graph.all([1, 0])).toBe(3);
  expect(graph.any([0, 1])).toBe(4);
});

describe.each([
  ["all", yes, no],
  ["any", no, yes],
] as const)("%s", (kind, idle, decisive) => {
  const made = (...children: readonly number[]): readonly [GraphBuilder, number] => {
    const graph = withLeaves();
    return [graph, graph[kind](children)];
  };

  test("of nothing, or of what says nothing, is what says nothing", () => {
    for (const children of [[], [idle], [idle, idle]]) {
      const [graph, id] = made(...children);
      expect(graph.nodes[id]).toEqual({ kind: "constant", verdict: kind === "all" ? TRUE : FALSE });
    }
  });

  test("is decided by one that decides it", () => {
    expect(made(0, decisive, 1)[1]).toBe(decisive);
  });

  test("of one is that one", () => {
    expect(made(2)[1]).toBe(2);
    expect(made(2, 2, idle)[1]).toBe(2);
  });

  test("has its children once, in the order of the graph, without what says nothing", () => {
    const [graph, id] = made(3, idle, 0, 3, 1);
    expect(graph.nodes[id]).toEqual({ kind, children: [0, 1, 3] });
  });

  test("takes in a group of its kind, and keeps one of the other", () => {
    const graph = withLeaves();
    const other = kind === "all" ? "any" : "all";
    const same = graph[kind]([2, 1]);
    expect(graph.nodes[graph[kind]([3, same])]).toEqual({ kind, children: [1, 2, 3] });
    const foreign = graph[other]([2, 1]);
    expect(graph.nodes[graph[kind]([foreign, 3])]).toEqual({ kind, children: [3, foreign] });
  });
});

describe("at least", () => {
  test.each<[string, number, readonly number[], Node | number]>([
    ["none is true", 0, [0, 1], { kind: "constant", verdict: TRUE }],
    ["none of nothing is true", 0, [], { kind: "constant", verdict: TRUE }],
    ["as many as are true already is true", 2, [yes, 0, yes], { kind: "constant", verdict: TRUE }],
    ["more than there are is false", 3, [0, 1], { kind: "constant", verdict: FALSE }],
    ["more than can still hold is false", 2, [0, no, no], { kind: "constant", verdict: FALSE }],
    ["one is any", 1, [1, 0], { kind: "any", children: [0, 1] }],
    ["all there are is all", 2, [1, 0], { kind: "all", children: [0, 1] }],
    [
      "what is true or false already is counted and left out",
      2,
      [yes, 0, no, 1, 2],
      { kind: "any", children: [0, 1, 2] },
    ],
    [
      "some of several, each as often as it stands there",
      2,
      [2, 0, 0],
      { kind: "atLeast", count: 2, children: [2, 0, 0] },
    ],
    ["one of one is that one", 1, [3], 3],
  ])("%s", (_, count, children, expected) => {
    const graph = withLeaves();
    const id = graph.atLeast(count, children);
    if (typeof expected === "number") expect(id).toBe(expected);
    else expect(graph.nodes[id]).toEqual(expected);
  });
});

test("the children of a node", () => {
  expect(childrenOf(leaf(1))).toEqual([]);
  expect(childrenOf({ kind: "constant", verdict: TRUE })).toEqual([]);
  expect(childrenOf({ kind: "any", children: [3, 5] })).toEqual([3, 5]);
  expect(childrenOf({ kind: "atLeast", count: 2, children: [1, 2, 4] })).toEqual([1, 2, 4]);
});
