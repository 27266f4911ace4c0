// The bytes of a table that are being read, and where in them a cell may end: found sixteen bytes at a time.
import { code, i32, moduleOf, newMemory, v128, compileModule, instantiate } from "@jumelage/engine/wasm";

export const [LF, CR, QUOTE] = [10, 13, 34] as const;
/** Bytes that are taken in at once. */
export const pieceBytes = 256 * 1024;
/** A line can be no longer; it would rather be a quotation mark that nobody closed. */
export const longestLine = 1024 * 1024;
/** What is read beyond the end of a text, at most. */
const slack = 16;

const capacity = longestLine + pieceBytes + slack;
/** Room for a cell without its quotation marks. */
const scratchAt = capacity;
const marksAt = 2 * capacity;
const pages = Math.ceil((marksAt + 4 * capacity) / 65_536);

interface Finder {
  /** Writes the places before `end` of separators, line feeds and quotation marks from `into` on; where it stopped. */
  readonly find: (end: number, into: number, separator: number) => number;
}

export class Window {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly scratchAt = scratchAt;
  /** The places where a cell may end, in order; what is beyond `found` means nothing. */
  readonly marks: Int32Array;
  length = 0;
  readonly #finder: Finder;

  constructor() {
    const memory = newMemory(pages);
    this.#finder = instantiate(compileModule(finderBytes()), memory) as Finder;
    this.bytes = new Uint8Array(memory.buffer);
    this.view = new DataView(memory.buffer);
    this.marks = new Int32Array(memory.buffer, marksAt);
  }

  /** Adds at most `pieceBytes`. */
  add(piece: Uint8Array): void {
    this.bytes.set(piece, this.length);
    this.length += piece.length;
  }

  /** Finds where cells may end; how many places there are. */
  find(separator: number): number {
    this.bytes.fill(0, this.length, this.length + slack);
    return (this.#finder.find(this.length, marksAt, separator) - marksAt) / 4;
  }

  /** Forgets what was read. */
  drop(length: number): void {
    this.bytes.copyWithin(0, length, this.length);
    this.length -= length;
  }
}

function finderBytes(): Uint8Array<ArrayBuffer> {
  const [end, into, separator, at, bits, separators, feeds, quotes, some] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const { get, set, brIf, br, constant } = code;
  const sixteen = (byte: readonly number[], local: number): readonly number[] =>
    [byte, code.ofByte, set(local)].flat();
  const are = (local: number): readonly number[] => [get(some), get(local), code.equalBytes].flat();
  const body = [
    sixteen(get(separator), separators),
    sixteen(constant(LF), feeds),
    sixteen(constant(QUOTE), quotes),
    [code.block, code.loop],
    [get(at), get(end), code.atLeast, brIf(1)].flat(),
    [get(at), code.loadVector(0), set(some)].flat(),
    [are(separators), are(feeds), code.or, are(quotes), code.or, code.bitOfEachByte, set(bits)].flat(),
    [code.block, code.loop],
    [get(bits), code.isZero, brIf(1)].flat(),
    [get(into), get(at), get(bits), code.trailingZeros, code.add, code.store(0)].flat(),
    [get(into), constant(4), code.add, set(into)].flat(),
    [get(bits), get(bits), constant(1), code.subtract, code.bitwiseAnd, set(bits), br(0)].flat(),
    [code.end, code.end],
    [get(at), constant(16), code.add, set(at), br(0)].flat(),
    [code.end, code.end, get(into)],
  ].flat(2);
  const locals = [
    [2, i32],
    [4, v128],
  ] as const;
  return moduleOf({ given: true }, [{ name: "find", parameters: 3, returns: true, locals, body }]);
}
