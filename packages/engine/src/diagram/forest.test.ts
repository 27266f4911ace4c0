// The forest against tables of all choices.
import { expect, it } from "vitest";
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
