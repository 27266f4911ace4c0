// A boolean graph over the classes of persons: nodes shared wherever they say the same (hash-consed), children before
// parents. It knows nothing of facts or rule sets; whatever runs or proves a rule set may be built from it.

export type GraphNode =
  | { readonly kind: "constant"; readonly value: boolean }
  /** True when the dimension's option is one of these. */
  | { readonly kind: "literal"; readonly dimension: number; readonly options: readonly boolean[] }
  | { readonly kind: "and" | "or"; readonly children: readonly number[] }
  | { readonly kind: "not"; readonly child: number };

/** Children stand before their parents; node 0 is false, node 1 is true. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
}

export const never = 0;
export const always = 1;

/** The children of a node. */
export function childrenOfNode(node: GraphNode): readonly number[] {
  if (node.kind === "and" || node.kind === "or") return node.children;
  return node.kind === "not" ? [node.child] : [];
}

/** Whether each node is true when every dimension has the chosen option. */
export function valuesOf(graph: Graph, choice: readonly number[]): readonly boolean[] {
  const values: boolean[] = [];
  const at = (id: number): boolean => values[id] ?? false;
  for (const node of graph.nodes) {
    switch (node.kind) {
      case "constant":
        values.push(node.value);
        break;
      case "literal":
        values.push(node.options[choice[node.dimension] ?? 0] ?? false);
        break;
      case "and":
        values.push(node.children.every(at));
        break;
      case "or":
        values.push(node.children.some(at));
        break;
      case "not":
        values.push(!at(node.child));
        break;
      default:
        node satisfies never;
    }
  }
  return values;
}

/** The nodes that the roots rest on, themselves included. */
export function reachableFrom(graph: Graph, roots: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = graph.nodes[id];
    if (found.has(id) || !node) continue;
    found.add(id);
    open.push(...childrenOfNode(node));
  }
  return found;
}
