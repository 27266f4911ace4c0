// What differs from one database to another: quoting, types, literals, and how a verdict stands.
import { dayNumber, type LocalDate } from "../model/index.ts";
import { coded, nullable, type Algebra } from "./algebra.ts";
import { raw, sql, type Expr } from "./expression.ts";
import { Unqueryable } from "./unqueryable.ts";

export const sqlDialects = ["duckdb", "postgres", "clickhouse"] as const;
export type SqlDialect = (typeof sqlDialects)[number];

/** The kinds of values that columns hold. */
export type Kind = "boolean" | "integer" | "decimal" | "date" | "text";

export interface Dialect {
  readonly algebra: Algebra;
  /** Plain conditions. */
  readonly yes: Expr;
  readonly no: Expr;
  /** @throws Unqueryable when the database cannot have such a name. */
  readonly name: (name: string) => Expr;
  readonly text: (text: string) => Expr;
  readonly date: (date: LocalDate) => Expr;
  /** The type of a column, NULL included. */
  readonly typeOf: (kind: Kind) => string;
  /** A NULL of a kind; numbers are compared as doubles whatever column they come from. */
  readonly nothing: (kind: Kind) => Expr;
  /** By adding to it, not by a cast: a cast would make numbers of text. */
  readonly double: (value: Expr) => Expr;
  /** A column of text, or of an enumeration, as text. */
  readonly asText: (value: Expr) => Expr;
  /** A test of a boolean value against a literal. */
  readonly is: (value: Expr, literal: boolean) => Expr;
  /** Whether a value is neither true nor false, where the type of the column leaves room for more; never true of NULL. */
  readonly isNoBoolean: ((value: Expr) => Expr) | undefined;
  /** At the end of every inner layer, where the planner would otherwise repeat what it defines. */
  readonly fence: string;
  /** At the end of `CREATE TABLE`. */
  readonly storage: string;
}

const standard = {
  algebra: nullable,
  yes: raw("TRUE"),
  no: raw("FALSE"),
  is: (value: Expr, literal: boolean): Expr => (literal ? value : sql`(NOT ${value})`),
  isNoBoolean: undefined,
  storage: "",
};

const duckdb: Dialect = {
  ...standard,
  name: (name) => raw(`"${sound(name).replaceAll('"', '""')}"`),
  text: (text) => raw(`'${text.replaceAll("'", "''")}'`),
  date: (date) => raw(`DATE '${realDate(date)}'`),
  typeOf: (kind) => duckdbTypes[kind],
  nothing: (kind) => raw(`CAST(NULL AS ${duckdbTypes[kind === "integer" ? "decimal" : kind]})`),
  double: (value) => sql`${value} + CAST(0 AS DOUBLE)`,
  asText: (value) => sql`CAST(${value} AS VARCHAR)`,
  // Text and numbers would pass for booleans.
  isNoBoolean: (value) => sql`(${value} IS NOT NULL AND typeof(${value}) <> 'BOOLEAN')`,
  fence: "",
};
const duckdbTypes: Readonly<Record<Kind, string>> = {
  boolean: "BOOLEAN",
  integer: "BIGINT",
  decimal: "DOUBLE",
  date: "DATE",
  text: "VARCHAR",
};

/** Longer names are cut by PostgreSQL, which would then read another column. */
const postgresNameBytes = 63;

const postgres: Dialect = {
  ...standard,
  name: (name) => {
    if (utf8Bytes(name) > postgresNameBytes) throw new Unqueryable("name", name);
    return raw(`"${sound(name).replaceAll('"', '""')}"`);
  },
  // A backslash means itself or not, by a setting of the server; after E it always escapes.
  text: (text) =>
    raw(`${text.includes("\\") ? " E" : ""}'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`),
  // PostgreSQL counts no year 0: it is the year before year 1.
  date: (date) =>
    raw(
      realDate(date).startsWith("0000")
        ? `DATE '0001${realDate(date).slice(4)} BC'`
        : `DATE '${realDate(date)}'`,
    ),
  typeOf: (kind) => postgresTypes[kind],
  nothing: (kind) => raw(`CAST(NULL AS ${postgresTypes[kind === "integer" ? "decimal" : kind]})`),
  double: (value) => sql`${value} + CAST(0 AS double precision)`,
  asText: (value) => sql`CAST(${value} AS text)`,
  // Without it a subquery is merged into the one around it, and what it defines is repeated wherever it is read.
  fence: "\nOFFSET 0",
};
const postgresTypes: Readonly<Record<Kind, string>> = {
  boolean: "boolean",
  integer: "bigint",
  decimal: "double precision",
  date: "date",
  text: "text",
};

// ClickHouse of before 2019 is meant too: no WITH of subqueries, functions of two arguments; and its AND and OR over NULL
// are not Kleene's (NULL OR NULL is false there), so that verdicts are numbers. Its dates begin in 1970: a date is here
// the days since then, as a signed number.
const clickhouse: Dialect = {
  algebra: coded,
  yes: raw("1"),
  no: raw("0"),
  name: (name) => raw(`\`${escaped(sound(name)).replaceAll("`", "\\`")}\``),
  text: (text) => raw(`'${escaped(text).replaceAll("'", "\\'")}'`),
  date: (date) => raw(`(${dayNumber(realDate(date))})`),
  typeOf: (kind) => `Nullable(${clickhouseTypes[kind]})`,
  nothing: (kind) => raw(`CAST(NULL AS Nullable(${clickhouseTypes[kind === "integer" ? "decimal" : kind]}))`),
  double: (value) => sql`${value} + toFloat64(0)`,
  asText: (value) => value,
  is: (value, literal) => sql`${value} = ${literal ? 1 : 0}`,
  isNoBoolean: (value) => sql`(${value} <> 0 AND ${value} <> 1)`,
  fence: "",
  storage: " ENGINE = MergeTree ORDER BY tuple()",
};
const clickhouseTypes: Readonly<Record<Kind, string>> = {
  boolean: "UInt8",
  integer: "Int64",
  decimal: "Float64",
  date: "Int32",
  text: "String",
};

export const dialects: Readonly<Record<SqlDialect, Dialect>> = { duckdb, postgres, clickhouse };

/** A number as every dialect writes it. */
export function numberLiteral(value: number): Expr {
  if (!Number.isFinite(value)) throw new Unqueryable("literal-type", String(value));
  return raw(value < 0 ? `(${value})` : String(value + 0));
}

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\");
}

/** A name that can be sent as text: not empty, no NUL, no half of a character. */
function sound(name: string): string {
  if (name === "" || /[\0\p{Cs}]/u.test(name)) throw new Unqueryable("name", name);
  return name;
}

function realDate(date: LocalDate): LocalDate {
  if (dayNumber(date) === undefined) throw new Unqueryable("not-a-date", date);
  return date;
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
