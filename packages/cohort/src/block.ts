// How the bits of persons lie in memory: in blocks of 512 persons, and within a block one plane after the other, each a
// cache line. What no rule set reads is so never touched.

/** Persons of a block: the bits of a cache line. */
export const perBlock = 512;
/** Bytes of one plane of a block. */
export const perPlane = perBlock / 8;
/** 32-bit words of one plane of a block. */
export const wordsPerPlane = perPlane / 4;
/** Bytes of a vector, and vectors of a plane of a block. */
export const perVector = 16;
export const vectorsPerPlane = perPlane / perVector;

/** How many blocks so many persons take. The persons that fill up the last one are all alike: nothing is known of them. */
export function blocksFor(persons: number): number {
  return Math.ceil(persons / perBlock);
}
