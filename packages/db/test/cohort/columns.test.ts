// What odd columns hold, judged as what a caller sends: columns of wider types than the fact, dates without a day, values
// beside nothing.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cohortQuery, type Columns, type RuleSet } from "@jumelage/engine";
import { programs } from "@jumelage/engine/test/reference-programs";
import { emptyDatabase } from "../database.ts";
import { openDuckDb, openPostgres, type CohortEngine } from "./engines.ts";

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
type Fact = RuleSet["facts"][number];

function standing(
  fact: Partial<Fact> & Pick<Fact, "type">,
  columns: Columns["x"],
): RuleSet & { columns: Columns } {
  const base = programs[0]?.ruleSet;
  if (!base) throw new Error("no reference program");
  const whole: Fact = {
    id: "x",
    label: words,
    question: words,
    whenUnknown: "block",
    safety: false,
    sources: [],
    ...fact,
  };
  return {
    ...base,
    parameters: [],
    conditions: [],
    decisions: [],
    criteria: [],
    properties: [],
    facts: [whole],
    columns: { x: columns ?? {} },
  };
}

/** How the fact `x` stands in rows made by `SELECT`s of SQL that both databases read. */
async function standings(
  engine: CohortEngine,
  { columns, ...ruleSet }: RuleSet & { columns: Columns },
  rows: readonly string[],
): Promise<readonly unknown[]> {
  await engine.ask(
    `CREATE TABLE odd AS ${rows.map((r, i) => `SELECT ${i} AS id, ${r}`).join(" UNION ALL ")}`,
  );
  try {
    const { sql } = cohortQuery(ruleSet, {
      dialect: engine.dialect,
      at: "2026-03-02",
      table: ["odd"],
      key: ["id"],
      columns,
      detail: "facts",
    });
    const answers = await engine.ask(`SELECT id, x__standing FROM (${sql}) AS answers ORDER BY id`);
    return answers.map(([, standing]) => standing);
  } finally {
    await engine.drop("odd");
  }
}

const double = (text: string): string => `CAST('${text}' AS double precision) AS v`;
const date = (text: string): string => `CAST('${text}' AS date)`;

describe("Q1 odd columns are judged as what a caller sends", () => {
  const cases: readonly {
    readonly what: string;
    readonly of: ReturnType<typeof standing>;
    readonly rows: readonly (readonly [row: string, standing: string])[];
  }[] = [
    {
      what: "whole numbers in a column of doubles",
      of: standing({ type: "integer", range: { min: 0, max: 27 } }, { value: "v" }),
      rows: [
        [double("27"), "known"],
        [double("27.5"), "invalid"],
        [double("28"), "invalid"],
        [double("-1"), "invalid"],
        [double("NaN"), "invalid"],
        [double("Infinity"), "invalid"],
        [double("-Infinity"), "invalid"],
        [double("0"), "known"],
      ],
    },
    {
      what: "whole numbers beyond what a double holds exactly",
      of: standing({ type: "integer" }, { value: "v" }),
      rows: [
        ["9007199254740991 AS v", "known"],
        ["9007199254740992 AS v", "invalid"],
        ["-9007199254740993 AS v", "invalid"],
      ],
    },
    {
      what: "decimals of one place, in doubles and in exact numbers",
      of: standing({ type: "decimal", scale: 1 }, { value: "v" }),
      rows: [
        [double("36.6"), "known"],
        [double("36.65"), "invalid"],
        [double("0.1"), "known"],
        [double("0.30000000000000004"), "invalid"],
        [double("1e300"), "invalid"],
        [double("225179981368524.7"), "known"],
      ],
    },
    {
      what: "days that are none",
      of: standing({ type: "date" }, { value: "v" }),
      rows: [
        [`${date("2026-01-01")} AS v`, "known"],
        [`${date("infinity")} AS v`, "invalid"],
        [`${date("-infinity")} AS v`, "invalid"],
        ["CAST(NULL AS date) AS v", "unknown"],
      ],
    },
    {
      what: "days of observation",
      of: standing({ type: "boolean", validFor: "P7D" }, { value: "v", observedOn: "o", unreadable: "u" }),
      rows: [
        [`TRUE AS v, ${date("2026-02-23")} AS o, FALSE AS u`, "known"],
        [`TRUE AS v, ${date("2026-02-22")} AS o, FALSE AS u`, "stale"],
        [`TRUE AS v, ${date("2026-03-03")} AS o, FALSE AS u`, "invalid"],
        [`TRUE AS v, ${date("infinity")} AS o, FALSE AS u`, "invalid"],
        [`TRUE AS v, ${date("-infinity")} AS o, FALSE AS u`, "invalid"],
        ["TRUE AS v, CAST(NULL AS date) AS o, FALSE AS u", "known"],
        [`CAST(NULL AS boolean) AS v, ${date("2026-03-03")} AS o, FALSE AS u`, "unknown"],
        [`CAST(NULL AS boolean) AS v, ${date("2026-03-01")} AS o, TRUE AS u`, "invalid"],
        ["FALSE AS v, CAST(NULL AS date) AS o, CAST(NULL AS boolean) AS u", "known"],
      ],
    },
    {
      what: "a set without a column for one of its members",
      of: standing(
        { type: "set", values: ["a", "b", "old"].map((id) => ({ id, label: words, retired: id === "old" })) },
        { members: { a: "a", old: "c" }, asked: "q" },
      ),
      rows: [
        ["TRUE AS a, CAST(NULL AS boolean) AS c, CAST(NULL AS boolean) AS q", "incomplete"],
        ["CAST(NULL AS boolean) AS a, FALSE AS c, CAST(NULL AS boolean) AS q", "incomplete"],
        ["CAST(NULL AS boolean) AS a, CAST(NULL AS boolean) AS c, CAST(NULL AS boolean) AS q", "unknown"],
        ["CAST(NULL AS boolean) AS a, CAST(NULL AS boolean) AS c, TRUE AS q", "incomplete"],
      ],
    },
  ];
  test.each(cases)("Q1 $what", async ({ of, rows }) => {
    for (const engine of engines) {
      const obtained = await standings(
        engine,
        of,
        rows.map(([row]) => row),
      );
      expect(obtained, engine.dialect).toEqual(rows.map(([, standing]) => standing));
    }
  });

  test("Q1 text is no number and no day, whatever it says", async () => {
    const text = "CAST('2026' AS varchar) AS v";
    for (const engine of engines)
      for (const type of ["integer", "date"] as const)
        await expect(
          standings(engine, standing({ type }, { value: "v" }), [text]),
          `${engine.dialect} ${type}`,
        ).rejects.toThrow(/type|operator|function/i);
  });

  test("Q1 DuckDB takes text and numbers for booleans; the query does not", async () => {
    const [duckdb] = engines;
    if (!duckdb) throw new Error("no DuckDB");
    const of = standing({ type: "boolean" }, { value: "v" });
    for (const odd of ["CAST('yes' AS varchar)", "1", "2"])
      expect(await standings(duckdb, of, [`${odd} AS v`]), odd).toEqual(["invalid"]);
  });
});
