// The bits a kernel reads: every column as planes of bits, in the blocks of one memory. They depend on the vocabulary and
// on who is in the cohort, not on any rule set: an edit reads the same planes.
import { INCOMPLETE, KNOWN, PLAIN, nobodyOf, type Words } from "@jumelage/engine/compile";
import { perBlock, wordsPerPlane } from "./block.ts";
import type { Cohort } from "./cohort.ts";
import { placeFor, type Codes, type Column } from "./column.ts";

/**
 * The planes of one fact. `known`: whether it is, a set at least in part. `number`: the place of a known value among all in
 * ascending order, the lowest bit first; of an unknown one that bit says whether it is doubtful, the others are 0. `set`:
 * `other` says of a known set that it is whole, of an unknown one that it is doubtful.
 */
export type FactPlanes =
  | {
      readonly kind: "number";
      readonly known: number;
      readonly bits: readonly number[];
      /** How many values there are. */
      readonly size: number;
      /** Of a fact without rows: its values. */
      readonly values: Float64Array;
    }
  | {
      readonly kind: "set";
      readonly known: number;
      readonly other: number;
      /** A plane for every member. */
      readonly chosen: readonly number[];
      /** A plane for the members that somebody was not asked about. */
      readonly unasked: ReadonlyMap<number, number>;
    };

export interface PlaneMap {
  /** In the order of the vocabulary. */
  readonly facts: readonly FactPlanes[];
  /** How many planes there are. */
  readonly count: number;
}

/** Which planes the columns of a cohort take. */
export function planeMapOf({ columns }: Pick<Cohort, "columns">): PlaneMap {
  let count = 0;
  const next = (): number => count++;
  const facts = columns.map((column): FactPlanes => {
    const { slot, values } = column;
    if (slot.kind !== "set") {
      const size = slot.kind === "number" ? values.length : slot.rows - KNOWN;
      const width = Math.max(1, 32 - Math.clz32(size - 1));
      return { kind: "number", known: next(), bits: Array.from({ length: width }, next), size, values };
    }
    const [known, other] = [next(), next()];
    const members = [...slot.places.values()];
    return {
      kind: "set",
      known,
      other,
      chosen: members.map(next),
      unasked: new Map(members.filter((m) => isUnaskedOfSome(column, m)).map((m) => [m, next()])),
    };
  });
  return { facts, count };
}

function isUnaskedOfSome({ unasked }: Column, member: number): boolean {
  const bit = 1 << (member & 31);
  return unasked[member >>> 5]?.some((word) => (word & bit) !== 0) === true;
}

/** Writes the planes of a cohort: into words of memory that are 0, block by block. */
export function writePlanes(cohort: Cohort, { facts, count }: PlaneMap, into: Int32Array): void {
  const nobody = nobodyOf(cohort.layout);
  const stride = count * wordsPerPlane;
  for (const [index, column] of cohort.columns.entries()) {
    const planes = facts[index];
    if (planes === undefined) continue;
    const lists =
      planes.kind === "number" ? [numbersOf(column, planes, nobody)] : setsOf(column, planes, nobody);
    for (const list of lists) writeList(list, { size: cohort.size, stride, into });
  }
}

/** What some planes are made of: for the person of each row a number, and for each plane which bit of it. */
interface List {
  readonly codes: Codes;
  /** The number in planes that a code stands for. */
  readonly numberOf: (code: number) => number;
  readonly planes: readonly { readonly plane: number; readonly bit: number }[];
}

function numbersOf(
  column: Column,
  { known, bits, values }: Extract<FactPlanes, { kind: "number" }>,
  nobody: Words,
): List {
  const { slot } = column;
  const code = (nobody.words[slot.index] ?? 0) - slot.base;
  const place =
    slot.kind === "number" ? placeFor(values, nobody.numbers[slot.number] ?? 0, false) : code - KNOWN;
  // The lowest bit is that of `known`.
  const valueAt = (n: number): number => 1 + 2 * n;
  const unknown = slot.assumes ? valueAt(place) : 0;
  const doubtful = 2;
  return {
    codes: column.codes,
    numberOf: (c) => (c === PLAIN ? unknown : c < KNOWN ? doubtful : valueAt(c - KNOWN)),
    planes: [known, ...bits].map((plane, bit) => ({ plane, bit })),
  };
}

function setsOf(
  { slot, codes, chosen, unasked }: Column,
  planes: Extract<FactPlanes, { kind: "set" }>,
  nobody: Words,
): readonly List[] {
  const assumed = (nobody.words[slot.index] ?? 0) - slot.base;
  // The bit of `known` and that of `other`.
  const kindOf = (code: number): number =>
    code === KNOWN ? 3 : code === INCOMPLETE ? 1 : code === PLAIN ? 0 : 2;
  const bitsOf = (of: ReadonlyMap<number, number>, word: number): List["planes"] =>
    [...of].flatMap(([member, plane]) => (member >>> 5 === word ? [{ plane, bit: member & 31 }] : []));
  const itself = (word: number): number => word;
  return [
    {
      codes,
      numberOf: (code) => kindOf(code === PLAIN ? assumed : code),
      planes: [
        { plane: planes.known, bit: 0 },
        { plane: planes.other, bit: 1 },
      ],
    },
    ...chosen.map((list, word) => ({
      codes: list,
      numberOf: itself,
      planes: bitsOf(new Map(planes.chosen.entries()), word),
    })),
    ...unasked.map((list, word) => ({ codes: list, numberOf: itself, planes: bitsOf(planes.unasked, word) })),
  ];
}

function writeList(
  { codes, numberOf, planes }: List,
  { size, stride, into }: { readonly size: number; readonly stride: number; readonly into: Int32Array },
): void {
  const numbers = new Int32Array(32);
  for (let row = 0; row < size; row += 32) {
    const count = Math.min(32, size - row);
    for (let i = 0; i < count; i++) numbers[i] = numberOf(codes[row + i] ?? 0);
    const first = Math.floor(row / perBlock) * stride + ((row % perBlock) >>> 5);
    for (const { plane, bit } of planes) {
      let word = 0;
      for (let i = 0; i < count; i++) word |= (((numbers[i] ?? 0) >>> bit) & 1) << i;
      into[first + plane * wordsPerPlane] = word;
    }
  }
}
