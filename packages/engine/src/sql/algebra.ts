// How a verdict stands in a query, and Kleene's connectives over it. Where AND, OR and NOT of the database are Kleene's,
// it is a boolean that may be NULL; where they are not, a small number: 0 false, 1 unknown, 2 true.
import { firstOf, joined, raw, sql, type Expr } from "./expression.ts";

export interface Algebra {
  readonly true: Expr;
  readonly false: Expr;
  readonly unknown: Expr;
  readonly not: (verdict: Expr) => Expr;
  readonly all: (verdicts: readonly Expr[]) => Expr;
  readonly any: (verdicts: readonly Expr[]) => Expr;
  readonly atLeast: (count: number, verdicts: readonly Expr[]) => Expr;
  /** The verdict of a test of `value`: unknown where the value is NULL. */
  readonly tested: (value: Expr, test: Expr) => Expr;
  /** Plain conditions, never NULL. */
  readonly isTrue: (verdict: Expr) => Expr;
  readonly isFalse: (verdict: Expr) => Expr;
  readonly isUnknown: (verdict: Expr) => Expr;
}

/** One, or all of them joined in brackets. */
function grouped(pieces: readonly Expr[], between: string): Expr {
  const [only] = pieces;
  return pieces.length === 1 && only ? only : sql`(${joined(pieces, between)})`;
}

export const nullable: Algebra = {
  true: raw("TRUE"),
  false: raw("FALSE"),
  unknown: raw("CAST(NULL AS BOOLEAN)"),
  not: (verdict) => sql`(NOT ${verdict})`,
  all: (verdicts) => grouped(verdicts, " AND "),
  any: (verdicts) => grouped(verdicts, " OR "),
  atLeast: (count, verdicts) => {
    const sum = (holds: (verdict: Expr) => Expr): Expr =>
      joined(
        verdicts.map((v) => sql`CASE WHEN ${holds(v)} THEN 1 ELSE 0 END`),
        " + ",
      );
    return sql`CASE WHEN ${sum((v) => sql`${v} IS TRUE`)} >= ${count} THEN TRUE WHEN ${sum((v) => sql`${v} IS NOT FALSE`)} < ${count} THEN FALSE END`;
  },
  tested: (_, test) => test,
  isTrue: (verdict) => sql`(${verdict} IS TRUE)`,
  isFalse: (verdict) => sql`(${verdict} IS FALSE)`,
  isUnknown: (verdict) => sql`(${verdict} IS NULL)`,
};

/** In the order false, unknown, true: `all` is the least, `any` the greatest, `not` the mirror image. */
export const coded: Algebra = {
  true: raw("2"),
  false: raw("0"),
  unknown: raw("1"),
  not: (verdict) => sql`(2 - ${verdict})`,
  all: (verdicts) => folded("least", verdicts),
  any: (verdicts) => folded("greatest", verdicts),
  atLeast: (count, verdicts) => {
    const sum = (holds: (verdict: Expr) => Expr): Expr => joined(verdicts.map(holds), " + ");
    return firstOf(
      [
        { when: sql`${sum((v) => sql`(${v} = 2)`)} >= ${count}`, then: raw("2") },
        { when: sql`${sum((v) => sql`(${v} <> 0)`)} < ${count}`, then: raw("0") },
      ],
      raw("1"),
    );
  },
  tested: (value, test) =>
    firstOf(
      [
        { when: sql`${value} IS NULL`, then: raw("1") },
        { when: test, then: raw("2") },
      ],
      raw("0"),
    ),
  isTrue: (verdict) => sql`(${verdict} = 2)`,
  isFalse: (verdict) => sql`(${verdict} = 0)`,
  isUnknown: (verdict) => sql`(${verdict} = 1)`,
};

/** A function of two, of many: halved again and again, so that no depth grows with the number. */
function folded(name: "least" | "greatest", pieces: readonly Expr[]): Expr {
  const [first, ...rest] = pieces;
  if (first && rest.length === 0) return first;
  const half = pieces.length >> 1;
  return sql`${raw(name)}(${folded(name, pieces.slice(0, half))}, ${folded(name, pieces.slice(half))})`;
}
