// How the bits of persons lie in memory: in blocks of 128 persons, and within a block one plane after the other, each a
// vector. What is read and written of a block lies side by side, which is as fast as memory is; every plane as a list of its
// own is not, nor is a block of cache lines.

/** Persons of a block: the bits of a vector. */
export const perBlock = 128;
/** Bytes of one plane of a block. */
export const perPlane = perBlock / 8;
/** 32-bit words of one plane of a block. */
export const wordsPerPlane = perPlane / 4;

/** How many blocks so many persons take. The persons that fill up the last one are all alike: nothing is known of them. */
export function blocksFor(persons: number): number {
  return Math.ceil(persons / perBlock);
}
