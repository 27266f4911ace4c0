// Atoms are numbered by what they ask.
import { expect, test } from "vitest";
import { atomList, keyOf, type Atom } from "./atoms.ts";

const leaf = (
  value: unknown,
  rest: Partial<Extract<Atom, { kind: "leaf" }>["test"]> = {},
  place: { fact?: string; world?: number } = {},
): Atom => ({
  kind: "leaf",
  fact: "f",
  world: 0,
  ...place,
  test: { operator: "equal", value, negated: false, need: "must", ...rest },
});
const before = (worlds: readonly [number, number], order: "ascending" | "descending"): Atom => ({
  kind: "before",
  fact: "f",
  worlds,
  order,
});

const different: readonly Atom[] = [
  leaf(1),
  leaf("1"),
  leaf(2),
  leaf(1, { negated: true }),
  leaf(1, { need: "may" }),
  leaf(1, { operator: "notEqual" }),
  leaf(1, {}, { fact: "g" }),
  leaf(1, {}, { world: 1 }),
  before([0, 1], "ascending"),
  before([1, 0], "ascending"),
  before([0, 1], "descending"),
];

test("every other test has another number, in the order in which they come", () => {
  const atoms = atomList();
  expect(different.map((atom) => atoms.place(atom))).toEqual(different.map((_, i) => i));
  expect(atoms.list).toEqual(different);
});

test("the same test has the same number, whoever asks again", () => {
  const atoms = atomList();
  for (const atom of different) atoms.place(atom);
  expect(different.map((atom) => atoms.place(atom))).toEqual(different.map((_, i) => i));
  expect(different.map((atom) => atoms.place(structuredClone(atom)))).toEqual(different.map((_, i) => i));
  expect(atoms.list).toHaveLength(different.length);
});

test("a text for each, the same whatever the order of the keys", () => {
  const { kind, ...rest } = different[0] ?? leaf(1);
  const turned = { ...rest, kind } as Atom;
  expect(keyOf(turned)).toBe(keyOf(leaf(1)));
  const [first] = different;
  if (first) expect(keyOf(first)).toBe(keyOf(first));
  expect(new Set(different.map(keyOf)).size).toBe(different.length);
});
