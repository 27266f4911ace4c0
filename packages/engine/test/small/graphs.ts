// Random boolean graphs over dimensions, some of them true of one class only.
import { finish, graphBuilder } from "../../src/graph/builder.ts";
import type { Graph } from "../../src/graph/graph.ts";
import type { Chance } from "../arbitraries/chance.ts";

export interface SmallGraph {
  readonly graph: Graph;
  readonly root: number;
  readonly sizes: readonly number[];
  /** The only class where the root is true, where there is one by design. */
  readonly only?: readonly number[];
}

/** A graph over about so many classes; its root is no constant. */
export function someGraph(chance: Chance, classes: number): SmallGraph {
  for (;;) {
    const sizes: number[] = [];
    for (let left = classes; left > 1; left /= sizes.at(-1) ?? 2) sizes.push(2 + chance.below(6));
    const builder = graphBuilder();
    const literal = (dimension: number): number =>
      builder.literal(
        dimension,
        Array.from({ length: sizes[dimension] ?? 1 }, () => chance.often(0.6)),
      );
    const nodes = sizes.flatMap((_, d) => [literal(d), literal(d)]);
    for (let i = 0; i < 4 * sizes.length; i += 1) {
      const children = chance.some(nodes, 2 + chance.below(3));
      nodes.push(chance.often(0.5) ? builder.and(children) : builder.or(children));
      if (chance.often(0.3)) nodes.push(builder.not(nodes.at(-1) ?? 0));
    }
    const any = builder.and(nodes.slice(-1 - chance.below(4)));
    if (chance.often(0.4)) {
      const made = finish(builder, [any]);
      const [root = 0] = made.roots;
      if (root > 1) return { graph: made.graph, root, sizes };
      continue;
    }
    // True of one class: whatever else is asked of it is true of it anyway.
    const only = sizes.map((size) => chance.below(size));
    const exactly = builder.and(
      sizes.map((size, d) =>
        builder.or([
          builder.literal(
            d,
            Array.from({ length: size }, (_, option) => option === only[d]),
          ),
          builder.and([any, builder.not(any)]),
        ]),
      ),
    );
    const made = finish(builder, [builder.and([exactly, builder.or([any, exactly, builder.not(any)])])]);
    const [root = 0] = made.roots;
    if (root > 1) return { graph: made.graph, root, sizes, only };
  }
}
