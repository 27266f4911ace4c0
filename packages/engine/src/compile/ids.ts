// Lists of ids, each exactly as long as it has to be: they are most of what a result is made of.
import { lowestBit, wordsFor } from "./bits.ts";

/** The list of nobody and nothing. Every result that has an empty list has this one. */
export const noIds: string[] = frozen([]);

/** So many ids have few enough lists that each is made once. */
const mostShared = 8;

export interface IdLists {
  /** The ids whose bits are set, of at most 32 that there are. */
  readonly ofWord: (bits: number) => string[];
  /** The ids whose bits are set in so many words as there are for them. */
  readonly ofWords: (bits: Int32Array) => string[];
}

/**
 * Lists of some ids, in their order. A list that is empty, or of few ids, is made once, frozen, and shared by all results
 * that have it; any other is a fresh one.
 */
export function idLists(ids: readonly string[]): IdLists {
  const places = new Int32Array(ids.length);
  const made: (string[] | undefined)[] | undefined =
    ids.length > mostShared ? undefined : Array.from({ length: 2 ** ids.length }, () => undefined);
  const isOneWord = wordsFor(ids.length) === 1;

  function ofWord(bits: number): string[] {
    if (bits === 0) return noIds;
    if (made === undefined) return fresh(bits);
    return (made[bits] ??= frozen(fresh(bits)));
  }

  function fresh(bits: number): string[] {
    let count = 0;
    for (let rest = bits; rest !== 0; rest &= rest - 1) places[count++] = lowestBit(rest);
    return idsAt(ids, places, count);
  }

  return {
    ofWord,
    ofWords(bits) {
      if (isOneWord) return ofWord(bits[0] ?? 0);
      let count = 0;
      for (let word = 0; word < bits.length; word++)
        for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1)
          places[count++] = 32 * word + lowestBit(rest);
      return idsAt(ids, places, count);
    },
  };
}

/** A list that is shared, and therefore never written to. */
function frozen(list: string[]): string[] {
  return Object.freeze(list) as string[];
}

/** The ids at the first so many places of a list, in a list of their own; the empty one is shared. */
export function idsAt(ids: readonly string[], places: Int32Array, count: number): string[] {
  // Written out, a short list is made in one go; grown one by one it would be too long, and made several times.
  switch (count) {
    case 0:
      return noIds;
    case 1:
      return [at(ids, places, 0)];
    case 2:
      return [at(ids, places, 0), at(ids, places, 1)];
    case 3:
      return [at(ids, places, 0), at(ids, places, 1), at(ids, places, 2)];
    case 4:
      return [at(ids, places, 0), at(ids, places, 1), at(ids, places, 2), at(ids, places, 3)];
    case 5:
      return [
        at(ids, places, 0),
        at(ids, places, 1),
        at(ids, places, 2),
        at(ids, places, 3),
        at(ids, places, 4),
      ];
    case 6:
      return [
        at(ids, places, 0),
        at(ids, places, 1),
        at(ids, places, 2),
        at(ids, places, 3),
        at(ids, places, 4),
        at(ids, places, 5),
      ];
    case 7:
      return [
        at(ids, places, 0),
        at(ids, places, 1),
        at(ids, places, 2),
        at(ids, places, 3),
        at(ids, places, 4),
        at(ids, places, 5),
        at(ids, places, 6),
      ];
    case 8:
      return [
        at(ids, places, 0),
        at(ids, places, 1),
        at(ids, places, 2),
        at(ids, places, 3),
        at(ids, places, 4),
        at(ids, places, 5),
        at(ids, places, 6),
        at(ids, places, 7),
      ];
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
