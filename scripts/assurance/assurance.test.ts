import { expect, test } from "vitest";
import { evidenceOf, type LineRuns } from "./evidence.ts";
import { linesShown } from "./lines.ts";
import { evidencePage } from "./page.ts";
import type { Promised } from "./promised.ts";
import { promises } from "./promises.ts";
import type { RunRecord } from "./run-record.ts";

const text = { fr: "Une <promesse> & « d’autres »", en: "One <promise> & others" };
const promised: readonly Promised[] = [
  {
    id: "P1",
    what: text,
    lines: [
      { id: "many", what: text, must: 100 },
      { id: "one", what: text },
    ],
  },
  { id: "P2", what: text, lines: [{ id: "load", what: text, must: 5, command: "pnpm load" }] },
];
const ran = (line: string, changed: Partial<RunRecord> = {}): RunRecord => ({
  line,
  by: `a.test.ts: ${line}`,
  kind: "core",
  passed: true,
  asked: 10,
  reached: 10,
  seed: "7",
  seconds: 1.5,
  ...changed,
});
const judged = (tier: "quick" | "long", ...runs: readonly RunRecord[]) => {
  const byLine = new Map<string, LineRuns>();
  for (const [line, some] of Map.groupBy(runs, (run) => run.line))
    byLine.set(line, { runs: some, commit: "abc", at: "2026-03-01T12:00:00Z" });
  return evidenceOf({ tier, at: "2026-03-02T12:00:00Z", commit: "def", byLine }, promised);
};
const states = (...args: Parameters<typeof judged>) =>
  judged(...args).promises.flatMap((p) => p.lines.map(({ id, state }) => `${id} ${state}`));

test("every line is shown by a test or a command, and tests name no other", () => {
  const lines = promises.flatMap((p) => p.lines);
  const byTests = lines.filter(({ command }) => command === undefined).map(({ id }) => id);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  expect([...linesShown().keys()].toSorted()).toEqual(byTests.toSorted());
});

test("a line is met when everything passed and as much was reached as asked; in the long tier, as it must", () => {
  expect(states("quick", ran("many"), ran("one"))).toEqual(["many met", "one met"]);
  expect(states("long", ran("many"), ran("one"), ran("load"))).toEqual(["many short", "one met", "load met"]);
  expect(states("quick", ran("many", { reached: 9 }), ran("one", { passed: false }))).toEqual([
    "many short",
    "one failed",
  ]);
  // Nothing is met by not having been looked at.
  expect(states("quick", ran("one"))).toEqual(["many not-run", "one met"]);
  expect(states("long", ran("one"))).toEqual(["many not-run", "one met", "load not-run"]);
  expect(judged("quick", ran("one")).state).toBe("not-run");
});

test("tests of one kind add up; of two kinds, the one that reached least counts", () => {
  const half = { asked: 50, reached: 50 };
  expect(states("long", ran("many", half), ran("many", half))[0]).toBe("many met");
  const [, external] = [
    ran("many", { asked: 100, reached: 100 }),
    ran("many", { ...half, kind: "external" }),
  ];
  const { promises: found } = judged("long", ran("many", { asked: 100, reached: 100 }), external);
  expect(found[0]?.lines[0]).toMatchObject({
    state: "short",
    asked: 50,
    reached: 50,
    seconds: 3,
    seeds: ["7"],
  });
});

test("many cells of one table are told as one, and a cell that failed by itself", () => {
  const cells = Array.from({ length: 60 }, (_, i) =>
    ran("many", { by: `roles.test.ts: cell ${i}`, seed: null, asked: 1, reached: 1, passed: i > 0 }),
  );
  const [line] = judged("quick", ...cells).promises[0]?.lines ?? [];
  expect(line).toMatchObject({ state: "failed", asked: 60, reached: 60 });
  expect(line?.ran?.runs.map(({ by, tests, reached }) => [by, tests, reached])).toEqual([
    ["roles.test.ts: cell 0", undefined, 1],
    ["roles.test.ts", 59, 59],
  ]);
  // What was kept before is taken up again as it is.
  const again = judged("quick", ...(line?.ran?.runs.slice(1) ?? []), ran("one"));
  expect(again.promises[0]?.lines[0]).toMatchObject({ state: "met", asked: 59, reached: 59 });
});

test("the page says it in both languages, escapes what it is given, and loads nothing", () => {
  const page = evidencePage(
    judged("long", ran("many", { asked: 100, reached: 12_345, by: "<script>x</script>" })),
  );
  for (const expected of [
    '<main lang="fr"',
    '<main lang="en"',
    "Pas fait",
    "Not run",
    "12,345",
    "12 345",
    "pnpm load",
  ])
    expect(page.replaceAll(/[\u00a0\u202f]/g, " "), expected).toContain(expected);
  expect(page).not.toMatch(/<script|src=|url\(|@import|<promesse>/);
  expect(page).toContain("Une &lt;promesse&gt; &amp; « d’autres »");
  // What was shown at another commit says so.
  expect(page).toContain("<code>abc</code>");
});
