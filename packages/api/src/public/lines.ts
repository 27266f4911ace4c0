// Bytes that come in pieces, as lines of text. It holds one line at most, and of one that is too long nothing.

/** A line without its end; `undefined` for one of more bytes than the limit. */
export type Line = string | undefined;

const newLine = 10;

/**
 * The lines of each piece as it comes: an empty list while a line is under way. A carriage return before the end of a line
 * is left to JSON, for which it is white space; what is no UTF-8 becomes U+FFFD.
 */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<readonly Line[]> {
  const decoder = new TextDecoder();
  let held: Uint8Array[] = [];
  let length = 0;
  const end = (last: Uint8Array): Line => {
    const total = length + last.length;
    const parts = held;
    held = [];
    length = 0;
    if (total > limit) return undefined;
    return decoder.decode(parts.length === 0 ? last : joined([...parts, last], total));
  };
  for await (const piece of pieces) {
    const lines: Line[] = [];
    let from = 0;
    for (let at = piece.indexOf(newLine); at >= 0; at = piece.indexOf(newLine, from)) {
      lines.push(end(piece.subarray(from, at)));
      from = at + 1;
    }
    const rest = piece.subarray(from);
    length += rest.length;
    if (length > limit) held = [];
    else if (rest.length > 0) held.push(rest);
    yield lines;
  }
  if (length > 0) yield [end(new Uint8Array())];
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
