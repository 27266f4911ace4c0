// Merging dimensions loses nobody and adds nobody: the merged graph says of a class what the graph says of the class it
// stands for, and whatever roots say together of some class they say of some class of the other.
import { describe, expect, it, test } from "vitest";
import { chanceFrom, everyChoice, freshSeed, someGraph } from "../../test/small/index.ts";
import { finish, graphBuilder, type Builder } from "./builder.ts";
import { always, never, valuesOf, type Graph } from "./graph.ts";
import { dropIdle, mergeDimensions, type Merged } from "./merge.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

/** What the roots say of a class, as text. */
const saying = (graph: Graph, roots: readonly number[], choice: readonly number[]): string => {
  const values = valuesOf(graph, choice);
  return roots.map((root) => Number(values[root])).join("");
};

it(`merged graphs answer alike (SEED=${seed})`, () => {
  const chance = chanceFrom(seed);
  let smaller = 0;
  for (let i = 0; i < 150; i += 1) {
    const { graph, root, sizes, only } = someGraph(chance, 200);
    const merged = mergeDimensions(graph, { roots: [root], sizes });
    const before = everyChoice(sizes).map((c) => valuesOf(graph, c)[root] ?? false);
    let somebody = false;
    for (const choice of everyChoice(merged.sizes)) {
      const is = valuesOf(merged.graph, choice)[merged.roots[0] ?? 0] ?? false;
      const stands = merged.expand(choice);
      expect(valuesOf(graph, stands)[root], `SEED=${seed} ${i}`).toBe(is);
      if (is && only) expect(stands).toEqual(only);
      somebody ||= is;
    }
    expect(somebody, `SEED=${seed} ${i}`).toBe(before.includes(true));
    if (product(merged.sizes) < before.length) smaller += 1;
  }
  expect(smaller).toBeGreaterThan(30);
});

it(`several roots keep saying together what they said (SEED=${seed})`, () => {
  const chance = chanceFrom(seed);
  for (let i = 0; i < 60; i += 1) {
    const { graph, root, sizes } = someGraph(chance, 60);
    const more = [0, 1, 2].map(() => chance.below(graph.nodes.length));
    const roots = [root, ...more.slice(chance.below(3)), always, never];
    const before = new Set(everyChoice(sizes).map((c) => saying(graph, roots, c)));
    for (const merge of [mergeDimensions, dropIdle]) {
      const merged = merge(graph, { roots, sizes });
      const after = everyChoice(merged.sizes).map((c) => {
        const says = saying(merged.graph, merged.roots, c);
        expect(saying(graph, roots, merged.expand(c)), `SEED=${seed} ${i}`).toBe(says);
        return says;
      });
      expect(new Set(after), `SEED=${seed} ${i}`).toEqual(before);
    }
  }
});

it(`what is merged is merged as far as it can be (SEED=${seed})`, () => {
  const chance = chanceFrom(seed);
  for (let i = 0; i < 60; i += 1) {
    const { graph, root, sizes } = someGraph(chance, 200);
    const merged = mergeDimensions(graph, { roots: [root], sizes });
    expect(mergeDimensions(merged.graph, merged).sizes, `SEED=${seed} ${i}`).toEqual(merged.sizes);
  }
});

/** Dimensions of so many options, with what is made of a literal of each: its option is not the first. */
function merging(
  sizes: readonly number[],
  roots: (builder: Builder, literals: readonly number[]) => readonly number[],
): {
  readonly merged: Merged;
  readonly idle: Merged;
  readonly asked: { graph: Graph; roots: readonly number[] };
} {
  const builder = graphBuilder();
  const literals = sizes.map((size, d) =>
    builder.literal(
      d,
      Array.from({ length: size }, (_, option) => option > 0),
    ),
  );
  const asked = finish(builder, roots(builder, literals));
  return {
    asked,
    merged: mergeDimensions(asked.graph, { roots: asked.roots, sizes }),
    idle: dropIdle(asked.graph, { roots: asked.roots, sizes }),
  };
}

describe("how far", () => {
  type Roots = (b: Builder, of: readonly number[]) => readonly number[];
  const cases: readonly (readonly [string, readonly number[], readonly number[], Roots])[] = [
    ["two that count only together", [2, 2], [2], (b, [x = 0, y = 0]) => [b.and([x, y])]],
    ["two that count only together, or not", [2, 2], [2], (b, [x = 0, y = 0]) => [b.not(b.or([x, y]))]],
    [
      "whether two differ",
      [2, 2],
      [2],
      (b, [x = 0, y = 0]) => [b.or([b.and([x, b.not(y)]), b.and([y, b.not(x)])])],
    ],
    [
      "a pair of pairs",
      [2, 2, 2, 2],
      [2],
      (b, [w = 0, x = 0, y = 0, z = 0]) => [b.or([b.and([w, x]), b.and([y, z])])],
    ],
    ["options that count for the same", [5, 7], [2], (b, [x = 0, y = 0]) => [b.and([x, y])]],
    ["two that count each for itself", [2, 2], [2, 2], (_, [x = 0, y = 0]) => [x, y]],
    ["one of them by itself as well", [2, 2], [3], (b, [x = 0, y = 0]) => [x, b.and([x, y])]],
    // Of y with x only whether both, and y itself; with z likewise.
    ["a chain", [2, 2, 2], [5], (b, [x = 0, y = 0, z = 0]) => [b.and([x, y]), b.and([y, z]), y]],
    ["nothing that counts", [2, 3], [], () => [always, never]],
    ["one of two that counts", [2, 3], [3], (_, [, y = 0]) => [y]],
    ["as many combinations as are gone through", [30, 20], [2], (b, [x = 0, y = 0]) => [b.and([x, y])]],
    ["more combinations than that", [30, 21], [30, 21], (b, [x = 0, y = 0]) => [b.and([x, y])]],
  ];
  test.each(cases)("%s", (_, sizes, expected, roots) => {
    const { merged, asked } = merging(sizes, roots);
    expect(merged.sizes).toEqual(expected);
    for (const choice of everyChoice(merged.sizes))
      expect(saying(merged.graph, merged.roots, choice)).toBe(
        saying(asked.graph, asked.roots, merged.expand(choice)),
      );
  });
});

describe("dropping what is idle", () => {
  test("renumbers the others, and expands to the first option of what was dropped", () => {
    const { idle } = merging([2, 3, 4], (b, [, y = 0, z = 0]) => [b.and([y, z])]);
    expect(idle.sizes).toEqual([3, 4]);
    expect(idle.expand([2, 3])).toEqual([0, 2, 3]);
    expect(idle.graph.nodes.slice(2, 4)).toEqual([
      { kind: "literal", dimension: 0, options: [false, true, true] },
      { kind: "literal", dimension: 1, options: [false, true, true, true] },
    ]);
  });

  test("merges nothing, and leaves alone what all counts", () => {
    const { idle, asked } = merging([2, 3], (b, [x = 0, y = 0]) => [b.and([x, y])]);
    expect(idle.sizes).toEqual([2, 3]);
    expect(idle.graph).toEqual(asked.graph);
    expect(idle.expand([1, 2])).toEqual([1, 2]);
  });
});

const product = (sizes: readonly number[]): number => sizes.reduce((a, b) => a * b, 1);
