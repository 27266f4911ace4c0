// What a table says of one fact itself: a code, known or why not, and the value. The same cases as in `readPerson`, in the same
// order.
import { dateOf, dayNumber, validDays, type Columns, type Fact, type LocalDate } from "../model/index.ts";
import type { Definitions } from "./definitions.ts";
import { numberLiteral, type Dialect } from "./dialect.ts";
import { firstOf, joined, raw, sql, type Expr } from "./expression.ts";
import { columnsOf, kindOf } from "./table.ts";
import { Unqueryable } from "./unqueryable.ts";

/** In the order of gravity: what is above PLAIN is doubtful. */
export const codes = { known: 0, plain: 1, partial: 2, incomplete: 3, stale: 4, invalid: 5 } as const;
const { known, plain, partial, stale, invalid } = codes;
/** A code as it stands in the query. */
export const code = (n: number): Expr => raw(String(n));

export interface Table {
  readonly dialect: Dialect;
  readonly definitions: Definitions;
  readonly columns: Columns;
  readonly at: LocalDate;
}

export interface Own {
  readonly code: Expr;
  /** The value, good where the code is `known`. */
  readonly value: Expr;
  /** A set's member columns. */
  readonly members: ReadonlyMap<string, Expr>;
}

/** What was sent of the fact itself. */
export function readOwn(fact: Fact, table: Table): Own {
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
  const wrong = wrongMembers(named, dialect.isNoBoolean);
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
  const wrong = wrongness(fact, value, dialect);
  return {
    value,
    before: [
      { when: sql`${column} IS NULL`, then: code(plain) },
      ...(wrong === undefined ? [] : [{ when: wrong, then: code(invalid) }]),
    ],
    after: code(known),
  };
}

/** Whether a value that is not NULL is none of the fact's; undefined where the type of the column rules that out. */
function wrongness(fact: Fact, value: Expr, dialect: Dialect): Expr | undefined {
  switch (fact.type) {
    case "boolean":
      return dialect.isNoBoolean?.(value);
    case "integer":
      return sql`NOT (${validInteger(fact, value)})`;
    case "decimal": {
      // Beyond so many steps doubles are too far apart to tell whether a value has its scale.
      const steps = 10 ** (fact.scale ?? 0);
      const most = 2 ** 51 / steps;
      const { min, max } = fact.range ?? { min: -most, max: most };
      const within = between(value, numberLiteral(Math.max(min, -most)), numberLiteral(Math.min(max, most)));
      return sql`NOT (${within} AND round(${value} * ${steps}) / ${steps} = ${value})`;
    }
    case "date":
      return sql`NOT (${between(value, dialect.date("0000-01-01"), dialect.date("9999-12-31"))})`;
    case "enum":
      return sql`${value} NOT IN (${joined(
        (fact.values ?? []).map((v) => dialect.text(v.id)),
        ", ",
      )})`;
    case "set":
      return undefined;
    default:
      return fact.type satisfies never;
  }
}

/** Whether a number is a whole one of the fact's range. */
export function validInteger({ range }: Fact, value: Expr): Expr {
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

function wrongMembers(
  named: ReadonlyMap<string, Expr>,
  isNoBoolean: ((value: Expr) => Expr) | undefined,
): Cases {
  if (isNoBoolean === undefined) return [];
  return [...named.values()].map((column) => ({ when: isNoBoolean(column), then: code(invalid) }));
}

function dateCases(fact: Fact, observed: Expr, { dialect, at }: Table): Cases {
  const today = dayNumber(at);
  if (today === undefined) throw new Unqueryable("not-a-date", at);
  // There is none where a value is good for longer than there are days.
  const oldest = fact.validFor === undefined ? undefined : dateOf(today - validDays(fact.validFor));
  return [
    { when: sql`${observed} > ${dialect.date(at)}`, then: code(invalid) },
    { when: sql`${observed} < ${dialect.date("0000-01-01")}`, then: code(invalid) },
    ...(oldest === undefined
      ? []
      : [{ when: sql`${observed} < ${dialect.date(oldest)}`, then: code(stale) }]),
  ];
}
