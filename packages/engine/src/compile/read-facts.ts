// From the facts a caller sent straight to an encoded person: the same reading, the same strictness and the same
// problems as `readPerson`, with nothing made in between.
import { readPerson, type Facts, type LocalDate, type Problem } from "../model/index.ts";
import { hasOwn } from "./has-own.ts";
import { functionOf } from "./code-of.ts";
import { readerSource, type FastReader } from "./generate-reader.ts";
import { INVALID, PLAIN, STALE, slotAt, type Layout, type Slot } from "./layout.ts";
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

/** What reading one fact has come to: it is sound, it is invalid, or nothing was sent and nobody's words stay. */
const SOUND = 0;
const WRONG = 1;
const NOTHING = 2;
type One = typeof SOUND | typeof WRONG | typeof NOTHING;

const noProblems: readonly Problem[] = Object.freeze([]);

/** @param mayGenerate whether code may be made from text */
export function factsReader(layout: Layout, mayGenerate: boolean): FactsReader {
  const { slots, byId, assumed } = layout;
  const nobody = nobodyOf(layout);
  const readEnvelope = envelopeReader(layout);
  const sums = sumsOf(layout);
  const readOne = (index: number, sent: unknown, day: number, into: Words): One =>
    take(slotAt(layout, index), sent, day, into);
  const fast = mayGenerate
    ? (functionOf(readerSource(layout), { hasOwn, readOne, isArray: Array.isArray }) as
        | FastReader
        | undefined)
    : undefined;

  /** Reads what was sent of one fact into words that are nobody's. */
  function take(slot: Slot, sent: unknown, day: number, into: Words): One {
    if (sent === undefined || sent === null) return NOTHING;
    let code = INVALID;
    if (typeof sent !== "object" || Array.isArray(sent)) {
      if (writeSound(slot, sent, into)) return SOUND;
    } else {
      code = readEnvelope(slot, sent as Readonly<Record<string, unknown>>, day, into);
    }
    if (code === PLAIN) return NOTHING;
    if (code === INVALID || code === STALE) writeUnknown(into, slot, code);
    return code === INVALID ? WRONG : SOUND;
  }

  function beginWithNobody({ words, numbers }: Words): void {
    for (let i = 0; i < words.length; i++) words[i] = nobody.words[i] ?? 0;
    for (let i = 0; i < numbers.length; i++) numbers[i] = nobody.numbers[i] ?? 0;
  }

  /** Reads facts name by name; whether all of them are sound and declared. */
  function readNames(facts: Facts, day: number, into: Words): boolean {
    let isSound = true;
    let next = 0;
    for (const key in facts) {
      // Something else may have put names on every object.
      if (!hasOwn.call(facts, key)) continue;
      let slot = slots[next];
      // Facts come in the order of the vocabulary more often than not.
      if (slot === undefined || slot.id !== key) slot = byId.get(key);
      if (slot === undefined) {
        isSound = false;
        continue;
      }
      next = slot.index + 1;
      const one = take(slot, facts[key], day, into);
      if (one === WRONG) isSound = false;
      if (one === NOTHING || !slot.assumes) continue;
      const word = assumed + (slot.index >>> 5);
      into.words[word] = (into.words[word] ?? 0) & ~(1 << (slot.index & 31));
    }
    return isSound;
  }

  return (facts, on, into) => {
    // What JSON makes has one of two prototypes; whatever else comes is read the long way.
    const prototype: unknown = Object.getPrototypeOf(facts);
    if (prototype !== Object.prototype && prototype !== null) {
      const read = encodePerson(layout, readPerson({ facts: slots.map((s) => s.fact) }, facts, on.at));
      into.words.set(read.words);
      into.numbers.set(read.numbers);
      return read.problems;
    }
    const answer = fast?.(facts, on.number, into) ?? NOTHING;
    let isSound = answer === SOUND;
    if (answer === NOTHING) {
      beginWithNobody(into);
      isSound = readNames(facts, on.number, into);
    }
    if (sums !== undefined && sums.write(into)) isSound = false;
    return isSound ? noProblems : problemsOf(facts, into.words);
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
