// Limits of size: the last that is taken, and the first that is not.
import { expect, test } from "vitest";
import { documentLimits, overLimits, type Limits } from "./limits.ts";

const roomy: Limits = {
  stringBytes: 1000,
  conditionDepth: 16,
  conditionNodes: 1000,
  criteria: 1000,
  facts: 1000,
};
const over = (value: unknown, limits: Partial<Limits>) =>
  overLimits(value, { ...roomy, ...limits }).map(({ code, severity, at, params }) => ({
    code,
    severity,
    at,
    params,
  }));
const error = (code: string, at: readonly (string | number)[], limit: number) => ({
  code,
  severity: "error",
  at,
  params: { limit },
});

test("D9 the limits of every door", () => {
  expect(documentLimits).toEqual({
    stringBytes: 4096,
    conditionDepth: 16,
    conditionNodes: 2000,
    criteria: 500,
    facts: 200,
  });
});

// One, two, three and four bytes a character in UTF-8, at the ends of each length.
test.each<[string, number]>([
  ["a", 1],
  ["\u007f", 1],
  ["\u0080", 2],
  ["é", 2],
  ["\u07ff", 2],
  ["\u0800", 3],
  ["’", 3],
  ["\uffff", 3],
  ["\u{10000}", 4],
  ["😀", 4],
])("D9 %j counts its bytes", (character, bytes) => {
  const text = `${character.repeat(5)}a`;
  expect(over({ title: text }, { stringBytes: 5 * bytes + 1 })).toEqual([]);
  expect(over({ title: text }, { stringBytes: 5 * bytes })).toEqual([
    error("string-too-long", ["title"], 5 * bytes),
  ]);
});

test("D9 a long string is found wherever it is, and all of them are, the last first", () => {
  const long = "abcd";
  expect(over(long, { stringBytes: 3 })).toEqual([error("string-too-long", [], 3)]);
  expect(over({ a: [1, { b: long }], c: long, d: null, e: true }, { stringBytes: 3 })).toEqual([
    error("string-too-long", ["c"], 3),
    error("string-too-long", ["a", 1, "b"], 3),
  ]);
});

test("D9 no more than twenty findings are made", () => {
  const many = Array.from({ length: 50 }, () => "abcd");
  expect(over(many, { stringBytes: 3 })).toHaveLength(20);
  expect(over(many.slice(0, 19), { stringBytes: 3 })).toHaveLength(19);
});

const nested = (depth: number, wrap: (below: unknown) => unknown): unknown => {
  let node: unknown = { always: true };
  for (let i = 0; i < depth; i += 1) node = wrap(node);
  return { when: node };
};

test.each<[string, (below: unknown) => unknown, readonly (string | number)[]]>([
  ["not", (below) => ({ not: below }), ["not"]],
  ["all", (below) => ({ all: [below] }), ["all", 0]],
  ["any", (below) => ({ any: [below] }), ["any", 0]],
  ["atLeast", (below) => ({ atLeast: { count: 1, of: [below] } }), ["atLeast", "of", 0]],
])("D9 conditions may be nested so deep by %s, and no deeper", (_, wrap, step) => {
  expect(over(nested(3, wrap), { conditionDepth: 3 })).toEqual([]);
  const found = over(nested(4, wrap), { conditionDepth: 3 });
  const place = ["when", ...step, ...step, ...step, ...step];
  // The list that is too deep, or what stands in it.
  const at = step.at(-1) === 0 ? place.slice(0, -1) : place;
  expect(found).toEqual([error("too-deep", at, 3)]);
});

test("D9 what is not a group does not count as depth, but nothing goes deeper than 64 levels of JSON", () => {
  let deep: unknown = 1;
  for (let i = 0; i < 65; i += 1) deep = { x: deep };
  expect(over(deep, { conditionDepth: 3 })).toEqual([]);
  expect(over({ x: { x: deep } }, { conditionDepth: 3 })).toEqual([
    error(
      "too-deep",
      Array.from({ length: 65 }, () => "x"),
      3,
    ),
  ]);
});

test("D9 criteria and facts are counted where they stand", () => {
  expect(over({ criteria: [1, 2], facts: [1, 2] }, { criteria: 2, facts: 2 })).toEqual([]);
  expect(over({ criteria: [1, 2, 3] }, { criteria: 2, facts: 1 })).toEqual([
    error("too-many-criteria", ["criteria"], 2),
  ]);
  expect(over({ facts: [1, 2, 3] }, { criteria: 1, facts: 2 })).toEqual([
    error("too-many-facts", ["facts"], 2),
  ]);
  expect(over({ sources: [1, 2, 3], a: { facts: [1, 2, 3] } }, { criteria: 1, facts: 1 })).toEqual([]);
  expect(over({ criteria: [[1, 2, 3]], facts: { facts: [1, 2, 3] } }, { criteria: 2, facts: 2 })).toEqual([]);
  // No list, no number of its members.
  expect(over({ criteria: { length: 3 } }, { criteria: 2 })).toEqual([]);
});

test("D9 every condition counts: those of criteria, of groups and of negations", () => {
  const always = { always: true };
  // `when`, two of `all`, the one of `not`, two of `of`: six.
  const when = { all: [{ not: always }, { atLeast: { count: 1, of: [always, always] } }] };
  expect(over({ criteria: [{ when }] }, { conditionNodes: 6 })).toEqual([]);
  expect(over({ criteria: [{ when }] }, { conditionNodes: 5 })).toEqual([
    error("too-many-conditions", [], 5),
  ]);
  expect(over({ criteria: [{ when: always }, { when: always }] }, { conditionNodes: 1 })).toEqual([
    error("too-many-conditions", [], 1),
  ]);
  // What is no condition does not count.
  expect(over({ facts: [1, 2, 3], title: { fr: "a", en: "b" } }, { conditionNodes: 0 })).toEqual([]);
});

test("D9 once there are too many conditions nothing more is looked at", () => {
  const wide = { first: "abcd", when: { any: [1, 2, 3] } };
  expect(over(wide, { conditionNodes: 2, stringBytes: 3 })).toEqual([error("too-many-conditions", [], 2)]);
});
