// One sabotage: a protection taken away in one line, and the test that must notice.
export interface Sabotage {
  /** What is true of the product with the line broken, in a few words. */
  readonly what: string;
  /** The source, relative to the root; the snippet occurs in it exactly once. */
  readonly file: string;
  readonly source: string;
  readonly replacement: string;
  /** The test file that must turn red. */
  readonly test: string;
  /** Only its tests whose names hold this: the others take long and are not needed. */
  readonly only?: string;
}

/** How often the snippet occurs in a text. */
export function occurrences({ source }: Sabotage, text: string): number {
  return text.split(source).length - 1;
}
