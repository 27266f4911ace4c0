// A seeded source of chance: the same seed gives the same cases on every machine.

export interface Chance {
  /** A whole number from 0 to n − 1. */
  below(n: number): number;
  /** True in `share` of cases. */
  often(share: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** `size` distinct items in random order. */
  some<T>(items: readonly T[], size: number): T[];
}

/** Mulberry32, a small well-mixed generator in the public domain (Tommy Ettinger). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 15), z | 1);
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
    return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  };
  return {
    below,
    pick,
    often: (share) => next() < share,
    weighted(weights) {
      const entries = Object.entries<number>(weights);
      let at = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const chosen = entries.find(([, weight]) => (at -= weight) < 0) ?? entries[0];
      return chosen?.[0] as keyof typeof weights;
    },
    some(items, size) {
      const rest = [...items];
      return Array.from(
        { length: Math.min(size, rest.length) },
        () => rest.splice(below(rest.length), 1)[0] as never,
      );
    },
  };
}

/** A seed that nobody chose: for tests that print it. */
export function freshSeed(): number {
  return Math.floor(Math.random() * 2 ** 31);
}
