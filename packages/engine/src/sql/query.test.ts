// The text of a query, where it can be judged without a database; what it answers is asked in packages/db/test/cohort.
import { describe, expect, test } from "vitest";
import { criterion, fact, tiny } from "../../test/tiny.ts";
import type { Columns, Condition, RuleSet } from "../model/index.ts";
import {
  columnsFor,
  cohortQuery,
  createTable,
  sqlDialects,
  Unqueryable,
  type QueryOptions,
} from "./index.ts";

const text = { fr: "texte", en: "text" };
const asked: QueryOptions = { dialect: "postgres", at: "2026-03-02", key: ["id"] };
const adult: Condition = { fact: "age", operator: "greaterThanInclusive", value: 18 };

describe("names", () => {
  test("Q3 names are short, and differ by more than case", () => {
    const long = "a".repeat(64);
    const ruleSet = tiny({
      facts: [
        fact(long, "boolean"),
        fact(`${long.slice(1)}b`, "boolean"),
        fact("aB", "date"),
        fact("ab", "date"),
      ],
      criteria: [
        criterion("Id", { fact: "aB", operator: "isKnown" }, "go"),
        criterion("id", { fact: "ab", operator: "isKnown" }, "go"),
      ],
    });
    const { reads, answers } = cohortQuery(ruleSet, asked);
    expect(reads.map((c) => c.column)).toEqual(["a".repeat(63), `${"a".repeat(61)}_2`, "aB", "ab_2"]);
    expect(answers.map((c) => c.column)).toEqual([
      "id",
      "d",
      "m__halt",
      "m__tell",
      "Id__true",
      "Id__false",
      "id__true_2",
      "id__false_2",
    ]);
  });

  test("Q3 a column named like a value of the query's own changes those", () => {
    const columns = { age: { value: "_v1" } };
    const { sql } = cohortQuery(tiny({ criteria: [criterion("A", adult, "go")] }), { ...asked, columns });
    expect(sql).toContain(`"_v1" AS __v`);
    expect(sql).not.toMatch(/ AS _v/);
  });

  test("the usual columns are values, members and days of what grows old", () => {
    const { age, score, traits } = columnsFor(tiny(), { key: ["id"] });
    expect({ age, score, traits }).toEqual({
      age: { value: "age" },
      score: { value: "score", observedOn: "score__observed_on" },
      traits: {
        members: { a: "traits__a", b: "traits__b", c: "traits__c" },
        observedOn: "traits__observed_on",
      },
    });
    const created = sqlDialects.map((dialect) =>
      createTable(dialect, {
        table: ["s", "p"],
        key: ["id"],
        columns: [{ column: "since", kind: "date", fact: "since", holds: "value" }],
      }),
    );
    expect(created).toEqual([
      `CREATE TABLE "s"."p" (\n  "id" VARCHAR,\n  "since" DATE\n)`,
      `CREATE TABLE "s"."p" (\n  "id" text,\n  "since" date\n)`,
      "CREATE TABLE `s`.`p` (\n  `id` Nullable(String),\n  `since` Nullable(Int32)\n) ENGINE = MergeTree ORDER BY tuple()",
    ]);
  });
});

test("how much is answered, and what has no column", () => {
  const ruleSet = tiny({
    criteria: [criterion("A", adult, "go"), { ...criterion("B", { always: true }, "go"), enabled: false }],
  });
  const holds = (detail: QueryOptions["detail"]): readonly string[] =>
    cohortQuery(ruleSet, { ...asked, ...(detail && { detail }) }).answers.map((a) => a.holds);
  expect(holds("decisions")).toEqual(["key", "state", "suggestion", "suggestion"]);
  expect(holds(undefined)).toEqual([...holds("decisions"), "true", "false"]);
  expect(holds("facts")).toEqual([...holds("criteria"), ...ruleSet.facts.map(() => "standing")]);
  expect(cohortQuery(ruleSet, { ...asked, columns: {} }).without).toEqual(["age"]);
  expect(cohortQuery(ruleSet, asked).without).toEqual([]);
  const sum = tiny({
    facts: [
      fact("total", "integer", { derive: { sum: ["a", "b"] } }),
      fact("a", "integer"),
      fact("b", "integer"),
    ],
    criteria: [criterion("A", { fact: "total", operator: "isKnown" }, "go")],
  });
  const without = (columns: Columns): readonly string[] => cohortQuery(sum, { ...asked, columns }).without;
  expect([
    without({}),
    without({ total: { value: "t" } }),
    without({ a: { value: "a" }, b: { value: "b" } }),
  ]).toEqual([["total"], [], []]);
});

test("what cannot be asked for is refused", () => {
  const refusal = (options: Partial<QueryOptions>, ruleSet = tiny()): string => {
    try {
      cohortQuery(ruleSet, { ...asked, ...options });
      return "";
    } catch (error) {
      return error instanceof Unqueryable ? error.code : String(error);
    }
  };
  expect(refusal({})).toBe("");
  expect(refusal({ at: "2026-02-30" })).toBe("not-a-date");
  expect(refusal({ table: [] })).toBe("name");
  expect(refusal({ columns: { nobody: { value: "x" } } })).toBe("undeclared-fact");
  expect(refusal({ columns: { traits: { value: "x" } } })).toBe("columns-of-type");
  expect(refusal({ columns: { age: { members: { a: "x" } } } })).toBe("columns-of-type");
  expect(refusal({ columns: { traits: { members: { z: "x" } } } })).toBe("undeclared-member");
  const sound = tiny({ criteria: [criterion("A", adult, "go")] });
  const reading = (when: Condition) => ({ ...sound, criteria: sound.criteria.map((c) => ({ ...c, when })) });
  expect(refusal({}, reading({ fact: "nobody", operator: "isKnown" }))).toBe("undeclared-fact");
  expect(refusal({}, reading({ condition: "nobody" }))).toBe("undeclared-condition");
  expect(refusal({}, reading({ decision: "d", operator: "equal", value: "go" }))).toBe(
    "unavailable-decision",
  );
  expect(refusal({}, reading({ fact: "age", operator: "equal", value: "18" }))).toBe("literal-type");
  expect(refusal({}, reading({ fact: "age", operator: "equal", value: { parameter: "none" } }))).toBe(
    "undeclared-parameter",
  );
});

test("the year 0 is written as each database writes it", () => {
  const ruleSet = tiny({
    criteria: [criterion("A", { fact: "since", operator: "equal", value: "0000-02-29" }, "go")],
  });
  const sqlOf = (dialect: QueryOptions["dialect"]): string => cohortQuery(ruleSet, { ...asked, dialect }).sql;
  expect(sqlOf("postgres")).toContain("DATE '0001-02-29 BC'");
  expect(sqlOf("duckdb")).toContain("DATE '0000-02-29'");
  expect(sqlOf("clickhouse")).toContain("(-719469)");
});

test("Q4 conditions that name conditions twice, level upon level, are defined once", () => {
  const chain = (levels: number): RuleSet =>
    tiny({
      conditions: Array.from({ length: levels }, (_, i) => ({
        id: `c${i}`,
        label: text,
        when:
          i === 0
            ? { any: [adult, { fact: "danger", operator: "equal", value: true }] }
            : { any: [{ all: [{ condition: `c${i - 1}` }, adult] }, { not: { condition: `c${i - 1}` } }] },
      })),
      criteria: [criterion("A", { condition: `c${levels - 1}` }, "go")],
    });
  for (const dialect of sqlDialects) {
    const length = (levels: number): number => cohortQuery(chain(levels), { ...asked, dialect }).sql.length;
    // Three more levels cost what the three before them did, names carried along aside.
    const [early, late] = [length(7) - length(4), length(10) - length(7)];
    expect(late, dialect).toBeLessThan(early * 1.5);
  }
});
