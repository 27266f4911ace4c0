// Who changes between two rule sets: of every subject both of them have, how many go from which state to which, and who
// the first of them are.
import { perBlock, perPlane, wordsPerPlane } from "./block.ts";
import { EMPTY, type AnsweredSubject, type Answers } from "./answers.ts";
import type { Subject } from "./judged.ts";

export interface Transition {
  readonly from: string;
  readonly to: string;
  readonly persons: number;
  /** The rows of the first of them. */
  readonly rows: readonly number[];
}

export interface SubjectChange {
  readonly subject: Subject;
  /** How many persons are in another state. */
  readonly persons: number;
  /** Only those that somebody makes, in the order of the states. */
  readonly transitions: readonly Transition[];
}

export interface Changes {
  /** The subjects of which somebody changes. */
  readonly changed: readonly SubjectChange[];
  /** The subjects that only one of the rule sets has: a criterion that was added or disabled, say. */
  readonly added: readonly Subject[];
  readonly removed: readonly Subject[];
}

/** A subject that both have, with every state of either, and where its plane is; `EMPTY` where it is no state of one. */
interface Pair {
  readonly before: AnsweredSubject;
  readonly after: AnsweredSubject;
  readonly states: readonly { readonly state: string; readonly before: number; readonly after: number }[];
}

/** Rows that are named for each transition. */
const mostRows = 5;

/**
 * Who changes between two answers for the same persons; neither is released by it.
 * @throws TypeError when they are not of one cohort, nor of one made beside the other, or one of them was released
 */
export function whoChanges(before: Answers, after: Answers): Changes {
  if (before.of.memory !== after.of.memory || before.of.cohort.size !== after.of.cohort.size)
    throw new TypeError("answers of two cohorts have nothing to do with each other");
  const nameOf = ({ subject }: AnsweredSubject): string => JSON.stringify(subject);
  const known = new Map(before.subjects.map((s) => [nameOf(s), s]));
  const there = new Set(after.subjects.map(nameOf));
  const both = after.subjects.flatMap((a) => {
    const b = known.get(nameOf(a));
    return b === undefined ? [] : [pairOf(b, a)];
  });
  const pairs = both.filter((pair) => !isSame(before, after, pair));
  const pieces = counted(before, after, pairs);
  return {
    changed: pairs.flatMap(
      (pair, i) => changeOf(before, after, { pair, squares: pieces.map((p) => p[i] ?? none) }) ?? [],
    ),
    added: after.subjects.filter((s) => !known.has(nameOf(s))).map((s) => s.subject),
    removed: before.subjects.filter((s) => !there.has(nameOf(s))).map((s) => s.subject),
  };
}

function pairOf(before: AnsweredSubject, after: AnsweredSubject): Pair {
  const planeIn = ({ states }: AnsweredSubject, state: string): number =>
    states.find((s) => s.state === state)?.plane ?? EMPTY;
  const names = new Set([...before.states, ...after.states].map((s) => s.state));
  const states = [...names].map((state) => ({
    state,
    before: planeIn(before, state),
    after: planeIn(after, state),
  }));
  return { before, after, states };
}

/** Whether every state of a subject is the same gate before and after, so that nobody can be in another one. */
function isSame(before: Answers, after: Answers, { states }: Pair): boolean {
  return (
    before.circuit === after.circuit && states.every((s) => before.gates[s.before] === after.gates[s.after])
  );
}

/** Blocks that are compared at a time: examples are looked for only where somebody makes the transition. */
const blocksAtOnce = 64;
const none = new Uint32Array(0);

/**
 * How many go from which state to which, piece by piece of the cohort, for every pair: a square, whose last row and column
 * are for the others.
 */
function counted(
  before: Answers,
  after: Answers,
  pairs: readonly Pair[],
): readonly (readonly Uint32Array[])[] {
  const { memory, blocks } = before.of;
  const table = pairs.flatMap(({ states }) => [
    states.length,
    ...states.flatMap((s) => [s.before * perPlane, s.after * perPlane]),
  ]);
  const sizes = pairs.map(({ states }) => (states.length + 1) ** 2);
  const cells = sizes.reduce((sum, size) => sum + size, 0);
  const [tableAt, counters] = [memory.take(4 * table.length), memory.take(4 * cells)];
  memory.words(tableAt, 4 * table.length).set(table);
  const [wasSize, isSize] = [before.planes * perPlane, after.planes * perPlane];
  const pieces: (readonly Uint32Array[])[] = [];
  for (let block = 0; block < blocks; block += blocksAtOnce) {
    memory.words(counters, 4 * cells).fill(0);
    before.tools.compare(
      ...([before.at + block * wasSize, wasSize, after.at + block * isSize, isSize] as const),
      ...([Math.min(blocksAtOnce, blocks - block), tableAt, pairs.length, counters] as const),
    );
    const all = Uint32Array.from(memory.words(counters, 4 * cells));
    let first = 0;
    pieces.push(sizes.map((size) => all.subarray(first, (first += size))));
  }
  memory.give(tableAt);
  memory.give(counters);
  return pieces;
}

function changeOf(
  before: Answers,
  after: Answers,
  { pair, squares }: { readonly pair: Pair; readonly squares: readonly Uint32Array[] },
): SubjectChange | undefined {
  const filling = before.filling;
  const last = before.of.cohort.size;
  const names = [...pair.states.map((s) => s.state), pair.after.otherwise];
  // Whoever fills up the last block may change as well, and is nobody.
  const isOfFilling = (from: string, to: string): boolean =>
    filling > 0 && before.stateAt(pair.before, last) === from && after.stateAt(pair.after, last) === to;
  const transitions = names.flatMap((from, i) =>
    names.flatMap((to, j): readonly Transition[] => {
      if (from === undefined || to === undefined || from === to) return [];
      const some = squares.map((square) => square[i * names.length + j] ?? 0);
      const bits = some.reduce((sum, n) => sum + n, 0);
      const persons = bits > 0 && isOfFilling(from, to) ? bits - filling : bits;
      if (persons === 0) return [];
      const rows = firstRows(before, after, { pair, from: i, to: j, persons, some });
      return [{ from, to, persons, rows }];
    }),
  );
  if (transitions.length === 0) return undefined;
  const persons = transitions.reduce((sum, t) => sum + t.persons, 0);
  return { subject: pair.after.subject, persons, transitions };
}

/**
 * The first rows that go from one state to another, by their places in the pair; one beyond is for the others. Whoever makes
 * that transition is so many persons: with the last of them the search is over.
 */
function firstRows(
  before: Answers,
  after: Answers,
  {
    pair,
    from,
    to,
    persons,
    some,
  }: {
    readonly pair: Pair;
    readonly from: number;
    readonly to: number;
    readonly persons: number;
    /** How many they are in each piece. */
    readonly some: readonly number[];
  },
): readonly number[] {
  const rows: number[] = [];
  const wanted = Math.min(mostRows, persons);
  const was = membersOf(
    before,
    pair.states.map((s) => s.before),
    from,
  );
  const is = membersOf(
    after,
    pair.states.map((s) => s.after),
    to,
  );
  for (let block = 0; block < before.of.blocks; block++) {
    if (some[Math.floor(block / blocksAtOnce)] === 0) {
      block += blocksAtOnce - 1;
      continue;
    }
    for (let word = 0; word < wordsPerPlane; word++) {
      let bits = bitsOf(was, block * was.stride + word) & bitsOf(is, block * is.stride + word);
      for (; bits !== 0; bits &= bits - 1) {
        rows.push(block * perBlock + 32 * word + 31 - Math.clz32(bits & -bits));
        if (rows.length === wanted) return rows;
      }
    }
  }
  return rows;
}

/** Who is in some planes, or in none of them. */
interface Members {
  readonly words: Int32Array;
  /** Words of a block, and where in it the planes begin. */
  readonly stride: number;
  readonly planes: readonly number[];
  readonly areNone: boolean;
}

/** Who is in the plane at a place of some planes, or, one beyond them, in none. */
function membersOf(answers: Answers, planes: readonly number[], place: number): Members {
  const own = planes[place];
  return {
    words: answers.words(),
    stride: answers.planes * wordsPerPlane,
    planes: (own === undefined ? planes : [own]).map((plane) => plane * wordsPerPlane),
    areNone: own === undefined,
  };
}

/** The bits of the word that stands so far from the first one of every plane. */
function bitsOf({ words, planes, areNone }: Members, at: number): number {
  let bits = 0;
  for (let i = 0; i < planes.length; i++) bits |= words[at + (planes[i] ?? 0)] ?? 0;
  return areNone ? ~bits : bits;
}
