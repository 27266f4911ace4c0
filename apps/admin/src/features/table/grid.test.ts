import { decisionTable, type DraftCondition, type DraftRuleSet } from "@jumelage/engine";
import { expect, it } from "vitest";
import { referenceDocuments } from "../../../test/drafts.ts";
import { gridOf, tsvOf } from "./grid.ts";

const { ruleSet } = referenceDocuments();
const [decision] = ruleSet.decisions;
const [f, g, h] = ruleSet.facts.map((fact): DraftCondition => ({ fact: fact.id, operator: "isKnown" }));

function withOnly(when: DraftCondition): DraftRuleSet {
  const first = ruleSet.criteria.find((c) => c.then.decision === decision?.id);
  return { ...ruleSet, criteria: first ? [{ ...first, id: "x", title: { fr: "=1+1", en: "t" }, when }] : [] };
}
const gridFor = (when: DraftCondition) => gridOf(decisionTable(withOnly(when), decision?.id ?? ""));

it("every place of every table is covered by one cell, and every cell is drawn once", () => {
  for (const { id } of ruleSet.decisions) {
    const table = decisionTable(ruleSet, id);
    const grid = gridOf(table);
    const drawn = grid.lines.flatMap((l) => l.cells.map((c) => c.id));
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(new Set(grid.places.flat())).toEqual(new Set(drawn));
    for (const row of grid.places) expect(row).toHaveLength(table.columns.length + 3);
  }
});

it("what all alternatives share is one cell beside them, what they differ in one on each line", () => {
  if (!f || !g || !h) throw new Error("three facts");
  const { lines, places } = gridFor({ all: [f, { any: [g, h] }] });
  expect(
    lines.map((l) => l.cells.map((c) => `${c.kind}${c.lines}${c.braced ? "b" : ""}:${c.tests.length}`)),
  ).toEqual([
    ["criterion2:0", "hits2:0", "tests2:1", "tests1b:1", "tests1b:0", "outcome2:0"],
    ["tests1b:0", "tests1b:1"],
  ]);
  expect(places[0]?.[2]).toBe(places[1]?.[2]);
  expect(places[0]?.[3]).not.toBe(places[1]?.[3]);
});

it("a spreadsheet gets each line whole, no formula and no line break", () => {
  if (!f || !g) throw new Error("two facts");
  const tsv = tsvOf(gridFor({ any: [f, g] }), {
    header: ["c", "", "n", "f", "g", "o"],
    anything: "–",
    oneOf: "au moins une",
    cell: (cell, line) =>
      cell.kind === "criterion" ? line.entry.criterion.title.fr : cell.tests.map(() => "est\nconnu").join(),
  });
  expect(tsv.split("\r\n")).toEqual([
    "c\t\tn\tf\tg\to",
    "'=1+1\tau moins une\t–\test connu\t–\t–",
    "'=1+1\tau moins une\t–\t–\test connu\t–",
  ]);
});
