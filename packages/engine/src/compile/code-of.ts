// Code made from text, where the platform allows it.

/**
 * What the body of a function answers when it is given these things by name; nothing where no code may be made from text.
 * The body must have been built from numbers and JSON-encoded constants alone.
 */
export function functionOf(body: string, given: Readonly<Record<string, unknown>>): unknown {
  try {
    // oxlint-disable-next-line typescript/no-implied-eval -- the only place, for text that this folder has built itself
    const make = new Function(...Object.keys(given), body) as (...things: readonly unknown[]) => unknown;
    return make(...Object.values(given));
  } catch (error) {
    // A content security policy forbids it, or the platform's own setting.
    if (error instanceof EvalError) return undefined;
    throw error;
  }
}
