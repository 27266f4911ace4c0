// Conditions as one graph of predicates: what says the same is one node, children stand before their parents, and
// negations are gone. Every way to run a rule set is made from it. The nodes know facts by their places only.

// In this order `all` is the least, `any` the greatest and negation the mirror image.
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;
export type Verdict3 = typeof FALSE | typeof UNKNOWN | typeof TRUE;

/** The two states of a decision that are no outcome. */
export const UNDETERMINED = -1;
export const SAFETY_UNKNOWN = -2;

/** The bits of some members within one word of a set. */
export interface Mask {
  /** The word, counted from the set's first. */
  readonly word: number;
  readonly bits: number;
}

export type Node =
  | { readonly kind: "constant"; readonly verdict: Verdict3 }
  /** A verdict for each row of a fact. */
  | { readonly kind: "rows"; readonly slot: number; readonly verdicts: readonly Verdict3[] }
  /** A number that no row stands for, beside a bound. */
  | {
      readonly kind: "compare";
      readonly slot: number;
      readonly operator: Comparison;
      readonly bound: number;
    }
  /** Some (`overlap`) or all (`inclusion`) of these members were chosen; when not `wanted`, the mirror image of that. */
  | {
      readonly kind: "overlap" | "inclusion";
      readonly slot: number;
      readonly masks: readonly Mask[];
      readonly wanted: boolean;
    }
  /** All, or any, of the children; at least two. */
  | { readonly kind: "all" | "any"; readonly children: readonly number[] }
  | { readonly kind: "atLeast"; readonly count: number; readonly children: readonly number[] }
  /** Every outcome that is possible in an earlier decision is among these places. */
  | { readonly kind: "outcomes"; readonly decision: number; readonly among: readonly number[] }
  /** An earlier decision is in one of these states: an outcome's place, or a computed state. */
  | { readonly kind: "states"; readonly decision: number; readonly among: readonly number[] };

export type Comparison =
  | "equal"
  | "notEqual"
  | "lessThan"
  | "lessThanInclusive"
  | "greaterThan"
  | "greaterThanInclusive";

export interface GraphBuilder {
  readonly nodes: readonly Node[];
  leaf(node: Exclude<Node, { children: unknown }>): number;
  all(children: readonly number[]): number;
  any(children: readonly number[]): number;
  atLeast(count: number, children: readonly number[]): number;
}

export function graphBuilder(): GraphBuilder {
  const nodes: Node[] = [];
  const known = new Map<string, number>();

  function place(node: Node): number {
    const key = JSON.stringify(node);
    let id = known.get(key);
    if (id === undefined) known.set(key, (id = nodes.push(node) - 1));
    return id;
  }

  const verdictOf = (id: number): Verdict3 | undefined => {
    const node = nodes[id];
    return node?.kind === "constant" ? node.verdict : undefined;
  };

  /** A group within a group of its kind is part of it, and what says nothing is left out. */
  function group(kind: "all" | "any", children: readonly number[]): number {
    const [idle, decisive]: readonly [Verdict3, Verdict3] = kind === "all" ? [TRUE, FALSE] : [FALSE, TRUE];
    const members = new Set<number>();
    for (const child of children) {
      if (verdictOf(child) === decisive) return child;
      const node = nodes[child];
      if (node?.kind === kind) for (const member of node.children) members.add(member);
      else if (verdictOf(child) !== idle) members.add(child);
    }
    const [only] = members;
    if (only === undefined) return place({ kind: "constant", verdict: idle });
    if (members.size === 1) return only;
    return place({ kind, children: [...members].sort((a, b) => a - b) });
  }

  return {
    nodes,
    leaf: place,
    all: (children) => group("all", children),
    any: (children) => group("any", children),
    atLeast(count, children) {
      const open = children.filter((c) => verdictOf(c) === undefined);
      const wanted = count - children.filter((c) => verdictOf(c) === TRUE).length;
      if (wanted <= 0) return place({ kind: "constant", verdict: TRUE });
      if (wanted > open.length) return place({ kind: "constant", verdict: FALSE });
      if (wanted === 1) return group("any", open);
      if (wanted === open.length) return group("all", open);
      return place({ kind: "atLeast", count: wanted, children: open });
    },
  };
}

/** The children of a node. */
export function childrenOf(node: Node): readonly number[] {
  return "children" in node ? node.children : [];
}
