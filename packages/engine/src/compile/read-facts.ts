// From the facts a caller sent straight to an encoded person: the same reading, the same strictness and the same
// problems as `readPerson`, with nothing made in between.
import { readPerson, type Facts, type LocalDate, type Problem } from "../model/index.ts";
import { INVALID, PLAIN, STALE, type Layout, type Slot } from "./layout.ts";
import { encodePerson, nobodyOf, writeUnknown, type Words } from "./person.ts";
import { sumsOf } from "./sums.ts";
import { envelopeReader, writeSound } from "./values.ts";

/** Reads facts on a date into words of the layout, whatever stood there; the answer is the problems there are. */
export type FactsReader = (facts: Facts, on: Day, into: Words) => readonly Problem[];

/** An evaluation date, as text and as a day's number. */
export interface Day {
  readonly at: LocalDate;
  readonly number: number;
}

const noProblems: readonly Problem[] = Object.freeze([]);

export function factsReader(layout: Layout): FactsReader {
  const { slots, byId, assumed } = layout;
  const nobody = nobodyOf(layout);
  const readEnvelope = envelopeReader(layout);
  const sums = sumsOf(layout);

  /** Reads what was sent of one fact; whether it is invalid. Who is plainly unknown stays as nobody is. */
  function take(slot: Slot, sent: unknown, day: number, into: Words): boolean {
    if (sent === undefined || sent === null) return false;
    let code = INVALID;
    if (typeof sent !== "object" || Array.isArray(sent)) {
      if (writeSound(slot, sent, into)) code = -1;
    } else {
      code = readEnvelope(slot, sent as Readonly<Record<string, unknown>>, day, into);
    }
    if (code === PLAIN) return false;
    if (code === INVALID || code === STALE) writeUnknown(into, slot, code);
    if (slot.assumes) {
      const word = assumed + (slot.index >>> 5);
      into.words[word] = (into.words[word] ?? 0) & ~(1 << (slot.index & 31));
    }
    return code === INVALID;
  }

  return (facts, on, into) => {
    const { words, numbers } = into;
    // What JSON makes has one of two prototypes; whatever else comes is read the long way.
    const prototype: unknown = Object.getPrototypeOf(facts);
    if (prototype !== Object.prototype && prototype !== null) {
      const read = encodePerson(layout, readPerson({ facts: slots.map((s) => s.fact) }, facts, on.at));
      words.set(read.words);
      numbers.set(read.numbers);
      return read.problems;
    }
    for (let i = 0; i < words.length; i++) words[i] = nobody.words[i] ?? 0;
    for (let i = 0; i < numbers.length; i++) numbers[i] = nobody.numbers[i] ?? 0;
    let isSound = true;
    let next = 0;
    for (const key in facts) {
      // Something else may have put names on every object.
      if (!Object.hasOwn(facts, key)) continue;
      let slot = slots[next];
      // Facts come in the order of the vocabulary more often than not.
      if (slot === undefined || slot.id !== key) slot = byId.get(key);
      if (slot === undefined) {
        isSound = false;
        continue;
      }
      next = slot.index + 1;
      if (take(slot, facts[key], on.number, into)) isSound = false;
    }
    if (sums !== undefined && sums.write(into)) isSound = false;
    return isSound ? noProblems : problemsOf(facts, words);
  };

  function problemsOf(facts: Facts, words: Int32Array): readonly Problem[] {
    const problems: Problem[] = [];
    for (const { id, index, base } of slots)
      if (words[index] === base + INVALID && sums?.onlyFromParts(index, words) !== true)
        problems.push({ fact: id, code: "invalid" });
    for (const key of Object.keys(facts))
      if (!byId.has(key)) problems.push({ fact: key, code: "undeclared-fact" });
    return problems;
  }
}
