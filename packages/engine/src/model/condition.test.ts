// Walking a condition: its children, all of its nodes, its holes, each with its place.
import { expect, test } from "vitest";
import { childrenOf, hasHole, nodesOf, type DraftCondition, type Hole } from "./condition.ts";

const always = { always: true } as const;
const leaf = { fact: "age", operator: "isKnown" } as const;
const named = { condition: "high" } as const;
const hole: Hole = { hole: {} };

test.each<[DraftCondition, readonly (readonly (string | number)[])[], readonly DraftCondition[]]>([
  [
    { all: [always, leaf] },
    [
      ["all", 0],
      ["all", 1],
    ],
    [always, leaf],
  ],
  [
    { any: [leaf, named, always] },
    [
      ["any", 0],
      ["any", 1],
      ["any", 2],
    ],
    [leaf, named, always],
  ],
  [{ not: leaf }, [["not"]], [leaf]],
  [
    { atLeast: { count: 1, of: [leaf, hole] } },
    [
      ["atLeast", "of", 0],
      ["atLeast", "of", 1],
    ],
    [leaf, hole],
  ],
  [always, [], []],
  [leaf, [], []],
  [named, [], []],
  [hole, [], []],
  [{ decision: "d", state: ["go"] }, [], []],
])("the children of %j", (condition, places, nodes) => {
  expect(childrenOf<Hole>(condition).map((child) => child.at)).toEqual(places);
  expect(childrenOf<Hole>(condition).map((child) => child.node)).toEqual(nodes);
});

test("every node comes once, depth first, with its place from where the walk began", () => {
  const inner: DraftCondition = { all: [leaf, { not: named }] };
  const condition: DraftCondition = { any: [inner, always] };
  expect([...nodesOf<Hole>(condition, ["criteria", 3, "when"])]).toEqual([
    { at: ["criteria", 3, "when"], node: condition },
    { at: ["criteria", 3, "when", "any", 0], node: inner },
    { at: ["criteria", 3, "when", "any", 0, "all", 0], node: leaf },
    { at: ["criteria", 3, "when", "any", 0, "all", 1], node: { not: named } },
    { at: ["criteria", 3, "when", "any", 0, "all", 1, "not"], node: named },
    { at: ["criteria", 3, "when", "any", 1], node: always },
  ]);
  expect([...nodesOf<Hole>(leaf)]).toEqual([{ at: [], node: leaf }]);
});

test("a hole is seen wherever it is", () => {
  expect(hasHole(hole)).toBe(true);
  expect(hasHole({ all: [leaf, { not: { atLeast: { count: 1, of: [always, hole] } } }] })).toBe(true);
  expect(hasHole(leaf)).toBe(false);
  expect(hasHole({ all: [leaf, { not: { any: [always, named] } }] })).toBe(false);
});
