// Bits in words of 32.

/** How many words so many bits take. */
export function wordsFor(bits: number): number {
  return Math.ceil(bits / 32);
}

/** The lowest so many bits of a word, all of them from 32 on. */
export function bitsBelow(count: number): number {
  return count >= 32 ? -1 : ((1 << count) - 1) | 0;
}

/** Sets one bit of a list of bits that begins at a word. */
export function setBit(words: Int32Array, first: number, place: number): void {
  const word = first + (place >>> 5);
  words[word] = (words[word] ?? 0) | (1 << (place & 31));
}

/** The place of the lowest bit of a word that is not 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** Whether a bit of a list of bits that begins at a word is set. */
export function hasBit(words: Int32Array, first: number, place: number): boolean {
  return (((words[first + (place >>> 5)] ?? 0) >>> (place & 31)) & 1) !== 0;
}

/** Clears all words, of which there are few: going through them costs less than a call of `fill`. */
export function clear(words: Int32Array): void {
  for (let i = 0; i < words.length; i++) words[i] = 0;
}
