// Reading a person in a query (SPEC.md, sections 2 and 9): how every fact stands, and the value of what is known.
import type { Fact, RuleSet } from "../model/index.ts";
import { numberLiteral, type Dialect } from "./dialect.ts";
import { firstOf, sql, type Expr } from "./expression.ts";
import { codes, readOwn, type Own, type Table } from "./own.ts";
import { readSum } from "./sum.ts";
import { kindOf } from "./table.ts";
import { Unqueryable } from "./unqueryable.ts";

const { known, plain, partial } = codes;

/** What of a fact the conditions read. */
export interface FactReading {
  readonly fact: Fact;
  readonly code: Expr;
  /** A plain condition. */
  readonly isKnown: Expr;
  /** NULL unless the fact is known; there is none for a set. */
  readonly value: Expr;
  /** The verdict of each member of a set being named. */
  readonly members: ReadonlyMap<string, Expr>;
}

/** A reading of every fact, by id. */
export function readFacts({ facts }: Pick<RuleSet, "facts">, table: Table): ReadonlyMap<string, FactReading> {
  const readings = new Map<string, FactReading>();
  const finish = (fact: Fact, read: Own): void =>
    void readings.set(fact.id, {
      fact,
      code: read.code,
      isKnown: isKnown(fact, read.code),
      value: table.definitions.define(withAssumed(fact, read, table)),
      members: membersOf(fact, read, table),
    });
  const own = facts.map((fact) => ({ fact, read: readOwn(fact, table) }));
  for (const { fact, read } of own) finish(fact, read);
  // The parts of a sum are no sums themselves.
  for (const { fact, read } of own) {
    if (fact.derive === undefined) continue;
    const parts = fact.derive.sum.map((id) => {
      const part = readings.get(id);
      if (!part) throw new Unqueryable("undeclared-fact", id);
      return part;
    });
    finish(fact, readSum(fact, { total: read, parts }, table));
  }
  return readings;
}

function isKnown(fact: Fact, read: Expr): Expr {
  return typeof fact.whenUnknown === "object" ? sql`${read} <= ${plain}` : sql`${read} = ${known}`;
}

/** The value of what is known, NULL of all else; what is assumed is taken while nothing is known. */
function withAssumed(fact: Fact, read: Own, { dialect }: Table): Expr {
  const cases = [{ when: sql`${read.code} = ${known}`, then: read.value }];
  if (typeof fact.whenUnknown === "object" && fact.type !== "set")
    cases.push({ when: sql`${read.code} = ${plain}`, then: literal(fact, fact.whenUnknown.assume, dialect) });
  return firstOf(cases, dialect.nothing(kindOf(fact)));
}

function membersOf(fact: Fact, read: Own, { dialect, definitions }: Table): ReadonlyMap<string, Expr> {
  if (fact.type !== "set") return new Map();
  const { algebra } = dialect;
  const assumed = typeof fact.whenUnknown === "object" ? fact.whenUnknown.assume : undefined;
  return new Map(
    (fact.values ?? []).map(({ id, retired }) => {
      const column = read.members.get(id);
      // Nobody needs to be asked about a retired member.
      const unsettled = retired === true ? algebra.false : algebra.unknown;
      const settled =
        column === undefined
          ? unsettled
          : firstOf(
              [
                { when: dialect.is(column, true), then: algebra.true },
                { when: dialect.is(column, false), then: algebra.false },
              ],
              unsettled,
            );
      const cases = [
        { when: sql`${read.code} = ${known} OR ${read.code} = ${partial}`, then: settled },
        ...(Array.isArray(assumed)
          ? [
              {
                when: sql`${read.code} = ${plain}`,
                then: assumed.includes(id) ? algebra.true : algebra.false,
              },
            ]
          : []),
      ];
      return [id, definitions.define(firstOf(cases, algebra.unknown))];
    }),
  );
}

/** A literal of the fact's type; for a boolean a plain condition. */
function literal(fact: Fact, value: unknown, dialect: Dialect): Expr {
  switch (fact.type) {
    case "boolean":
      if (typeof value === "boolean") return value ? dialect.yes : dialect.no;
      break;
    case "integer":
    case "decimal":
      if (typeof value === "number") return dialect.double(numberLiteral(value));
      break;
    case "date":
      if (typeof value === "string") return dialect.date(value);
      break;
    case "enum":
      if (typeof value === "string") return dialect.text(value);
      break;
    case "set":
      break;
    default:
      return fact.type satisfies never;
  }
  throw new Unqueryable("literal-type", fact.id);
}
