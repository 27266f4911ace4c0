// The few statistics the table is made of. No means: one descheduled burst on a shared machine would spoil them.

/** The value below which the share `q` (0 to 1) of the values lies, between neighbours by proportion. */
export function quantile(values: readonly number[], q: number): number {
  if (values.length === 0 || q < 0 || q > 1)
    throw new RangeError(`no quantile ${q} of ${values.length} values`);
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? 0;
  return low + (high - low) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The median of the ratios of pairs measured side by side: what slows a whole round down does not move it. */
export function medianRatio(values: readonly number[], references: readonly number[]): number {
  if (values.length !== references.length) throw new RangeError("ratios need one reference for each value");
  return median(values.map((value, i) => value / (references[i] ?? Number.NaN)));
}
