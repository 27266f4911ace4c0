// Ways to answer in fewer words: by hand, and for every set of random ways against everybody.
import { expect, it } from "vitest";
import { chanceFrom, freshSeed } from "../../test/arbitraries.ts";
import type { AnswerChoice } from "../diagram/index.ts";
import { fewerWords } from "./set-choices.ts";

it("what another way takes in is not said, and ways that are otherwise alike become one", () => {
  const first = { has: [["a", "b"]] };
  const second = { has: [["c"]], hasNone: [["a", "b"]] };
  const third = { has: [["d"]], hasNone: [["a", "b"], ["c"]] };
  expect(fewerWords([first, second, third])).toEqual([{ has: [["a", "b", "c", "d"]], hasNone: [] }]);
  expect(fewerWords([third, second])).toEqual([{ has: [["d", "c"]], hasNone: [["a", "b"]] }]);
  expect(fewerWords([second, { hasNone: [["a", "b"], ["c"]] }])).toEqual([
    { has: [], hasNone: [["a", "b"]] },
  ]);
  expect(fewerWords([{ known: false }, { known: true, hasNone: [["c"]] }])).toEqual([
    { known: false, has: [], hasNone: [] },
    { has: [], hasNone: [["c"]] },
  ]);
  expect(fewerWords([third])).toEqual([third]);
});

it.each<[string, readonly AnswerChoice[], readonly AnswerChoice[]]>([
  ["none", [], []],
  ["the same twice", [{ has: [["a"]] }, { has: [["a"]] }], [{ has: [["a"]], hasNone: [] }]],
  [
    "one that asks for more than another",
    [{ has: [["a"], ["b"]] }, { has: [["a"]] }],
    [{ has: [["a"]], hasNone: [] }],
  ],
  ["with and without", [{ has: [["a"]] }, { hasNone: [["a"]] }], [{ has: [], hasNone: [] }]],
  [
    "known where unknown stands beside",
    [{ known: true, has: [["a"]] }, { known: false }],
    [
      { has: [["a"]], hasNone: [] },
      { known: false, has: [], hasNone: [] },
    ],
  ],
  ["known or not", [{ known: true }, { known: false }], [{ has: [], hasNone: [] }]],
  [
    "known, which nothing else takes in",
    [{ known: true, has: [["a"]] }, { has: [["b"]] }],
    [
      { known: true, has: [["a"]], hasNone: [] },
      { has: [["b"]], hasNone: [] },
    ],
  ],
  [
    "what only one of them excludes",
    [{ has: [["a"]], hasNone: [["z"]] }, { has: [["b"]] }],
    [
      { has: [["a"]], hasNone: [["z"]] },
      { has: [["b"]], hasNone: [] },
    ],
  ],
  [
    "two groups at once",
    [{ has: [["a"], ["b"]] }, { has: [["c"]] }, { has: [["d"]] }],
    [
      { has: [["a"], ["b"]], hasNone: [] },
      { has: [["c", "d"]], hasNone: [] },
    ],
  ],
  [
    "nothing to have",
    [{ hasNone: [["a"]] }, { hasNone: [["b"]] }],
    [
      { has: [], hasNone: [["a"]] },
      { has: [], hasNone: [["b"]] },
    ],
  ],
])("%s", (_, choices, told) => {
  expect(fewerWords(choices)).toEqual(told);
});

const groups = [["a", "b"], ["c"], ["d"], ["e", "f"]];
const members = groups.flat();

/** Whether somebody with these members answers in this way. */
function fits(mask: number, { has = [], hasNone = [] }: AnswerChoice): boolean {
  const hasAny = (group: readonly string[]): boolean =>
    group.some((m) => (mask >> members.indexOf(m)) % 2 === 1);
  return has.every(hasAny) && !hasNone.some(hasAny);
}

const seed = Number(process.env["SEED"] ?? freshSeed());

it(`random ways take in the same sets before and after, never in more ways (SEED=${seed})`, () => {
  const chance = chanceFrom(seed);
  let fewer = 0;
  for (let round = 0; round < 500; round += 1) {
    const ways = Array.from({ length: 1 + chance.below(6) }, () => {
      const of = groups.map((group) => ({ group, draw: chance.below(3) }));
      const drawn = (n: number): readonly (readonly string[])[] =>
        of.filter((g) => g.draw === n).map((g) => g.group);
      return { has: drawn(1), hasNone: drawn(2) };
    });
    const told = fewerWords(ways);
    expect(told.length).toBeLessThanOrEqual(ways.length);
    if (told.length < ways.length) fewer += 1;
    for (let mask = 0; mask < 1 << members.length; mask += 1)
      expect(told.some((w) => fits(mask, w))).toBe(ways.some((w) => fits(mask, w)));
  }
  expect(fewer).toBeGreaterThan(100);
});
