// How much of something random a test looks at: `JUMELAGE_LONG=1` is the long run, `CASES=n` a number of one's own.

export const isLong = process.env["JUMELAGE_LONG"] === "1";

export function howMany({ quick, long }: { readonly quick: number; readonly long: number }): number {
  return Number(process.env["CASES"] ?? (isLong ? long : quick));
}
