// What a rule set answers for everybody of a cohort: who is in which state, as planes of bits, and how many.
import { perBlock, perPlane, wordsPerPlane } from "./block.ts";
import type { Circuit, Gate } from "./circuit.ts";
import type { Subject } from "./judged.ts";
import type { PlaneMemory } from "./plane-memory.ts";
import type { Tools } from "./tools-code.ts";

export interface AnsweredSubject {
  readonly subject: Subject;
  readonly states: readonly { readonly state: string; readonly plane: number }[];
  /** The state of whoever is in none of these; nobody is, where there is none. */
  readonly otherwise?: string | undefined;
}

/** The plane of answers that nobody is in. */
export const EMPTY = 0;

/** How many persons are in each state of a subject. */
export interface SubjectCount {
  readonly subject: Subject;
  readonly persons: ReadonlyMap<string, number>;
}

/** What answers are of: how many persons, and where they are. */
export interface Everybody {
  readonly cohort: { readonly size: number };
  readonly memory: PlaneMemory;
  readonly blocks: number;
}

interface Parts {
  readonly of: Everybody;
  readonly tools: Tools;
  readonly subjects: readonly AnsweredSubject[];
  /** The gate of every plane of a block, and the circuit that they are in. */
  readonly gates: readonly Gate[];
  readonly circuit: Circuit;
  readonly at: number;
}

/** Blocks that are counted at a time: each is gone through once for every plane, and has to be near meanwhile. */
const blocksAtOnce = 32;

export class Answers {
  readonly of: Everybody;
  readonly subjects: readonly AnsweredSubject[];
  /** How many planes a block has, and where the first one begins. */
  readonly planes: number;
  readonly at: number;
  readonly tools: Tools;
  readonly gates: readonly Gate[];
  readonly circuit: Circuit;
  #counts: Uint32Array | undefined;
  #isReleased = false;

  constructor({ of, tools, subjects, gates, circuit, at }: Parts) {
    this.of = of;
    this.tools = tools;
    this.subjects = subjects;
    this.planes = gates.length;
    this.gates = gates;
    this.circuit = circuit;
    this.at = at;
  }

  /** How many persons there are beyond the cohort's, to fill up the last block. All of them are alike. */
  get filling(): number {
    return this.of.blocks * perBlock - this.of.cohort.size;
  }

  /**
   * How many persons are in every state of every subject; states nobody is in are there too. They are counted when they are
   * first asked for.
   * @throws TypeError when these answers were released before
   */
  counts(): readonly SubjectCount[] {
    const { size } = this.of.cohort;
    const counts = (this.#counts ??= this.#counted());
    return this.subjects.map(({ subject, states, otherwise }) => {
      const persons = new Map(states.map(({ state, plane }) => [state, counts[plane] ?? 0]));
      const others = size - [...persons.values()].reduce((sum, count) => sum + count, 0);
      return { subject, persons: otherwise === undefined ? persons : persons.set(otherwise, others) };
    });
  }

  /** The state that the person of a row is in. @throws RangeError when there is no such row */
  stateOf(subject: AnsweredSubject, row: number): string {
    if (!Number.isInteger(row) || row < 0 || row >= this.of.cohort.size)
      throw new RangeError(`no person ${row}`);
    return this.stateAt(subject, row);
  }

  /** The same for those who fill up the last block, too. */
  stateAt({ states, otherwise = "" }: AnsweredSubject, row: number): string {
    return states.find(({ plane }) => this.#has(plane, row))?.state ?? otherwise;
  }

  /** Gives their memory back; nothing can be asked of them after that. */
  release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.of.memory.give(this.at);
  }

  /** The words of all planes, block by block; good until something else is judged. */
  words(): Int32Array {
    this.#need();
    return this.of.memory.words(this.at, this.of.blocks * this.planes * perPlane);
  }

  /** How many persons every plane has. */
  #counted(): Uint32Array {
    this.#need();
    const { memory, blocks } = this.of;
    const size = this.planes * perPlane;
    const counters = memory.take(4 * this.planes);
    memory.words(counters, 4 * this.planes).fill(0);
    for (let block = 0; block < blocks; block += blocksAtOnce)
      this.tools.count(
        ...([this.at + block * size, this.planes] as const),
        ...([Math.min(blocksAtOnce, blocks - block), counters] as const),
      );
    const bits = Uint32Array.from(memory.words(counters, 4 * this.planes));
    memory.give(counters);
    return bits.map((count, plane) =>
      this.filling > 0 && this.#has(plane, this.of.cohort.size) ? count - this.filling : count,
    );
  }

  #need(): void {
    if (this.#isReleased) throw new TypeError("these answers were released");
  }

  #has(plane: number, row: number): boolean {
    const block = Math.floor(row / perBlock) * this.planes * wordsPerPlane;
    const word = this.words()[block + plane * wordsPerPlane + ((row % perBlock) >>> 5)] ?? 0;
    return ((word >>> (row & 31)) & 1) === 1;
  }
}
