// The conditions of a rule set with their places, and the questions whether each is ever the other way where it matters,
// against every person gone through one by one.
import { askOne, type Condition, type Formula } from "@jumelage/engine";
import { criterion, fact, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { bruteForce } from "../../test/everybody.ts";
import {
  notTrueWhereItMatters,
  placedNodes,
  trueWhereItMatters,
  verdictsOn,
  type PlacedNode,
} from "./nodes.ts";
import type { Known } from "./scene.ts";

const label = { fr: "texte", en: "text" };
const is = (id: string, value = true): Condition => ({ fact: id, operator: "equal", value });

function ruleSetOf(...when: readonly Condition[]) {
  return tiny({
    facts: [
      fact("a", "boolean"),
      fact("b", "boolean", { whenUnknown: "ignore" }),
      fact("n", "integer", { range: { min: 0, max: 2 } }),
    ],
    conditions: [{ id: "named", label, when: { any: [is("a"), { not: is("b") }] } }],
    decisions: [one],
    criteria: when.map((c, i) => criterion(`C${i}`, c, "stop")),
  });
}

test("wholes first, with their places; neither negations nor what always applies, and nothing of disabled criteria", () => {
  const all: Condition = { all: [is("a"), { not: is("b") }, { always: true }, { condition: "named" }] };
  const made = ruleSetOf(is("a"), all);
  const ruleSet = { ...made, criteria: made.criteria.map((c) => ({ ...c, enabled: c.id === "C1" })) };
  const placed = placedNodes(ruleSet);
  const named = ruleSet.conditions[0]?.when;
  expect(placed).toEqual([
    ...[
      [[], all],
      [["all", 0], is("a")],
      [["all", 1, "not"], is("b")],
      [["all", 3], { condition: "named" }],
    ].map(([inside, node]) => ({ at: ["criteria", 1, "when"], inside, node, whole: all, criterion: "C1" })),
    ...[
      [[], named],
      [["any", 0], is("a")],
      [["any", 1, "not"], is("b")],
    ].map(([inside, node]) => ({
      at: ["conditions", 0, "when"],
      inside,
      node,
      whole: named,
      criterion: undefined,
    })),
  ]);
});

/** Whether somebody is found for the question about the node of the first criterion at a place. */
async function somebody(
  when: Condition,
  inside: string,
  ask: (placed: PlacedNode) => Formula,
): Promise<boolean> {
  const ruleSet = ruleSetOf(when);
  const placed = placedNodes(ruleSet).find((n) => n.criterion !== undefined && n.inside.join() === inside);
  if (!placed) throw new Error(`no node at ${inside}`);
  return (await bruteForce.ask(askOne(ruleSet, ask(placed)))).status === "somebody";
}
const n = (operator: "lessThan" | "greaterThanInclusive", value: number): Condition => ({
  fact: "n",
  operator,
  value,
});
const known = (id: string): Condition => ({ fact: id, operator: "isKnown" });

describe("not true where it matters", () => {
  test.each<[string, Condition, string, boolean]>([
    ["a test that can fail", is("a"), "", true],
    ["a test that every value passes", n("greaterThanInclusive", 0), "", false],
    ["the same beside another one", { all: [n("greaterThanInclusive", 0), is("a")] }, "all,0", false],
    ["one that can fail beside it", { all: [n("greaterThanInclusive", 0), is("a")] }, "all,1", true],
    [
      "one that fails only where the other does too",
      { all: [n("lessThan", 1), n("lessThan", 2)] },
      "all,1",
      false,
    ],
    ["one that the other one does not settle", { all: [n("lessThan", 1), n("lessThan", 2)] }, "all,0", true],
    [
      "one that fails where another makes the whole true",
      { any: [n("lessThan", 2), n("greaterThanInclusive", 1)] },
      "any,0",
      false,
    ],
    [
      "one of two of which one is always true",
      { any: [n("greaterThanInclusive", 0), is("a")] },
      "any,0",
      false,
    ],
    ["an optional fact: unknown is not untrue", { any: [is("b"), is("b", false)] }, "", false],
    ["a blocking fact: unknown is not untrue", { any: [is("a"), is("a", false)] }, "", false],
    ["whether something is known", known("a"), "", true],
    ["whether something is known, beside what is then open", { all: [known("a"), is("a")] }, "all,0", true],
    ["whether something is known, where only that is missing", { all: [known("a"), is("b")] }, "all,0", true],
    ["a named condition", { condition: "named" }, "", true],
    ["a named condition whose facts are known", { all: [{ condition: "named" }, is("a")] }, "all,0", false],
  ])("%s", async (_, when, inside, expected) => {
    const ruleSet = ruleSetOf(when);
    expect(await somebody(when, inside, (placed) => notTrueWhereItMatters(ruleSet, placed))).toBe(expected);
  });
});

describe("true where it matters", () => {
  test.each<[string, Condition, string, boolean]>([
    ["a test that can be passed", is("a"), "", true],
    ["one that no value passes", n("lessThan", 0), "", false],
    [
      "one that is never true with the other one",
      { any: [{ all: [is("a"), is("a", false)] }, is("b")] },
      "any,0",
      false,
    ],
    [
      "one that is true only where another one is",
      { any: [n("lessThan", 2), n("lessThan", 1)] },
      "any,1",
      false,
    ],
    ["and the other one", { any: [n("lessThan", 2), n("lessThan", 1)] }, "any,0", true],
    [
      "one that contradicts what stands beside it",
      { any: [is("b"), { all: [is("a"), is("a", false)] }] },
      "any,1,all,0",
      false,
    ],
  ])("%s", async (_, when, inside, expected) => {
    expect(await somebody(when, inside, trueWhereItMatters)).toBe(expected);
  });
});

describe("verdicts", () => {
  const ruleSet = ruleSetOf({ all: [is("a"), { any: [is("b"), is("a")] }] }, { all: [is("a"), is("b")] });
  const nodes = placedNodes(ruleSet);
  const at = (criterionAt: number, ...inside: readonly (string | number)[]) => [
    "criteria",
    criterionAt,
    "when",
    ...inside,
  ];
  type Answered = readonly [place: readonly (string | number)[], known: Known];
  const told = (...known_: readonly Answered[]) => {
    const knownOf = new Map<PlacedNode, Known>();
    for (const node of nodes) {
      const found = known_.find(([place]) => place.join() === [...node.at, ...node.inside].join());
      knownOf.set(node, found?.[1] ?? "somebody");
    }
    return verdictsOn(nodes, knownOf);
  };

  test("nobody is a finding, at its place, of the whole or of a part", () => {
    expect(told([at(0), "nobody"], [at(1, "all", 1), "nobody"])).toEqual({
      findings: [
        { at: at(0), severity: "warning", params: { whole: true } },
        { at: at(1, "all", 1), severity: "warning", params: { whole: false } },
      ],
      undecided: [],
    });
  });

  test("what stands inside another finding is not told, what stands beside one is", () => {
    const places = (...known_: readonly Answered[]) => told(...known_).findings.map((f) => f.at);
    expect(
      places([at(0), "nobody"], [at(0, "all", 0), "nobody"], [at(0, "all", 1, "any", 0), "nobody"]),
    ).toEqual([at(0)]);
    expect(places([at(0, "all", 0), "nobody"], [at(0, "all", 1, "any", 0), "nobody"])).toEqual([
      at(0, "all", 0),
      at(0, "all", 1, "any", 0),
    ]);
    expect(places([at(0, "all", 1), "nobody"], [at(0, "all", 1, "any", 1), "nobody"])).toEqual([
      at(0, "all", 1),
    ]);
    expect(places([at(0), "nobody"], [at(1, "all", 0), "nobody"])).toEqual([at(0), at(1, "all", 0)]);
  });

  test("what could not be decided is told by its place, inside a finding too", () => {
    expect(told([at(0), "nobody"], [at(0, "all", 1), "undecided"], [at(1), "undecided"]).undecided).toEqual([
      at(0, "all", 1),
      at(1),
    ]);
  });
});
