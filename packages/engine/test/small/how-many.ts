// How much of something random a test looks at: `JUMELAGE_LONG=1` is the long run, `CASES=n` a number of one's own.

export const isLong = process.env["JUMELAGE_LONG"] === "1";

export function howMany({ quick, long }: { readonly quick: number; readonly long: number }): number {
  return Number(process.env["CASES"] ?? (isLong ? long : quick));
}

/** Which share of lists this run looks at (`SEED` chooses): another one each time. */
const turn = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** Every so many of a list that is too long for every run, beginning anywhere, and at least one; all of it in the long run. */
export function shareOf<T>(list: readonly T[], { everyNth }: { readonly everyNth: number }): readonly T[] {
  if (isLong) return list;
  const step = Math.min(everyNth, list.length);
  return list.filter((_, i) => (i + turn) % step === 0);
}
