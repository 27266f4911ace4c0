// The words by which two sentences differ, so that a reader sees at once what moved. Words, never letters.

export interface Piece {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Above this many word pairs the two are shown whole, as removed and added. */
const mostPairs = 250_000;

/** The longest common words kept, the rest marked; the texts of all pieces but `added` make `before` again. */
export function wordDiff(before: string, after: string): readonly Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const start = sharedLength(a, b);
  const end = sharedLength(a.slice(start).reverse(), b.slice(start).reverse());
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const same = (words: readonly string[]): Piece => ({ kind: "same", text: words.join("") });
  return joined([same(a.slice(0, start)), ...middle, same(a.slice(a.length - end))]);
}

/** How many words two texts begin with in common. */
function sharedLength(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((word, i) => word !== b[i]);
  return differs === -1 ? a.length : differs;
}

function between(a: readonly string[], b: readonly string[]): readonly Piece[] {
  if (a.length * b.length > mostPairs) {
    return [
      { kind: "removed", text: a.join("") },
      { kind: "added", text: b.join("") },
    ];
  }
  const pieces: Piece[] = [];
  const common = commonLengths(a, b);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      pieces.push({ kind: "same", text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      pieces.push({ kind: "removed", text: left });
      i += 1;
    } else if (right !== undefined) {
      pieces.push({ kind: "added", text: right });
      j += 1;
    }
  }
  return pieces;
}

/** Words with the spaces around them as pieces of their own. */
function wordsOf(text: string): readonly string[] {
  return text.split(/([ \u00a0\u202f\n]+)/u).filter((word) => word !== "");
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

/** For each pair of positions, how many words the rests still have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const table: number[][] = Array.from({ length: a.length + 1 }, () => []);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row)
        row[j] =
          a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

/** Neighbours of one kind as one piece. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    if (piece.text === "") continue;
    const last = result.at(-1);
    if (last?.kind === piece.kind)
      result[result.length - 1] = { kind: last.kind, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}
