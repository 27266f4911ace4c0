// The memory that kernels work in, and who has which part of it.
import { newMemory, type Memory } from "@jumelage/engine/wasm";
import { perPlane } from "./block.ts";

/** Bytes of a page of memory; WebAssembly has at most so many of them. */
const [page, mostPages] = [65_536, 65_536];

interface Span {
  readonly at: number;
  readonly bytes: number;
}

/** Memory that grows when it has to. Addresses are those of a cache line. */
export class PlaneMemory {
  readonly memory: Memory;
  /** In the order of their addresses; no two touch each other. */
  #free: readonly Span[];
  readonly #taken = new Map<number, number>();

  constructor(shared: boolean) {
    this.memory = shared ? newMemory(1, mostPages) : newMemory(1);
    // What begins at 0 would look like nothing.
    this.#free = [{ at: perPlane, bytes: page - perPlane }];
  }

  get bytes(): number {
    return this.memory.buffer.byteLength;
  }

  /** The words at an address, so many bytes of them; good until something else is taken. */
  words(at: number, bytes: number): Int32Array {
    return new Int32Array(this.memory.buffer, at, bytes / 4);
  }

  /** The address of so many bytes; what stands in them is anything. @throws RangeError when there is not that much memory */
  take(bytes: number): number {
    const size = Math.max(1, Math.ceil(bytes / perPlane)) * perPlane;
    let span = this.#free.find((s) => s.bytes >= size);
    if (span === undefined) {
      this.#grow(size);
      span = this.#free.at(-1) ?? { at: 0, bytes: 0 };
    }
    const { at, bytes: room } = span;
    this.#free = this.#free.flatMap((s) =>
      s.at !== at ? [s] : room === size ? [] : [{ at: at + size, bytes: room - size }],
    );
    this.#taken.set(at, size);
    return at;
  }

  /** Gives back what was taken. */
  give(at: number): void {
    const bytes = this.#taken.get(at);
    if (bytes === undefined) throw new RangeError(`nothing was taken at ${at}`);
    this.#taken.delete(at);
    this.#add({ at, bytes });
  }

  #grow(size: number): void {
    const end = this.bytes;
    const last = this.#free.at(-1);
    const there = last !== undefined && last.at + last.bytes === end ? last.bytes : 0;
    const pages = Math.ceil((size - there) / page);
    this.memory.grow(pages);
    this.#add({ at: end, bytes: pages * page });
  }

  #add(span: Span): void {
    const joined: Span[] = [];
    for (const next of [...this.#free, span].sort((a, b) => a.at - b.at)) {
      const before = joined.at(-1);
      if (before !== undefined && before.at + before.bytes === next.at)
        joined[joined.length - 1] = { at: before.at, bytes: before.bytes + next.bytes };
      else joined.push(next);
    }
    this.#free = joined;
  }
}
