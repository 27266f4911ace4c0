// The table of a cohort: its columns, made or given, and what is refused.
import { describe, expect, test } from "vitest";
import { fact, members } from "../../test/tiny.ts";
import type { Columns, Fact } from "../model/index.ts";
import { columnsFor, columnsOf, createTable, kindOf, tableColumns } from "./table.ts";
import { Unqueryable } from "./unqueryable.ts";

const vocabulary = (...facts: readonly Readonly<Record<string, unknown>>[]) => ({
  facts: facts as unknown as Fact[],
});
const every = vocabulary(
  fact("danger", "boolean", { validFor: "P0D" }),
  fact("age", "integer"),
  fact("dose", "decimal"),
  fact("since", "date"),
  fact("kind", "enum", { values: members }),
  fact("traits", "set", { values: members.slice(0, 2), validFor: "P14D" }),
  fact("apart", "set", { values: members.slice(2) }),
);

describe("columns of a table of our own making", () => {
  test("usually hold values, members, and days of observation of what grows old", () => {
    expect(columnsFor(every)).toEqual({
      danger: { value: "danger", observedOn: "danger__observed_on" },
      age: { value: "age" },
      dose: { value: "dose" },
      since: { value: "since" },
      kind: { value: "kind" },
      traits: { members: { a: "traits__a", b: "traits__b" }, observedOn: "traits__observed_on" },
      apart: { members: { c: "apart__c" } },
    });
    expect(columnsFor(every, { of: "usual" })).toEqual(columnsFor(every));
  });

  test("may hold whatever a table can", () => {
    const found = columnsFor(every, { of: "every" });
    expect(found["age"]).toEqual({
      value: "age",
      observedOn: "age__observed_on",
      unreadable: "age__unreadable",
    });
    expect(found["apart"]).toEqual({
      members: { c: "apart__c" },
      observedOn: "apart__observed_on",
      unreadable: "apart__unreadable",
      asked: "apart__asked",
    });
    expect(Object.keys(found["traits"] ?? {})).toEqual(["members", "observedOn", "unreadable", "asked"]);
  });

  test("are named apart from one another and from the keys, in the order of the vocabulary", () => {
    const facts = vocabulary(
      fact("id", "integer"),
      fact("x__a", "date"),
      fact("x", "set", { values: members.slice(0, 1) }),
    );
    expect(columnsFor(facts, { key: ["ID"] })).toEqual({
      id: { value: "id_2" },
      x__a: { value: "x__a" },
      x: { members: { a: "x__a_2" } },
    });
  });

  test("of a set without members are none", () => {
    expect(columnsFor(vocabulary(fact("s", "set")))).toEqual({ s: {} });
    expect(columnsFor(vocabulary())).toEqual({});
  });
});

test("the columns of a fact are its own, and nothing an object has by itself", () => {
  const columns: Columns = { age: { value: "a" } };
  expect(columnsOf(columns, "age")).toEqual({ value: "a" });
  expect(columnsOf(columns, "kind")).toEqual({});
  expect(columnsOf(columns, "toString")).toEqual({});
});

test.each([
  ["boolean", "boolean"],
  ["integer", "integer"],
  ["decimal", "decimal"],
  ["date", "date"],
  ["enum", "text"],
  ["set", "boolean"],
])("a column of %s holds %s", (type, kind) => {
  expect(kindOf(fact("f", type) as unknown as Fact)).toBe(kind);
});

describe("the columns that a query reads", () => {
  test("are listed by fact, in the order of the vocabulary, each with what it holds", () => {
    const columns: Columns = {
      traits: { members: { b: "tb", a: "ta" }, observedOn: "to", unreadable: "tu", asked: "tq" },
      kind: { value: "k", observedOn: "ko", unreadable: "ku" },
      since: {},
    };
    expect(tableColumns(every, columns)).toEqual([
      { column: "k", kind: "text", fact: "kind", holds: "value" },
      { column: "ko", kind: "date", fact: "kind", holds: "observedOn" },
      { column: "ku", kind: "boolean", fact: "kind", holds: "unreadable" },
      { column: "tb", kind: "boolean", fact: "traits", holds: "member", member: "b" },
      { column: "ta", kind: "boolean", fact: "traits", holds: "member", member: "a" },
      { column: "to", kind: "date", fact: "traits", holds: "observedOn" },
      { column: "tu", kind: "boolean", fact: "traits", holds: "unreadable" },
      { column: "tq", kind: "boolean", fact: "traits", holds: "asked" },
    ]);
    expect(tableColumns(every, {})).toEqual([]);
  });

  test.each<readonly [Columns, string, string]>([
    [{ nobody: {} }, "undeclared-fact", "nobody"],
    [{ age: { value: "a" }, nobody: { value: "n" } }, "undeclared-fact", "nobody"],
    [{ traits: { value: "t" } }, "columns-of-type", "traits"],
    [{ age: { members: {} } }, "columns-of-type", "age"],
    [{ age: { members: { a: "x" } } }, "columns-of-type", "age"],
    [{ kind: { value: "k", asked: "q" } }, "columns-of-type", "kind"],
    [{ traits: { members: { a: "ta", c: "tc" } } }, "undeclared-member", "traits c"],
  ])("%j is refused", (columns, code, about) => {
    expect(() => tableColumns(every, columns)).toThrow(new Unqueryable(code as Unqueryable["code"], about));
    try {
      tableColumns(every, columns);
    } catch (error) {
      expect(error).toMatchObject({ code, about });
    }
  });

  test("a member of a set that declares none is refused", () => {
    const bare = vocabulary(fact("s", "set"));
    expect(() => tableColumns(bare, { s: { members: { a: "x" } } })).toThrow(
      new Unqueryable("undeclared-member", "s a"),
    );
  });
});

describe("CREATE TABLE", () => {
  const columns = tableColumns(every, columnsFor(every, { key: ["id"] })).slice(0, 3);
  test("has keys of text, then columns of their kinds, with names as the database writes them", () => {
    expect(createTable("duckdb", { table: ["main", 'o"dd'], key: ["id", "day"], columns })).toBe(
      'CREATE TABLE "main"."o""dd" (\n  "id" VARCHAR,\n  "day" VARCHAR,\n  "danger" BOOLEAN,\n' +
        '  "danger__observed_on" DATE,\n  "age" BIGINT\n)',
    );
    expect(createTable("clickhouse", { table: ["p"], columns })).toBe(
      "CREATE TABLE `p` (\n  `danger` Nullable(UInt8),\n  `danger__observed_on` Nullable(Int32),\n" +
        "  `age` Nullable(Int64)\n) ENGINE = MergeTree ORDER BY tuple()",
    );
    expect(createTable("postgres", { table: ["p"], key: ["id"], columns: [] })).toBe(
      'CREATE TABLE "p" (\n  "id" text\n)',
    );
  });
});
