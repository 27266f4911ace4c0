// `jumelage cohort --emit-sql` from the inside: the query on standard output, and what is refused. What the query answers
// is tested where there are databases.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cohortQuery, parseRuleSet, sqlDialects, type RuleSet } from "@jumelage/engine";
import { run } from "./run.ts";

const reference = new URL("../../../packages/content/choix-de-service/rule-set.json", import.meta.url)
  .pathname;
let folder: string;
let ruleSet: RuleSet;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-cohort-"));
  const parsed = parseRuleSet(JSON.parse(await readFile(reference, "utf8")));
  if (!parsed.ok) throw new Error("the reference program does not parse");
  ruleSet = parsed.value;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function jumelage(...args: readonly string[]) {
  let [out, err] = ["", ""];
  const code = await run(["cohort", ...args], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    input: async () => new Uint8Array(),
    consumerKey: undefined,
    now: () => Date.parse("2026-03-02T12:00:00Z"),
  });
  return { code, out, err };
}

async function columnsFile(columns: unknown): Promise<string> {
  const path = join(folder, "columns.json");
  await writeFile(path, JSON.stringify(columns));
  return path;
}

test("the query of every database, under comments that show its table", async () => {
  for (const dialect of sqlDialects) {
    const { code, out, err } = await jumelage(reference, "--emit-sql", dialect);
    const { sql } = cohortQuery(ruleSet, { dialect, at: "2026-03-02", key: ["id"] });
    const lines = out.split("\n");
    const comments = lines.filter((line) => line.startsWith("-- "));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(lines.slice(comments.length).join("\n")).toBe(`${sql}\n`);
    expect(comments[0]).toBe("-- choix-de-service, 2026-03-02");
    expect(comments[1]).toMatch(/^-- CREATE TABLE .persons. \($/);
  }
});

test("the document says what is read and what is answered", async () => {
  const columns = await columnsFile({ severity: { value: "level" } });
  const shape = ["--table", "care.people", "--key", "clinic, person", "--columns", columns];
  const asked = ["--emit-sql", "postgres", "--detail", "decisions", "--at", "2026-01-31"];
  const { code, out, err } = await jumelage(reference, ...asked, ...shape, "--json", "--lang", "en");
  const document = JSON.parse(out) as { sql: string; without: string[]; answers: unknown[] };
  expect(code).toBe(0);
  expect(document).toMatchObject({
    program: "choix-de-service",
    dialect: "postgres",
    at: "2026-01-31",
    table: {
      name: ["care", "people"],
      key: ["clinic", "person"],
      columns: [{ column: "level", kind: "text", fact: "severity", holds: "value" }],
      create: 'CREATE TABLE "care"."people" (\n  "clinic" text,\n  "person" text,\n  "level" text\n)',
    },
  });
  expect(document.sql).toContain('FROM "care"."people"');
  expect(document.answers.slice(0, 2)).toEqual([
    { column: "clinic", holds: "key" },
    { column: "person", holds: "key" },
  ]);
  expect(document.without).toContain("suicidalIdeation");
  expect(err).toContain("hence unknown for everybody");
});

describe("what cannot be used is exit 2, with its reason in both languages", () => {
  const refused: readonly {
    readonly what: string;
    readonly args: () => Promise<readonly string[]>;
    readonly code: string;
    readonly fr: string;
    readonly en: string;
  }[] = [
    {
      what: "no database",
      args: async () => [],
      code: "wrong-arguments",
      fr: "manquants",
      en: "missing",
    },
    {
      what: "a database nobody wrote for",
      args: async () => ["--emit-sql", "oracle"],
      code: "wrong-value",
      fr: "non admise",
      en: "not allowed",
    },
    {
      what: "a date that is none",
      args: async () => ["--emit-sql", "duckdb", "--at", "2026-02-30"],
      code: "wrong-value",
      fr: "non admise",
      en: "not allowed",
    },
    {
      what: "an empty part of a table's name",
      args: async () => ["--emit-sql", "duckdb", "--table", "care."],
      code: "no-such-name",
      fr: "nom impossible",
      en: "no such name",
    },
    {
      what: "columns that are none",
      args: async () => [
        "--emit-sql",
        "duckdb",
        "--columns",
        await columnsFile({ severity: { column: "level" } }),
      ],
      code: "not-columns",
      fr: "n’associe pas",
      en: "does not map",
    },
    {
      what: "a fact of another program",
      args: async () => ["--emit-sql", "duckdb", "--columns", await columnsFile({ nobody: { value: "x" } })],
      code: "undeclared-fact",
      fr: "inconnu",
      en: "unknown",
    },
    {
      what: "members of a single answer",
      args: async () => [
        "--emit-sql",
        "duckdb",
        "--columns",
        await columnsFile({ severity: { members: { a: "x" } } }),
      ],
      code: "columns-of-type",
      fr: "n’a pas",
      en: "does not have",
    },
  ];
  test.each(refused)("$what", async ({ args, code, fr, en }) => {
    const given = [reference, ...(await args())];
    const french = await jumelage(...given);
    const english = await jumelage(...given, "--lang", "en", "--json");
    expect([french.code, english.code]).toEqual([2, 2]);
    expect(french.err).toContain(fr);
    expect(english.err).toContain(en);
    expect(JSON.parse(english.out)).toMatchObject({ error: { code } });
  });
});
