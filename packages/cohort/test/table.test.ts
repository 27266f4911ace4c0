// A table of persons is read as the same persons are when they are sent.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { columnsFor, type Facts, type RuleSet } from "@jumelage/engine";
import { chanceFrom, somePerson, someRuleSet } from "@jumelage/engine/test/arbitraries";
import { anyDay, programs } from "@jumelage/engine/test/reference-programs";
import { freshSeed, howMany } from "@jumelage/engine/test/small";
import { rowOf, type Row } from "@jumelage/engine/test/table-rows";
import { afterAll, expect, test } from "vitest";
import { readCohort, readTable, UnreadableTable, type Cohort, type TableOptions } from "../src/index.ts";
import { parquetAsCsv } from "../src/parquet.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const folder = mkdtempSync(join(tmpdir(), "jumelage-table-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** A table as spreadsheets write it. */
function csvOf(rows: readonly Row[], names: readonly string[]): string {
  const cellOf = (cell: Row[string] | undefined): string => {
    const text = cell === null || cell === undefined ? "" : String(cell);
    return /[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [names, ...rows.map((row) => names.map((name) => cellOf(row[name])))]
    .map((cells) => `${cells.join()}\n`)
    .join("");
}

/** What of a cohort can differ. */
const held = ({ columns, problems, size }: Cohort): unknown => ({
  size,
  columns: columns.map(({ codes, values, chosen, unasked }) => [codes, values, chosen, unasked]),
  problems: problems.toSorted((a, b) => (a.fact < b.fact ? -1 : 1)),
});

/** What a table can say: it has no column for facts nobody declared, and an empty text is a cell without anything. */
const tellable = (ruleSet: RuleSet, facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([id, sent]) =>
        ruleSet.facts.some((fact) => fact.id === id) &&
        sent !== "" &&
        (sent as { readonly value?: unknown } | null)?.value !== "",
    ),
  );

const asText = (ruleSet: RuleSet, persons: readonly Facts[]): string => {
  const names = Object.values(columnsFor(ruleSet, { of: "every" })).flatMap((own) =>
    Object.values(own).flatMap((name: unknown) =>
      typeof name === "string" ? [name] : Object.values(name as Record<string, string>),
    ),
  );
  return csvOf(
    persons.map((facts) => rowOf(ruleSet, facts)),
    names,
  );
};

const cases = howMany({ quick: 20_000, long: 1_000_000 });

test(`W10 ${cases} random persons in tables of random vocabularies (SEED=${seed})`, async () => {
  const chance = chanceFrom(seed);
  for (let asked = 0; asked < cases; asked += 200) {
    const ruleSet = someRuleSet(chance);
    const persons = Array.from({ length: 200 }, () =>
      tellable(ruleSet, somePerson(chance, ruleSet, { at: anyDay })),
    );
    const options = { at: anyDay, mayGenerate: chance.often(0.5) };
    const table = inPieces(asText(ruleSet, persons), chance.pick([1, 17, 1000, 1_000_000]));
    const { cohort, unused, without } = await readTable(ruleSet.facts, table, options);
    expect(held(cohort)).toEqual(held(readCohort(ruleSet.facts, persons, options)));
    expect({ unused, without }).toEqual({ unused: [], without: [] });
  }
});

const program = programs[0];
if (!program) throw new Error("there are programs");
const { ruleSet, profiles } = program;
const persons = profiles.map(({ facts }) => tellable(ruleSet, facts));
const read = (text: string, options: Partial<TableOptions> = {}) =>
  readTable(ruleSet.facts, inPieces(text, 999), { at: anyDay, ...options });

test("a Parquet file says the same, with columns of their own types", async () => {
  const csv = join(folder, "persons.csv");
  const parquet = join(folder, "o'persons.parquet");
  writeFileSync(csv, asText(ruleSet, persons));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(
    `COPY (SELECT *, [1, 2] AS "a ""list""" FROM '${csv}') TO '${parquet.replaceAll("'", "''")}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  const { cohort, unused } = await readTable(ruleSet.facts, parquetAsCsv(parquet), { at: anyDay });
  expect(held(cohort)).toEqual(held(readCohort(ruleSet.facts, persons, { at: anyDay })));
  expect(unused).toEqual(['a "list"']);
  await expect(readTable(ruleSet.facts, parquetAsCsv(csv), { at: anyDay })).rejects.toMatchObject({
    code: "not-such-a-file",
  });
});

test("columns of other names, and those that are not there", async () => {
  const columns = { phq9Total: { value: "score" }, severity: { value: "niveau" } };
  const { cohort, unused, without } = await read("id,score,niveau\n7,15,severe\n8,,mild\n", { columns });
  expect(unused).toEqual(["id"]);
  expect(without).toEqual(
    ruleSet.facts.map((f) => f.id).filter((id) => id !== "phq9Total" && id !== "severity"),
  );
  const sent = [{ phq9Total: 15, severity: "severe" }, { severity: "mild" }];
  expect(held(cohort)).toEqual(held(readCohort(ruleSet.facts, sent, { at: anyDay })));
  await expect(read("id,score\n7,15\n", { columns })).rejects.toMatchObject({
    code: "no-such-column",
    about: "niveau",
  });
});

test("what is no value is counted with its rows, and taken for nothing else", async () => {
  const { cohort } = await read("phq9Total,phq9Item9\n15,1\nquinze,1\n99,1\n15,9\nquinze,\n");
  expect(cohort.problems).toEqual([
    { fact: "phq9Total", code: "invalid", persons: 3, rows: [1, 2, 4] },
    { fact: "phq9Item9", code: "invalid", persons: 1, rows: [3] },
  ]);
});

test("more different values than are kept", async () => {
  const many = 250_000;
  const facts = [{ ...ruleSet.facts[0], id: "n", type: "decimal", scale: 3 }] as unknown as RuleSet["facts"];
  const values = Array.from({ length: many }, (_, i) => i / 1000);
  const { cohort } = await readTable(facts, inPieces(`n\n${values.join("\n")}\n`, 65_536), { at: anyDay });
  expect(cohort.problems).toEqual([]);
  expect(cohort.columns[0]?.values.length).toBe(many);
});

test("it is told how far it has come, and a file that is none of this ends it", async () => {
  const heard: number[] = [];
  await read(asText(ruleSet, persons), { onProgress: ({ persons: count }) => heard.push(count) });
  expect(heard.length).toBeGreaterThan(2);
  expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  await expect(read("")).rejects.toThrow(UnreadableTable);
  await expect(read("a\n", { at: "demain" })).rejects.toThrow(RangeError);
});
