// Merging dimensions loses nobody and adds nobody: the merged graph says of a class what the graph says of the class it
// stands for, and some class is asked for in one exactly when some class is in the other.
import { expect, it } from "vitest";
import { chanceFrom, freshSeed, someGraph } from "../../test/small/index.ts";
import { mergeDimensions } from "./merge.ts";
import { valuesOf } from "./graph.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

it(`merged graphs answer alike (SEED=${seed})`, () => {
  const chance = chanceFrom(seed);
  let smaller = 0;
  for (let i = 0; i < 150; i += 1) {
    const { graph, root, sizes, only } = someGraph(chance, 200);
    const merged = mergeDimensions(graph, { roots: [root], sizes });
    const before = [...choices(sizes)].map((c) => valuesOf(graph, c)[root] ?? false);
    let somebody = false;
    for (const choice of choices(merged.sizes)) {
      const is = valuesOf(merged.graph, choice)[merged.roots[0] ?? 0] ?? false;
      const stands = merged.expand(choice);
      expect(valuesOf(graph, stands)[root], `SEED=${seed} ${i}`).toBe(is);
      if (is && only) expect(stands).toEqual(only);
      somebody ||= is;
    }
    expect(somebody, `SEED=${seed} ${i}`).toBe(before.includes(true));
    if (merged.sizes.reduce((a, b) => a * b, 1) < before.length) smaller += 1;
  }
  expect(smaller).toBeGreaterThan(30);
});

function* choices(sizes: readonly number[]): Generator<readonly number[]> {
  const total = sizes.reduce((a, b) => a * b, 1);
  for (let i = 0; i < total; i += 1) {
    let rest = i;
    yield sizes.map((size) => {
      const option = rest % size;
      rest = Math.floor(rest / size);
      return option;
    });
  }
}
