// Facts that are the sum of others, once everything that was sent is written.
import { INCOMPLETE, INVALID, KNOWN, PLAIN, type Layout, type Slot } from "./layout.ts";
import { writeUnknown, type Words } from "./person.ts";
import { writeSound } from "./values.ts";

export interface Sums {
  /** Writes every sum, and says whether one is invalid. */
  readonly write: (into: Words) => boolean;
  /** Whether the fact at this place is a sum that is invalid only because a part is: the part's problem says so. */
  readonly onlyFromParts: (index: number, words: Int32Array) => boolean;
}

/** The sums of a layout; nothing when it has none. */
export function sumsOf(layout: Layout): Sums | undefined {
  const { sums, assumed } = layout;
  if (sums.length === 0) return undefined;
  /** Whether the total itself was not sent, in the reading under way. */
  const unsent: boolean[] = [];

  const isAssumed = (slot: Slot, { words }: Pick<Words, "words">): boolean =>
    (((words[assumed + (slot.index >>> 5)] ?? 0) >>> (slot.index & 31)) & 1) !== 0;
  const codeOf = (slot: Slot, words: Int32Array): number =>
    Math.min((words[slot.index] ?? 0) - slot.base, KNOWN);
  /** What was sent of a fact, before anything was assumed of it. */
  const sentCode = (slot: Slot, into: Words): number =>
    isAssumed(slot, into) ? PLAIN : codeOf(slot, into.words);

  function write(into: Words): boolean {
    let someInvalid = false;
    sums.forEach(({ slot, parts }, place) => {
      const total = sentCode(slot, into);
      unsent[place] = total === PLAIN;
      const code = resultOf(slot, parts, { total, into });
      if (code !== undefined) {
        writeUnknown(into, slot, code);
        dropAssumption(slot, into);
      }
      if (code === INVALID) someInvalid = true;
    });
    return someInvalid;
  }

  /** What a sum is beyond what stands there already: why it is unknown, or nothing. */
  function resultOf(
    slot: Slot,
    parts: readonly Slot[],
    { total, into }: { readonly total: number; readonly into: Words },
  ): number | undefined {
    const isSent = total !== PLAIN;
    if (isSent && (total === INVALID || parts.every((p) => sentCode(p, into) === PLAIN))) return undefined;
    let gravest = KNOWN;
    let sum = 0;
    let known = 0;
    for (const part of parts) {
      const code = codeOf(part, into.words);
      if (code === KNOWN) {
        known += 1;
        sum += valueOf(part, into);
      } else if (code !== PLAIN) gravest = Math.min(gravest, code);
    }
    const isComplete = known === parts.length;
    if (isSent) {
      // A total beside its parts must be the very total they make.
      const agrees = isComplete && (total !== KNOWN || valueOf(slot, into) === sum);
      return agrees ? undefined : INVALID;
    }
    if (gravest !== KNOWN) return gravest;
    if (!isComplete) return known > 0 ? INCOMPLETE : undefined;
    if (!writeSound(slot, sum, into)) return INVALID;
    dropAssumption(slot, into);
    return undefined;
  }

  function dropAssumption(slot: Slot, { words }: Words): void {
    const word = assumed + (slot.index >>> 5);
    words[word] = (words[word] ?? 0) & ~(1 << (slot.index & 31));
  }

  return {
    write,
    onlyFromParts(index, words) {
      return sums.some(
        ({ slot, parts }, place) =>
          slot.index === index && unsent[place] === true && parts.some((p) => codeOf(p, words) === INVALID),
      );
    },
  };
}

/** The whole number that a known fact has. */
function valueOf(slot: Slot, { words, numbers }: Words): number {
  return slot.kind === "rows"
    ? (words[slot.index] ?? 0) - slot.base - KNOWN + slot.min
    : (numbers[slot.number] ?? Number.NaN);
}
