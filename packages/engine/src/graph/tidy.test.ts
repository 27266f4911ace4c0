// Graphs say everything once and as plainly as the builder knows how: what is not tidy is still right, and makes every
// answer dearer.
import { describe, expect, it } from "vitest";
import { chanceFrom, freshSeed, someGraph, someQuestions } from "../../test/small/index.ts";
import { programs } from "../../test/reference-programs.ts";
import { standardQuestions } from "../question/index.ts";
import { graphOf, ruleSetGraph } from "./graph-of.ts";
import { always, childrenOfNode, never, reachableFrom, type Graph } from "./graph.ts";
import { dropIdle, mergeDimensions } from "./merge.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

/** What is untidy in a graph, one sentence for each. */
function untidy(graph: Graph, roots: readonly number[], sizes: readonly number[]): readonly string[] {
  const { nodes } = graph;
  const reached = new Set(reachableFrom(graph, [never, always, ...roots]));
  const seen = new Map<string, number>();
  const opposite = (id: number): string => {
    const node = nodes[id];
    if (node?.kind === "not") return JSON.stringify(nodes[node.child]);
    if (node?.kind === "literal") return JSON.stringify({ ...node, options: node.options.map((o) => !o) });
    return JSON.stringify({ kind: "not", child: id });
  };
  return nodes.flatMap((node, id) => {
    const wrong: string[] = [];
    const say = (is: boolean, what: string): void =>
      void (is && wrong.push(`${id} ${what}: ${JSON.stringify(node)}`));
    const text = JSON.stringify(node);
    say(seen.has(text), "is there twice");
    seen.set(text, id);
    say(!reached.has(id), "rests under no root");
    say(
      childrenOfNode(node).some((c) => c >= id),
      "comes before its children",
    );
    say(node.kind === "constant" && id !== (node.value ? always : never), "is a second constant");
    if (node.kind === "literal") {
      say(node.options.length !== sizes[node.dimension], "has not its dimension's options");
      say(new Set(node.options).size < 2, "says nothing");
    }
    if (node.kind === "not") {
      const child = nodes[node.child]?.kind;
      say(child === "not" || child === "literal" || child === "constant", "denies what has an opposite");
    }
    if (node.kind === "and" || node.kind === "or") {
      const children = node.children.map((c) => nodes[c]);
      say(node.children.length < 2, "has no two children");
      say(
        node.children.some((c, i) => i > 0 && c <= (node.children[i - 1] ?? 0)),
        "has children in disorder",
      );
      say(
        children.some((c) => c?.kind === "constant"),
        "has a constant child",
      );
      const dimensions = children.flatMap((c) => (c?.kind === "literal" ? [c.dimension] : []));
      say(new Set(dimensions).size < dimensions.length, "reads a dimension twice");
      const texts = children.map((c) => JSON.stringify(c));
      say(
        node.children.some((c) => texts.includes(opposite(c))),
        "has a child and its opposite",
      );
      const absorbed = children.some(
        (c) =>
          (c?.kind === "and" || c?.kind === "or") &&
          c.kind !== node.kind &&
          c.children.some((grandchild) => node.children.includes(grandchild)),
      );
      say(absorbed, "has a child that another implies");
    }
    return wrong;
  });
}

describe(`graphs (SEED=${seed})`, () => {
  it("of random questions are tidy, and so are merged ones, which have no more classes", () => {
    let place = -1;
    for (const { question } of someQuestions(chanceFrom(seed), 200, 300)) {
      place += 1;
      const made = graphOf(question);
      if ("unmodelled" in made) continue;
      const sizes = made.space.dimensions.map((d) => d.options.length);
      const where = `SEED=${seed} case ${place}`;
      expect(untidy(made.graph, [made.root], sizes), where).toEqual([]);
      for (const smaller of [dropIdle, mergeDimensions]) {
        const merged = smaller(made.graph, { roots: [made.root], sizes });
        expect(untidy(merged.graph, merged.roots, merged.sizes), where).toEqual([]);
        expect(idle(merged.graph, merged.sizes), where).toEqual([]);
        expect(product(merged.sizes), where).toBeLessThanOrEqual(product(sizes));
      }
    }
  });

  it("of the reference programs and their standard questions are tidy", () => {
    for (const { ruleSet } of programs) {
      const made = ruleSetGraph(ruleSet);
      if ("unmodelled" in made) throw new Error(made.unmodelled);
      const sizes = made.space.dimensions.map((d) => d.options.length);
      const roots = [
        ...[...made.decisions.values()].flatMap((d) =>
          Object.values(d).flatMap((nodes) => [...nodes.values()]),
        ),
        ...[...made.criteria.values()].flatMap((c) => [c.isTrue, c.isUnknown]),
      ];
      expect(untidy(made.graph, roots, sizes)).toEqual([]);
      for (const { question } of standardQuestions(ruleSet)) {
        const asked = graphOf(question);
        if ("unmodelled" in asked) throw new Error(asked.unmodelled);
        expect(
          untidy(
            asked.graph,
            [asked.root],
            asked.space.dimensions.map((d) => d.options.length),
          ),
        ).toEqual([]);
      }
    }
  });

  it("made at random are tidy", () => {
    const chance = chanceFrom(seed);
    for (let i = 0; i < 200; i += 1) {
      const { graph, root, sizes } = someGraph(chance, 200);
      expect(untidy(graph, [root], sizes), `SEED=${seed} ${i}`).toEqual([]);
    }
  });
});

const product = (sizes: readonly number[]): number => sizes.reduce((all, size) => all * size, 1);

/** The dimensions that no literal reads. */
function idle({ nodes }: Graph, sizes: readonly number[]): readonly number[] {
  const read = new Set(nodes.flatMap((n) => (n.kind === "literal" ? [n.dimension] : [])));
  return sizes.flatMap((_, d) => (read.has(d) ? [] : [d]));
}
