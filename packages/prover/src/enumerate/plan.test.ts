// Plans by hand: which dimensions lie in the lanes, in which order the others count, and what is due when.
import type { Graph, GraphNode } from "@jumelage/engine";
import { describe, expect, it } from "vitest";
import { planOf } from "./plan.ts";

const graphOf = (...nodes: readonly GraphNode[]): Graph => ({
  nodes: [{ kind: "constant", value: false }, { kind: "constant", value: true }, ...nodes],
});
const literal = (dimension: number, ...options: readonly number[]): GraphNode => ({
  kind: "literal",
  dimension,
  options: options.map((o) => o === 1),
});

describe("a graph of three dimensions", () => {
  // From 2 on: a, b, not b, (a and not b), c, ((a and not b) or c); the last is not asked for.
  const graph = graphOf(
    literal(0, 0, 1),
    literal(1, 1, 0, 0),
    { kind: "not", child: 3 },
    { kind: "and", children: [2, 4] },
    literal(2, 1, 0),
    { kind: "or", children: [5, 6] },
    { kind: "and", children: [2, 6] },
  );
  const operations = [
    literal(0, 0, 1),
    literal(1, 1, 0, 0),
    { kind: "not", child: 1 },
    { kind: "without", left: 0, right: 1 },
    literal(2, 1, 0),
    { kind: "or", left: 3, right: 4 },
  ];

  it("has all of them in the lanes when they are few, what little rests on fastest", () => {
    // Four nodes rest on each of the first two, three on the third; but three options are worth 1.58 of two.
    expect(planOf(graph, { root: 7, sizes: [2, 3, 2] })).toEqual({
      lanes: [2, 0, 1],
      outer: [],
      sizes: [2, 3, 2],
      inner: 12,
      steps: 1,
      operations,
      levels: [0, 0, 0, 0, 0, 0],
      root: 5,
    });
  });

  it("counts through those that have no place in the lanes, and does again only what rests on them", () => {
    // Of equally many options the third comes first, then the first: 64 times 64 just fill the lanes.
    expect(planOf(graph, { root: 7, sizes: [64, 64, 64] })).toEqual({
      lanes: [0, 2],
      outer: [1],
      sizes: [64, 64, 64],
      inner: 4096,
      steps: 64,
      operations: [
        ...operations.slice(0, 3),
        // What is due least often stands on the left.
        { kind: "and", left: 2, right: 0 },
        literal(2, 1, 0),
        { kind: "or", left: 3, right: 4 },
      ],
      levels: [1, 0, 0, 1, 1, 1],
      root: 5,
    });
  });

  it("the lanes end with the first dimension for which there is no room", () => {
    // The third, of 4096 options, would fill them alone; the first of two does not fit any more, nor do two of the second.
    const { lanes, outer, inner, steps } = planOf(graph, { root: 7, sizes: [2, 2, 4096] });
    expect({ lanes, outer, inner, steps }).toEqual({ lanes: [2], outer: [1, 0], inner: 4096, steps: 4 });
    const none = planOf(graph, { root: 7, sizes: [2, 2, 4097] });
    expect({ lanes: none.lanes, outer: none.outer, inner: none.inner, steps: none.steps }).toEqual({
      lanes: [],
      outer: [1, 0, 2],
      inner: 1,
      steps: 4 * 4097,
    });
  });

  it("plans what the root needs and no more", () => {
    const plan = planOf(graph, { root: 4, sizes: [2, 3, 2] });
    expect(plan).toMatchObject({ operations: [literal(1, 1, 0, 0), { kind: "not", child: 0 }], root: 1 });
  });

  it("has no plan for a constant", () => {
    expect(() => planOf(graph, { root: 1, sizes: [2, 3, 2] })).toThrow(
      new TypeError("a constant inside a graph"),
    );
  });
});

describe("groups", () => {
  it("of many are joined in the order in which they are due, the rarest first", () => {
    const graph = graphOf(literal(0, 1, 0), literal(1, 1, 0), literal(2, 1, 0), literal(3, 1, 0), {
      kind: "and",
      children: [2, 3, 4, 5],
    });
    const plan = planOf(graph, { root: 6, sizes: [5000, 5000, 5000, 2] });
    expect(plan.outer).toEqual([3, 2, 1, 0]);
    expect(plan.steps).toBe(2 * 5000 ** 3);
    expect(plan.operations.slice(4)).toEqual([
      { kind: "and", left: 3, right: 2 },
      { kind: "and", left: 4, right: 1 },
      { kind: "and", left: 5, right: 0 },
    ]);
    expect(plan.levels).toEqual([3, 2, 1, 0, 1, 2, 3]);
    expect(plan.root).toBe(6);
  });

  it("equal operations are made once, and only `and` takes a `not` from what stands before it", () => {
    const not = { kind: "not", child: 3 } as const;
    const graph = graphOf(
      literal(0, 1, 0),
      literal(1, 1, 0),
      not,
      not,
      { kind: "or", children: [2, 4] },
      { kind: "or", children: [2, 5] },
      { kind: "and", children: [5, 2] },
      { kind: "and", children: [6, 7, 8] },
    );
    expect(planOf(graph, { root: 9, sizes: [2, 2] }).operations).toEqual([
      literal(0, 1, 0),
      literal(1, 1, 0),
      { kind: "not", child: 1 },
      { kind: "or", left: 0, right: 2 },
      { kind: "without", left: 0, right: 1 },
      { kind: "and", left: 3, right: 3 },
      { kind: "and", left: 5, right: 4 },
    ]);
  });

  it("a dimension of one option counts as one of two", () => {
    const graph = graphOf(literal(0, 1), literal(1, 1, 0), { kind: "and", children: [2, 3] });
    expect(planOf(graph, { root: 4, sizes: [1, 2] }).lanes).toEqual([1, 0]);
  });
});
