// `jumelage cohort --data` from the inside: counts, transitions, and what of a file is refused.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "./run.ts";

const reference = new URL("../../../packages/content/autosoins-diriges/rule-set.json", import.meta.url)
  .pathname;
let folder: string;
const shown: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-cohort-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function jumelage(...args: readonly string[]) {
  let [out, err] = ["", ""];
  const code = await run(["cohort", ...args], {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    progress: (text) => void shown.push(text),
    input: async () => new Uint8Array(),
    consumerKey: undefined,
    now: () => Date.parse("2026-03-02T12:00:00Z"),
  });
  return { code, out, err };
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

interface Document {
  readonly persons: number;
  readonly problems: unknown;
  readonly answers: readonly {
    readonly kind: string;
    readonly decision?: string;
    readonly persons: Readonly<Record<string, number>>;
  }[];
  readonly changes?: { readonly changed: readonly Readonly<Record<string, unknown>>[] };
}

/** Nobody in danger, everything else not asked; the PHQ-9 alone differs. */
const safe = "suicidalIdeation,acutePsychosocialCrisis,imminentDanger,phq9Total";
const persons = (...scores: readonly string[]): string =>
  [safe, ...scores.map((score) => `none,false,false,${score}`)].join("\n");

test("how many persons get which answer", async () => {
  const data = await file("safe.csv", `${safe}\nactive_plan_or_intent,false,true,\n,,,\n`);
  const { code, out } = await jumelage(reference, "--data", data, "--json");
  const { persons: count, answers } = JSON.parse(out) as Document;
  expect({ code, count }).toEqual({ code: 0, count: 2 });
  const orientation = answers.find((a) => a.kind === "decision" && a.decision === "orientation");
  expect(Object.entries(orientation?.persons ?? {}).filter(([, n]) => n > 0)).toEqual([
    ["immediate", 1],
    ["@safety-unknown", 1],
  ]);
  expect(shown.at(-1)).toMatch(/^\d+ personnes lues \(100 %\)$/);
});

test("in words, with what the file has not", async () => {
  const data = await file("words.csv", `note,${safe}\nx,none,false,false,15\n`);
  const { code, out, err } = await jumelage(reference, "--data", data, "--lang", "en");
  expect(code).toBe(0);
  expect(out).toMatch(/^autosoins-diriges, 2026-03-02: 1 persons\n/);
  expect(out).toMatch(/: 1 \(100\s%\)\n/);
  expect(err).toContain("without a column, hence unknown for everybody: ");
  expect(err).toContain("columns that nothing is read from: note\n");
});

test("who changes beside a baseline, one of another vocabulary too", async () => {
  const document = JSON.parse(await readFile(reference, "utf8")) as {
    readonly parameters: readonly { readonly id: string; readonly value: number }[];
    readonly facts: readonly object[];
  };
  const [age] = document.parameters.filter((p) => p.id === "minimumAge" || /age/i.test(p.id));
  if (!age) throw new Error("there is a least age");
  const edited = {
    ...document,
    parameters: document.parameters.map((p) => (p === age ? { ...p, value: age.value + 1 } : p)),
  };
  const extra = { ...document.facts.find((f) => "id" in f && f.id === "phq9Total"), id: "phq9Again" };
  const before = await file("before.json", JSON.stringify(edited));
  const wider = await file("wider.json", JSON.stringify({ ...edited, facts: [...edited.facts, extra] }));
  const rows = [age.value - 1, age.value, age.value + 1].map((years) => `none,false,false,${years}`);
  const data = await file(
    "ages.csv",
    ["suicidalIdeation,acutePsychosocialCrisis,imminentDanger,ageYears", ...rows].join("\n"),
  );
  const asked = await Promise.all(
    [before, wider].map((baseline) => jumelage(reference, "--data", data, "--baseline", baseline, "--json")),
  );
  const [one, other] = asked.map(({ out }) => (JSON.parse(out) as Document).changes?.changed);
  expect(one?.length).toBeGreaterThan(0);
  // Only who is exactly as old as the least age says.
  for (const change of one ?? []) expect(change).toMatchObject({ persons: 1, transitions: [{ rows: [1] }] });
  expect(other).toEqual(one);
  const { out } = await jumelage(reference, "--data", data, "--baseline", reference);
  expect(out).toContain("Personne ne change de réponse.\n");
});

test("what is no value is counted and told, and ends with 1", async () => {
  const data = await file("wrong.csv", persons("15", "quinze", "99"));
  const { code, out } = await jumelage(reference, "--data", data, "--lang", "en");
  expect(code).toBe(1);
  expect(out).toMatch(/unreadable value for 2 persons \(data rows 2, 3\)/);
  const { out: json } = await jumelage(reference, "--data", data, "--json");
  expect((JSON.parse(json) as Document).problems).toEqual([
    { fact: "phq9Total", code: "invalid", persons: 2, rows: [1, 2] },
  ]);
});

test.each<[string, string, string]>([
  ["nothing", "", "table-no-header"],
  ["a name twice", "phq9Total,phq9Total\n", "table-same-name"],
  ["a cell too many", "phq9Total\n1,2\n", "table-other-width"],
  ["a stray quotation mark", 'phq9Total,a\n1,x"y\n', "table-quotation"],
  ["a cell never closed", 'phq9Total\n"1\n', "table-unclosed"],
  ["another encoding", "phq9Total\n\u0000\n", ""],
])("refused with its place: %s", async (about, content, code) => {
  const path =
    code === "" ? await file("latin.csv", "") : await file(`${about.replaceAll(" ", "-")}.csv`, content);
  if (code === "") await writeFile(path, Uint8Array.from([...Buffer.from("phq9Total\n"), 0xe9, 10]));
  const refused = await jumelage(reference, "--data", path, "--json");
  expect(refused.code).toBe(2);
  expect(JSON.parse(refused.out)).toMatchObject({ error: { code: code || "table-encoding" } });
  expect(refused.err).not.toMatch(/\{\w+\}/);
});

test("what cannot be read or asked for together", async () => {
  const data = await file("fine.csv", persons("1"));
  const asked = [
    [["--data", join(folder, "nowhere.csv")], "unreadable"],
    [["--data", folder], "unreadable"],
    [["--data", data, "--emit-sql", "duckdb"], "wrong-arguments"],
    [[], "wrong-arguments"],
    [["--data", await file("no.parquet", "x")], "table-not-parquet"],
    [
      ["--data", data, "--columns", await file("c.json", '{"phq9Total":{"value":"score"}}')],
      "table-no-such-column",
    ],
    [
      ["--data", data, "--baseline", reference.replace("autosoins-diriges", "choix-de-service")],
      "other-program",
    ],
  ] as const;
  for (const [args, code] of asked) {
    const { code: exit, out } = await jumelage(reference, ...args, "--json");
    expect({ exit, out: JSON.parse(out) as unknown }).toMatchObject({ exit: 2, out: { error: { code } } });
  }
});
