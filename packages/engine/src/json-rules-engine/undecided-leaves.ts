// What an unknown verdict rests on, read off the two result trees of a criterion side by side.

/** A node of a result tree of json-rules-engine, as far as it is read here. */
export interface ResultNode {
  readonly name?: string;
  readonly result?: boolean;
  readonly all?: readonly ResultNode[];
  readonly any?: readonly ResultNode[];
}

/**
 * The names of the undecided leaves below a pair of nodes: leaves that may hold but need not, under groups of which
 * the same is true. The library leaves `result` off the root node: pass the root with its rule's result.
 */
export function* undecidedLeaves(must: ResultNode, may: ResultNode): Generator<string> {
  if (must.result === true || may.result !== true) return;
  if (may.name !== undefined) {
    yield may.name;
    return;
  }
  const below = childrenOf(may);
  for (const [i, child] of childrenOf(must).entries()) {
    const other = below[i];
    if (other === undefined) throw new Error("the two rules of a criterion differ in shape");
    yield* undecidedLeaves(child, other);
  }
}

function childrenOf(node: ResultNode): readonly ResultNode[] {
  return node.all ?? node.any ?? [];
}
