// What may be seen of a cohort: few persons are not counted, and cannot be found by subtraction.
import type { RuleSet } from "@jumelage/engine";
import { anyDay } from "@jumelage/engine/test/reference-programs";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { publishedCells, publishedChanges, readCohort, Resident } from "../src/index.ts";

test("cells under the size are not counted, the others are rounded to it, and totals are sums of what is seen", () => {
  const counts = [
    [97, 4, 5],
    [0, 7, 8],
  ];
  expect(publishedCells(counts, 5)).toEqual({
    cells: [
      [95, 0, 5],
      [0, 5, 10],
    ],
    rows: [100, 15],
    columns: [95, 5, 15],
    persons: 115,
  });
  expect(publishedCells(counts, 10)).toMatchObject({
    cells: [
      [100, 0, 0],
      [0, 0, 0],
    ],
    persons: 100,
  });
  expect(() => publishedCells(counts, 0)).toThrow(RangeError);
  expect(() => publishedCells(counts, 5.5)).toThrow(RangeError);
});

test("whatever stands in small cells, nobody included, what is seen is the same", () => {
  const table = fc
    .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) })
    .chain(({ rows, columns }) => {
      const cell = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.nat(5000));
      const row = fc.array(cell, { minLength: columns, maxLength: columns });
      return fc.array(row, { minLength: rows, maxLength: rows });
    });
  const size = fc.integer({ min: 5, max: 100 });
  fc.assert(
    fc.property(table, size, fc.infiniteStream(fc.nat(99)), (counts, smallCell, others) => {
      const other = (): number => (others.next().value as number) % smallCell;
      const elsewhere = counts.map((row) => row.map((count) => (count < smallCell ? other() : count)));
      const seen = publishedCells(counts, smallCell);
      expect(publishedCells(elsewhere, smallCell)).toEqual(seen);
      // And whoever is counted is counted about rightly.
      for (const [i, row] of counts.entries())
        for (const [j, count] of row.entries())
          if (count >= smallCell)
            expect(Math.abs((seen.cells[i]?.[j] ?? 0) - count)).toBeLessThanOrEqual(smallCell / 2);
    }),
    { numRuns: 500 },
  );
});

/** Stops from a score on; tells who is over 20. */
const from = (least: number, parts: object = {}): RuleSet =>
  tiny({
    facts: [fact("score", "integer", { range: { min: 0, max: 27 } })],
    decisions: [one, many],
    criteria: [
      criterion("A", { fact: "score", operator: "greaterThanInclusive", value: least }, "stop"),
      criterion("B", { fact: "score", operator: "greaterThanInclusive", value: 20 }, "tell", "m"),
    ],
    ...parts,
  });

/** So many persons with each score. */
const cohort = (scores: Readonly<Record<number, number>>) =>
  readCohort(
    from(10).facts,
    Object.entries(scores).flatMap(([score, count]) =>
      Array.from({ length: count }, () => ({ score: Number(score) })),
    ),
    { at: anyDay },
  );

test("who changes, as it may be seen: decisions and outcomes, with examples of what is counted alone", () => {
  // 12 persons under both, 6 between, 2 between as well, 30 over both.
  const resident = new Resident(cohort({ 3: 12, 10: 6, 14: 2, 22: 30 }));
  const [before, after, wider] = [from(15), from(10), from(12)].map((ruleSet) => resident.judge(ruleSet));
  if (!before || !after || !wider) throw new Error("three were judged");
  const { subjects, added, removed } = publishedChanges(before, after, 5);
  expect({ added, removed }).toEqual({ added: [], removed: [] });
  expect(subjects.map((s) => s.subject)).toEqual([
    { kind: "decision", decision: "d" },
    { kind: "outcome", decision: "m", outcome: "halt" },
    { kind: "outcome", decision: "m", outcome: "tell" },
  ]);
  const [decision, , tell] = subjects;
  if (!decision || !tell) throw new Error("there are three");
  const at = (before: string, after: string): number | undefined =>
    decision.cells[decision.states.indexOf(before)]?.[decision.states.indexOf(after)];
  expect([at("stop", "stop"), at("rest", "stop"), at("rest", "rest")]).toEqual([30, 10, 10]);
  expect(decision).toMatchObject({ persons: 50, moved: 10 });
  expect(decision.examples).toEqual([{ from: "rest", to: "stop", rows: [12, 13, 14, 15, 16] }]);
  expect(tell).toMatchObject({ moved: 0, persons: 50, examples: [] });
  // Two persons alone are nobody to be seen, neither in a cell nor in a total, nor as an example.
  const [few] = publishedChanges(before, wider, 5).subjects;
  expect(few).toMatchObject({ moved: 0, examples: [] });
});

test("what only one of the two answers is named, and not counted", () => {
  const resident = new Resident(cohort({ 3: 12 }));
  const wide = resident.judge(from(10));
  const narrow = resident.judge(from(10, { decisions: [one], criteria: [] }));
  const outcomes = ["halt", "tell"].map((outcome) => ({ kind: "outcome", decision: "m", outcome }));
  expect(publishedChanges(wide, narrow, 5)).toMatchObject({ removed: outcomes, added: [] });
  const other = publishedChanges(narrow, wide, 5);
  expect(other).toMatchObject({ added: outcomes, removed: [] });
  expect(other.subjects).toHaveLength(1);
});
