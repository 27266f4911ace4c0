// The fewest sets that together hold everything: exactly while the search stays short, otherwise a set none of whose
// members can be spared. It says which.

export interface Cover {
  /** Places in the list of sets, in its order. */
  readonly chosen: readonly number[];
  /** Proved to be the fewest. */
  readonly exact: boolean;
}

/** How many steps an exact search may take. */
export const searchSteps = 200_000;

/** Covers every element that some set holds. Elements are whole numbers from 0. */
export function smallestCover(sets: readonly (readonly number[])[], steps = searchSteps): Cover {
  const holders = new Map<number, number[]>();
  sets.forEach((set, i) => {
    for (const element of new Set(set)) holders.set(element, [...(holders.get(element) ?? []), i]);
  });
  // An element whose holders all hold another one is covered with that other one.
  const rows = minimal([...holders.values()]);
  const greedy = spare(rows, greedily(rows));
  const search = { best: greedy, left: steps };
  branch(rows, [], search);
  return { chosen: [...search.best].sort((a, b) => a - b), exact: search.left > 0 };
}

/** Rows that hold no other row, each once. */
function minimal(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const sorted = [...new Map(rows.map((r) => [r.join(), r])).values()].sort((a, b) => a.length - b.length);
  const kept: ReadonlySet<number>[] = [];
  for (const row of sorted) {
    const own = new Set(row);
    if (!kept.some((other) => [...other].every((i) => own.has(i)))) kept.push(own);
  }
  return kept.map((row) => [...row]);
}

function greedily(rows: readonly (readonly number[])[]): readonly number[] {
  const chosen: number[] = [];
  let open = rows;
  while (open.length > 0) {
    const best = mostCommon(open);
    chosen.push(best);
    open = open.filter((row) => !row.includes(best));
  }
  return chosen;
}

function mostCommon(rows: readonly (readonly number[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) for (const i of row) counts.set(i, (counts.get(i) ?? 0) + 1);
  let [best, most] = [0, 0];
  for (const [i, count] of counts)
    if (count > most || (count === most && i < best)) [best, most] = [i, count];
  return best;
}

/** Takes out, one after another, whatever the rest covers already. */
function spare(rows: readonly (readonly number[])[], chosen: readonly number[]): readonly number[] {
  return chosen.reduceRight<readonly number[]>((kept, candidate) => {
    const rest = kept.filter((i) => i !== candidate);
    return rows.every((row) => row.some((i) => rest.includes(i))) ? rest : kept;
  }, chosen);
}

interface Search {
  best: readonly number[];
  left: number;
}

/** Branches on the hardest row; rows without a common member each need one of their own, which bounds from below. */
function branch(open: readonly (readonly number[])[], chosen: readonly number[], search: Search): void {
  if (search.left <= 0) return;
  search.left -= 1;
  if (open.length === 0) {
    if (chosen.length < search.best.length) search.best = chosen;
    return;
  }
  if (chosen.length + apart(open) >= search.best.length) return;
  const hardest = open.reduce((a, b) => (b.length < a.length ? b : a));
  const gain = (i: number): number => open.filter((row) => row.includes(i)).length;
  const order = [...hardest].sort((a, b) => gain(b) - gain(a));
  order.forEach((i, place) => {
    // Those tried before are not needed again: with one of them the answer was looked for already.
    const tried = order.slice(0, place);
    const rest = open.filter((row) => !row.includes(i)).map((row) => row.filter((j) => !tried.includes(j)));
    if (rest.every((row) => row.length > 0)) branch(rest, [...chosen, i], search);
  });
}

function apart(rows: readonly (readonly number[])[]): number {
  const used = new Set<number>();
  let count = 0;
  for (const row of [...rows].sort((a, b) => a.length - b.length)) {
    if (row.some((i) => used.has(i))) continue;
    for (const i of row) used.add(i);
    count += 1;
  }
  return count;
}
