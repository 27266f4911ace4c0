// What is done with planes whatever the rule set is, as WebAssembly: counting who is in them, and who changes between two
// lists of them. One module for all rule sets, so that it is fast before the first edit is over.
import { code, i32, i64, moduleOf, v128 } from "@jumelage/engine/wasm";
import { perPlane } from "./block.ts";

export interface Tools {
  /**
   * Adds to the counters (32-bit, one a plane, from `counters` on) how many bits are set in the planes of so many blocks.
   */
  readonly count: (from: number, planes: number, blocks: number, counters: number) => void;
  /**
   * Goes through blocks of two lists of planes and adds to counters who goes from which state to which. `table` has, for
   * each of so many subjects, its number of states, and for each of these where its plane begins within a block, before
   * and after. The counters of a subject are a square of one row and column more: for who is in none of the states.
   * The sizes of a block are in bytes.
   */
  readonly compare: (
    before: number,
    beforeSize: number,
    after: number,
    afterSize: number,
    blocks: number,
    table: number,
    subjects: number,
    counters: number,
  ) => void;
}

/** Bytes of a long, and longs of a plane of a block. */
const perLong = 8;
const longs = perPlane / perLong;

export function toolsBytes(sharedUpTo?: number): Uint8Array<ArrayBuffer> {
  return moduleOf({ given: true, sharedUpTo }, [
    { name: "count", parameters: 4, returns: false, locals: [[4, i32]], body: countBody() },
    {
      name: "compare",
      parameters: 8,
      returns: false,
      locals: [
        [12, i32],
        [7, i64],
        [1, v128],
      ],
      body: compareBody(),
    },
  ]);
}

const move = (local: number, ...by: readonly number[]): readonly number[] => [
  ...code.get(local),
  ...by,
  ...code.add,
  ...code.set(local),
];

/** Adds what the code leaves to the number at an address. */
const addTo = (address: readonly number[], value: readonly number[]): readonly number[] => [
  ...address,
  ...address,
  ...code.load(0),
  ...value,
  ...code.add,
  ...code.store(0),
];

/** Does something as often as a local says, which is 0 after that; not at all when it is 0 before. */
const downFrom = (local: number, body: readonly number[]): readonly number[] => [
  ...code.get(local),
  ...code.if,
  ...code.loop,
  ...body,
  ...code.get(local),
  ...code.constant(1),
  ...code.subtract,
  ...code.tee(local),
  ...code.brIf(0),
  ...code.end,
  ...code.end,
];

function countBody(): readonly number[] {
  const [from, planes, blocks, counters, size, at, left, sum] = [0, 1, 2, 3, 4, 5, 6, 7];
  const bits = Array.from({ length: longs }, (_, i) => [
    ...code.get(at),
    ...code.loadLong(i * perLong),
    ...code.countLong,
    ...code.lower,
    ...code.add,
  ]).flat();
  return [
    ...code.get(planes),
    ...code.constant(perPlane),
    ...code.multiply,
    ...code.set(size),
    ...downFrom(planes, [
      ...code.constant(0),
      ...code.set(sum),
      ...code.get(from),
      ...code.set(at),
      ...code.get(blocks),
      ...code.set(left),
      ...downFrom(left, [...code.get(sum), ...bits, ...code.set(sum), ...move(at, ...code.get(size))]),
      ...addTo(code.get(counters), code.get(sum)),
      ...move(from, ...code.constant(perPlane)),
      ...move(counters, ...code.constant(4)),
    ]),
  ];
}

function compareBody(): readonly number[] {
  const [before, beforeSize, after, afterSize, blocks, table, subjects, counters] = [0, 1, 2, 3, 4, 5, 6, 7];
  const [entry, square, subject, states, word, state, other, at, cell, wordsLeft, otherEntry, rowSize] = [
    8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
  ];
  const [changed, inBefore, inAfter, bits, some, restBefore, restAfter] = [20, 21, 22, 23, 24, 25, 26];
  const difference = 27;
  /** The long of a plane that begins where the table says. */
  const bitsOf = (block: number, entryLocal: number, offset: number): readonly number[] => [
    ...code.get(block),
    ...code.get(entryLocal),
    ...code.load(offset),
    ...code.add,
    ...code.get(word),
    ...code.add,
    ...code.loadLong(0),
  ];
  const not = [...code.constantLong(-1), ...code.xorLong];
  const into = (long: number, ...value: readonly number[]): readonly number[] => [
    ...code.get(long),
    ...value,
    ...code.orLong,
    ...code.set(long),
  ];
  const vectorOf = (block: number, offset: number): readonly number[] => [
    ...code.get(block),
    ...code.get(at),
    ...code.load(offset),
    ...code.add,
    ...code.loadVector(0),
  ];
  const throughStates = (body: readonly number[]): readonly number[] => [
    ...code.get(entry),
    ...code.set(at),
    ...code.get(states),
    ...code.set(state),
    ...downFrom(state, [...body, ...move(at, ...code.constant(8))]),
  ];
  /** Whether anybody of the block is in another state. */
  const isSomebodyChanged = [
    ...code.none,
    ...code.set(difference),
    ...throughStates([
      ...code.get(difference),
      ...vectorOf(before, 4),
      ...vectorOf(after, 8),
      ...code.xor,
      ...code.or,
      ...code.set(difference),
    ]),
    ...code.get(difference),
    ...code.anyTrue,
  ];
  /** Every state of the subject: its bits before and after, who is in any of them, and who changes. */
  const gather = [
    ...[changed, inBefore, inAfter].flatMap((long) => [...code.constantLong(0), ...code.set(long)]),
    ...throughStates([
      ...bitsOf(before, at, 4),
      ...code.set(bits),
      ...bitsOf(after, at, 8),
      ...code.set(some),
      ...into(changed, ...code.get(bits), ...code.get(some), ...code.xorLong),
      ...into(inBefore, ...code.get(bits)),
      ...into(inAfter, ...code.get(some)),
    ]),
  ];
  /** Adds who is in the bits `some` (they all change), by the state they are in after, to a row of the square. */
  const addRow = [
    ...code.get(entry),
    ...code.set(otherEntry),
    ...code.get(states),
    ...code.set(other),
    ...downFrom(other, [
      ...addTo(code.get(cell), [
        ...bitsOf(after, otherEntry, 8),
        ...code.get(some),
        ...code.andLong,
        ...code.countLong,
        ...code.lower,
      ]),
      ...move(otherEntry, ...code.constant(8)),
      ...move(cell, ...code.constant(4)),
    ]),
    ...addTo(code.get(cell), [
      ...code.get(some),
      ...code.get(restAfter),
      ...code.andLong,
      ...code.countLong,
      ...code.lower,
    ]),
    ...move(cell, ...code.constant(4)),
  ];
  /** A row that nobody is in is passed over: most are. */
  const rowWhereSome = (whoever: readonly number[]): readonly number[] => [
    ...whoever,
    ...code.get(changed),
    ...code.andLong,
    ...code.tee(some),
    ...code.isZeroLong,
    ...code.if,
    ...move(cell, ...code.get(rowSize)),
    ...code.else,
    ...addRow,
    ...code.end,
  ];
  const transitions = [
    ...code.get(states),
    ...code.constant(1),
    ...code.add,
    ...code.constant(4),
    ...code.multiply,
    ...code.set(rowSize),
    ...code.get(inBefore),
    ...not,
    ...code.set(restBefore),
    ...code.get(inAfter),
    ...not,
    ...code.set(restAfter),
    ...code.get(square),
    ...code.set(cell),
    ...throughStates(rowWhereSome(bitsOf(before, at, 4))),
    ...rowWhereSome(code.get(restBefore)),
  ];
  return downFrom(blocks, [
    ...code.get(table),
    ...code.set(entry),
    ...code.get(counters),
    ...code.set(square),
    ...code.get(subjects),
    ...code.set(subject),
    ...downFrom(subject, [
      ...code.get(entry),
      ...code.load(0),
      ...code.set(states),
      ...isSomebodyChanged,
      ...code.if,
      ...code.constant(0),
      ...code.set(word),
      ...code.constant(longs),
      ...code.set(wordsLeft),
      ...downFrom(wordsLeft, [
        ...gather,
        ...code.get(changed),
        ...code.isZeroLong,
        ...code.if,
        ...code.else,
        ...transitions,
        ...code.end,
        ...move(word, ...code.constant(perLong)),
      ]),
      ...code.end,
      // The next subject: its entry, its square.
      ...move(
        entry,
        ...code.get(states),
        ...code.constant(8),
        ...code.multiply,
        ...code.constant(4),
        ...code.add,
      ),
      ...move(
        square,
        ...code.get(states),
        ...code.constant(1),
        ...code.add,
        ...code.tee(state),
        ...code.get(state),
        ...code.multiply,
        ...code.constant(4),
        ...code.multiply,
      ),
    ]),
    ...move(before, ...code.get(beforeSize)),
    ...move(after, ...code.get(afterSize)),
  ]);
}
