// What conditions read of a fact: when it is known, its value or what is assumed, a set member by member; text by hand.
import { describe, expect, test } from "vitest";
import { fact, members } from "../../test/tiny.ts";
import type { Columns, Fact } from "../model/index.ts";
import { dialects, type SqlDialect } from "./dialect.ts";
import { raw } from "./expression.ts";
import { readFacts, type FactReading } from "./person.ts";
import { Unqueryable } from "./unqueryable.ts";

/** Codes are the cases that read no code, and those of a sum. */
const isCode = (text: string): boolean =>
  text.startsWith("CASE") && (!text.includes("code") || text.startsWith("CASE WHEN code <> 1 AND "));
/** The code of a fact stands as `code`, all else that is defined in square brackets. */
function read(
  facts: readonly Readonly<Record<string, unknown>>[],
  columns: Columns,
  dialect: SqlDialect = "postgres",
): ReadonlyMap<string, FactReading> {
  return readFacts(
    { facts: facts as unknown as Fact[] },
    {
      dialect: dialects[dialect],
      definitions: {
        define: ({ text }) => raw(isCode(text) ? "code" : `[${text}]`),
        query: () => "",
      },
      columns,
      at: "2026-03-02",
    },
  );
}
function one(
  made: Readonly<Record<string, unknown>>,
  columns: Columns[string] = {},
  dialect?: SqlDialect,
): FactReading {
  const found = read([made], { f: columns }, dialect).get("f");
  if (!found) throw new Error("no reading");
  return found;
}
const value = { value: "x" };

test("every fact has a reading, in the order of the vocabulary", () => {
  const facts = [fact("b", "boolean"), fact("a", "date")];
  const readings = read(facts, {});
  expect([...readings.keys()]).toEqual(["b", "a"]);
  expect([...readings.values()].map((r) => r.fact)).toEqual(facts);
});

describe("a value", () => {
  test("is what stands there while the fact is known, else NULL of its kind", () => {
    const { code, isKnown, value: found, members: none } = one(fact("f", "boolean"), value);
    expect([code.text, isKnown.text, found.text, none.size]).toEqual([
      "code",
      "code = 0",
      `[CASE WHEN code = 0 THEN ["x"] ELSE CAST(NULL AS boolean) END]`,
      0,
    ]);
    expect(one(fact("f", "boolean", { whenUnknown: "ignore" }), value).isKnown.text).toBe("code = 0");
  });

  test.each<readonly [string, unknown, string, string]>([
    ["boolean", true, "TRUE", "1"],
    ["boolean", false, "FALSE", "0"],
    ["integer", 5, "5 + CAST(0 AS double precision)", "5 + toFloat64(0)"],
    ["decimal", -2.5, "(-2.5) + CAST(0 AS double precision)", "(-2.5) + toFloat64(0)"],
    ["date", "1970-01-02", "DATE '1970-01-02'", "(1)"],
    ["enum", "a", "'a'", "'a'"],
  ])("of %s is assumed to be %j while nothing is known", (type, assume, postgres, clickhouse) => {
    const made = fact("f", type, { values: members, whenUnknown: { assume } });
    for (const [dialect, text] of [
      ["postgres", postgres],
      ["clickhouse", clickhouse],
    ] as const) {
      const { isKnown, value: found } = one(made, {}, dialect);
      expect(isKnown.text).toBe("code <= 1");
      const nothing = dialects[dialect].nothing(
        type === "enum" ? "text" : (type as "boolean" | "integer" | "decimal" | "date"),
      ).text;
      expect(found.text).toBe(
        `[CASE WHEN code = 0 THEN ${nothing} WHEN code = 1 THEN ${text} ELSE ${nothing} END]`,
      );
    }
  });

  test.each<readonly [string, unknown]>([
    ["boolean", "true"],
    ["integer", "5"],
    ["decimal", true],
    ["date", 5],
    ["enum", 5],
  ])("of another type is never assumed: %s, %j", (type, assume) => {
    expect(() => one(fact("f", type, { values: members, whenUnknown: { assume } }))).toThrow(
      new Unqueryable("literal-type", "f"),
    );
  });
});

describe("a set, member by member", () => {
  const columns = { members: { a: "ca", b: "cb" } };
  const texts = (made: Readonly<Record<string, unknown>>, dialect?: SqlDialect) =>
    [...one(made, columns, dialect).members].map(([id, verdict]) => [id, verdict.text]);
  const settled = (column: string, unsettled: string): string =>
    `CASE WHEN ["${column}"] THEN TRUE WHEN (NOT ["${column}"]) THEN FALSE ELSE ${unsettled} END`;
  const unknown = "CAST(NULL AS BOOLEAN)";
  const asked = "code = 0 OR code = 2";

  test("is named or not where it was asked about, also in part; without a column it is open", () => {
    const made = fact("f", "set", { values: members });
    expect(texts(made)).toEqual([
      ["a", `[CASE WHEN ${asked} THEN ${settled("ca", unknown)} ELSE ${unknown} END]`],
      ["b", `[CASE WHEN ${asked} THEN ${settled("cb", unknown)} ELSE ${unknown} END]`],
      ["c", `[CASE WHEN ${asked} THEN ${unknown} ELSE ${unknown} END]`],
    ]);
    expect(one(made, columns).value.text).toBe(
      "[CASE WHEN code = 0 THEN CAST(NULL AS boolean) ELSE CAST(NULL AS boolean) END]",
    );
    expect(texts(made, "clickhouse")[0]).toEqual([
      "a",
      "[CASE WHEN code = 0 OR code = 2 THEN CASE WHEN [`ca`] = 1 THEN 2 WHEN [`ca`] = 0 THEN 0 ELSE 1 END ELSE 1 END]",
    ]);
  });

  test("is not named where it is retired and nobody was asked about it", () => {
    const values = members.map((m) => ({ ...m, retired: m.id !== "b" }));
    expect(texts(fact("f", "set", { values }))).toEqual([
      ["a", `[CASE WHEN ${asked} THEN ${settled("ca", "FALSE")} ELSE ${unknown} END]`],
      ["b", `[CASE WHEN ${asked} THEN ${settled("cb", unknown)} ELSE ${unknown} END]`],
      ["c", `[CASE WHEN ${asked} THEN FALSE ELSE ${unknown} END]`],
    ]);
  });

  test("is assumed to be named, or not, while nothing is known", () => {
    const made = fact("f", "set", { values: members, whenUnknown: { assume: ["b"] } });
    expect(texts(made)).toEqual([
      [
        "a",
        `[CASE WHEN ${asked} THEN ${settled("ca", unknown)} WHEN code = 1 THEN FALSE ELSE ${unknown} END]`,
      ],
      [
        "b",
        `[CASE WHEN ${asked} THEN ${settled("cb", unknown)} WHEN code = 1 THEN TRUE ELSE ${unknown} END]`,
      ],
      ["c", `[CASE WHEN ${asked} THEN ${unknown} WHEN code = 1 THEN FALSE ELSE ${unknown} END]`],
    ]);
    expect(one(made, columns).isKnown.text).toBe("code <= 1");
    expect(one(made, columns).value.text).not.toContain("code = 1");
  });
});

describe("a sum", () => {
  const total = fact("f", "integer", { derive: { sum: ["a", "b"] }, range: { min: 0, max: 9 } });
  const parts = [fact("a", "integer"), fact("b", "integer", { whenUnknown: { assume: 2 } })];

  test("is read from its parts, wherever they stand; what is assumed of a part counts", () => {
    for (const facts of [
      [total, ...parts],
      [...parts, total],
    ]) {
      const readings = read(facts, { a: { value: "a" }, b: { value: "b" } });
      expect([...readings.keys()]).toEqual(facts.map((f) => f["id"]));
      const [a, b] = ["a", "b"].map((id) => readings.get(id)?.value.text);
      expect(readings.get("f")?.value.text).toBe(
        `[CASE WHEN code = 0 THEN CASE WHEN code = 0 THEN CAST(NULL AS double precision) ELSE [0 + ${a} + ${b}] END` +
          " ELSE CAST(NULL AS double precision) END]",
      );
      expect(b).toContain("WHEN code = 1 THEN 2 + CAST(0 AS double precision)");
    }
  });

  test("of what is not declared is refused", () => {
    expect(() => read([total, fact("a", "integer")], {})).toThrow(new Unqueryable("undeclared-fact", "b"));
  });
});
