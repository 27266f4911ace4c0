// Sets of whole numbers as sorted, disjoint intervals: numbers, dates, the members of an enum and the outcomes of a
// decision are all read as such, so that "implies" and "contradicts" become "is part of" and "has nothing in common".

/** Closed intervals `[from, to]`, ascending, with a gap of at least one between them. */
export type ValueSet = readonly (readonly [from: number, to: number])[];

export const nothing: ValueSet = [];

/** Without an end it reaches as far as there are numbers: no end is a number itself. */
export function interval(from: number, to: number): ValueSet {
  return from <= to && from < Infinity && to > -Infinity ? [[from, to]] : nothing;
}

/** The set of the given numbers. */
export function valuesOf(numbers: readonly number[]): ValueSet {
  const merged: [number, number][] = [];
  for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = merged.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else merged.push([n, n]);
  }
  return merged;
}

export function common(a: ValueSet, b: ValueSet): ValueSet {
  return a.flatMap(([from, to]) =>
    b.flatMap(([f, t]) =>
      Math.max(from, f) <= Math.min(to, t) ? [[Math.max(from, f), Math.min(to, t)] as const] : [],
    ),
  );
}

/** What of `domain` is not in `a`. */
export function without(domain: ValueSet, a: ValueSet): ValueSet {
  return a.reduce<ValueSet>(
    (rest, [from, to]) =>
      rest.flatMap(([f, t]) => [...interval(f, Math.min(t, from - 1)), ...interval(Math.max(f, to + 1), t)]),
    domain,
  );
}

export function isPartOf(a: ValueSet, b: ValueSet): boolean {
  return a.every(([from, to]) => b.some(([f, t]) => f <= from && to <= t));
}
