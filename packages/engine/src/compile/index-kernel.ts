// The index as a WebAssembly module with vectors of bits. For every dimension (a fact's row, or what a leaf answers) there
// is an entry of bits: which terms it leaves true, and which it leaves not false. A person picks one entry of each
// dimension; what all of them leave, of any term, is the masks of the criteria.
import { code, i32, moduleBytes, runModule } from "../wasm/index.ts";

/** Bytes in a vector, bits in it. */
const [vectorBytes, vectorBits] = [16, 128];

export interface IndexShape {
  /** How many entries each dimension has. */
  readonly entries: readonly number[];
  readonly criteria: number;
  /** How many terms a criterion has at most: its n-th term stands in the n-th plane, at the criterion's bit. */
  readonly planes: number;
}

export interface IndexKernel {
  /** Puts a term into an entry of a dimension, once: whether it is true there, and whether it is not false. */
  readonly put: (at: {
    readonly dimension: number;
    readonly entry: number;
    readonly plane: number;
    readonly criterion: number;
    readonly must: boolean;
    readonly may: boolean;
  }) => void;
  /** Where each dimension's entries begin, and how many bytes further each is than the one before. */
  readonly starts: Int32Array;
  readonly stride: number;
  /** The entry of every dimension, in bytes, to be set before `run`. */
  readonly picked: Int32Array;
  readonly run: () => void;
  /** The criteria that are true, and those that are not false, once it has run. */
  readonly must: Int32Array;
  readonly may: Int32Array;
}

/** @throws where there is no WebAssembly with vectors, or it is forbidden */
export function indexKernel({ entries, criteria, planes }: IndexShape): IndexKernel {
  const vectors = Math.ceil(criteria / vectorBits);
  const half = vectors * vectorBytes;
  const stride = 2 * planes * half;
  const align = (n: number): number => Math.ceil(n / vectorBytes) * vectorBytes;
  // The entries that are picked, the answer, the tables.
  const answer = align(4 * entries.length);
  let end = answer + 2 * half;
  const starts = Int32Array.from(entries, (count) => {
    const start = end;
    end += count * stride;
    return start;
  });
  const { memory, run } = runModule(
    moduleBytes({
      pages: Math.ceil(end / 65536),
      locals: [[entries.length + 1, i32]],
      body: bodyOf({ dimensions: entries.length, planes, half, answer }),
    }),
  );
  const bytes = new Uint8Array(memory.buffer);
  const ruleOut = (first: number, bit: number): void => {
    const at = first + (bit >>> 3);
    bytes[at] = (bytes[at] ?? 0) & ~(1 << (bit & 7));
  };
  // Nothing is ruled out yet: a term that does not look at a dimension is left as it is by all its entries.
  bytes.fill(255, answer + 2 * half, end);
  return {
    put({ dimension, entry, plane, criterion, must, may }) {
      const first = (starts[dimension] ?? 0) + entry * stride + plane * half;
      if (!must) ruleOut(first, criterion);
      if (!may) ruleOut(first + planes * half, criterion);
    },
    starts,
    stride,
    picked: new Int32Array(memory.buffer, 0, entries.length),
    run: () => void run(0),
    must: new Int32Array(memory.buffer, answer, half / 4),
    may: new Int32Array(memory.buffer, answer + half, half / 4),
  };
}

interface Body {
  readonly dimensions: number;
  readonly planes: number;
  readonly half: number;
  readonly answer: number;
}

/** For every vector of the answer: the `or` of all planes of the `and` of all dimensions. */
function bodyOf({ dimensions, planes, half, answer }: Body): readonly number[] {
  const entry = (dimension: number): number => 1 + dimension;
  const offset = 1 + dimensions;
  const all = (place: number): readonly number[] =>
    Array.from({ length: dimensions }, (_, d) => [
      ...code.get(entry(d)),
      ...code.get(offset),
      ...code.add,
      ...code.loadVector(place),
      ...(d > 0 ? code.and : []),
    ]).flat();
  const any = (first: number): readonly number[] =>
    Array.from({ length: planes }, (_, plane) => [
      ...all(first + plane * half),
      ...(plane > 0 ? code.or : []),
    ]).flat();
  return [
    ...Array.from({ length: dimensions }, (_, d) => [
      ...code.constant(0),
      ...code.load(4 * d),
      ...code.set(entry(d)),
    ]).flat(),
    ...code.loop,
    ...code.get(offset),
    ...any(0),
    ...code.storeVector(answer),
    ...code.get(offset),
    ...any(planes * half),
    ...code.storeVector(answer + half),
    ...code.get(offset),
    ...code.constant(vectorBytes),
    ...code.add,
    ...code.tee(offset),
    ...code.constant(half),
    ...code.notEqual,
    ...code.brIf(0),
    ...code.end,
    ...code.constant(0),
  ];
}
