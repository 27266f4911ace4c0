// A boolean graph by itself: what is true in it for a choice of options, and what rests on what.
import { expect, test } from "vitest";
import { always, childrenOfNode, never, reachableFrom, valuesOf, type Graph } from "./graph.ts";

/** (the first option of three) and (not the second of two); (the first) or (the second of two); two literals by themselves. */
const graph: Graph = {
  nodes: [
    { kind: "constant", value: false },
    { kind: "constant", value: true },
    { kind: "literal", dimension: 0, options: [true, false, false] },
    { kind: "literal", dimension: 1, options: [false, true] },
    { kind: "not", child: 3 },
    { kind: "and", children: [2, 4] },
    { kind: "or", children: [2, 3] },
  ],
};

test("node 0 is false and node 1 is true, whatever is chosen", () => {
  expect([never, always]).toEqual([0, 1]);
  expect(valuesOf({ nodes: graph.nodes.slice(0, 2) }, [])).toEqual([false, true]);
});

test.each([
  { choice: [0, 0], first: true, second: false },
  { choice: [0, 1], first: true, second: true },
  { choice: [1, 0], first: false, second: false },
  { choice: [2, 1], first: false, second: true },
])("options $choice", ({ choice, first, second }) => {
  expect(valuesOf(graph, choice)).toEqual([
    false,
    true,
    first,
    second,
    !second,
    first && !second,
    first || second,
  ]);
});

test("a dimension that nothing is chosen of has its first option; an option that is none makes no literal true", () => {
  expect(valuesOf(graph, [])).toEqual(valuesOf(graph, [0, 0]));
  expect(valuesOf(graph, [3, 2]).slice(2, 4)).toEqual([false, false]);
});

test("children of nodes", () => {
  expect(graph.nodes.map(childrenOfNode)).toEqual([[], [], [], [], [3], [2, 4], [2, 3]]);
});

test("what roots rest on, themselves included, each once", () => {
  const under = (...roots: number[]): readonly number[] =>
    [...reachableFrom(graph, roots)].toSorted((a, b) => a - b);
  expect(under()).toEqual([]);
  expect(under(2)).toEqual([2]);
  expect(under(4)).toEqual([3, 4]);
  expect(under(5)).toEqual([2, 3, 4, 5]);
  expect(under(6, 5)).toEqual([2, 3, 4, 5, 6]);
  expect(under(0, 2)).toEqual([0, 2]);
  // What is no node is nothing to rest on.
  expect(under(3, 99)).toEqual([3]);
});
