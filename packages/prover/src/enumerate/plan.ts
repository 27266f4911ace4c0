// How to go through all classes of a graph: which dimensions lie side by side in the bits of vectors, in which order the
// others count, and which operations are due again when which of them moves.
import { reachableFrom, type Graph } from "@jumelage/engine";

export type Operation =
  /** The bits of a dimension's options: one vector per option (outer), or per vector of lanes (lanes). */
  | { readonly kind: "literal"; readonly dimension: number; readonly options: readonly boolean[] }
  | { readonly kind: "and" | "or"; readonly left: number; readonly right: number }
  /** `left` and not `right`. */
  | { readonly kind: "without"; readonly left: number; readonly right: number }
  | { readonly kind: "not"; readonly child: number };

export interface Plan {
  /** Dimensions whose classes lie in the bits of vectors, the first running slowest. */
  readonly lanes: readonly number[];
  /** The other dimensions, the first running slowest. */
  readonly outer: readonly number[];
  readonly sizes: readonly number[];
  /** Operations in an order in which operands come first. */
  readonly operations: readonly Operation[];
  /** For each operation the last counter it rests on (its place in `outer`), or `outer.length` for lanes. */
  readonly levels: readonly number[];
  readonly root: number;
  /** How many classes lie in the lanes. */
  readonly inner: number;
  /** How many steps the outer dimensions take. */
  readonly steps: number;
}

/** Lanes as many as keep the tables of a few dozen literals in the first cache. */
const mostLanes = 4096;

/** A plan for the root, which must not be constant. */
export function planOf(
  graph: Graph,
  { root, sizes }: { readonly root: number; readonly sizes: readonly number[] },
): Plan {
  const order = fromInside(graph, sizes);
  const lanes: number[] = [];
  let inner = 1;
  for (const dimension of order) {
    const size = sizes[dimension] ?? 1;
    if (inner * size > mostLanes) break;
    lanes.unshift(dimension);
    inner *= size;
  }
  const outer = order.slice(lanes.length).toReversed();
  const places = new Map(outer.map((dimension, place) => [dimension, place]));
  const levelOf = (dimension: number): number => places.get(dimension) ?? outer.length;
  return {
    lanes,
    outer,
    sizes,
    inner,
    steps: outer.reduce((product, d) => product * (sizes[d] ?? 1), 1),
    ...operationsOf(graph, root, levelOf),
  };
}

/** The dimensions by how much of the graph rests on them: those that move fastest shall cost least. */
function fromInside(graph: Graph, sizes: readonly number[]): readonly number[] {
  const supports: bigint[] = [];
  for (const node of graph.nodes) {
    if (node.kind === "literal") supports.push(1n << BigInt(node.dimension));
    else if (node.kind === "constant") supports.push(0n);
    else if (node.kind === "not") supports.push(supports[node.child] ?? 0n);
    else supports.push(node.children.reduce((all, c) => all | (supports[c] ?? 0n), 0n));
  }
  const open = [...sizes.keys()];
  let chosen = 0n;
  return sizes.map(() => {
    const costs = open.map((dimension) => {
      const mask = chosen | (1n << BigInt(dimension));
      const touched = supports.filter((s) => (s & mask) !== 0n).length;
      // A dimension with many options is worth more of the same cost.
      return touched / Math.log2(Math.max(2, sizes[dimension] ?? 1));
    });
    const [best = 0] = open.splice(costs.indexOf(Math.min(...costs)), 1);
    chosen |= 1n << BigInt(best);
    return best;
  });
}

function operationsOf(
  graph: Graph,
  root: number,
  levelOf: (dimension: number) => number,
): Pick<Plan, "operations" | "levels" | "root"> {
  const operations: Operation[] = [];
  const levels: number[] = [];
  const made = new Map<string, number>();
  const level = (id: number): number => levels[id] ?? 0;
  const make = (operation: Operation): number => {
    const key = JSON.stringify(operation);
    const known = made.get(key);
    if (known !== undefined) return known;
    const own =
      operation.kind === "literal"
        ? levelOf(operation.dimension)
        : operation.kind === "not"
          ? level(operation.child)
          : Math.max(level(operation.left), level(operation.right));
    made.set(key, operations.length);
    levels.push(own);
    return operations.push(operation) - 1;
  };
  const placed = new Map<number, number>();
  const at = (id: number): number => {
    const place = placed.get(id);
    if (place === undefined) throw new TypeError("a constant inside a graph");
    return place;
  };
  const needed = reachableFrom(graph, [root]);
  graph.nodes.forEach((node, id) => {
    if (!needed.has(id)) return;
    if (node.kind === "literal") placed.set(id, make(node));
    else if (node.kind === "not") placed.set(id, make({ kind: "not", child: at(node.child) }));
    else if (node.kind !== "constant") placed.set(id, joined(node.kind, node.children.map(at)));
  });
  return { operations, levels, root: at(root) };

  /** What is due least often is joined first, so that the rest of the group is all that is due again. */
  function joined(kind: "and" | "or", children: readonly number[]): number {
    const inOrder = children.toSorted((a, b) => level(a) - level(b) || a - b);
    return inOrder.reduce((left, right) => {
      const operation = operations[right];
      if (kind === "and" && operation?.kind === "not")
        return make({ kind: "without", left, right: operation.child });
      return make({ kind, left, right });
    });
  }
}
