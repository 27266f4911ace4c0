// Building graphs: what is plainly true, false or absorbed is never made, equal nodes are one, and every node says of
// every class what it was asked to say.
import { describe, expect, test } from "vitest";
import { chanceFrom, freshSeed } from "../../test/small/index.ts";
import { atomsUnder, finish, graphBuilder, replaceAtoms } from "./builder.ts";
import { always, never, valuesOf } from "./graph.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const [yes, no] = [true, false];

describe("literals", () => {
  test("of no option are false, of all options true", () => {
    const b = graphBuilder();
    expect(b.literal(0, [no, no])).toBe(never);
    expect(b.literal(0, [yes, yes, yes])).toBe(always);
    expect(b.nodes).toStrictEqual([
      { kind: "constant", value: false },
      { kind: "constant", value: true },
    ]);
  });

  test("are made once for a dimension and its options", () => {
    const b = graphBuilder();
    const first = b.literal(0, [yes, no]);
    expect(b.literal(0, [yes, no])).toBe(first);
    const others = [b.literal(1, [yes, no]), b.literal(0, [no, yes]), b.literal(0, [yes, no, no])];
    expect(new Set([first, ...others]).size).toBe(4);
    expect(b.nodes[first]).toStrictEqual({ kind: "literal", dimension: 0, options: [yes, no] });
    expect(b.nodes[others[0] ?? 0]).toStrictEqual({ kind: "literal", dimension: 1, options: [yes, no] });
  });

  test("the opposite of a literal is a literal, whichever was made first", () => {
    const b = graphBuilder();
    const first = b.literal(0, [yes, no, no]);
    const opposite = b.not(first);
    expect(b.nodes[opposite]).toStrictEqual({ kind: "literal", dimension: 0, options: [no, yes, yes] });
    expect(b.not(opposite)).toBe(first);
    const other = b.literal(1, [yes, no]);
    expect(b.not(b.literal(1, [no, yes]))).toBe(other);
    // Two literals made on their own are known to be opposites.
    const c = graphBuilder();
    expect(c.or([c.atom(0), c.literal(0, [yes, no]), c.literal(0, [no, yes])])).toBe(always);
    expect(c.and([c.atom(0), c.literal(0, [yes, no]), c.literal(0, [no, yes])])).toBe(never);
  });
});

describe("not", () => {
  test("of a constant is the other, of a denial what was denied", () => {
    const b = graphBuilder();
    expect([b.not(never), b.not(always)]).toStrictEqual([always, never]);
    const atom = b.atom(3);
    const denied = b.not(atom);
    expect(b.nodes[atom]).toStrictEqual({ kind: "atom", atom: 3 });
    expect(b.nodes[denied]).toStrictEqual({ kind: "not", child: atom });
    expect(b.not(denied)).toBe(atom);
    expect(b.not(atom)).toBe(denied);
    expect(b.nodes.length).toBe(4);
  });
});

describe("and, or", () => {
  test("of nothing, of one, of the same twice", () => {
    const b = graphBuilder();
    const p = b.atom(0);
    expect([b.and([]), b.or([])]).toStrictEqual([always, never]);
    expect([b.and([p]), b.or([p]), b.and([p, p]), b.or([p, p])]).toStrictEqual([p, p, p, p]);
  });

  test("constants decide or say nothing", () => {
    const b = graphBuilder();
    const p = b.atom(0);
    expect([b.and([p, always]), b.or([p, never])]).toStrictEqual([p, p]);
    expect([b.and([p, never]), b.or([p, always])]).toStrictEqual([never, always]);
    expect([b.and([always]), b.or([never])]).toStrictEqual([always, never]);
  });

  test("one order, one node; and is not or", () => {
    const b = graphBuilder();
    const [p, q] = [b.atom(0), b.atom(1)];
    const both = b.and([q, p]);
    expect(b.and([p, q])).toBe(both);
    expect(b.nodes[both]).toStrictEqual({ kind: "and", children: [p, q] });
    const either = b.or([q, p, q]);
    expect(b.nodes[either]).toStrictEqual({ kind: "or", children: [p, q] });
    expect(b.atom(1)).toBe(q);
    // In the order of numbers, not of their digits.
    const many = Array.from({ length: 10 }, (_, i) => b.atom(i));
    expect(b.nodes[b.and(many)]).toStrictEqual({ kind: "and", children: many });
  });

  test("a node beside its opposite", () => {
    const b = graphBuilder();
    const [p, q] = [b.atom(0), b.atom(1)];
    expect(b.and([q, p, b.not(p)])).toBe(never);
    expect(b.or([q, p, b.not(p)])).toBe(always);
  });

  test("what another member implies is absorbed", () => {
    const b = graphBuilder();
    const [p, q, r] = [b.atom(0), b.atom(1), b.atom(2)];
    expect(b.and([p, b.or([p, q])])).toBe(p);
    expect(b.or([b.and([p, q]), p])).toBe(p);
    expect(b.nodes[b.and([r, p, b.or([q, p])])]).toStrictEqual({ kind: "and", children: [p, r] });
    // Of the same kind nothing is absorbed, nor what shares nothing.
    const inner = b.and([p, q]);
    expect(b.nodes[b.and([inner, p])]).toStrictEqual({ kind: "and", children: [p, inner] });
    const apart = b.or([q, r]);
    expect(b.nodes[b.and([apart, p])]).toStrictEqual({ kind: "and", children: [p, apart] });
  });

  test("literals of one dimension become one, whatever stands between them", () => {
    const b = graphBuilder();
    const [p, low, mid] = [b.atom(0), b.literal(0, [yes, yes, no]), b.literal(0, [no, yes, yes])];
    const other = b.literal(1, [yes, no]);
    expect(b.nodes[b.and([low, mid])]).toStrictEqual({
      kind: "literal",
      dimension: 0,
      options: [no, yes, no],
    });
    expect(b.or([low, mid])).toBe(always);
    expect(b.or([p, low, mid])).toBe(always);
    expect(b.and([p, b.literal(0, [yes, no, no]), mid])).toBe(never);
    const one = b.literal(0, [no, yes, no]);
    expect(b.nodes[b.and([low, other, mid, p])]).toStrictEqual({
      kind: "and",
      children: [p, other, one].toSorted((x, y) => x - y),
    });
    const ends = b.or([b.literal(0, [yes, no, no]), b.literal(0, [no, no, yes])]);
    expect(b.nodes[ends]).toStrictEqual({ kind: "literal", dimension: 0, options: [yes, no, yes] });
    // What the merged literal implies goes too.
    expect(b.and([low, mid, b.or([one, p])])).toBe(one);
  });
});

test("at least so many of the children, as counting says", () => {
  for (let count = -1; count <= 5; count += 1) {
    const b = graphBuilder();
    const four = [0, 1, 2, 3].map((d) => b.literal(d, [no, yes]));
    const root = b.atLeast(count, four);
    if (count <= 0) expect(root).toBe(always);
    if (count > 4) expect(root).toBe(never);
    for (let i = 0; i < 16; i += 1) {
      const choice = [0, 1, 2, 3].map((d) => (i >> d) & 1);
      const chosen = choice.filter((c) => c === 1).length;
      expect(valuesOf(finish(b, [root]).graph, choice)[finish(b, [root]).roots[0] ?? -1]).toBe(
        chosen >= count,
      );
    }
  }
  const b = graphBuilder();
  expect([b.atLeast(0, []), b.atLeast(1, [])]).toStrictEqual([always, never]);
  const two = [b.atom(0), b.atom(1)];
  expect([b.atLeast(2, two), b.atLeast(1, two)]).toStrictEqual([b.and(two), b.or(two)]);
});

test("at least half of many is shared, not spelled out", () => {
  const b = graphBuilder();
  b.atLeast(
    10,
    Array.from({ length: 20 }, (_, i) => b.atom(i)),
  );
  // A node or two for each of the children and the counts up to ten.
  expect(b.nodes.length).toBeLessThan(20 + 2 * 20 * 11);
});

test(`any node says what its members say (SEED=${seed})`, () => {
  const chance = chanceFrom(seed);
  const sizes = [2, 3, 2];
  const choices = [0, 1].flatMap((x) => [0, 1, 2].flatMap((y) => [0, 1].map((z) => [x, y, z])));
  for (let i = 0; i < 200; i += 1) {
    const b = graphBuilder();
    /** Nodes with what they are to say of every choice. */
    const made = [never, always].map((id) => ({ id, says: choices.map(() => id === always) }));
    for (let n = 0; n < 25; n += 1) {
      const members = chance.some(made, 1 + chance.below(4));
      const ids = members.map((m) => m.id);
      const [first] = members;
      switch (chance.pick(["literal", "and", "or", "not", "atLeast"] as const)) {
        case "literal": {
          const dimension = chance.below(3);
          const options = Array.from({ length: sizes[dimension] ?? 0 }, () => chance.often(0.5));
          made.push({
            id: b.literal(dimension, options),
            says: choices.map((c) => options[c[dimension] ?? 0] ?? false),
          });
          break;
        }
        case "and":
          made.push({ id: b.and(ids), says: choices.map((_, c) => members.every((m) => m.says[c])) });
          break;
        case "or":
          made.push({ id: b.or(ids), says: choices.map((_, c) => members.some((m) => m.says[c])) });
          break;
        case "not":
          if (first) made.push({ id: b.not(first.id), says: first.says.map((s) => !s) });
          break;
        default: {
          const count = chance.below(4);
          made.push({
            id: b.atLeast(count, ids),
            says: choices.map((_, c) => members.filter((m) => m.says[c]).length >= count),
          });
        }
      }
    }
    const { graph, roots } = finish(
      b,
      made.map((m) => m.id),
    );
    choices.forEach((choice, c) => {
      const values = valuesOf(graph, choice);
      expect(
        roots.map((root) => values[root]),
        `SEED=${seed} ${i}`,
      ).toStrictEqual(made.map((m) => m.says[c]));
    });
  }
});

describe("atoms", () => {
  test("those under the roots, in the order in which they were made", () => {
    const b = graphBuilder();
    const [p, q, r] = [b.atom(7), b.atom(5), b.atom(9)];
    const both = b.and([q, b.not(p)]);
    expect(atomsUnder(b, [both])).toStrictEqual([7, 5]);
    expect(atomsUnder(b, [b.or([both, r]), p])).toStrictEqual([7, 5, 9]);
    expect(atomsUnder(b, [b.literal(0, [yes, no])])).toStrictEqual([]);
    expect(atomsUnder(b, [never, r])).toStrictEqual([9]);
  });

  test("are replaced by nodes of another graph", () => {
    const from = graphBuilder();
    const [p, q, unused] = [from.atom(0), from.atom(1), from.atom(2)];
    const own = from.literal(2, [no, yes]);
    const both = from.and([p, from.not(q)]);
    const either = from.or([both, own]);
    from.or([unused, p]);
    const into = graphBuilder();
    const asked: number[] = [];
    const roots = replaceAtoms(from, {
      into,
      roots: [either, always, never, from.not(q)],
      atom: (atom) => {
        asked.push(atom);
        return into.literal(atom, [no, yes]);
      },
    });
    expect(asked).toStrictEqual([0, 1]);
    const [a, b] = [into.literal(0, [no, yes]), into.literal(1, [yes, no])];
    expect(roots).toStrictEqual([into.or([into.and([a, b]), into.literal(2, [no, yes])]), always, never, b]);
  });

  test("a graph is not finished while one is left", () => {
    const b = graphBuilder();
    const p = b.atom(0);
    expect(() => finish(b, [p])).toThrow(new TypeError("an atom was not replaced"));
    expect(finish(b, [always]).roots).toStrictEqual([always]);
  });
});

test("a finished graph has the constants and what the roots rest on, renumbered", () => {
  const b = graphBuilder();
  b.literal(3, [yes, no]);
  const [x, y] = [b.literal(0, [yes, no, no]), b.literal(1, [no, yes])];
  b.and([x, b.literal(4, [yes, no])]);
  const both = b.and([x, y]);
  const denied = b.not(both);
  const either = b.or([denied, b.literal(2, [yes, no])]);
  expect(finish(b, [either, x])).toStrictEqual({
    graph: {
      nodes: [
        { kind: "constant", value: false },
        { kind: "constant", value: true },
        { kind: "literal", dimension: 0, options: [yes, no, no] },
        { kind: "literal", dimension: 1, options: [no, yes] },
        { kind: "and", children: [2, 3] },
        { kind: "not", child: 4 },
        { kind: "literal", dimension: 2, options: [yes, no] },
        { kind: "or", children: [5, 6] },
      ],
    },
    roots: [7, 2],
  });
  expect(finish(b, [])).toStrictEqual({
    graph: { nodes: b.nodes.slice(0, 2) },
    roots: [],
  });
});
