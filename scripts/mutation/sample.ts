// A sample spread evenly: as many stretches of the same length as mutants are wanted, and one by chance from each.
import { chanceFrom } from "../../packages/engine/test/arbitraries/chance.ts";

/** In the order of `items`; all of them when no more than `size`. Neighbours share a file, so every file has its share. */
export function spreadSample<T>(items: readonly T[], size: number, seed: number): readonly T[] {
  if (size >= items.length) return items;
  const chance = chanceFrom(seed);
  return Array.from({ length: size }, (_, i) => {
    const from = Math.floor((i * items.length) / size);
    const to = Math.floor(((i + 1) * items.length) / size);
    return chance.pick(items.slice(from, to));
  });
}
