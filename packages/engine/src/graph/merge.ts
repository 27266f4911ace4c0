// Fewer classes for the same question: two dimensions that the roots see only together become one, with an option for
// every combination of answers they can give. What is merged is still exact; every class stands for classes before.
import { copyNode, finish, graphBuilder, type Builder } from "./builder.ts";
import type { Graph, GraphNode } from "./graph.ts";

export interface Merged {
  readonly graph: Graph;
  readonly roots: readonly number[];
  /** How many options each dimension has. */
  readonly sizes: readonly number[];
  /** A class of the dimensions before that this class stands for. */
  readonly expand: (choice: readonly number[]) => readonly number[];
}

export interface Asked {
  readonly roots: readonly number[];
  /** How many options each dimension has. */
  readonly sizes: readonly number[];
}

/** The same classes without the dimensions that nothing rests on. */
export function dropIdle(graph: Graph, { roots, sizes }: Asked): Merged {
  return withoutIdle({ graph, roots, sizes, expand: (choice) => choice });
}

/** Pairs with more combinations than this are left alone. */
const mostCombinations = 600;

/** Merges dimensions as long as that makes fewer classes; dimensions that nothing rests on vanish. */
export function mergeDimensions(graph: Graph, asked: Asked): Merged {
  let merged = dropIdle(graph, asked);
  for (let changed = true; changed;) {
    changed = false;
    for (let first = 0; first < merged.sizes.length; first += 1) {
      // What is merged takes the first's place, and is tried again with all the others.
      for (let pair = partnerOf(merged, first); pair; pair = partnerOf(merged, first)) {
        merged = joined(merged, pair);
        changed = true;
      }
    }
    merged = withoutIdle(merged);
  }
  return merged;
}

interface Pair {
  readonly first: number;
  readonly second: number;
  /** The merged option of every combination, `second` running fastest. */
  readonly option: Uint32Array;
  readonly options: number;
  /** What stands in the place of the members of the pair: by parent, the part of it that rests on the pair alone. */
  readonly parts: ReadonlyMap<number, Table>;
}

/** The truth of something for every combination: 0 or 1. */
type Table = Uint8Array;

/** The dimension that merges best with this one, if any does. */
function partnerOf(merged: Merged, first: number): Pair | undefined {
  const supports = supportsOf(merged);
  const gain = (p: Pair): number => p.option.length / p.options;
  let best: Pair | undefined;
  for (let second = 0; second < merged.sizes.length; second += 1) {
    const [rows, columns] = [merged.sizes[first] ?? 1, merged.sizes[second] ?? 1];
    if (second === first || rows === 1 || columns === 1 || rows * columns > mostCombinations) continue;
    const pair = pairOf(merged, { first, second, supports });
    if (gain(pair) > (best ? gain(best) : 1)) best = pair;
  }
  return best;
}

/** The dimensions each node rests on, as bits. */
function supportsOf({ graph }: Merged): readonly bigint[] {
  const supports: bigint[] = [];
  for (const node of graph.nodes) {
    if (node.kind === "literal") supports.push(1n << BigInt(node.dimension));
    else if (node.kind === "not") supports.push(supports[node.child] ?? 0n);
    else if (node.kind === "constant") supports.push(0n);
    else supports.push(node.children.reduce((all, c) => all | (supports[c] ?? 0n), 0n));
  }
  return supports;
}

/** Whether a node rests on two dimensions and on no other; a constant rests on none. */
function insideOf(supports: readonly bigint[], first: number, second: number): (id: number) => boolean {
  const both = (1n << BigInt(first)) | (1n << BigInt(second));
  return (id) => {
    const support = supports[id] ?? 0n;
    return support !== 0n && (support & ~both) === 0n;
  };
}

function pairOf(
  merged: Merged,
  about: { readonly first: number; readonly second: number; readonly supports: readonly bigint[] },
): Pair {
  const { graph, roots, sizes } = merged;
  const { first, second, supports } = about;
  const isInside = insideOf(supports, first, second);
  const [rows, columns] = [sizes[first] ?? 1, sizes[second] ?? 1];
  const combinations = rows * columns;
  // The truth of every node that rests on the pair alone, for every combination.
  const tables = new Map<number, Table>();
  const parts = new Map<number, Table>();
  graph.nodes.forEach((node, id) => {
    if (isInside(id)) {
      tables.set(id, tableOf(node));
      return;
    }
    if (node.kind !== "and" && node.kind !== "or") return;
    const inside = node.children.filter(isInside);
    if (inside.length > 0) parts.set(id, combined(node.kind, inside));
  });
  roots.forEach((root, i) => {
    if (isInside(root)) parts.set(-1 - i, tables.get(root) ?? new Uint8Array(combinations));
  });
  // Combinations are told apart by one part after the other.
  const option = new Uint32Array(combinations);
  let options = 1;
  for (const part of parts.values()) {
    const told = new Map<number, number>();
    for (let i = 0; i < combinations; i += 1) {
      const key = 2 * (option[i] ?? 0) + (part[i] ?? 0);
      const known = told.get(key) ?? told.size;
      told.set(key, known);
      option[i] = known;
    }
    options = told.size;
  }
  return { first, second, option, options, parts };

  function tableOf(node: GraphNode): Table {
    const table = new Uint8Array(combinations);
    if (node.kind === "literal") {
      const isFirst = node.dimension === first;
      for (let i = 0; i < combinations; i += 1)
        table[i] = node.options[isFirst ? Math.floor(i / columns) : i % columns] ? 1 : 0;
      return table;
    }
    if (node.kind === "not") {
      const child = tables.get(node.child) ?? table;
      for (let i = 0; i < combinations; i += 1) table[i] = child[i] === 1 ? 0 : 1;
      return table;
    }
    return node.kind === "constant" ? table : combined(node.kind, node.children);
  }

  function combined(kind: "and" | "or", children: readonly number[]): Table {
    const table = new Uint8Array(combinations).fill(kind === "and" ? 1 : 0);
    for (const child of children) {
      const own = tables.get(child);
      if (!own) continue;
      for (let i = 0; i < combinations; i += 1)
        table[i] = kind === "and" ? (table[i] ?? 0) & (own[i] ?? 0) : (table[i] ?? 0) | (own[i] ?? 0);
    }
    return table;
  }
}

/** The pair as one dimension, in the place of the first. */
function joined(merged: Merged, pair: Pair): Merged {
  const { graph, roots, sizes } = merged;
  const { first, second, option, options, parts } = pair;
  const columns = sizes[second] ?? 1;
  const example = Array.from({ length: options }, (_, o) => option.indexOf(o));
  const builder = graphBuilder();
  const literal = (table: Table): number =>
    builder.literal(
      first,
      example.map((combination) => table[combination] === 1),
    );
  const isInside = insideOf(supportsOf(merged), first, second);
  const places = copyNodes(graph, builder, (id, node, at) => {
    const part = parts.get(id);
    if (isInside(id)) return 0;
    if (part === undefined || (node.kind !== "and" && node.kind !== "or")) return undefined;
    const outside = node.children.filter((c) => !isInside(c)).map(at);
    return node.kind === "and"
      ? builder.and([...outside, literal(part)])
      : builder.or([...outside, literal(part)]);
  });
  const newRoots = roots.map((root, i) => {
    const part = parts.get(-1 - i);
    return part ? literal(part) : (places[root] ?? 0);
  });
  return {
    ...finish(builder, newRoots),
    sizes: sizes.map((s, d) => (d === first ? options : d === second ? 1 : s)),
    expand: (choice) => {
      const combination = example[choice[first] ?? 0] ?? 0;
      return merged.expand(
        choice.map((c, d) =>
          d === first ? Math.floor(combination / columns) : d === second ? combination % columns : c,
        ),
      );
    },
  };
}

/** Copies every node, or puts what `instead` says in its place; returns where each went. */
function copyNodes(
  graph: Graph,
  builder: Builder,
  instead: (id: number, node: GraphNode, at: (id: number) => number) => number | undefined,
): readonly number[] {
  const places: number[] = [];
  const at = (id: number): number => places[id] ?? 0;
  graph.nodes.forEach((node, id) => {
    places.push(instead(id, node, at) ?? copyNode(builder, node, at));
  });
  return places;
}

/** Without the dimensions that no literal names. */
function withoutIdle(merged: Merged): Merged {
  const named = new Set(merged.graph.nodes.flatMap((n) => (n.kind === "literal" ? [n.dimension] : [])));
  const kept = merged.sizes.flatMap((_, d) => (named.has(d) ? [d] : []));
  const places = new Map(kept.map((d, i) => [d, i]));
  return {
    graph: {
      nodes: merged.graph.nodes.map((n) =>
        n.kind === "literal" ? { ...n, dimension: places.get(n.dimension) ?? 0 } : n,
      ),
    },
    roots: merged.roots,
    sizes: kept.map((d) => merged.sizes[d] ?? 1),
    expand: (choice) =>
      merged.expand(
        merged.sizes.map((_, d) => {
          const place = places.get(d);
          return place === undefined ? 0 : (choice[place] ?? 0);
        }),
      ),
  };
}
