// Lists of ids, each exactly as long as it has to be: they are most of what a result is made of.

/** The ids at the first so many places of a list, in a list of their own. */
export function idsAt(ids: readonly string[], places: Int32Array, count: number): string[] {
  // Written out, a short list is made in one go; grown one by one it would be too long, and made several times.
  switch (count) {
    case 0:
      return [];
    case 1:
      return [at(ids, places, 0)];
    case 2:
      return [at(ids, places, 0), at(ids, places, 1)];
    case 3:
      return [at(ids, places, 0), at(ids, places, 1), at(ids, places, 2)];
    case 4:
      return [at(ids, places, 0), at(ids, places, 1), at(ids, places, 2), at(ids, places, 3)];
    default: {
      // oxlint-disable-next-line unicorn/no-new-array -- made as long as it has to be, where `from` would go through it twice
      const found = new Array<string>(count);
      for (let i = 0; i < count; i++) found[i] = at(ids, places, i);
      return found;
    }
  }
}

function at(ids: readonly string[], places: Int32Array, i: number): string {
  return ids[places[i] ?? 0] ?? "";
}
