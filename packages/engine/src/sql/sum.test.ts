// A sum in a query: from its own column, from its parts, or from both; as text derived by hand.
import { expect, test } from "vitest";
import { fact } from "../../test/tiny.ts";
import type { Fact } from "../model/index.ts";
import { dialects, type SqlDialect } from "./dialect.ts";
import { raw } from "./expression.ts";
import type { Own } from "./own.ts";
import type { FactReading } from "./person.ts";
import { readSum } from "./sum.ts";

const total: Own = { code: raw("tc"), value: raw("tv"), members: new Map() };
const part = (name: string): FactReading => ({
  fact: fact(name, "integer") as unknown as Fact,
  code: raw(`${name}c`),
  isKnown: raw(`${name}k`),
  value: raw(`${name}v`),
  members: new Map(),
});
/** What is defined stands in square brackets. */
function sum(names: readonly string[], dialect: SqlDialect = "postgres"): Own {
  const sumOf = fact("s", "integer", {
    range: { min: 0, max: 18 },
    derive: { sum: names },
  }) as unknown as Fact;
  return readSum(
    sumOf,
    { total, parts: names.map(part) },
    {
      dialect: dialects[dialect],
      definitions: { define: (value) => raw(`[${value.text}]`), query: () => "" },
      columns: {},
      at: "2026-03-02",
    },
  );
}

const added = "[0 + av + bv]";
const complete = "[CASE WHEN NOT (ak) THEN FALSE WHEN NOT (bk) THEN FALSE ELSE TRUE END]";

test("how a sum stands: its total alone, then what is wrong, then its parts with the gravest doubt first", () => {
  expect(sum(["a", "b"]).code.text).toBe(
    "[CASE" +
      // Only a total was sent: it stands as it stands.
      " WHEN tc <> 1 AND NOT (ac <> 1 OR bc <> 1) THEN tc" +
      " WHEN tc = 5 THEN 5" +
      // A total beside parts: they must all be known, and make that very total.
      ` WHEN tc <> 1 THEN CASE WHEN NOT ${complete} THEN 5 WHEN tc <> 0 THEN tc WHEN tv = ${added} THEN 0 ELSE 5 END` +
      // Parts alone.
      " WHEN (ac = 5 OR bc = 5) THEN 5" +
      " WHEN (ac = 4 OR bc = 4) THEN 4" +
      " WHEN (ac = 3 OR bc = 3) THEN 3" +
      ` WHEN ${complete} THEN CASE WHEN ${added} >= 0 AND ${added} <= 18 AND floor(${added}) = ${added} THEN 0 ELSE 5 END` +
      " WHEN (ak OR bk) THEN 3" +
      " ELSE 1 END]",
  );
});

test("its value is the total that was sent, else what its parts add up to; it has no members", () => {
  const { value, members } = sum(["a", "b"]);
  expect(value.text).toBe(`CASE WHEN tc = 0 THEN tv ELSE ${added} END`);
  expect(members.size).toBe(0);
});

test("three parts, and the words of another database", () => {
  const { code, value } = sum(["a", "b", "d"], "clickhouse");
  expect(value.text).toBe("CASE WHEN tc = 0 THEN tv ELSE [0 + av + bv + dv] END");
  expect(code.text).toContain(
    "[CASE WHEN NOT (ak) THEN 0 WHEN NOT (bk) THEN 0 WHEN NOT (dk) THEN 0 ELSE 1 END]",
  );
  expect(code.text).toContain("NOT (ac <> 1 OR bc <> 1 OR dc <> 1)");
});
