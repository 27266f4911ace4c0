// Numbers as whole steps of 10^-scale, which can be counted exactly: what multiplying makes of 0.1 is not quite a whole
// number, so a bound is compared as the number it is.

/** The number that so many steps are. */
export function numberAt(step: number, scale: number): number {
  return Number((step / 10 ** scale).toFixed(scale));
}

/** The first and the last step in a range; both bounds are included when they are numbers of that scale. */
export function stepsIn(
  { min, max }: { readonly min: number; readonly max: number },
  scale: number,
): { readonly first: number; readonly last: number } {
  const unit = 10 ** scale;
  // Nearest is off by one at most.
  const low = Math.round(min * unit);
  const high = Math.round(max * unit);
  return {
    first: Number.isFinite(low) && numberAt(low, scale) < min ? low + 1 : low,
    last: Number.isFinite(high) && numberAt(high, scale) > max ? high - 1 : high,
  };
}
