import { expect, test } from "vitest";
import { chanceFrom } from "../../test/arbitraries.ts";
import { indexKernel, type IndexShape } from "./index-kernel.ts";

/** Whether the bit of a criterion is set. */
const has = (words: Int32Array, criterion: number): boolean =>
  (((words[criterion >>> 5] ?? 0) >>> (criterion & 31)) & 1) === 1;

test.each<[string, IndexShape]>([
  ["one of everything", { entries: [1], criteria: 1, planes: 1 }],
  ["a vector of criteria, several terms", { entries: [2, 3], criteria: 128, planes: 3 }],
  ["more than a vector of criteria", { entries: [4, 2, 5], criteria: 129, planes: 2 }],
  ["more dimensions than a vector has numbers", { entries: [2, 2, 2, 2, 3], criteria: 260, planes: 6 }],
  ["more than a page", { entries: [40, 30], criteria: 1000, planes: 4 }],
])("%s: what all picked entries leave of some term", (_, { entries, criteria, planes }) => {
  const chance = chanceFrom(criteria);
  const kernel = indexKernel({ entries, criteria, planes });
  /** What was put, by dimension, entry, plane and criterion; what was not is left as it is. */
  const put = new Map<string, { readonly must: boolean; readonly may: boolean }>();
  for (const [dimension, count] of entries.entries())
    for (let entry = 0; entry < count; entry++)
      for (let plane = 0; plane < planes; plane++)
        for (let criterion = 0; criterion < criteria; criterion++) {
          if (chance.often(0.6)) continue;
          const may = chance.often(0.7);
          const what = { may, must: may && chance.often(0.6) };
          kernel.put({ dimension, entry, plane, criterion, ...what });
          put.set([dimension, entry, plane, criterion].join(), what);
        }
  for (let time = 0; time < 6; time++) {
    const picked = entries.map((count) => chance.below(count));
    picked.forEach((entry, d) => (kernel.picked[d] = (kernel.starts[d] ?? 0) + entry * kernel.stride));
    kernel.run();
    const left = (part: "must" | "may", criterion: number): boolean =>
      Array.from({ length: planes }, (_, plane) => plane).some((plane) =>
        picked.every((entry, d) => put.get([d, entry, plane, criterion].join())?.[part] ?? true),
      );
    const wrong = Array.from({ length: criteria }, (_, criterion) => criterion).filter(
      (criterion) =>
        has(kernel.must, criterion) !== left("must", criterion) ||
        has(kernel.may, criterion) !== left("may", criterion),
    );
    expect(wrong).toEqual([]);
  }
});

test("entries begin where vectors do, each dimension after the one before, and the answers are as wide as vectors", () => {
  const kernel = indexKernel({ entries: [3, 5, 2, 2, 2], criteria: 129, planes: 2 });
  // Two vectors for each plane, for what is true and what is not false.
  expect(kernel.stride).toBe(2 * 2 * 2 * 16);
  expect(kernel.picked).toHaveLength(5);
  expect(kernel.must).toHaveLength(8);
  expect(kernel.may).toHaveLength(8);
  const [first = 0] = kernel.starts;
  // Twenty bytes of picked entries are rounded up to thirty-two; the answers are two vectors each.
  expect(first).toBe(32 + 2 * 2 * 16);
  expect([...kernel.starts].map((start) => start - first)).toEqual(
    [0, 3, 8, 10, 12].map((n) => n * kernel.stride),
  );
  expect(kernel.must.byteOffset).toBe(32);
  expect(kernel.may.byteOffset).toBe(64);
});
