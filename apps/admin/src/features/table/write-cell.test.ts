import {
  decisionTable,
  layoutOf,
  parseDraftRuleSet,
  sameJson,
  subjectKey,
  type DraftCondition,
  type TableLine,
} from "@jumelage/engine";
import { referencePrograms } from "@jumelage/content";
import { describe, expect, it } from "vitest";
import { gridOf, type GridCell } from "./grid.ts";
import { withCell } from "./write-cell.ts";

const documents = referencePrograms.map(({ ruleSet }) => {
  const parsed = parseDraftRuleSet(ruleSet);
  if (!parsed.ok) throw new Error("the reference programs parse");
  return parsed.value;
});

/** Every cell of every table that says tests, with what its criterion says. */
const cells = documents.flatMap((doc) =>
  doc.decisions.flatMap(({ id }) =>
    gridOf(decisionTable(doc, id)).lines.flatMap(({ entry, cells: drawn }) =>
      drawn.flatMap((cell) =>
        cell.kind === "tests" && cell.column !== undefined
          ? [{ doc, when: entry.criterion.when, criterion: entry.criterion.id, cell, column: cell.column }]
          : [],
      ),
    ),
  ),
);

/** What a criterion says in rows, cell by cell. */
function said(when: DraftCondition | undefined): readonly string[] {
  const layout = layoutOf(when);
  if (layout.kind !== "rows") return ["a sentence"];
  const words = (line: TableLine, name: string): readonly string[] =>
    line.map((t) => `${name}/${subjectKey(t.column)}: ${JSON.stringify(t.node)}`).sort();
  return [...words(layout.shared, "all"), ...layout.lines.flatMap((line, i) => words(line, String(i)))];
}
const place = ({ column, line }: GridCell) => (column === undefined ? undefined : { column, line });

describe("a cell written anew", () => {
  it("says what it said when the same is written again, in the same bytes", () => {
    for (const { when, cell, criterion } of cells) {
      const at = place(cell);
      if (!at) continue;
      const again = withCell(
        when,
        at,
        cell.tests.map((t) => t.node),
      );
      expect(said(again), criterion).toEqual(said(when));
      if (cell.tests.every(({ node }) => !("not" in node)) && cell.tests.length > 0)
        expect(sameJson(again, when), criterion).toBe(true);
    }
    expect(cells.length).toBeGreaterThan(200);
  });

  it("says what is written and leaves the other cells alone, emptied and filled", () => {
    for (const [i, { doc, when, cell, criterion, column }] of cells.entries()) {
      if (column.kind !== "fact") continue;
      const at = { column, line: cell.line };
      const node: DraftCondition = { fact: column.id, operator: "isKnown" };
      const own = `${cell.line ?? "all"}/${subjectKey(column)}: `;
      const others = said(when).filter((words) => !words.startsWith(own));
      const one = withCell(when, at, [node]);
      // A row of one line has no tests for all.
      expect([...said(one)].sort(), criterion).toEqual([...others, `${own}${JSON.stringify(node)}`].sort());
      const two = withCell(one, at, [node, { not: node }]);
      expect(said(two).filter((words) => words.startsWith(own))).toHaveLength(2);
      // Reading a whole document takes its time: one in ten of them.
      if (i % 10 > 0) continue;
      const grown = {
        ...doc,
        criteria: doc.criteria.map((c) => (c.id === criterion ? { ...c, when: one } : c)),
      };
      expect(parseDraftRuleSet(structuredClone(grown)).ok, criterion).toBe(true);
    }
  });
});

const [f, g, h] = (documents[0]?.facts ?? []).map((fact): DraftCondition => ({
  fact: fact.id,
  operator: "isKnown",
})) as [DraftCondition, DraftCondition, DraftCondition];
const columnOf = (node: DraftCondition) => ({ kind: "fact" as const, id: "fact" in node ? node.fact : "" });

it("a line left without a test goes; a criterion left without one has no condition", () => {
  expect(withCell({ any: [f, g, h] }, { column: columnOf(g), line: 1 }, [])).toEqual({ any: [f, h] });
  expect(withCell({ any: [f, g] }, { column: columnOf(g), line: 1 }, [])).toEqual(f);
  expect(withCell({ all: [h, { any: [f, g] }] }, { column: columnOf(f), line: 0 }, [])).toEqual({
    all: [h, g],
  });
  expect(withCell(f, { column: columnOf(f), line: 0 }, [])).toBeUndefined();
  expect(withCell({ always: true }, { column: columnOf(f), line: 0 }, [f])).toEqual(f);
  expect(withCell({ any: [f, g] }, { column: columnOf(h) }, [h])).toEqual({ all: [h, { any: [f, g] }] });
});
