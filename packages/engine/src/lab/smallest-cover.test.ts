// The fewest sets that hold everything, in cases made by hand: which are chosen, and what that costs.
import { describe, expect, test } from "vitest";
import { chanceFrom } from "../../test/arbitraries.ts";
import { searchSteps, smallestCover } from "./smallest-cover.ts";

const chosen = (sets: readonly (readonly number[])[], steps?: number): readonly number[] =>
  smallestCover(sets, steps).chosen;

describe("what is chosen", () => {
  test.each<readonly [string, readonly (readonly number[])[], readonly number[]]>([
    ["one set that holds everything", [[0], [0, 1, 2], [2]], [1]],
    [
      "the first of equals",
      [
        [0, 1],
        [1, 0],
        [0, 1],
      ],
      [0],
    ],
    [
      "whatever holds an element alone",
      [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
      [0, 2],
    ],
    [
      "nothing that is held twice",
      [
        [0, 0, 0],
        [0, 1],
      ],
      [1],
    ],
    ["in the order of the sets, however it was found", [[5], [4], [3], [0, 1, 2]], [0, 1, 2, 3]],
    ["empty sets never", [[], [0], []], [1]],
  ])("%s", (_, sets, places) => {
    expect(smallestCover(sets)).toEqual({ chosen: places, exact: true });
  });

  test("fewer than taking the largest set first would", () => {
    // The largest set holds four of six; with it three sets are needed, without it two.
    const sets = [
      [0, 1, 3, 4],
      [0, 1, 2],
      [3, 4, 5],
    ];
    expect(smallestCover(sets)).toEqual({ chosen: [1, 2], exact: true });
  });

  test("of a ring, every second one", () => {
    const ring = Array.from({ length: 8 }, (_, i) => [i, (i + 1) % 8]);
    expect(smallestCover(ring).chosen).toHaveLength(4);
    const odd = Array.from({ length: 9 }, (_, i) => [i, (i + 1) % 9]);
    expect(smallestCover(odd)).toMatchObject({ exact: true });
    expect(smallestCover(odd).chosen).toHaveLength(5);
  });
});

describe("what it costs", () => {
  test("where everything is settled at the first look, two steps are enough to be sure", () => {
    const apart = Array.from({ length: 12 }, (_, i) => [i, 100 + i]);
    const twice = [...apart, ...apart.map((set) => set.slice(0, 1))];
    const cover = { chosen: apart.map((_, i) => i), exact: true };
    // What stands apart bounds from below as many as were found.
    expect(smallestCover(twice, 2)).toEqual(cover);
    expect(smallestCover(twice, 1)).toEqual({ ...cover, exact: false });
  });

  test("elements that come with others cost nothing", () => {
    // Twenty elements in the same two sets, and one that only one of them holds.
    const many = Array.from({ length: 20 }, (_, i) => i);
    expect(smallestCover([[...many, 20], many], 2)).toEqual({ chosen: [0], exact: true });
  });

  test("out of time, nobody who was chosen can be spared", () => {
    const sets = [
      [0, 1, 3, 4],
      [0, 1, 2],
      [3, 4, 5],
    ];
    expect(smallestCover(sets, 1)).toEqual({ chosen: [1, 2], exact: false });
    expect(smallestCover([], 1)).toEqual({ chosen: [], exact: false });
  });

  test("a search of the usual length settles thirty profiles of sixty things", () => {
    const sets = Array.from({ length: 30 }, (_, i) =>
      Array.from({ length: 6 }, (_unused, j) => (i * 7 + j * 11) % 60),
    );
    const cover = smallestCover(sets);
    expect(cover.exact).toBe(true);
    expect(new Set(cover.chosen.flatMap((i) => sets[i] ?? [])).size).toBe(new Set(sets.flat()).size);
    expect(searchSteps).toBe(200_000);
  });
});

test("what was found first may come last: the choice stands in the order of the sets", () => {
  // The second set is the first of those that hold most; what is left is held by the first and the third.
  expect(chosen([[2], [0, 1], [0, 2], [1]])).toEqual([0, 1]);
});

test("of things that are in two or three sets each, as few as trying everything finds", () => {
  const chance = chanceFrom(1);
  for (let i = 0; i < 200; i += 1) {
    const rows = Array.from({ length: 8 + chance.below(8) }, () =>
      Array.from({ length: 2 + chance.below(2) }, () => chance.below(9)),
    );
    const sets = Array.from({ length: 9 }, (_, set) =>
      rows.flatMap((row, e) => (row.includes(set) ? [e] : [])),
    );
    let fewest = 9;
    for (let bits = 0; bits < 2 ** 9; bits += 1) {
      const has = (set: number): boolean => (bits & (1 << set)) !== 0;
      const size = sets.filter((_, set) => has(set)).length;
      if (size < fewest && rows.every((row) => row.some(has))) fewest = size;
    }
    const cover = smallestCover(sets);
    expect(cover.exact).toBe(true);
    expect(cover.chosen, JSON.stringify(rows)).toHaveLength(fewest);
    expect(rows.every((row) => row.some((set) => cover.chosen.includes(set)))).toBe(true);
  }
});

test("the same sets in another order need as many", () => {
  const sets = [
    [0, 1, 2],
    [2, 3],
    [3, 4, 5],
    [5, 0],
    [1, 4],
    [2, 5],
  ];
  for (let turn = 0; turn < sets.length; turn += 1)
    expect(chosen([...sets.slice(turn), ...sets.slice(0, turn)])).toHaveLength(2);
});
