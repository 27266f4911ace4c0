// A whole query by hand, and what its answer has: keys, decisions, criteria and facts, each under its name.
import { describe, expect, test } from "vitest";
import { criterion, fact, many, members, one, tiny } from "../../test/tiny.ts";
import type { Columns, Condition } from "../model/index.ts";
import { cohortQuery, type QueryOptions } from "./index.ts";
import { Unqueryable } from "./unqueryable.ts";

const asked: QueryOptions = { dialect: "postgres", at: "2026-03-02" };
const [stop, , , rest] = one.outcomes;
const short = { ...one, outcomes: [stop, rest] };
const age = fact("age", "integer", { range: { min: 0, max: 120 } });
const young: Condition = { fact: "age", operator: "lessThan", value: 18 };
const small = tiny({ facts: [age], decisions: [short], criteria: [criterion("A", young, "stop")] });

test("a small rule set, layer by layer", () => {
  const layers = [
    [`"age" AS _v1`, `"id" AS _v10`],
    ["_v1", "_v1 + CAST(0 AS double precision) AS _v2", "_v10"],
    [
      "_v2",
      "CASE WHEN _v1 IS NULL THEN 1 WHEN NOT (_v2 >= 0 AND _v2 <= 120 AND floor(_v2) = _v2) THEN 5 ELSE 0 END AS _v3",
      "_v10",
    ],
    ["CASE WHEN _v3 = 0 THEN _v2 ELSE CAST(NULL AS double precision) END AS _v4", "_v10"],
    ["(_v4 < 18) AS _v5", "_v10"],
    ["_v5", "CASE WHEN ((_v5 IS TRUE)) THEN 0 ELSE 2 END AS _v6", "_v10"],
    [
      "_v5",
      "CASE WHEN ((_v6 > 0 AND ((_v5 IS NULL)))) THEN '@undetermined' WHEN _v6 = 0 THEN 'stop'" +
        " WHEN _v6 = 1 THEN 'rest' ELSE 'rest' END AS _v9",
      "_v10",
    ],
    [`_v10 AS "id"`, `_v9 AS "d"`, `(_v5 IS TRUE) AS "A__true"`, `(_v5 IS FALSE) AS "A__false"`],
  ];
  const select = (lines: readonly string[] = [], from: string): string =>
    `SELECT\n  ${lines.join(",\n  ")}\nFROM ${from}`;
  let inner = `"persons"`;
  for (const [i, lines] of layers.slice(0, -1).entries())
    inner = `(\n${select(lines, inner)}\nOFFSET 0\n) AS _vlayer${i + 1}`;
  expect(cohortQuery(small, { ...asked, key: ["id"] })).toEqual({
    sql: select(layers.at(-1), inner),
    reads: [{ column: "age", kind: "integer", fact: "age", holds: "value" }],
    answers: [
      { column: "id", holds: "key" },
      { column: "d", holds: "state", decision: "d" },
      { column: "A__true", holds: "true", criterion: "A" },
      { column: "A__false", holds: "false", criterion: "A" },
    ],
    without: [],
  });
});

test("the table may stand in a schema; names are written as the database writes them", () => {
  const from = (dialect: QueryOptions["dialect"], ...table: readonly string[]): string | undefined =>
    /FROM ([^(\s]\S*)/.exec(cohortQuery(small, { ...asked, dialect, table }).sql)?.[1];
  expect(from("duckdb", "persons")).toBe('"persons"');
  expect(from("postgres", "region", 'o"dd')).toBe('"region"."o""dd"');
  expect(from("clickhouse", "db", "t")).toBe("`db`.`t`");
});

describe("what the answer has", () => {
  const ruleSet = tiny({
    decisions: [many, one],
    criteria: [
      criterion("LATE", young, "go"),
      criterion("EARLY", { always: true }, "tell", "m"),
      { ...criterion("OFF", { always: true }, "go"), enabled: false },
      criterion("AGAIN", young, "stop"),
    ],
  });
  const answers = (detail: QueryOptions["detail"], key: readonly string[] = []) =>
    cohortQuery(ruleSet, { ...asked, key, ...(detail && { detail }) }).answers;

  test("decisions in the order of the document, outcomes of several one by one", () => {
    expect(answers("decisions", ["region", "id"])).toEqual([
      { column: "region", holds: "key" },
      { column: "id", holds: "key" },
      { column: "m__halt", holds: "suggestion", decision: "m", outcome: "halt" },
      { column: "m__tell", holds: "suggestion", decision: "m", outcome: "tell" },
      { column: "d", holds: "state", decision: "d" },
    ]);
  });

  test("then the enabled criteria in the order of the document, whatever they decide", () => {
    expect(
      answers("criteria")
        .slice(3)
        .map((a) => a.column),
    ).toEqual(["LATE__true", "LATE__false", "EARLY__true", "EARLY__false", "AGAIN__true", "AGAIN__false"]);
    expect(answers(undefined)).toEqual(answers("criteria"));
  });

  test("then how every fact stands", () => {
    expect(answers("facts").slice(9)).toEqual(
      ruleSet.facts.map(({ id }) => ({ column: `${id}__standing`, holds: "standing", fact: id })),
    );
  });

  test("a standing is told from the code; what is plainly unknown may be assumed", () => {
    const facts = [fact("f", "boolean"), fact("g", "boolean", { whenUnknown: { assume: true } })];
    const { sql } = cohortQuery(tiny({ facts }), { ...asked, detail: "facts" });
    const words = (code: string, last: string): string =>
      `CASE WHEN ${code} = 0 THEN 'known' WHEN ${code} = 5 THEN 'invalid' WHEN ${code} = 4 THEN 'stale'` +
      ` WHEN ${code} = 2 THEN 'incomplete' WHEN ${code} = 3 THEN 'incomplete' ELSE '${last}' END`;
    // The columns are _v1 and _v3, the codes of the two facts _v2 and _v4.
    expect(sql).toContain(`${words("_v2", "unknown")} AS "f__standing"`);
    expect(sql).toContain(`${words("_v4", "assumed")} AS "g__standing"`);
  });
});

describe("facts without a column", () => {
  const named = (id: string, when: Condition) => ({ id, label: { fr: "t", en: "t" }, when });
  const known = (id: string): Condition => ({ fact: id, operator: "isKnown" });
  const ruleSet = tiny({
    facts: [
      fact("total", "integer", { derive: { sum: ["a", "b"] } }),
      fact("a", "integer"),
      fact("b", "integer"),
      fact("kind", "enum", { values: members }),
      fact("since", "date"),
      fact("wish", "boolean"),
      fact("unread", "boolean"),
    ],
    conditions: [
      named("deep", { any: [known("kind"), known("wish")] }),
      named("outer", { not: { condition: "deep" } }),
      named("unused", known("unread")),
    ],
    criteria: [
      criterion("A", { all: [known("since"), { condition: "outer" }, { condition: "deep" }] }, "stop"),
      criterion("B", known("total"), "stop"),
      { ...criterion("OFF", known("unread"), "stop"), enabled: false },
    ],
  });
  const without = (columns: Columns): readonly string[] =>
    cohortQuery(ruleSet, { ...asked, columns }).without;

  test("are those that enabled criteria read, through named conditions too, in the order of the vocabulary", () => {
    expect(without({})).toEqual(["total", "kind", "since", "wish"]);
    expect(without({ kind: { value: "k" }, since: { unreadable: "s" } })).toEqual(["total", "wish"]);
    expect(without({ kind: {} })).toEqual(["total", "kind", "since", "wish"]);
  });

  test("are not sums of which a part has one", () => {
    expect(without({ b: { value: "b" } })).toEqual(["kind", "since", "wish"]);
    expect(without({ total: { value: "t" } })).toEqual(["kind", "since", "wish"]);
  });
});

test("decisions are made in order: a later one reads what an earlier one left possible, and not the other way", () => {
  const reads: Condition = { decision: "d", operator: "equal", value: "stop" };
  const later = tiny({ criteria: [criterion("A", young, "stop"), criterion("B", reads, "tell", "m")] });
  expect(cohortQuery(later, asked).sql).toContain("THEN 'undetermined'");
  const turned = { ...later, decisions: [...later.decisions].reverse() };
  expect(() => cohortQuery(turned, asked)).toThrow(new Unqueryable("unavailable-decision", "d"));
});

test("a date that is none, a table without a name and a name that cannot be are refused", () => {
  const refused = (options: Partial<QueryOptions>) => () => cohortQuery(small, { ...asked, ...options });
  expect(refused({ at: "2026-02-30" })).toThrow(new Unqueryable("not-a-date", "2026-02-30"));
  expect(refused({ table: [] })).toThrow(new Unqueryable("name", ""));
  expect(refused({ table: ["a", ""] })).toThrow(new Unqueryable("name", ""));
  expect(refused({ key: ["a\0"] })).toThrow(new Unqueryable("name", "a\0"));
});
