// Reading a person in a query (SPEC.md, section 2): for every fact one code, known or why not, and the value of what is
// known. The same reading as `readPerson`, of the same cases in the same order.
import {
  daysBefore,
  dayNumber,
  validDays,
  type Columns,
  type Fact,
  type LocalDate,
  type RuleSet,
} from "../model/index.ts";
import type { Definitions } from "./definitions.ts";
import { numberLiteral, type Dialect } from "./dialect.ts";
import { firstOf, joined, raw, sql, type Expr } from "./expression.ts";
import { columnsOf, kindOf } from "./table.ts";
import { Unqueryable } from "./unqueryable.ts";

/** In the order of gravity: what is above PLAIN is doubtful. */
export const codes = { known: 0, plain: 1, partial: 2, incomplete: 3, stale: 4, invalid: 5 } as const;
const { known, plain, partial, incomplete, stale, invalid } = codes;
const code = (n: number): Expr => raw(String(n));

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

export interface Table {
  readonly dialect: Dialect;
  readonly definitions: Definitions;
  readonly columns: Columns;
  readonly at: LocalDate;
}

/** A reading of every fact, by id. */
export function readFacts({ facts }: Pick<RuleSet, "facts">, table: Table): ReadonlyMap<string, FactReading> {
  const own = new Map(facts.map((f) => [f.id, readOwn(f, table)]));
  const readings = new Map<string, FactReading>();
  const finish = (fact: Fact, read: Own): void =>
    void readings.set(fact.id, {
      fact,
      code: read.code,
      isKnown: isKnown(fact, read.code),
      value: table.definitions.define(withAssumed(fact, read, table)),
      members: membersOf(fact, read, table),
    });
  for (const fact of facts) finish(fact, own.get(fact.id) ?? readOwn(fact, table));
  // The parts of a sum are no sums themselves.
  for (const fact of facts) if (fact.derive) finish(fact, readSum(fact, own, { readings, table }));
  return readings;
}

interface Own {
  readonly code: Expr;
  /** The value, good where the code is `known`. */
  readonly value: Expr;
  /** A set's member columns. */
  readonly members: ReadonlyMap<string, Expr>;
}

/** What was sent of the fact itself. */
function readOwn(fact: Fact, table: Table): Own {
  const { definitions, dialect } = table;
  const { value, members = {}, observedOn, unreadable, asked } = columnsOf(table.columns, fact.id);
  const column = (name: string): Expr => definitions.define(dialect.name(name));
  const isYes = (name: string): Expr => dialect.is(sql`${column(name)}`, true);
  const named = new Map(Object.entries(members).map(([member, name]) => [member, column(name)]));
  const nothing = dialect.nothing(kindOf(fact));
  const cases = unreadable === undefined ? [] : [{ when: isYes(unreadable), then: code(invalid) }];
  const read =
    fact.type === "set"
      ? {
          value: nothing,
          ...setCases(fact, named, { asked: asked === undefined ? undefined : isYes(asked) }),
        }
      : value === undefined
        ? { value: nothing, before: [{ when: dialect.yes, then: code(plain) }], after: code(known) }
        : scalarCases(fact, column(value), table);
  const dated = observedOn === undefined ? [] : dateCases(fact, column(observedOn), table);
  const wrong =
    named.size === 0 || dialect.isBoolean === undefined ? [] : wrongMembers(named, dialect.isBoolean);
  return {
    code: definitions.define(firstOf([...cases, ...wrong, ...read.before, ...dated], read.after)),
    value: read.value,
    members: named,
  };
}

type Cases = readonly { readonly when: Expr; readonly then: Expr }[];

function scalarCases(
  fact: Fact,
  column: Expr,
  table: Table,
): { readonly value: Expr; readonly before: Cases; readonly after: Expr } {
  const { dialect, definitions } = table;
  const isNumber = fact.type === "integer" || fact.type === "decimal";
  const value = isNumber
    ? definitions.define(dialect.double(column))
    : fact.type === "enum"
      ? definitions.define(dialect.asText(column))
      : column;
  const valid = validity(fact, value, dialect);
  return {
    value,
    before: [
      { when: sql`${column} IS NULL`, then: code(plain) },
      ...(valid === undefined ? [] : [{ when: sql`NOT (${valid})`, then: code(invalid) }]),
    ],
    after: code(known),
  };
}

/** Whether a value that is not NULL is one of the fact's; undefined where the type of the column says so already. */
function validity(fact: Fact, value: Expr, dialect: Dialect): Expr | undefined {
  switch (fact.type) {
    case "boolean":
      return dialect.isBoolean?.(value);
    case "integer":
      return validInteger(fact, value);
    case "decimal": {
      // Beyond so many steps doubles are too far apart to tell whether a value has its scale.
      const steps = 10 ** (fact.scale ?? 0);
      const most = 2 ** 51 / steps;
      const { min, max } = fact.range ?? { min: -most, max: most };
      const within = between(value, numberLiteral(Math.max(min, -most)), numberLiteral(Math.min(max, most)));
      return sql`${within} AND round(${value} * ${steps}) / ${steps} = ${value}`;
    }
    case "date":
      return between(value, dialect.date("0000-01-01"), dialect.date("9999-12-31"));
    case "enum":
      return sql`${value} IN (${joined(
        (fact.values ?? []).map((v) => dialect.text(v.id)),
        ", ",
      )})`;
    case "set":
      return undefined;
    default:
      return fact.type satisfies never;
  }
}

function validInteger({ range }: Fact, value: Expr): Expr {
  const most = Number.MAX_SAFE_INTEGER;
  const [min, max] = [Math.max(range?.min ?? -most, -most), Math.min(range?.max ?? most, most)];
  return sql`${between(value, numberLiteral(min), numberLiteral(max))} AND floor(${value}) = ${value}`;
}

function between(value: Expr, min: Expr, max: Expr): Expr {
  return sql`${value} >= ${min} AND ${value} <= ${max}`;
}

function setCases(
  fact: Fact,
  named: ReadonlyMap<string, Expr>,
  { asked }: { readonly asked: Expr | undefined },
): { readonly before: Cases; readonly after: Expr } {
  const settled = [...named.values()].map((column) => sql`${column} IS NOT NULL`);
  const open = (fact.values ?? [])
    .filter((v) => v.retired !== true)
    .map((v) => named.get(v.id))
    .map((column) => (column === undefined ? undefined : sql`${column} IS NULL`));
  const put = [...settled, ...(asked === undefined ? [] : [asked])];
  // A member without a column was asked about for nobody.
  const incompletely = open.includes(undefined)
    ? code(partial)
    : firstOf(
        open.flatMap((when) => (when === undefined ? [] : [{ when, then: code(partial) }])),
        code(known),
      );
  const before = put.map((when) => ({ when, then: code(known) }));
  return {
    before: [{ when: sql`${firstOf(before, code(plain))} = ${plain}`, then: code(plain) }],
    after: incompletely,
  };
}

function wrongMembers(named: ReadonlyMap<string, Expr>, isBoolean: (value: Expr) => Expr): Cases {
  return [...named.values()].map((column) => ({ when: sql`NOT ${isBoolean(column)}`, then: code(invalid) }));
}

function dateCases(fact: Fact, observed: Expr, { dialect, at }: Table): Cases {
  const today = dayNumber(at);
  if (today === undefined) throw new Unqueryable("not-a-date", at);
  const first = "0000-01-01";
  const oldest = fact.validFor === undefined ? first : lastStale(at, validDays(fact.validFor));
  return [
    { when: sql`${observed} > ${dialect.date(at)}`, then: code(invalid) },
    { when: sql`${observed} < ${dialect.date(first)}`, then: code(invalid) },
    ...(oldest === undefined
      ? []
      : [{ when: sql`${observed} < ${dialect.date(oldest)}`, then: code(stale) }]),
  ];
}

/** The first day that is not too long ago, when there is a day before it at all. */
function lastStale(at: LocalDate, days: number): LocalDate | undefined {
  try {
    return daysBefore(at, days);
  } catch {
    return undefined;
  }
}

/** What is known of a sum, from what was sent of it and from its parts. */
function readSum(
  fact: Fact,
  own: ReadonlyMap<string, Own>,
  { readings, table }: { readonly readings: ReadonlyMap<string, FactReading>; readonly table: Table },
): Own {
  const { dialect, definitions } = table;
  const ids = fact.derive?.sum ?? [];
  const total = declared(own.get(fact.id), fact.id);
  const parts = ids.map((id) => declared(readings.get(id), id));
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
export function literal(fact: Fact, value: unknown, dialect: Dialect): Expr {
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

function declared<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Unqueryable("undeclared-fact", id);
  return found;
}
