import { expect, test } from "vitest";
import type { Fact } from "../model/index.ts";
import { fact } from "../../test/tiny.ts";
import { BOTH, masksOut, tablesOf } from "./generate-tables.ts";
import { layoutOf } from "./layout.ts";
import type { Plan } from "./plan.ts";

const layout = layoutOf([
  fact("flag", "boolean"),
  fact("small", "integer", { range: { min: 0, max: 1 } }),
] as unknown as readonly Fact[]);

test("leaves of a fact share words: one bit each in both halves, in the rows of the fact", () => {
  const tables = tablesOf(layout);
  expect(tables.place(1, [0, 1, BOTH, 0, 1, BOTH])).toEqual({ column: 0, shift: 0 });
  expect(tables.place(1, [BOTH, BOTH, 0, 0, 0, 1])).toEqual({ column: 0, shift: 1 });
  expect(tables.place(0, [1, 1, 1, 1, 0, BOTH])).toEqual({ column: 0, shift: 0 });
  expect([...tables.whole()]).toEqual([1, 1, 1, 1, 0, BOTH, 2 * BOTH, 1 + 2 * BOTH, BOTH, 0, 1, BOTH + 2]);
});

test("a leaf that says the same of the same fact has one place", () => {
  const tables = tablesOf(layout);
  const first = tables.place(0, [0, 0, 0, 0, 1, 1]);
  expect(tables.place(0, [0, 0, 0, 0, 1, 0])).toEqual({ column: 0, shift: 1 });
  expect(tables.place(0, [0, 0, 0, 0, 1, 1])).toEqual(first);
  expect(tables.place(1, [0, 0, 0, 0, 1, 1])).toEqual({ column: 0, shift: 0 });
  expect(tables.place(0, [0, 0, 0, 0, 0, 1])).toEqual({ column: 0, shift: 2 });
});

test("after sixteen leaves of a fact comes another column", () => {
  const tables = tablesOf(layout);
  const places = Array.from({ length: 33 }, (_, i) =>
    tables.place(0, [i & 1, (i >> 1) & 1, (i >> 2) & 1, (i >> 3) & 1, (i >> 4) & 1, (i >> 5) & 1]),
  );
  expect(places[15]).toEqual({ column: 0, shift: 15 });
  expect(places[16]).toEqual({ column: 12, shift: 0 });
  expect(places[32]).toEqual({ column: 24, shift: 0 });
  expect(tables.whole()).toHaveLength(36);
  // The other fact begins with its first leaf anew.
  expect(tables.place(1, [1, 1, 1, 1, 1, 1])).toEqual({ column: 0, shift: 0 });
});

test("what is no fact has columns of its own lengths, the same words one column", () => {
  const tables = tablesOf(layout);
  expect(tables.add([7, 8, 9])).toBe(0);
  expect(tables.place(0, [1, 1, 1, 1, 1, 1])).toEqual({ column: 3, shift: 0 });
  expect([tables.add([7, 8]), tables.add([7, 8, 9])]).toEqual([15, 0]);
  expect([...tables.whole()]).toEqual([7, 8, 9, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 7, 8]);
});

test("masks are put together from sixteen verdicts a word, and only what there is can be false", () => {
  const plan = {
    words: 5,
    criteria: Array.from({ length: 33 }),
    steps: [
      { word: 2, words: 1, outcomes: Array.from({ length: 3 }) },
      { word: 3, words: 2, outcomes: Array.from({ length: 40 }) },
    ],
  } as unknown as Plan;
  const lines = masksOut(plan);
  expect(lines).toHaveLength(10);
  expect(lines.slice(0, 2)).toEqual([
    "yes[0] = (p0 >>> 16) | (p1 & -65536);",
    "no[0] = ~((p0 & 65535) | (p1 << 16)) & -1;",
  ]);
  expect(lines.map((line) => / & (-?\d+);$/.exec(line)?.[1]).filter((_, i) => i % 2 === 1)).toEqual([
    "-1",
    "1",
    "7",
    "-1",
    "255",
  ]);
  expect(lines[9]).toBe("no[4] = ~((p8 & 65535) | (p9 << 16)) & 255;");
});
