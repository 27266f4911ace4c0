// What a graph cannot say exactly is refused, never approximated.

/** Thrown while a graph is built, and caught where it was asked for. */
export class UnmodelledQuestion extends Error {
  override readonly name = "UnmodelledQuestion";
}

export function unmodelled(why: string): never {
  throw new UnmodelledQuestion(why);
}

/** The result, or why there is none. */
export function orUnmodelled<T>(build: () => T): T | { readonly unmodelled: string } {
  try {
    return build();
  } catch (error) {
    if (error instanceof UnmodelledQuestion) return { unmodelled: error.message };
    throw error;
  }
}
