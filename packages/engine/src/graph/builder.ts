// Building a boolean graph: equal nodes are made once, and what is plainly true, false or absorbed is never made.
// Beside literals it takes atoms, placeholders that `replaceAtoms` puts nodes of another graph in the place of.
import { always, never, type Graph, type GraphNode } from "./graph.ts";

type Node = GraphNode | { readonly kind: "atom"; readonly atom: number };

export interface Builder {
  readonly nodes: readonly Node[];
  readonly literal: (dimension: number, options: readonly boolean[]) => number;
  readonly atom: (atom: number) => number;
  readonly and: (children: readonly number[]) => number;
  readonly or: (children: readonly number[]) => number;
  readonly not: (child: number) => number;
  /** At least `count` of the children. */
  readonly atLeast: (count: number, children: readonly number[]) => number;
}

export function graphBuilder(): Builder {
  const nodes: Node[] = [
    { kind: "constant", value: false },
    { kind: "constant", value: true },
  ];
  const made = new Map<string, number>();
  const opposites = new Map<number, number>([
    [never, always],
    [always, never],
  ]);
  const make = (key: string, node: Node): number => {
    const known = made.get(key);
    if (known !== undefined) return known;
    made.set(key, nodes.length);
    return nodes.push(node) - 1;
  };

  function literal(dimension: number, options: readonly boolean[]): number {
    if (!options.includes(true)) return never;
    if (!options.includes(false)) return always;
    const bits = (list: readonly boolean[]): string => list.map(Number).join("");
    const id = make(`l${dimension}:${bits(options)}`, { kind: "literal", dimension, options });
    const other = made.get(`l${dimension}:${bits(options.map((o) => !o))}`);
    if (other !== undefined) oppose(id, other);
    return id;
  }

  function oppose(a: number, b: number): void {
    opposites.set(a, b);
    opposites.set(b, a);
  }

  function not(child: number): number {
    const known = opposites.get(child);
    if (known !== undefined) return known;
    const node = nodes[child];
    const id =
      node?.kind === "literal"
        ? literal(
            node.dimension,
            node.options.map((o) => !o),
          )
        : make(`n${child}`, { kind: "not", child });
    oppose(child, id);
    return id;
  }

  /** `and` and `or` are each other's mirror: `zero` decides the group alone, `one` says nothing in it. */
  function group(kind: "and" | "or", children: readonly number[]): number {
    const [zero, one] = kind === "and" ? [never, always] : [always, never];
    const members = new Set(children);
    members.delete(one);
    mergeLiterals(kind, members);
    if (members.has(zero)) return zero;
    for (const id of members) {
      const opposite = opposites.get(id);
      if (opposite !== undefined && members.has(opposite)) return zero;
      const node = nodes[id];
      // Absorbed: x and (x or y) is x.
      if (node && (node.kind === "and" || node.kind === "or") && node.kind !== kind) {
        if (node.children.some((c) => members.has(c))) members.delete(id);
      }
    }
    const [first, ...rest] = [...members].toSorted((a, b) => a - b);
    if (first === undefined) return one;
    if (rest.length === 0) return first;
    const list = [first, ...rest];
    return make(`${kind}${list.join(",")}`, { kind, children: list });
  }

  /** Literals of one dimension are one literal. */
  function mergeLiterals(kind: "and" | "or", members: Set<number>): void {
    const byDimension = new Map<number, { readonly ids: number[]; options: readonly boolean[] }>();
    for (const id of members) {
      const node = nodes[id];
      if (node?.kind !== "literal") continue;
      const seen = byDimension.get(node.dimension);
      if (!seen) {
        byDimension.set(node.dimension, { ids: [id], options: node.options });
        continue;
      }
      seen.ids.push(id);
      seen.options = seen.options.map((o, i) =>
        kind === "and" ? o && node.options[i] === true : o || node.options[i] === true,
      );
    }
    for (const [dimension, { ids, options }] of byDimension) {
      if (ids.length === 1) continue;
      for (const id of ids) members.delete(id);
      members.add(literal(dimension, options));
    }
  }

  const and = (children: readonly number[]): number => group("and", children);
  const or = (children: readonly number[]): number => group("or", children);

  function atLeast(count: number, children: readonly number[]): number {
    const known = new Map<string, number>();
    const from = (place: number, needed: number): number => {
      if (needed <= 0) return always;
      if (children.length - place < needed) return never;
      const key = `${place},${needed}`;
      const earlier = known.get(key);
      if (earlier !== undefined) return earlier;
      const id = or([and([children[place] ?? never, from(place + 1, needed - 1)]), from(place + 1, needed)]);
      known.set(key, id);
      return id;
    };
    return from(0, count);
  }

  return {
    nodes,
    literal,
    and,
    or,
    not,
    atLeast,
    atom: (atom) => make(`a${atom}`, { kind: "atom", atom }),
  };
}

/** Copies what the roots rest on into another builder, with a node there for every atom; returns the new roots. */
export function replaceAtoms(
  from: Builder,
  { into, atom, roots }: { into: Builder; atom: (atom: number) => number; roots: readonly number[] },
): readonly number[] {
  const copied = new Map<number, number>();
  const needed = neededBy(from, roots);
  const at = (id: number): number => copied.get(id) ?? never;
  from.nodes.forEach((node, id) => {
    if (needed.has(id)) copied.set(id, node.kind === "atom" ? atom(node.atom) : copyNode(into, node, at));
  });
  return roots.map(at);
}

/** A node made again in a builder, with its children where `at` says they are. */
export function copyNode(into: Builder, node: GraphNode, at: (id: number) => number): number {
  switch (node.kind) {
    case "constant":
      return node.value ? always : never;
    case "literal":
      return into.literal(node.dimension, node.options);
    case "and":
      return into.and(node.children.map(at));
    case "or":
      return into.or(node.children.map(at));
    case "not":
      return into.not(at(node.child));
    default:
      return node satisfies never;
  }
}

/** The atoms that the roots rest on. */
export function atomsUnder(builder: Builder, roots: readonly number[]): readonly number[] {
  const needed = neededBy(builder, roots);
  return builder.nodes.flatMap((node, id) => (node.kind === "atom" && needed.has(id) ? [node.atom] : []));
}

/** The graph of what the roots rest on, without anything else, and the roots in it. */
export function finish(
  builder: Builder,
  roots: readonly number[],
): { readonly graph: Graph; readonly roots: readonly number[] } {
  const needed = neededBy(builder, [never, always, ...roots]);
  const nodes: GraphNode[] = [];
  const places = new Map<number, number>();
  const at = (id: number): number => places.get(id) ?? never;
  builder.nodes.forEach((node, id) => {
    if (!needed.has(id)) return;
    if (node.kind === "atom") throw new TypeError("an atom was not replaced");
    places.set(id, nodes.length);
    if (node.kind === "and" || node.kind === "or")
      nodes.push({ kind: node.kind, children: node.children.map(at) });
    else if (node.kind === "not") nodes.push({ kind: "not", child: at(node.child) });
    else nodes.push(node);
  });
  return { graph: { nodes }, roots: roots.map(at) };
}

function neededBy({ nodes }: Builder, roots: readonly number[]): ReadonlySet<number> {
  const needed = new Set(roots);
  for (let id = nodes.length - 1; id >= 0; id -= 1) {
    const node = nodes[id];
    if (!needed.has(id) || !node) continue;
    if (node.kind === "and" || node.kind === "or") for (const child of node.children) needed.add(child);
    if (node.kind === "not") needed.add(node.child);
  }
  return needed;
}
