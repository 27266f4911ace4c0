// A small seeded source of chance for random tests, so that a failure can be replayed from its seed.

export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with the given probability. */
  flip(probability?: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Some of a list, in its order; possibly none, possibly all. */
  some<T>(from: readonly T[]): T[];
}

/** The seed of this run: fresh, unless the environment variable SEED asks for one. */
export function freshSeed(): number {
  const asked = Number(process.env["SEED"]);
  return Number.isInteger(asked) && asked > 0
    ? asked
    : Math.trunc(performance.timeOrigin + performance.now() * 1000) % 2 ** 31;
}

/** Mulberry32, after Tommy Ettinger's public-domain generator. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const flip = (probability = 0.5): boolean => next() < probability;
  return {
    next,
    int,
    flip,
    pick: <T>(from: readonly T[]): T => {
      const picked = from[int(0, from.length - 1)];
      if (picked === undefined) throw new Error("nothing to pick from");
      return picked;
    },
    some: <T>(from: readonly T[]): T[] => {
      const share = next();
      return from.filter(() => flip(share));
    },
  };
}
