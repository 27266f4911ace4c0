import { decisionTable, parseDraftRuleSet, type Lang } from "@jumelage/engine";
import { columnHeading, testWords } from "@jumelage/engine/words";
import { referencePrograms } from "@jumelage/content";
import { describe, expect, it } from "vitest";
import { scopeOfDecision } from "../criteria/scope.ts";
import { gridOf, tsvOf, type GridCell } from "./grid.ts";
import { pasted, planPaste, rangeOf, type PasteWords } from "./paste.ts";
import { readCell } from "./read-cell.ts";

const documents = referencePrograms.map(({ ruleSet }) => {
  const parsed = parseDraftRuleSet(ruleSet);
  if (!parsed.ok) throw new Error("the reference programs parse");
  return parsed.value;
});
type Doc = (typeof documents)[number];
const [autosoins] = documents as [Doc];

function tableOf(doc: Doc, id: string, lang: Lang) {
  const decision = doc.decisions.find((d) => d.id === id);
  const table = decisionTable(doc, id);
  const scope = scopeOfDecision(doc, id);
  const headings = ["C", "n", ...table.columns.map((c) => columnHeading(c, doc, lang)), "O"];
  const testsIn: PasteWords["testsIn"] = (nodes) =>
    nodes.map((node) => testWords({ node }, doc, lang)).join(lang === "fr" ? " et " : " and ");
  const words: PasteWords = {
    headings,
    lines: "L",
    anything: "–",
    testsIn,
    wordsOf: (cell: GridCell, { entry, outcome }) =>
      cell.kind === "criterion"
        ? `${entry.criterion.id} title`
        : cell.kind === "outcome"
          ? outcome
          : testsIn(cell.tests.map((t) => t.node)),
    readTests: (text, column) => readCell(text, column, scope, lang),
    readOutcome: (text) => decision?.outcomes.find((o) => o.id === text)?.id,
  };
  const grid = gridOf(table);
  const header = ["C", "L", ...headings.slice(1)];
  const tsv = tsvOf(grid, { header, anything: "–", oneOf: "any", cell: words.wordsOf });
  return { doc, id, grid, words, tsv, scope };
}
const tables = documents.flatMap((doc) =>
  doc.decisions.flatMap(({ id }) => (["fr", "en"] as const).map((lang) => tableOf(doc, id, lang))),
);

it("every cell of every table is read back as what it says, in both languages", () => {
  const tests = tables.flatMap(({ grid, words, scope, doc }) =>
    grid.lines.flatMap((line) =>
      line.cells.flatMap((cell) =>
        cell.kind === "tests" && cell.column && cell.tests.length > 0
          ? [{ cell, text: words.wordsOf(cell, line), column: cell.column, words, scope, doc }]
          : [],
      ),
    ),
  );
  for (const { cell, text, column, words } of tests)
    expect(words.readTests(text, column), text).toEqual(cell.tests.map((t) => t.node));
  expect(tests.length).toBeGreaterThan(150);
});

describe("a copied table, pasted", () => {
  it("changes nothing as it is, and nothing of it is left", () => {
    for (const { grid, words, tsv } of tables)
      expect(planPaste(grid, rangeOf(tsv), { line: 0, column: 0 }, words)).toEqual({ writes: [], left: [] });
  });

  it("finds its places by their names, rows and columns moved, and says what it has no place for", () => {
    const { grid, words, tsv, doc, id } = tableOf(autosoins, "orientation", "fr");
    const [head = [], ...rows] = rangeOf(tsv);
    const crisis = head.indexOf("Crise psychosociale aiguë");
    const moved = rows
      .map((row) => (row[0]?.startsWith("A-I2") ? row.with(crisis, "est non") : row))
      .map((row) => (row[0]?.startsWith("A-I3") ? [...row.slice(0, -1), "other"] : row))
      .map((row) => [row[0] ?? "", ...row.slice(1).toReversed(), "?"]);
    const text = [
      [head[0] ?? "", ...head.slice(1).toReversed(), "Neuve"],
      ...moved.slice(4),
      ...moved.slice(0, 4),
      ["Z-9 inconnu"],
    ]
      .map((row) => row.join("\t"))
      .join("\r\n");
    const plan = planPaste(grid, rangeOf(text), { line: 5, column: 5 }, words);
    expect(plan.writes.map((w) => [w.criterion, w.heading, w.before, w.after])).toEqual([
      ["A-I2", "Crise psychosociale aiguë", "est oui", "est non"],
      ["A-I3", "O", "immediate", "other"],
    ]);
    expect(plan.left.map(({ text: what, why }) => [what, why])).toEqual([
      ["Neuve", "column"],
      ["Z-9 inconnu", "criterion"],
    ]);
    const after = pasted(doc, id, plan.writes);
    expect(after.criteria.find((c) => c.id === "A-I3")?.then.outcome).toBe("other");
    expect(after.criteria.find((c) => c.id === "A-I2")?.when).toMatchObject({ value: false });
    expect(parseDraftRuleSet(structuredClone(after)).ok).toBe(true);
  });
});

it("a range goes where it is put; what a cell cannot hold, names and what lies outside is told", () => {
  const { grid, words, doc, id } = tableOf(autosoins, "orientation", "fr");
  const line = grid.lines.findIndex((l) => l.entry.criterion.id === "A-I2");
  const column = grid.lines[line]?.cells.findIndex((c) => c.column?.id === "acutePsychosocialCrisis") ?? -1;
  const plan = planPaste(grid, rangeOf("non\tpeut-être\n–\test oui"), { line, column }, words);
  expect(plan.writes.map((w) => [w.cell, w.after])).toEqual([
    ["A-I2/fact:acutePsychosocialCrisis", "est non"],
  ]);
  expect(plan.left.map((l) => [l.text, l.why])).toEqual([["peut-être", "not-read"]]);
  const name = planPaste(grid, [["Autre"]], { line, column: 0 }, words);
  expect(name.left.map((l) => l.why)).toEqual(["fixed"]);
  const beyond = planPaste(grid, [["a", "b"]], { line: grid.lines.length - 1, column: 400 }, words);
  expect(beyond.left.map((l) => l.why)).toEqual(["outside", "outside"]);
  expect(pasted(doc, id, [])).toBe(doc);
});

it("lines that go and lines that are filled do not get in each other's way", () => {
  const [f, g, h] = autosoins.facts.map((fact) => ({ fact: fact.id, operator: "isKnown" as const }));
  const [first, ...rest] = autosoins.criteria.filter((c) => c.then.decision === "orientation");
  if (!f || !g || !h || !first) throw new Error("three facts and a criterion");
  const doc: Doc = { ...autosoins, criteria: [{ ...first, id: "X", when: { any: [f, g, h] } }, ...rest] };
  const { grid, words } = tableOf(doc, "orientation", "fr");
  const at = (fact: string): number =>
    words.headings.indexOf(columnHeading({ kind: "fact", id: fact }, doc, "fr"));
  const start = Math.min(at(f.fact), at(g.fact), at(h.fact));
  // The first line is emptied; the second says the third fact, too.
  const rows = [f, g].map((_, i) =>
    Array.from({ length: at(h.fact) - start + 1 }, (_cell, c) =>
      i === 1 && (c === at(g.fact) - start || c === at(h.fact) - start) ? "est connu" : "–",
    ),
  );
  const line = grid.lines.findIndex((l) => l.entry.criterion.id === "X");
  const plan = planPaste(grid, rows, { line, column: start }, words);
  const when = pasted(doc, "orientation", plan.writes).criteria.find((c) => c.id === "X")?.when;
  expect(when).toEqual({ any: [{ all: [g, h] }, h] });
});

it("a cell of several lines takes what they all say, and tells where they differ", () => {
  const { grid, words } = tableOf(autosoins, "orientation", "fr");
  const line = grid.lines.findIndex((l) => l.entry.criterion.id === "A-C1");
  const column = words.headings.indexOf("Évaluation clinique plus approfondie effectuée");
  const same = planPaste(grid, [["est non"], ["est non"]], { line, column }, words);
  expect(same.writes.map((w) => [w.criterion, w.before, w.after])).toEqual([["A-C1", "est oui", "est non"]]);
  expect(same.left).toEqual([]);
  const other = planPaste(grid, [["est non"], ["est connu"]], { line, column }, words);
  expect(other.left.map((l) => [l.text, l.why])).toEqual([["est connu", "several-lines"]]);
});

it("a range as spreadsheets copy it: quotation marks, line breaks, an end of line at the end", () => {
  expect(rangeOf('a\t"b ""c""\td\ne"\r\nf\t\r\n')).toEqual([
    ["a", 'b "c"\td\ne'],
    ["f", ""],
  ]);
  expect(rangeOf("seule")).toEqual([["seule"]]);
  expect(rangeOf("")).toEqual([[""]]);
});
