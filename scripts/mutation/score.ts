// The mutation score of tried mutants, with what chance leaves open.

/** What became of a mutant: no test ran it, tests ran it and passed, one failed, or one did not come to its end. */
export type Fate = "no coverage" | "survived" | "killed" | "timeout";

export interface Score {
  readonly tried: number;
  readonly detected: number;
  /** From 0 to 1; 1 of none tried. */
  readonly share: number;
  /** Wilson's 95 % interval of the share in all mutants, for a sample; the share itself when all were tried. */
  readonly from: number;
  readonly to: number;
}

export const isDetected = (fate: Fate): boolean => fate === "killed" || fate === "timeout";

/** @param all how many mutants the tried ones were drawn from */
export function scoreOf(fates: readonly Fate[], all: number): Score {
  const tried = fates.length;
  const detected = fates.filter(isDetected).length;
  const share = tried === 0 ? 1 : detected / tried;
  const [from, to] = tried === all ? [share, share] : wilson(detected, tried);
  return { tried, detected, share, from, to };
}

/** Wilson's score interval at 95 % (E. B. Wilson, JASA 22, 1927), which is sound near 0 and 1 and for small samples. */
export function wilson(successes: number, trials: number): readonly [number, number] {
  if (trials === 0) return [0, 1];
  const z = 1.959964;
  const p = successes / trials;
  const scale = 1 + z ** 2 / trials;
  const middle = (p + z ** 2 / (2 * trials)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / trials + z ** 2 / (4 * trials ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
