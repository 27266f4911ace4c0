// Diagrams as they are made: their form, their size, the order of their facts, and when there is none.
import { describe, expect, it } from "vitest";
import { criterion, fact, members, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { Diagram } from "../model/diagram.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { buildDiagram } from "./build.ts";
import { checkedDiagrams, diagramsOf } from "./carried.ts";

const is = (id: string): Condition => ({ fact: id, operator: "equal", value: true });

function made(ruleSet: RuleSet, decision = "d"): Diagram {
  const diagram = buildDiagram(ruleSet, decision);
  if (!("nodes" in diagram)) throw new Error(JSON.stringify(diagram));
  return diagram;
}

const ruleSet = tiny({
  facts: [
    fact("unread", "boolean", { safety: true, validFor: "P0D" }),
    fact("score", "integer", { range: { min: 0, max: 27 } }),
    fact("danger", "boolean", { safety: true, validFor: "P0D" }),
    fact("traits", "set", { values: members, whenUnknown: "ignore" }),
  ],
  decisions: [one],
  criteria: [
    criterion("C1", is("danger"), "stop"),
    criterion("C2", { fact: "score", operator: "greaterThan", value: 9 }, "care"),
    criterion("C3", { fact: "traits", operator: "contains", value: "b" }, "care"),
  ],
});

describe("a diagram", () => {
  it("has its decision, its outcomes, the safety facts it reads, its classes and its nodes", () => {
    expect(made(ruleSet)).toEqual({
      schemaVersion: 1,
      decision: "d",
      outcomes: ["stop", "care", "go", "rest"],
      safety: ["danger"],
      dimensions: [
        { fact: "danger", options: [{ values: [false] }, { values: [true] }] },
        {
          fact: "score",
          options: [
            { from: 0, to: 9 },
            { from: 10, to: 27 },
          ],
        },
        { fact: "traits", isKnown: true },
        { fact: "traits", anyOf: ["b"] },
      ],
      nodes: [
        [3, -4, -2],
        [2, -4, 0],
        [1, 1, -2],
        [0, 2, -1],
      ],
      root: 3,
    });
  });

  it("that asks nothing is its outcome", () => {
    const settled = tiny({ ...ruleSet, criteria: [criterion("C1", { always: true }, "care")] });
    expect(made(settled)).toMatchObject({ dimensions: [], nodes: [], root: -2, safety: [] });
    expect(made(tiny({ ...ruleSet, criteria: [] }))).toMatchObject({ dimensions: [], nodes: [], root: -4 });
  });
});

describe("the order of facts", () => {
  const names = ["a", "b", "c", "x", "y", "z"];
  const pairsOf = [
    ["a", "x"],
    ["b", "y"],
    ["c", "z"],
  ];
  const pairs = { any: pairsOf.map((pair) => ({ all: pair.map(is) })) };
  const ordered = (order: readonly string[], when: Condition): RuleSet =>
    tiny({
      facts: names.map((id) => fact(id, "boolean")),
      decisions: [one],
      // Whoever has all of them stops, so that the facts are come to in this order.
      criteria: [criterion("C1", { all: order.map(is) }, "stop"), criterion("C2", when, "care")],
    });

  /** How many nodes there are with this order: functions that are left at a level and depend on it. */
  function nodesWith(order: readonly string[]): number {
    const outcome = (has: ReadonlySet<string>): string =>
      names.every((n) => has.has(n))
        ? "stop"
        : pairsOf.some((pair) => pair.every((n) => has.has(n)))
          ? "care"
          : "rest";
    const table = Array.from({ length: 64 }, (_, i) =>
      outcome(new Set(order.filter((__, level) => (i >> (5 - level)) & 1))),
    );
    return order.reduce((sum, _, level) => {
      const size = 64 >> level;
      const parts = Array.from({ length: 1 << level }, (__, i) => table.slice(i * size, (i + 1) * size));
      const asking = parts.filter((part) => part.slice(0, size / 2).join() !== part.slice(size / 2).join());
      return sum + new Set(asking.map((part) => part.join())).size;
    }, 0);
  }
  const permutations = (items: readonly string[]): readonly (readonly string[])[] =>
    items.length === 0
      ? [[]]
      : items.flatMap((item) => permutations(items.filter((i) => i !== item)).map((p) => [item, ...p]));
  const least = Math.min(...permutations(names).map(nodesWith));

  it("is made better until no fact has a better place", () => {
    expect(nodesWith(names)).toBeGreaterThan(least);
    const diagram = made(ordered(names, pairs));
    expect(diagram.nodes).toHaveLength(least);
    expect(nodesWith(diagram.dimensions.map((d) => d.fact))).toBe(least);
    for (const order of [["x", "b", "z", "a", "y", "c"], names.toReversed()])
      expect(made(ordered(order, pairs)).nodes, order.join()).toHaveLength(least);
  });

  it("stays the one in which the decision comes to them where none is better", () => {
    const all = (order: readonly string[]) =>
      made(ordered(order, { always: true })).dimensions.map((d) => d.fact);
    expect(all(names)).toEqual(names);
    expect(all(["z", "a", "y", "b", "x", "c"])).toEqual(["z", "a", "y", "b", "x", "c"]);
  });

  it("a diagram beyond the budget is none, whatever the order; one within it is", () => {
    expect(buildDiagram(ordered(names, pairs), "d", { budget: 3 })).toEqual({ tooLarge: 3 });
    const enough = buildDiagram(ordered(names, pairs), "d", { budget: 1000 });
    expect("nodes" in enough && enough.nodes).toHaveLength(least);
    expect(buildDiagram(tiny({ ...ruleSet, criteria: [] }), "d", { budget: 1 })).toMatchObject({ root: -4 });
  });
});

it("a fault of a rule set is none of its size", () => {
  const state = { decision: "d", state: ["stop"] };
  const broken = {
    ...ruleSet,
    criteria: ruleSet.criteria.map((c) => ({ ...c, when: state })),
  } as unknown as RuleSet;
  expect(() => buildDiagram(broken, "d")).toThrow(TypeError);
});

describe("no diagram", () => {
  it("of a number that cannot be counted", () => {
    const free = tiny({
      facts: [fact("n", "integer")],
      decisions: [one],
      criteria: [
        criterion("C1", { fact: "n", operator: "lessThan", value: Number.MAX_SAFE_INTEGER }, "stop"),
      ],
    });
    expect(buildDiagram(free, "d")).toEqual({ unmodelled: "number" });
  });

  it("of totals that share a part, or of a part beside its total; two totals apart have one", () => {
    const whole = (id: string, rest = {}) => fact(id, "integer", { range: { min: 0, max: 9 }, ...rest });
    const totals = (first: readonly string[], second: readonly string[], read: readonly string[]) =>
      buildDiagram(
        tiny({
          facts: [
            ...["p", "q", "r", "s"].map((id) => whole(id)),
            whole("t", { derive: { sum: first } }),
            whole("u", { derive: { sum: second } }),
          ],
          decisions: [one],
          criteria: read.map((id, i) =>
            criterion(`C${i}`, { fact: id, operator: "greaterThan", value: 4 }, "stop"),
          ),
        }),
        "d",
      );
    const none = { unmodelled: "derived" };
    expect(totals(["p", "q"], ["q", "r"], ["t", "u"])).toEqual(none);
    expect(totals(["p", "q"], ["q", "r"], ["t"])).toHaveProperty("nodes");
    expect(totals(["p", "q"], ["r", "s"], ["t", "u"])).toHaveProperty("nodes");
    expect(totals(["p", "q"], ["r", "s"], ["t", "p"])).toEqual(none);
    // A part of a total that is not read hangs together with it all the same: the total may be given instead.
    expect(totals(["p", "q"], ["r", "s"], ["p"])).toEqual(none);
  });
});

describe("what a release carries", () => {
  const two = tiny({
    facts: [fact("a", "boolean"), fact("n", "integer")],
    decisions: [{ ...one, id: "e" }, one, { ...one, id: "f" }],
    criteria: [
      criterion("C1", is("a"), "stop", "e"),
      criterion("C2", { fact: "n", operator: "lessThan", value: Number.MAX_SAFE_INTEGER }, "stop"),
      criterion("C3", { not: is("a") }, "care", "f"),
    ],
  });
  const [first, last] = [made(two, "e"), made(two, "f")];

  it("is a diagram of every decision with one answer that has one", () => {
    expect(diagramsOf(two)).toEqual([first, last]);
    expect(diagramsOf(tiny()).map((d) => d.decision)).toEqual(["d"]);
    expect(diagramsOf(two, { budget: 0 })).toEqual([]);
  });

  it("is used where it is sound and of a form that is known, one of each decision", () => {
    expect(checkedDiagrams(two, [last, first])).toEqual([last, first]);
    expect(checkedDiagrams(two, [first, { ...first, schemaVersion: 2 }, last, first])).toEqual([first, last]);
    expect(checkedDiagrams(two, [{ ...first, root: -1 }, last, null, "x", {}])).toEqual([last]);
    expect(checkedDiagrams(two, [])).toEqual([]);
    expect(checkedDiagrams(two, undefined)).toEqual([]);
  });
});
