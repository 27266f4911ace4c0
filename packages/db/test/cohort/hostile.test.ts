// Names and values that look like SQL: whatever a table, a column or a member is called, the query reads that one column
// and nothing else happens.
import { array, assert, asyncProperty, constantFrom, oneof, pre, string } from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cohortQuery, createTable, Unqueryable, type RuleSet, type SqlDialect } from "@jumelage/engine";
import { freshSeed } from "@jumelage/engine/test/arbitraries";
import { programs } from "@jumelage/engine/test/reference-programs";
import { emptyDatabase } from "../database.ts";
import { openDuckDb, openPostgres, type CohortEngine } from "./engines.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const engines: CohortEngine[] = [];
let database: Awaited<ReturnType<typeof emptyDatabase>>;

beforeAll(async () => {
  database = await emptyDatabase();
  engines.push(await openDuckDb(), await openPostgres(database.url));
});
afterAll(async () => {
  for (const engine of engines) await engine.close();
  await database.drop();
});

const words = { fr: "essai", en: "essai" };

/** One fact of two values, one decision: nothing here was parsed, so that ids can be anything. */
function tiny(fact: string, member: string, outcome: string): RuleSet {
  const base = programs[0]?.ruleSet;
  if (!base) throw new Error("no reference program");
  const out = (id: string): RuleSet["decisions"][number]["outcomes"][number] => ({
    id,
    label: words,
    message: words,
    tone: "stop",
    override: false,
  });
  return {
    ...base,
    parameters: [],
    conditions: [],
    properties: [],
    facts: [
      {
        id: fact,
        label: words,
        question: words,
        type: "enum",
        values: [
          { id: member, label: words },
          { id: "plain", label: words },
        ],
        whenUnknown: "block",
        safety: false,
        sources: [],
      },
    ],
    decisions: [
      { id: "d", title: words, kind: "one", outcomes: [out(outcome), out("rest")], otherwise: "rest" },
    ],
    criteria: [
      {
        id: "c",
        title: words,
        when: { fact, operator: "equal", value: member },
        then: { decision: "d", outcome },
        rationale: words,
        sources: [],
        origin: "inference",
        enabled: true,
      },
    ],
  };
}

const nasty = [
  `"`,
  `'`,
  "`",
  "\\",
  "\\'",
  `"; DROP TABLE bystander; --`,
  `'); DROP TABLE bystander; --`,
  "`; DROP TABLE bystander; --",
  "/*",
  "*/",
  "--",
  "$$",
  "${x}",
  "{x:String}",
  "?",
  "$1",
  ":x",
  "\n",
  "é",
  "_v1",
  "_v",
  "select",
  "a.b",
];
const text = array(oneof(constantFrom(...nasty), string({ unit: "grapheme", maxLength: 4 })), {
  minLength: 1,
  maxLength: 3,
})
  .map((parts) => parts.join(""))
  .filter((s) => s !== "" && !s.includes("\0") && new TextEncoder().encode(s).length < 60);

test(`Q2 no name and no value is read as SQL (SEED=${seed})`, async () => {
  for (const engine of engines) {
    await engine.ask("CREATE TABLE bystander (n INTEGER)");
    await assert(
      asyncProperty(text, text, text, text, async (table, column, member, outcome) => {
        pre(member !== "plain" && outcome !== "rest" && table !== "bystander");
        pre(column.toLowerCase() !== "id");
        const { sql, reads } = cohortQuery(tiny("f", member, outcome), {
          dialect: engine.dialect,
          at: "2026-03-02",
          table: [table],
          key: ["id"],
          columns: { f: { value: column } },
        });
        await engine.ask(createTable(engine.dialect, { table: [table], key: ["id"], columns: reads }));
        try {
          const insert = insertion(engine.dialect, table, [member, "plain", "other"]);
          await engine.ask(insert);
          const rows = await engine.ask(sql);
          expect(Object.fromEntries(rows)).toEqual({ 0: outcome, 1: "rest", 2: "@undetermined" });
        } finally {
          await engine.ask(`DROP TABLE "${table.replaceAll('"', '""')}"`);
        }
      }),
      { seed, numRuns: 150 },
    );
    expect(await engine.ask("SELECT count(*) FROM bystander")).toHaveLength(1);
  }
});

/** Written with the code points of each character: nothing here depends on how text is quoted. */
function insertion(dialect: SqlDialect, table: string, values: readonly string[]): string {
  const chr = (value: string): string => Array.from(value, (c) => `chr(${c.codePointAt(0)})`).join(" || ");
  const rows = values.map((value, i) => `('${i}', ${chr(value)})`);
  expect(dialect).not.toBe("clickhouse");
  return `INSERT INTO "${table.replaceAll('"', '""')}" VALUES ${rows.join(", ")}`;
}

test("Q2 names that a database cannot have, or would change, are refused", () => {
  const asking = (dialect: SqlDialect, column: string) => () =>
    cohortQuery(tiny("f", "m", "o"), { dialect, at: "2026-03-02", columns: { f: { value: column } } });
  for (const dialect of ["duckdb", "postgres", "clickhouse"] as const) {
    expect(asking(dialect, ""), dialect).toThrow(Unqueryable);
    expect(asking(dialect, "a\0b"), dialect).toThrow(Unqueryable);
    expect(asking(dialect, "\ud800"), dialect).toThrow(Unqueryable);
    expect(asking(dialect, "é".repeat(31)), dialect).not.toThrow();
  }
  // PostgreSQL cuts names after 63 bytes, and would read another column.
  expect(asking("postgres", "é".repeat(32))).toThrow(Unqueryable);
  expect(asking("duckdb", "é".repeat(32))).not.toThrow();
});
