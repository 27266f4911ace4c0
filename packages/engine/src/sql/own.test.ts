// What a table says of one fact: every case in its order, for every type and column, as text derived by hand.
import { describe, expect, test } from "vitest";
import { fact, members } from "../../test/tiny.ts";
import type { Fact, FactColumns, LocalDate } from "../model/index.ts";
import { dialects, type SqlDialect } from "./dialect.ts";
import { raw } from "./expression.ts";
import { code, codes, readOwn, validInteger, type Own } from "./own.ts";
import { Unqueryable } from "./unqueryable.ts";

interface Asked {
  readonly columns?: FactColumns;
  readonly dialect?: SqlDialect;
  readonly at?: LocalDate;
}
const of = (type: string, rest: Readonly<Record<string, unknown>> = {}): Fact =>
  fact("f", type, rest) as unknown as Fact;
/** What is defined stands in square brackets. */
function own(read: Fact, { columns = {}, dialect = "postgres", at = "2026-03-02" }: Asked = {}): Own {
  return readOwn(read, {
    dialect: dialects[dialect],
    definitions: { define: (value) => raw(`[${value.text}]`), query: () => "" },
    columns: { f: columns },
    at,
  });
}
const texts = (...args: Parameters<typeof own>): readonly string[] => {
  const { code: found, value } = own(...args);
  return [found.text, value.text];
};
const value = { value: "x" };

test("codes are in the order of gravity, and stand in the query as they are", () => {
  expect(codes).toEqual({ known: 0, plain: 1, partial: 2, incomplete: 3, stale: 4, invalid: 5 });
  expect(code(4)).toEqual(raw("4"));
});

describe("a fact without a column is plainly unknown", () => {
  test.each([
    ["boolean", "CAST(NULL AS boolean)"],
    ["integer", "CAST(NULL AS double precision)"],
    ["date", "CAST(NULL AS date)"],
    ["enum", "CAST(NULL AS text)"],
  ])("%s", (type, nothing) => {
    const read = of(type, { values: members });
    expect(texts(read)).toEqual(["[CASE WHEN TRUE THEN 1 ELSE 0 END]", nothing]);
    expect(texts(read, { dialect: "clickhouse" })[0]).toBe("[CASE WHEN 1 THEN 1 ELSE 0 END]");
    expect(own(read).members.size).toBe(0);
  });

  test("unless something unreadable is said to have been there", () => {
    expect(texts(of("date"), { columns: { unreadable: "u" } })[0]).toBe(
      '[CASE WHEN ["u"] THEN 5 WHEN TRUE THEN 1 ELSE 0 END]',
    );
  });
});

describe("a value", () => {
  const x = '["x"]';
  const number = '[["x"] + CAST(0 AS double precision)]';
  const most = "9007199254740991";

  test("of a boolean is what stands in a column of booleans", () => {
    expect(texts(of("boolean"), { columns: value })).toEqual([
      `[CASE WHEN ${x} IS NULL THEN 1 ELSE 0 END]`,
      x,
    ]);
    expect(texts(of("boolean"), { columns: value, dialect: "duckdb" })[0]).toBe(
      `[CASE WHEN ${x} IS NULL THEN 1 WHEN (${x} IS NOT NULL AND typeof(${x}) <> 'BOOLEAN') THEN 5 ELSE 0 END]`,
    );
    expect(texts(of("boolean"), { columns: value, dialect: "clickhouse" })[0]).toBe(
      "[CASE WHEN [`x`] IS NULL THEN 1 WHEN ([`x`] <> 0 AND [`x`] <> 1) THEN 5 ELSE 0 END]",
    );
  });

  test.each([
    [{}, `>= (-${most})`, `<= ${most}`],
    [{ range: { min: 0, max: 120 } }, ">= 0", "<= 120"],
    [{ range: { min: -5, max: -1 } }, ">= (-5)", "<= (-1)"],
    [{ range: { min: -1e300, max: 1e300 } }, `>= (-${most})`, `<= ${most}`],
  ])("of an integer is a whole number of its range: %j", (rest, min, max) => {
    const valid = `${number} ${min} AND ${number} ${max} AND floor(${number}) = ${number}`;
    expect(texts(of("integer", rest), { columns: value })).toEqual([
      `[CASE WHEN ${x} IS NULL THEN 1 WHEN NOT (${valid}) THEN 5 ELSE 0 END]`,
      number,
    ]);
    expect(validInteger(of("integer", rest), raw("n")).text).toBe(`n ${min} AND n ${max} AND floor(n) = n`);
  });

  test.each([
    [{ scale: 1, range: { min: 0, max: 9.5 } }, "0", "9.5", 10],
    [{ scale: 3 }, "(-2251799813685.248)", "2251799813685.248", 1000],
    [{}, "(-2251799813685248)", "2251799813685248", 1],
    [{ scale: 2, range: { min: -1e300, max: 1e300 } }, "(-22517998136852.48)", "22517998136852.48", 100],
  ])("of a decimal is a number of its scale and range: %j", (rest, min, max, steps) => {
    expect(texts(of("decimal", rest), { columns: value })).toEqual([
      `[CASE WHEN ${x} IS NULL THEN 1 WHEN NOT (${number} >= ${min} AND ${number} <= ${max}` +
        ` AND round(${number} * ${steps}) / ${steps} = ${number}) THEN 5 ELSE 0 END]`,
      number,
    ]);
  });

  test("of a date is a day of the years 0 to 9999", () => {
    expect(texts(of("date"), { columns: value })).toEqual([
      `[CASE WHEN ${x} IS NULL THEN 1 WHEN NOT (${x} >= DATE '0001-01-01 BC' AND ${x} <= DATE '9999-12-31')` +
        " THEN 5 ELSE 0 END]",
      x,
    ]);
  });

  test("of an enumeration is text that it lists", () => {
    const text = '[CAST(["x"] AS text)]';
    expect(texts(of("enum", { values: members }), { columns: value })).toEqual([
      `[CASE WHEN ${x} IS NULL THEN 1 WHEN ${text} NOT IN ('a', 'b', 'c') THEN 5 ELSE 0 END]`,
      text,
    ]);
  });
});

describe("a set", () => {
  const named = { members: { a: "ca", b: "cb", c: "cc" } };
  const [a, b, c] = ['["ca"]', '["cb"]', '["cc"]'];
  const set = (values: readonly unknown[] = members) => of("set", { values });
  /** Unless something settles it, the set is plainly unknown. */
  const settledBy = (...cases: readonly string[]): string =>
    `CASE ${cases.map((when) => `WHEN ${when} THEN 0`).join(" ")} ELSE 1 END = 1 THEN 1`;
  const open = (...columns: readonly string[]): string =>
    `CASE ${columns.map((column) => `WHEN ${column} IS NULL THEN 2`).join(" ")} ELSE 0 END`;

  test("is known when every member is settled, asked in part when one is, plainly unknown when none is", () => {
    const { code: found, value: nothing, members: columns } = own(set(), { columns: named });
    expect(found.text).toBe(
      `[CASE WHEN ${settledBy(`${a} IS NOT NULL`, `${b} IS NOT NULL`, `${c} IS NOT NULL`)} ELSE ${open(a, b, c)} END]`,
    );
    expect(nothing.text).toBe("CAST(NULL AS boolean)");
    expect([...columns].map(([id, column]) => [id, column.text])).toEqual([
      ["a", a],
      ["b", b],
      ["c", c],
    ]);
  });

  test("was put, all open, where a column says that it was asked", () => {
    expect(texts(set(), { columns: { ...named, asked: "q" } })[0]).toBe(
      `[CASE WHEN ${settledBy(`${a} IS NOT NULL`, `${b} IS NOT NULL`, `${c} IS NOT NULL`, '["q"]')} ELSE ${open(a, b, c)} END]`,
    );
    expect(texts(set(), { columns: { asked: "q" } })[0]).toBe(`[CASE WHEN ${settledBy('["q"]')} ELSE 2 END]`);
  });

  test("is only ever asked in part where a member has no column", () => {
    expect(texts(set(), { columns: { members: { a: "ca" } } })[0]).toBe(
      `[CASE WHEN ${settledBy(`${a} IS NOT NULL`)} ELSE 2 END]`,
    );
  });

  test("needs nobody to be asked about a retired member", () => {
    const [first, ...rest] = members;
    const values = [{ ...first, retired: true }, ...rest];
    expect(texts(set(values), { columns: { members: { b: "cb", c: "cc" } } })[0]).toBe(
      `[CASE WHEN ${settledBy(`${b} IS NOT NULL`, `${c} IS NOT NULL`)} ELSE ${open(b, c)} END]`,
    );
    // With a column of its own it still settles that the question was put.
    expect(texts(set(values), { columns: named })[0]).toBe(
      `[CASE WHEN ${settledBy(`${a} IS NOT NULL`, `${b} IS NOT NULL`, `${c} IS NOT NULL`)} ELSE ${open(b, c)} END]`,
    );
  });

  test("without any column is plainly unknown", () => {
    expect(texts(set())[0]).toBe("[CASE WHEN 1 = 1 THEN 1 ELSE 2 END]");
  });

  test("is invalid where a member holds anything but yes and no, before anything else but what was unreadable", () => {
    const isWrong = (column: string): string =>
      `WHEN (${column} IS NOT NULL AND typeof(${column}) <> 'BOOLEAN') THEN 5`;
    const two = { members: { a: "ca", b: "cb" }, unreadable: "u" };
    expect(texts(set(members.slice(0, 2)), { columns: two, dialect: "duckdb" })[0]).toBe(
      `[CASE WHEN ["u"] THEN 5 ${isWrong(a)} ${isWrong(b)}` +
        ` WHEN ${settledBy(`${a} IS NOT NULL`, `${b} IS NOT NULL`)} ELSE ${open(a, b)} END]`,
    );
  });
});

describe("a day of observation", () => {
  const columns = { value: "x", observedOn: "o" };
  const dated = (read: Fact, rest: Partial<Asked> = {}): string => texts(read, { columns, ...rest })[0] ?? "";
  const future = `WHEN ["o"] > DATE '2026-03-02' THEN 5`;
  const before = `WHEN ["o"] < DATE '0001-01-01 BC' THEN 5`;

  test("to come, or before the year 0, is invalid; too long ago is stale; the last good day is not", () => {
    expect(dated(of("boolean", { validFor: "P14D" }))).toBe(
      `[CASE WHEN ["x"] IS NULL THEN 1 ${future} ${before} WHEN ["o"] < DATE '2026-02-16' THEN 4 ELSE 0 END]`,
    );
    expect(dated(of("boolean", { validFor: "P0D" }))).toContain(`WHEN ["o"] < DATE '2026-03-02' THEN 4`);
  });

  test("never makes stale what does not grow old, or what is good for longer than there are days", () => {
    expect(dated(of("boolean"))).toBe(`[CASE WHEN ["x"] IS NULL THEN 1 ${future} ${before} ELSE 0 END]`);
    expect(dated(of("boolean", { validFor: "P99999D" }), { at: "0001-01-01" })).toBe(
      `[CASE WHEN ["x"] IS NULL THEN 1 WHEN ["o"] > DATE '0001-01-01' THEN 5 ${before} ELSE 0 END]`,
    );
  });

  test("is refused without a date of evaluation", () => {
    expect(() => dated(of("boolean"), { at: "2026-02-30" })).toThrow(
      new Unqueryable("not-a-date", "2026-02-30"),
    );
  });

  test("comes after what is wrong with the value itself", () => {
    const text = texts(of("boolean", { validFor: "P14D" }), {
      columns: { ...columns, unreadable: "u" },
      dialect: "clickhouse",
    })[0];
    expect(text).toBe(
      "[CASE WHEN [`u`] = 1 THEN 5 WHEN [`x`] IS NULL THEN 1 WHEN ([`x`] <> 0 AND [`x`] <> 1) THEN 5" +
        " WHEN [`o`] > (20514) THEN 5 WHEN [`o`] < (-719528) THEN 5 WHEN [`o`] < (20500) THEN 4 ELSE 0 END]",
    );
  });
});
