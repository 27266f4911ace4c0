// What the bench says about its rows; whether they are right is asked by the bench itself, before it times anything.
import { describe, expect, test } from "vitest";
import { chart } from "./chart.ts";
import { withFigures } from "./document.ts";
import { ours } from "./goals.ts";
import { goalTable, jsonReport, readReport, summary, table, unmeasured, type Machine } from "./report.ts";
import type { Row } from "./row.ts";

const machine: Machine = {
  cpus: 2,
  model: "m",
  memoryGiB: 8,
  platform: "linux x64",
  node: "v24.0.0",
  load: 0.5,
  date: "2026-03-02",
};
const ratio = (value: number, meaning: string): Pick<Row, "ratio"> => ({ ratio: { value, meaning } });
const compiled = { workload: "compiled, autosoins-diriges", unit: "µs", value: 0.5 };
const kernel = (of: string, value: number): Row => ({
  workload: `cohort of ${of}, autosoins-diriges`,
  contender: ours.kernel,
  unit: "µs",
  value: 9,
  ...ratio(value, "× memcpy that reads and writes as many bytes"),
});
const rows: readonly Row[] = [
  { ...compiled, contender: ours.masks, ...ratio(4000, "× as fast as json-rules-engine") },
  { ...compiled, contender: ours.result, ...ratio(1999, "× as fast as json-rules-engine") },
  { workload: "compiled, a, garbage of an evaluation", contender: ours.masks, unit: "B", value: 40 },
  { workload: "compiled, b, garbage of an evaluation", contender: ours.masks, unit: "B", value: 300 },
  { workload: "compiled, b, garbage of an evaluation", contender: ours.result, unit: "B", value: 1536 },
  kernel("200,000", 1.7),
  { workload: "start of the server", contender: "empty data folder", unit: "s", value: 16 },
  { workload: "one person, two-valued, a", contender: "<peer> & co", unit: "µs", value: 30 },
  { workload: "one person, two-valued, a", contender: "Jumelage", unit: "µs", value: 0.3 },
];
/** The cells of the line that begins so. */
const line = (text: string, beginning: string): readonly string[] =>
  (text.split("\n").find((one) => one.startsWith(`| ${beginning}`)) ?? "")
    .split("|")
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");

describe("the lines of what must be reached", () => {
  const said = goalTable(rows);

  test("a bound that is met exactly is reached, one that is not is missed with its figure", () => {
    expect(line(said, "program A").slice(1)).toEqual(["≥ 4,000", "4000", "reached"]);
    expect(line(said, "the same → full").slice(1)).toEqual(["≥ 2,000", "1999", "MISSED: 1999"]);
  });

  test("the worst of several rows counts", () => {
    expect(line(said, "garbage").slice(1)).toEqual(["≤ 256; ≤ 1,536", "300; 1536", "MISSED: 300"]);
  });

  test("what is aimed at is no miss, and a smaller cohort is said to be one", () => {
    const cells = line(said, "cohort kernel").slice(1);
    expect(cells).toEqual(["≤ 2, ≤ 1.5 aimed at", "1.70 (200,000 persons)", "reached, not what is aimed at"]);
    expect(line(goalTable([kernel("1,000,000", 1.5)]), "cohort kernel").slice(2)).toEqual([
      "1.50",
      "reached",
    ]);
  });

  test("a line that nothing answers is told apart", () => {
    expect(line(said, "encoded person").slice(1)).toEqual(["≥ 20,000", "–", "not measured"]);
    expect(unmeasured(rows)).toContain("encoded person → masks");
    expect(unmeasured(rows)).not.toContain("the same → full Result object");
  });
});

test("every row shows what it has to reach, budgets included", () => {
  expect(line(table(rows), "start of the server").slice(1)).toEqual([
    "empty data folder",
    "16 s",
    "≤ 15 s: MISSED",
  ]);
  expect(summary(rows)).toMatch(/^7 targets, 3 missed: /);
});

test("the JSON has the rows as the contract says, and gives them back", () => {
  const json = jsonReport(machine, rows);
  const { rows: written } = JSON.parse(json) as { readonly rows: readonly unknown[] };
  expect(written[0]).toEqual({
    workload: "compiled, autosoins-diriges (× as fast as json-rules-engine)",
    contender: "JSON → masks",
    unit: "µs",
    value: 0.5,
    ratio: 4000,
  });
  expect(written[2]).toMatchObject({ workload: "compiled, a, garbage of an evaluation", ratio: null });
  expect(readReport(json)).toEqual({ machine, rows });
  expect(() => readReport('{"rows":[]}')).toThrow("machine");
});

test("the chart says in words what it draws, and no name breaks it", () => {
  const svg = chart(machine, rows);
  expect(svg).toContain('<title id="title">');
  expect(svg).toContain("&lt;peer&gt; &amp; co 30.0 µs; Jumelage 0.300 µs.");
  expect(svg).not.toContain("<peer>");
  expect(svg.match(/<rect [^>]*height="14"/g)).toHaveLength(2);
});

test("figures go between the marks of a document, again and again", () => {
  const document = "before\n<!-- figures -->\nfigures of yesterday\n<!-- end of the figures -->\nafter\n";
  const once = withFigures(document, machine, rows);
  expect(once).not.toContain("yesterday");
  expect(once.startsWith("before\n<!-- figures -->\n\n2026-03-02 · 2 CPUs")).toBe(true);
  expect(once.endsWith("<!-- end of the figures -->\nafter\n")).toBe(true);
  expect(withFigures(once, machine, rows)).toBe(once);
  expect(() => withFigures("nothing", machine, rows)).toThrow("<!-- figures -->");
});
