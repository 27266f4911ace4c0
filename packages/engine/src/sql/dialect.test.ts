// What differs from database to database, as text: names, literals, types; and what is refused everywhere.
import { describe, expect, test } from "vitest";
import { dialects, numberLiteral, sqlDialects, type Dialect, type Kind } from "./dialect.ts";
import { raw } from "./expression.ts";
import { Unqueryable } from "./unqueryable.ts";

const each = (of: (dialect: Dialect) => string): readonly string[] =>
  sqlDialects.map((name) => of(dialects[name]));
/** The code and the subject of a refusal. */
function refusal(attempt: () => unknown): readonly string[] {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Unqueryable) return [error.code, error.about];
    throw error;
  }
  return [];
}
const v = raw("v");

test("the dialects are DuckDB, PostgreSQL and ClickHouse", () => {
  expect(sqlDialects).toEqual(["duckdb", "postgres", "clickhouse"]);
  expect(Object.keys(dialects)).toEqual(["duckdb", "postgres", "clickhouse"]);
});

describe("names", () => {
  test.each([
    ["age", '"age"', '"age"', "`age`"],
    ['a"b', '"a""b"', '"a""b"', '`a"b`'],
    ['""', '""""""', '""""""', '`""`'],
    ["a`b`", '"a`b`"', '"a`b`"', "`a\\`b\\``"],
    ["a\\b\\", '"a\\b\\"', '"a\\b\\"', "`a\\\\b\\\\`"],
    ["é ; --", '"é ; --"', '"é ; --"', "`é ; --`"],
  ])("%s", (name, ...texts) => {
    expect(each((d) => d.name(name).text)).toEqual(texts);
  });

  test.each(["", "a\0b", "\ud800", "a\udfffb"])("%j is none in any database", (name) => {
    for (const dialect of sqlDialects)
      expect(refusal(() => dialects[dialect].name(name))).toEqual(["name", name]);
  });

  test("a pair of halves is a character", () => {
    expect(dialects.duckdb.name("😀").text).toBe('"😀"');
  });

  test.each([
    ["a".repeat(63), "a".repeat(64)],
    [`${"é".repeat(31)}a`, "é".repeat(32)],
    ["€".repeat(21), `${"€".repeat(21)}a`],
    [`${"😀".repeat(15)}abc`, "😀".repeat(16)],
    ["\u007f".repeat(63), `${"\u0080".repeat(31)}ab`],
    ["\u07ff".repeat(31), `${"\u0800".repeat(20)}${"\u07ff".repeat(2)}`],
    ["\uffff".repeat(21), `\u{10000}${"\uffff".repeat(20)}`],
  ])("PostgreSQL has names of 63 bytes and not of 64: %s", (short, long) => {
    expect(Buffer.byteLength(short)).toBeLessThanOrEqual(63);
    expect(Buffer.byteLength(long)).toBe(64);
    expect(dialects.postgres.name(short).text).toBe(`"${short}"`);
    expect(refusal(() => dialects.postgres.name(long))).toEqual(["name", long]);
    expect(dialects.duckdb.name(long).text).toBe(`"${long}"`);
    expect(dialects.clickhouse.name(long).text).toBe(`\`${long}\``);
  });
});

test.each([
  ["plain", "'plain'", "'plain'", "'plain'"],
  ["", "''", "''", "''"],
  ["l'un, l'autre", "'l''un, l''autre'", "'l''un, l''autre'", "'l\\'un, l\\'autre'"],
  ["a\\b\\", "'a\\b\\'", " E'a\\\\b\\\\'", "'a\\\\b\\\\'"],
  ["\\'", "'\\'''", " E'\\\\'''", "'\\\\\\''"],
])("the text %s", (text, ...texts) => {
  expect(each((d) => d.text(text).text)).toEqual(texts);
});

test.each([
  ["1970-01-01", "DATE '1970-01-01'", "DATE '1970-01-01'", "(0)"],
  ["1969-12-31", "DATE '1969-12-31'", "DATE '1969-12-31'", "(-1)"],
  ["2026-03-02", "DATE '2026-03-02'", "DATE '2026-03-02'", "(20514)"],
  ["0001-01-01", "DATE '0001-01-01'", "DATE '0001-01-01'", "(-719162)"],
  ["0000-12-31", "DATE '0000-12-31'", "DATE '0001-12-31 BC'", "(-719163)"],
])("the date %s", (date, ...texts) => {
  expect(each((d) => d.date(date).text)).toEqual(texts);
});

test.each(["2026-02-30", "", "2026-3-2", "x'; --"])("%j is no date in any database", (date) => {
  for (const dialect of sqlDialects)
    expect(refusal(() => dialects[dialect].date(date))).toEqual(["not-a-date", date]);
});

test.each<readonly [Kind, readonly [string, string, string], readonly [string, string, string]]>([
  ["boolean", ["BOOLEAN", "boolean", "Nullable(UInt8)"], ["BOOLEAN", "boolean", "Nullable(UInt8)"]],
  // A NULL of a whole number is a double: numbers are compared as doubles.
  ["integer", ["BIGINT", "bigint", "Nullable(Int64)"], ["DOUBLE", "double precision", "Nullable(Float64)"]],
  [
    "decimal",
    ["DOUBLE", "double precision", "Nullable(Float64)"],
    ["DOUBLE", "double precision", "Nullable(Float64)"],
  ],
  ["date", ["DATE", "date", "Nullable(Int32)"], ["DATE", "date", "Nullable(Int32)"]],
  ["text", ["VARCHAR", "text", "Nullable(String)"], ["VARCHAR", "text", "Nullable(String)"]],
])("a column of kind %s, and a NULL of it", (kind, types, nothings) => {
  expect(each((d) => d.typeOf(kind))).toEqual(types);
  expect(each((d) => d.nothing(kind).text)).toEqual(nothings.map((type) => `CAST(NULL AS ${type})`));
});

test("pieces that every database writes in its own way", () => {
  expect(each((d) => d.yes.text)).toEqual(["TRUE", "TRUE", "1"]);
  expect(each((d) => d.no.text)).toEqual(["FALSE", "FALSE", "0"]);
  expect(each((d) => d.is(v, true).text)).toEqual(["v", "v", "v = 1"]);
  expect(each((d) => d.is(v, false).text)).toEqual(["(NOT v)", "(NOT v)", "v = 0"]);
  expect(each((d) => d.double(v).text)).toEqual([
    "v + CAST(0 AS DOUBLE)",
    "v + CAST(0 AS double precision)",
    "v + toFloat64(0)",
  ]);
  expect(each((d) => d.asText(v).text)).toEqual(["CAST(v AS VARCHAR)", "CAST(v AS text)", "v"]);
  expect(each((d) => d.isNoBoolean?.(v).text ?? "")).toEqual([
    "(v IS NOT NULL AND typeof(v) <> 'BOOLEAN')",
    "",
    "(v <> 0 AND v <> 1)",
  ]);
  expect(each((d) => d.fence)).toEqual(["", "\nOFFSET 0", ""]);
  expect(each((d) => d.storage)).toEqual(["", "", " ENGINE = MergeTree ORDER BY tuple()"]);
  expect(each((d) => d.algebra.true.text)).toEqual(["TRUE", "TRUE", "2"]);
});

test.each([
  [0, "0"],
  [-0, "0"],
  [18, "18"],
  [-18, "(-18)"],
  [2.5, "2.5"],
  [-0.001, "(-0.001)"],
  [Number.MAX_SAFE_INTEGER, "9007199254740991"],
])("the number %d", (value, text) => {
  expect(numberLiteral(value)).toEqual(raw(text));
});

test.each([Number.NaN, Infinity, -Infinity])("%d is no number of a query", (value) => {
  expect(refusal(() => numberLiteral(value))).toEqual(["literal-type", String(value)]);
});

test("a refusal says what cannot be asked for, and about what", () => {
  const refused = new Unqueryable("name", "a\0b");
  expect(refused).toBeInstanceOf(Error);
  expect({ name: refused.name, message: refused.message }).toEqual({
    name: "Unqueryable",
    message: "cannot be asked for exactly: name (a\0b)",
  });
});
