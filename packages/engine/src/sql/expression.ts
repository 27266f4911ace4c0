// Pieces of a query. A piece knows which named values it reads, so that the query can be laid out in layers; and no
// piece can be made from a plain string but by `raw`, which is given constant text or what a dialect has quoted.

export interface Expr {
  readonly text: string;
  /** The names of the values it reads (`Definitions`). */
  readonly reads: readonly string[];
}

/** Text that is already SQL. */
export function raw(text: string): Expr {
  return { text, reads: [] };
}

/** A piece made of constant text and other pieces. */
export function sql(parts: TemplateStringsArray, ...holes: readonly (Expr | number)[]): Expr {
  const reads = new Set<string>();
  let text = parts[0] ?? "";
  for (const [i, hole] of holes.entries()) {
    if (typeof hole === "number") text += String(hole);
    else {
      text += hole.text;
      for (const name of hole.reads) reads.add(name);
    }
    text += parts[i + 1] ?? "";
  }
  return { text, reads: [...reads] };
}

/** Pieces one after another, with constant text between. */
export function joined(pieces: readonly Expr[], between: string): Expr {
  return {
    text: pieces.map((p) => p.text).join(between),
    reads: [...new Set(pieces.flatMap((p) => p.reads))],
  };
}

/** The first of several cases that holds, else the last word. */
export function firstOf(
  cases: readonly { readonly when: Expr; readonly then: Expr }[],
  otherwise: Expr,
): Expr {
  if (cases.length === 0) return otherwise;
  const branches = joined(
    cases.map(({ when, then }) => sql`WHEN ${when} THEN ${then}`),
    " ",
  );
  return sql`CASE ${branches} ELSE ${otherwise} END`;
}
