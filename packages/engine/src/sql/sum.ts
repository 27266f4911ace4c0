// A fact that is the sum of others.
import type { Fact } from "../model/index.ts";
import { numberLiteral } from "./dialect.ts";
import { firstOf, joined, sql, type Expr } from "./expression.ts";
import { code, codes, validInteger, type Own, type Table } from "./own.ts";
import type { FactReading } from "./person.ts";

const { known, plain, incomplete, stale, invalid } = codes;

/** What is known of a sum, from what was sent of it and from its parts. */
export function readSum(
  fact: Fact,
  { total, parts }: { readonly total: Own; readonly parts: readonly FactReading[] },
  { dialect, definitions }: Table,
): Own {
  const is = (part: FactReading, n: number): Expr => sql`${part.code} = ${n}`;
  const sum = definitions.define(joined([numberLiteral(0), ...parts.map((p) => p.value)], " + "));
  const any = (test: (part: FactReading) => Expr): Expr => sql`(${joined(parts.map(test), " OR ")})`;
  const complete = definitions.define(
    firstOf(
      parts.map((p) => ({ when: sql`NOT (${p.isKnown})`, then: dialect.no })),
      dialect.yes,
    ),
  );
  const sent = any((p) => sql`${p.code} <> ${plain}`);
  const whole = firstOf([{ when: validInteger(fact, sum), then: code(known) }], code(invalid));
  // A total beside its parts must be the very total they make.
  const beside = firstOf(
    [
      { when: sql`NOT ${complete}`, then: code(invalid) },
      { when: sql`${total.code} <> ${known}`, then: total.code },
      { when: sql`${total.value} = ${sum}`, then: code(known) },
    ],
    code(invalid),
  );
  const result = firstOf(
    [
      { when: sql`${total.code} <> ${plain} AND NOT ${sent}`, then: total.code },
      { when: sql`${total.code} = ${invalid}`, then: code(invalid) },
      { when: sql`${total.code} <> ${plain}`, then: beside },
      ...[invalid, stale, incomplete].map((n) => ({ when: any((p) => is(p, n)), then: code(n) })),
      { when: complete, then: whole },
      { when: any((p) => p.isKnown), then: code(incomplete) },
    ],
    code(plain),
  );
  return {
    code: definitions.define(result),
    value: firstOf([{ when: sql`${total.code} = ${known}`, then: total.value }], sum),
    members: new Map(),
  };
}
