// What a result remarks on facts: those that nobody gave though a criterion reads them, those that were assumed, and
// those that are doubtful.
import type { Result } from "../model/index.ts";
import { wordsFor } from "./bits.ts";
import { idLists } from "./ids.ts";
import { INCOMPLETE, INVALID, PLAIN, STALE } from "./layout.ts";
import { doubtOfCode } from "./person.ts";
import type { Plan } from "./plan.ts";

const [UNVERIFIED, DOUBTFUL] = [1, 2];

export interface Remarks {
  /** By the rows of all facts: 1 for an optional fact that is read and plainly unknown, 2 for any that is doubtful. */
  readonly remarks: Uint8Array;
  readonly unverified: (words: Int32Array) => string[];
  readonly assumed: (words: Int32Array) => string[];
  readonly doubtful: (words: Int32Array) => Result["doubtful"];
}

export function remarksOf({ layout, optional }: Plan): Remarks {
  const { slots, assumed: firstAssumed, rows } = layout;
  const facts = slots.map((s) => s.id);
  const bases = Int32Array.from(slots.map((s) => s.base));
  const read = Int32Array.from(optional);
  const assuming = Int32Array.from(slots.filter((s) => s.assumes).map((s) => s.index));
  const unverifiedLists = idLists(optional.map((i) => slots[i]?.id ?? ""));
  const assumedLists = idLists(slots.filter((s) => s.assumes).map((s) => s.id));
  const [unverified, assumed] = [optional, assuming].map(
    ({ length }) => new Int32Array(Math.max(1, wordsFor(length))),
  ) as [Int32Array, Int32Array];
  const remarks = new Uint8Array(rows);
  for (const { base, index } of slots) {
    if (optional.includes(index)) remarks[base + PLAIN] = UNVERIFIED;
    for (const code of [INVALID, STALE, INCOMPLETE]) remarks[base + code] = DOUBTFUL;
  }

  return {
    remarks,
    unverified(words) {
      for (let word = 0, i = 0; word < unverified.length; word++) {
        let bits = 0;
        for (const end = Math.min(read.length, i + 32); i < end; i++)
          bits |= ((remarks[words[read[i] ?? 0] ?? 0] ?? 0) & UNVERIFIED) << (i & 31);
        unverified[word] = bits;
      }
      return unverifiedLists.ofWords(unverified);
    },
    assumed(words) {
      for (let word = 0, i = 0; word < assumed.length; word++) {
        let bits = 0;
        for (const end = Math.min(assuming.length, i + 32); i < end; i++) {
          const fact = assuming[i] ?? 0;
          bits |= (((words[firstAssumed + (fact >>> 5)] ?? 0) >>> (fact & 31)) & 1) << (i & 31);
        }
        assumed[word] = bits;
      }
      return assumedLists.ofWords(assumed);
    },
    doubtful(words) {
      let some = 0;
      for (let i = 0; i < bases.length; i++) some |= remarks[words[i] ?? 0] ?? 0;
      return (some & DOUBTFUL) === 0 ? nothing : doubtsIn(words);
    },
  };

  function doubtsIn(words: Int32Array): Result["doubtful"] {
    const found: Result["doubtful"] = [];
    for (let i = 0; i < bases.length; i++) {
      const reason = doubtOfCode((words[i] ?? 0) - (bases[i] ?? 0));
      if (reason !== undefined) found.push({ fact: facts[i] ?? "", reason });
    }
    return found;
  }
}

/** The list of every result that doubts nothing. */
const nothing = Object.freeze([]) as unknown as Result["doubtful"];
