// The forest against tables of all choices.
import { describe, expect, it } from "vitest";
import { chanceFrom, freshSeed, type Chance } from "../../test/arbitraries.ts";
import { FALSE, Forest, terminal, TooLarge, TRUE, type Ref } from "./forest.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

/** A function with its value for every choice. */
interface Told {
  readonly ref: Ref;
  readonly table: readonly number[];
}

const widths = [2, 3, 1, 2, 4];
const choices = widths.reduce<readonly (readonly number[])[]>(
  (all, width) => all.flatMap((c) => Array.from({ length: width }, (_, o) => [...c, o])),
  [[]],
);

function valueAt(forest: Forest, ref: Ref, choice: readonly number[]): number {
  let at = ref;
  while (at >= 0) at = forest.child(at, choice[forest.levelOf(at)] ?? 0);
  return ~at;
}

/** A random true-or-false function, built by the connectives. */
function someFunction(chance: Chance, forest: Forest, depth: number): Told {
  if (depth === 0 || chance.often(0.2)) {
    const level = chance.below(widths.length);
    const options = Array.from({ length: widths[level] ?? 0 }, () => chance.often(0.5));
    return {
      ref: forest.literal(level, options),
      table: choices.map((c) => Number(options[c[level] ?? 0] ?? false)),
    };
  }
  const parts = Array.from({ length: 1 + chance.below(3) }, () => someFunction(chance, forest, depth - 1));
  const refs = parts.map((p) => p.ref);
  const held = choices.map((_, i) => parts.filter((p) => p.table[i] === 1).length);
  const [first] = parts;
  switch (chance.pick(["and", "or", "not", "atLeast"] as const)) {
    case "and":
      return { ref: forest.and(refs), table: held.map((n) => Number(n === parts.length)) };
    case "or":
      return { ref: forest.or(refs), table: held.map((n) => Number(n > 0)) };
    case "not":
      return { ref: forest.not(first?.ref ?? FALSE), table: (first?.table ?? []).map((v) => 1 - v) };
    default: {
      const count = chance.below(parts.length + 1);
      return { ref: forest.atLeast(count, refs), table: held.map((n) => Number(n >= count)) };
    }
  }
}

it(`functions, their restrictions and their counts are those of their tables (SEED=${seed})`, () => {
  const chance = chanceFrom(seed);
  for (let round = 0; round < 300; round += 1) {
    const forest = new Forest({ widths, budget: 100_000 });
    const [f, g, h] = [3, 2, 2].map((depth) => someFunction(chance, forest, depth));
    if (!f || !g || !h) throw new Error("three functions");
    const where = `SEED=${seed} round ${round}`;
    const tableOf = (ref: Ref): readonly number[] => choices.map((c) => valueAt(forest, ref, c));
    expect(tableOf(f.ref), where).toEqual(f.table);
    // Canonical: one reference exactly for one function.
    expect(f.ref === g.ref, where).toBe(f.table.join() === g.table.join());
    expect(tableOf(forest.ite(f.ref, g.ref, h.ref)), where).toEqual(
      f.table.map((v, i) => (v === 1 ? g.table[i] : h.table[i])),
    );
    const many = forest.ite(f.ref, terminal(7), forest.ite(g.ref, terminal(3), terminal(0)));
    expect(forest.terminalsOf(many), where).toEqual([...new Set(tableOf(many))].sort((a, b) => a - b));
    expect(forest.count(many, terminal(3)), where).toBe(BigInt(tableOf(many).filter((v) => v === 3).length));
    const weights = widths.map((width) => Array.from({ length: width }, (_, o) => BigInt(o + 1)));
    const weighed = choices.reduce(
      (sum, c, i) => sum + (f.table[i] === 1 ? c.reduce((n, o) => n * (o + 1), 1) : 0),
      0,
    );
    expect(forest.count(f.ref, TRUE, weights), where).toBe(BigInt(weighed));

    const level = chance.below(widths.length);
    const some = Array.from({ length: widths[level] ?? 0 }, () => chance.often(0.6));
    if (some.includes(true)) {
      const masks = widths.map((_, l) => (l === level ? some : undefined));
      const first = some.indexOf(true);
      const moved = (c: readonly number[], option: number): readonly number[] =>
        c.map((o, l) => (l === level ? option : o));
      const restricted = forest.restrict(f.ref, masks);
      expect(tableOf(restricted), where).toEqual(
        choices.map((c) => valueAt(forest, f.ref, some[c[level] ?? 0] ? c : moved(c, first))),
      );
      if (some.filter(Boolean).length === 1) expect(forest.support(restricted), where).not.toContain(level);
      expect(tableOf(forest.exists(f.ref, masks)), where).toEqual(
        choices.map((c) => Number(some.some((open, o) => open && valueAt(forest, f.ref, moved(c, o)) === 1))),
      );
    }
    const depends = widths
      .map((_, l) => l)
      .filter((l) =>
        choices.some((c, i) =>
          choices.some((d, j) => f.table[i] !== f.table[j] && c.every((o, m) => m === l || o === d[m])),
        ),
      );
    expect(forest.support(f.ref), where).toEqual(depends);
    const cheapest = forest.choice(f.ref, TRUE, (_, option) => option);
    const least = Math.min(
      ...choices.filter((_, i) => f.table[i] === 1).map((c) => c.reduce((a, o) => a + o, 0)),
    );
    expect(cheapest?.reduce((a, o) => a + o, 0) ?? Infinity, where).toBe(least);
    if (cheapest) expect(valueAt(forest, f.ref, cheapest), where).toBe(1);
  }
});

it("a forest gives up at its budget, and when it is told to", () => {
  const wide = Array.from({ length: 20 }, () => 2);
  const grow = (forest: Forest): Ref =>
    forest.or(
      wide.slice(10).map((_, i) => forest.and([i, i + 10].map((l) => forest.literal(l, [false, true])))),
    );
  expect(() => grow(new Forest({ widths: wide, budget: 50 }))).toThrow(TooLarge);
  expect(() => grow(new Forest({ widths: wide, budget: 1e6, shouldStop: () => true }))).toThrow(TooLarge);
  const roomy = new Forest({ widths: wide, budget: 1e6 });
  expect(roomy.count(grow(roomy), FALSE)).toBe(3n ** 10n);
});

/** The function "an odd number of these levels is at option 1", level by level from the first. */
function parity(forest: Forest, levels: readonly number[]): Ref {
  return levels.reduce((odd, level) => {
    const here = forest.literal(level, [false, true]);
    return forest.ite(here, forest.not(odd), odd);
  }, FALSE);
}

describe("one forest", () => {
  const two = Array.from({ length: 80 }, () => 2);

  it("says how many nodes and levels it has, and how wide a level is", () => {
    const forest = new Forest({ widths: [2, 3], budget: 10 });
    expect([forest.size, forest.levels]).toEqual([0, 2]);
    const f = forest.node(1, [FALSE, TRUE, terminal(2)]);
    const g = forest.node(0, [f, TRUE]);
    expect([forest.size, forest.levels]).toEqual([2, 2]);
    expect([0, 1, 2].map((level) => forest.width(level))).toEqual([2, 3, 0]);
    expect([f, g, TRUE].map((ref) => forest.levelOf(ref))).toEqual([1, 0, 2]);
    expect(forest.childrenOf(f)).toEqual([FALSE, TRUE, terminal(2)]);
    expect([0, 1, 2].map((option) => forest.child(f, option))).toEqual([FALSE, TRUE, terminal(2)]);
    expect([forest.cofactor(g, 0, 0), forest.cofactor(f, 0, 1), forest.cofactor(TRUE, 1, 1)]).toEqual([
      f,
      f,
      TRUE,
    ]);
  });

  it("keeps a node once, and none whose children are all the same", () => {
    const forest = new Forest({ widths: [2, 2], budget: 10 });
    const f = forest.node(1, [FALSE, TRUE]);
    expect(forest.node(1, [FALSE, TRUE])).toBe(f);
    expect(forest.node(0, [f, f])).toBe(f);
    expect(forest.node(0, [TRUE, TRUE])).toBe(TRUE);
    const others = [forest.node(1, [TRUE, FALSE]), forest.node(0, [FALSE, TRUE]), forest.node(0, [FALSE, f])];
    expect(new Set([f, ...others]).size).toBe(4);
    expect(forest.size).toBe(4);
  });

  it("still finds each of thousands of nodes, and answers about them are not mixed up", () => {
    const forest = new Forest({ widths: [40, 40, 3, 3], budget: 20_000 });
    const values = Array.from({ length: 2000 }, (_, i) => [terminal(i), terminal(i + 1), terminal(2 * i)]);
    const refs = values.map((children) => forest.node(3, children));
    expect(new Set(refs).size).toBe(2000);
    expect(values.map((children) => forest.node(3, children))).toEqual(refs);
    expect(forest.size).toBe(2000);
    expect(refs.map((f) => forest.childrenOf(f))).toEqual(values);
    // One question about every pair of a row and a column, asked twice.
    const rows = Array.from({ length: 40 }, (_, row) =>
      forest.literal(
        0,
        Array.from({ length: 40 }, (__, option) => option === row),
      ),
    );
    const columns = Array.from({ length: 40 }, (_, column) =>
      forest.literal(
        1,
        Array.from({ length: 40 }, (__, option) => option <= column),
      ),
    );
    const both = (): readonly Ref[] => rows.flatMap((row) => columns.map((c) => forest.ite(row, c, FALSE)));
    const answers = both();
    expect(both()).toEqual(answers);
    const at = [0, 1, 24, 39];
    for (const row of at)
      for (const column of at)
        for (const [r, c] of [
          [row, column],
          [row, column + 1],
          [row + 1, column],
        ] as const) {
          const where = `${row} ${column}: ${r} ${c}`;
          const holds = r < 40 && c < 40 && r === row && c <= column;
          const ref = answers[40 * row + column] ?? FALSE;
          const leaf = r < 40 && c < 40 ? valueAt(forest, ref, [r, c, 0, 0]) : 0;
          expect(leaf, where).toBe(Number(holds));
        }
    const chosen = refs.map((f) => forest.ite(columns[0] ?? FALSE, f, TRUE));
    expect(chosen.map((f) => forest.child(f, 0))).toEqual(refs);
    expect(new Set(chosen.map((f) => forest.child(f, 1)))).toEqual(new Set([TRUE]));
  });

  it("shares what is alike, so that a function of many levels is small and soon gone through", () => {
    const forest = new Forest({ widths: two, budget: 10_000 });
    const odd = parity(forest, two.map((_, level) => level).toReversed());
    expect(forest.nodesOf(odd)).toHaveLength(2 * 80 - 1);
    expect(forest.count(odd)).toBe(2n ** 79n);
    expect(forest.rebuild(odd, (level, children) => forest.node(level, children))).toBe(odd);
    expect(forest.choice(odd)).toEqual([...Array.from({ length: 79 }, () => 0), 1]);
    expect(forest.ite(odd, FALSE, TRUE)).toBe(forest.not(odd));
    expect(forest.not(forest.not(odd))).toBe(odd);
  });

  it("has as many nodes as its budget and no more, and says how many there were", () => {
    const wide = new Forest({ widths: [1000], budget: 3 });
    const add = (forest: Forest, i: number): Ref => forest.node(0, [terminal(i), terminal(i + 1)]);
    expect([0, 1, 2].map((i) => add(wide, i))).toEqual([0, 1, 2]);
    // One that is there already needs no room.
    expect(add(wide, 1)).toBe(1);
    expect(() => add(wide, 3)).toThrow(TooLarge);
    expect(() => add(wide, 3)).toThrow("more than 3 nodes");
    let asked = 0;
    const patient = new Forest({ widths: [2], budget: 5000, shouldStop: () => (asked += 1) > 2 });
    for (let i = 0; i < 767; i += 1) add(patient, i);
    expect(asked).toBe(2);
    let stopped: unknown;
    try {
      add(patient, 767);
    } catch (error) {
      stopped = error;
    }
    expect(stopped).toBeInstanceOf(TooLarge);
    expect((stopped as TooLarge).nodes).toBe(767);
    const free = new Forest({ widths: [2], budget: 5000 });
    for (let i = 0; i < 600; i += 1) add(free, i);
    expect(free.size).toBe(600);
  });
});

describe("several values", () => {
  const forest = new Forest({ widths: [2, 2, 3], budget: 1000 });
  const [low, high] = [forest.node(2, [terminal(2), terminal(2), terminal(5)]), terminal(9)];
  const first = forest.literal(0, [false, true]);

  it("if, then, else of constants and of what is the same", () => {
    expect(forest.ite(TRUE, low, high)).toBe(low);
    expect(forest.ite(FALSE, low, high)).toBe(high);
    expect(forest.ite(TRUE, terminal(3), terminal(4))).toBe(terminal(3));
    expect(forest.ite(FALSE, terminal(3), terminal(4))).toBe(terminal(4));
    expect(forest.ite(first, low, low)).toBe(low);
    expect(forest.ite(first, TRUE, FALSE)).toBe(first);
    expect(forest.childrenOf(forest.ite(first, low, high))).toEqual([high, low]);
  });

  it("and, or, at least: of none, of one, of some", () => {
    const [x, y] = [forest.literal(0, [false, true]), forest.literal(1, [false, true])];
    expect(forest.and([x, y, x])).toBe(forest.ite(x, y, FALSE));
    expect(forest.or([x, y, x])).toBe(forest.ite(x, TRUE, y));
    expect([0, 1, 2, 3].map((count) => forest.atLeast(count, [x, y]))).toEqual([
      TRUE,
      forest.or([x, y]),
      forest.and([x, y]),
      FALSE,
    ]);
    expect(forest.atLeast(1, [])).toBe(FALSE);
  });

  it("the values that a function takes, those of its first node and of terminals too", () => {
    const small = new Forest({ widths: [2, 2], budget: 10 });
    const zero = small.node(1, [terminal(4), terminal(3)]);
    const above = small.node(0, [zero, terminal(7)]);
    expect(zero).toBe(0);
    expect(small.terminalsOf(zero)).toEqual([3, 4]);
    expect(small.terminalsOf(above)).toEqual([3, 4, 7]);
    expect(small.terminalsOf(terminal(6))).toEqual([6]);
    expect(small.terminalsOf(small.node(0, [terminal(10), terminal(9)]))).toEqual([9, 10]);
    expect(small.nodesOf(above)).toEqual([above, zero]);
    expect(small.nodesOf(TRUE)).toEqual([]);
    expect(small.support(above)).toEqual([0, 1]);
    expect(small.support(zero)).toEqual([1]);
    expect(small.support(TRUE)).toEqual([]);
  });

  it("a rebuilt function has other leaves, and the same ones when nothing is said of them", () => {
    const again = forest.rebuild(
      low,
      (level, children) => forest.node(level, children),
      (leaf) => (leaf === terminal(5) ? TRUE : FALSE),
    );
    expect(forest.childrenOf(again)).toEqual([FALSE, FALSE, TRUE]);
    expect(forest.rebuild(high, () => FALSE)).toBe(high);
    expect(
      forest.rebuild(
        high,
        () => FALSE,
        () => TRUE,
      ),
    ).toBe(TRUE);
  });

  it("held to options that are not the first, it is what it is at the first of them", () => {
    expect(forest.restrict(low, [undefined, undefined, [false, false, true]])).toBe(terminal(5));
    expect(forest.restrict(low, [undefined, undefined, [false, true, true]])).toBe(low);
    expect(forest.restrict(low, [])).toBe(low);
    expect(forest.exists(first, [[true, false]])).toBe(FALSE);
    expect(forest.exists(first, [[true, true]])).toBe(TRUE);
    expect(forest.exists(first, [])).toBe(first);
  });
});

describe("the cheapest choice", () => {
  const forest = new Forest({ widths: [3, 2, 3, 2], budget: 1000 });
  const costs: readonly (readonly number[])[] = [
    [4, 1, 1],
    [5, 2],
    [9, 3, 3],
    [1, 7],
  ];
  const costOf = (level: number, option: number): number => costs[level]?.[option] ?? NaN;

  it("of a terminal: the first of the least of every level; nothing where the value is another", () => {
    expect(forest.choice(TRUE, TRUE, costOf)).toEqual([1, 1, 1, 0]);
    expect(forest.choice(TRUE)).toEqual([0, 0, 0, 0]);
    expect(forest.choice(FALSE, TRUE, costOf)).toBeUndefined();
    expect(forest.choice(FALSE, FALSE, costOf)).toEqual([1, 1, 1, 0]);
  });

  it("counts what the levels cost that a path leaves out, before, between and after", () => {
    // Through option 0 of level 0 nothing else is tested: 4 + 2 + 3 + 1. Through option 1 level 2 must be at 0 for it: 1 + 2 + 9 + 1.
    const late = forest.node(2, [TRUE, FALSE, FALSE]);
    expect(forest.choice(forest.node(0, [TRUE, late, FALSE]), TRUE, costOf)).toEqual([0, 1, 1, 0]);
    // Level 1 must be at 0 for the first: 4 + 5 + 3 + 1, as much as 1 + 2 + 9 + 1: the first of equals.
    const middle = forest.node(1, [TRUE, FALSE]);
    expect(forest.choice(forest.node(0, [middle, late, FALSE]), TRUE, costOf)).toEqual([0, 0, 1, 0]);
    // Level 3 at 1 besides makes the first dearer.
    const both = forest.node(1, [forest.literal(3, [false, true]), FALSE]);
    expect(forest.choice(forest.node(0, [both, late, FALSE]), TRUE, costOf)).toEqual([1, 1, 0, 0]);
    expect(forest.choice(forest.node(0, [FALSE, FALSE, late]), TRUE, costOf)).toEqual([2, 1, 0, 0]);
  });

  it("is not put off by a path that tests more", () => {
    const costly = (level: number, option: number): number =>
      level === 0 ? 1 + 3 * option : costOf(level, option);
    const chain = forest.node(1, [FALSE, forest.node(2, [FALSE, forest.literal(3, [true, false]), FALSE])]);
    // 1 + 2 + 3 + 1 against 4 + 2 + 3 + 1.
    expect(forest.choice(forest.node(0, [chain, TRUE, FALSE]), TRUE, costly)).toEqual([0, 1, 1, 0]);
  });

  it("counts classes and weights of levels left out, and nothing of another value", () => {
    const f = forest.node(1, [TRUE, terminal(4)]);
    expect([forest.count(f), forest.count(f, terminal(4)), forest.count(f, FALSE)]).toEqual([18n, 18n, 0n]);
    expect([forest.count(TRUE), forest.count(FALSE), forest.count(FALSE, FALSE)]).toEqual([36n, 0n, 36n]);
    // (1 + 2 + 3) of level 0, 5 of level 1, 3 of level 2 (each counts once), 2 of level 3.
    const weights = [
      [1n, 2n, 3n],
      [5n, 7n],
      undefined,
      [1n, 1n],
    ] as unknown as readonly (readonly bigint[])[];
    expect([forest.count(f, TRUE, weights), forest.count(f, terminal(4), weights)]).toEqual([180n, 252n]);
  });
});
