// A copy of bytes from one place in memory to another: nothing that reads and writes as many can be faster.

export interface Copies {
  /** Reads and writes so many bytes in all: copies half of them. */
  readonly half: () => void;
  /** Copies all of them, and so reads and writes twice as many. */
  readonly all: () => void;
}

export function copiesOf(bytes: number): Copies {
  const [from, to] = [new Uint8Array(bytes).fill(1), new Uint8Array(bytes)];
  const half = bytes / 2;
  return { half: () => to.set(from.subarray(0, half), half), all: () => to.set(from) };
}
