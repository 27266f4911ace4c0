// The checker must refuse whatever is not canonical or not equal to the rule set. Each way of spoiling a diagram is a
// control: one that it let through would be a wrong answer that a consumer trusts.
import { describe, expect, it } from "vitest";
import { chanceFrom, freshSeed, someRuleSet, type Chance } from "../../test/arbitraries.ts";
import { anyOf, example, line, span } from "../../test/diagrams.ts";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { criterion, fact, many, members, one, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import type { Diagram } from "../model/diagram.ts";
import type { Profile } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { buildDiagram } from "./build.ts";
import { checkedDiagrams, diagramsOf } from "./carried.ts";
import { checkDiagram, type DiagramFault } from "./check-diagram.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

type Spoil = (diagram: Diagram, chance: Chance) => Diagram | undefined;

const withNode = (
  d: Diagram,
  at: number,
  change: (node: readonly number[]) => readonly number[],
): Diagram => ({
  ...d,
  nodes: d.nodes.map((n, i) => (i === at ? [...change(n)] : n)),
});

/** Each gives a diagram that means something else, or is no canonical one; undefined where there is nothing to spoil. */
const spoils: Readonly<Record<string, Spoil>> = {
  "two answers exchanged": (d, chance) => {
    if (d.nodes.length === 0) return undefined;
    const at = chance.below(d.nodes.length);
    return withNode(d, at, ([level = 0, ...children]) => {
      const other = children.findIndex((c) => c !== children[0]);
      return [
        level,
        ...children.map((c, i) => (i === 0 ? (children[other] ?? c) : i === other ? (children[0] ?? c) : c)),
      ];
    });
  },
  "one answer sent elsewhere": (d, chance) => {
    if (d.nodes.length === 0 || d.outcomes.length < 2) return undefined;
    const at = chance.below(d.nodes.length);
    const child = 1 + chance.below((d.nodes[at]?.length ?? 2) - 1);
    const to = -1 - chance.below(d.outcomes.length);
    return d.nodes[at]?.[child] === to
      ? undefined
      : withNode(d, at, (n) => n.map((c, i) => (i === child ? to : c)));
  },
  "another start": (d, chance) => {
    const root = chance.below(d.nodes.length + d.outcomes.length) - d.outcomes.length;
    return root === d.root ? undefined : { ...d, root };
  },
  "a node that asks nothing": (d) => ({
    ...d,
    nodes: [...d.nodes, [0, ...Array.from({ length: widthAt(d, 0) }, () => d.root)]],
    root: d.nodes.length,
  }),
  "a node that nobody reaches": (d) =>
    d.dimensions.length === 0 || widthAt(d, 0) < 2 || d.outcomes.length < 2
      ? undefined
      : {
          ...d,
          nodes: [...d.nodes, [0, ...Array.from({ length: widthAt(d, 0) }, (_, i) => (i === 0 ? -2 : -1))]],
        },
  "a boundary moved by one": (d, chance) => {
    const lines = d.dimensions.flatMap((dimension, i) => ("options" in dimension ? [i] : []));
    const moved = lines.flatMap((i) => {
      const dimension = d.dimensions[i];
      if (!dimension || !("options" in dimension)) return [];
      const at = dimension.options.findIndex((o) => o !== "unknown" && "to" in o && typeof o.to === "number");
      const [own, next] = [dimension.options[at], dimension.options[at + 1]];
      if (typeof own !== "object" || !("to" in own) || typeof own.to !== "number") return [];
      if (typeof next !== "object" || !("from" in next) || typeof next.from !== "number") return [];
      const step = next.from - own.to;
      const options = dimension.options.map((o, j) =>
        j === at
          ? { ...own, to: (own.to as number) + step }
          : j === at + 1
            ? { ...next, from: (next.from as number) + step }
            : o,
      );
      return [
        { ...d, dimensions: d.dimensions.map((other, j) => (j === i ? { ...dimension, options } : other)) },
      ];
    });
    return moved.length > 0 ? chance.pick(moved) : undefined;
  },
  "a dimension left out": (d, chance) =>
    d.nodes.length === 0
      ? undefined
      : { ...d, dimensions: d.dimensions.toSpliced(chance.pick(d.nodes)[0] ?? 0, 1) },
  "a class left out": (d) => {
    const at = d.dimensions.findIndex((dimension) => "options" in dimension && dimension.options.length > 1);
    const dimension = d.dimensions[at];
    if (!dimension || !("options" in dimension)) return undefined;
    const less = { ...dimension, options: dimension.options.slice(1) };
    return { ...d, dimensions: d.dimensions.map((other, i) => (i === at ? less : other)) };
  },
  "outcomes exchanged": (d) =>
    d.outcomes.length < 2 ? undefined : { ...d, outcomes: d.outcomes.toReversed() },
  "a safety fact that is none": (d) => ({ ...d, safety: [...d.safety, "nobody"] }),
  "a decision that is none": (d) => ({ ...d, decision: "nobody" }),
};

function widthAt(d: Diagram, level: number): number {
  const dimension = d.dimensions[level];
  return dimension && "options" in dimension ? dimension.options.length : 2;
}

function* sound(): Generator<{
  readonly ruleSet: RuleSet;
  readonly diagram: Diagram;
  readonly chance: Chance;
}> {
  const chance = chanceFrom(seed);
  for (const { ruleSet } of programs)
    for (const diagram of diagramsOf(ruleSet))
      for (let i = 0; i < 10; i += 1) yield { ruleSet, diagram, chance };
  for (let i = 0; i < 150; i += 1) {
    const ruleSet = someRuleSet(chance);
    for (const { id } of ruleSet.decisions.filter((d) => d.kind === "one")) {
      const diagram = buildDiagram(ruleSet, id);
      if ("nodes" in diagram) yield { ruleSet, diagram, chance };
    }
  }
}

const soundOnes = [...sound()];

describe("the example, with one thing wrong", () => {
  const { outcomes, ...rest } = one;
  const ruleSet = tiny({
    facts: [
      fact("danger", "boolean", { safety: true, validFor: "P0D" }),
      fact("score", "integer", { range: { min: 0, max: 27 } }),
      fact("traits", "set", { values: members, whenUnknown: "ignore" }),
      fact("harm", "boolean", { safety: true, validFor: "P0D" }),
    ],
    decisions: [{ ...rest, outcomes: outcomes.slice(0, 3), otherwise: "go" }, many],
    criteria: [
      criterion("C1", { fact: "danger", operator: "equal", value: true }, "stop"),
      criterion(
        "C2",
        {
          any: [
            { fact: "score", operator: "greaterThanInclusive", value: 10 },
            { fact: "traits", operator: "contains", value: "a" },
            { fact: "traits", operator: "containsAny", value: ["b", "c"] },
          ],
        },
        "care",
      ),
    ],
  });
  const [danger, score, known, a, others] = example.dimensions;
  if (!danger || !score || !known || !a || !others) throw new Error("five dimensions");
  const [n0 = [], n1 = [], n2 = [], n3 = [], n4 = []] = example.nodes;
  const nodes = (...list: readonly (readonly number[])[]): Partial<Diagram> => ({
    nodes: list.map((node) => [...node]),
    root: list.length - 1,
  });

  it("is accepted as it is, within the steps it takes: one for each of its nodes", () => {
    expect(checkDiagram(ruleSet, example)).toBeUndefined();
    expect(checkDiagram(ruleSet, example, { steps: 5 })).toBeUndefined();
    expect(checkDiagram(ruleSet, example, { steps: 4 })).toBe("size");
    expect(checkDiagram(ruleSet, example, { steps: 0 })).toBe("size");
  });

  it.each<[DiagramFault, string, Partial<Diagram>]>([
    ["decision", "no such decision", { decision: "x" }],
    ["decision", "a decision with many answers", { decision: "m", outcomes: ["halt", "tell"] }],
    ["decision", "outcomes in another order", { outcomes: ["stop", "go", "care"] }],
    ["decision", "an outcome too few", { outcomes: ["stop", "care"] }],
    ["dimensions", "a safety fact left out", { safety: [] }],
    ["dimensions", "a safety fact it does not read", { safety: ["danger", "harm"] }],
    ["dimensions", "a fact of another kind", { safety: ["danger", "score"] }],
    ["dimensions", "a dimension twice", { dimensions: [danger, danger, score, known, a, others] }],
    [
      "classes",
      "groups of a set that the tests tell apart",
      {
        dimensions: [danger, score, known, anyOf("traits", "a", "b", "c")],
        ...nodes([2, -3, -2], [1, 0, -2], [0, 1, -1]),
      },
    ],
    [
      "classes",
      "a class that a test cuts",
      { dimensions: [danger, line("score", span(0, 10), span(11, 27)), known, a, others] },
    ],
    ["nodes", "a root that is none", { root: 5 }],
    ["nodes", "an outcome that is none", { root: -4 }],
    ["nodes", "a node twice", nodes(n0, n0, [3, 1, -2], [2, -3, 2], [1, 3, -2], [0, 4, -1])],
    ["nodes", "a node nobody reaches", { ...nodes(n0, n1, n2, n3, n4, [0, 1, -1]), root: 4 }],
    ["nodes", "a child after its parent", { ...nodes([3, 1, -2], n0, [2, -3, 0], n3, n4) }],
    ["nodes", "a node that leads to itself", nodes([4, 0, -2], n1, n2, n3, n4)],
    [
      "nodes",
      "a child of the same level",
      nodes(n0, [3, 0, -2], [3, 1, -3], [2, -3, 2], [1, 3, -2], [0, 4, -1]),
    ],
    ["nodes", "a child further up", nodes([1, -3, -2], [4, 0, -2], [0, 1, -1])],
    ["nodes", "a child that is no outcome", nodes([4, -3, -4], n1, n2, n3, n4)],
    ["nodes", "an answer too few", nodes([4, -3], n1, n2, n3, n4)],
    ["nodes", "an answer too many", nodes([4, -3, -2, -2], n1, n2, n3, n4)],
    ["nodes", "a question whose answers are all the same", nodes([4, -2, -2], n1, n2, n3, n4)],
    ["nodes", "a level that is none", nodes([5, -3, -2], n1, n2, n3, n4)],
    ["differs", "another outcome at one end", nodes([4, -3, -1], n1, n2, n3, n4)],
    ["differs", "answers exchanged", nodes([4, -2, -3], n1, n2, n3, n4)],
    ["differs", "a question left out", nodes(n0, [2, -3, 0], [1, 1, -2], [0, 2, -1])],
    ["differs", "nothing asked", { nodes: [], root: -1 }],
    ["differs", "the first question left out", { ...nodes(n0, n1, n2, n3) }],
    // What decides is asked, but of somebody else: an outcome that comes later cannot make up for it.
    ["differs", "danger that does not stop", nodes(n0, n1, n2, n3, [0, 3, -2])],
  ])("%s: %s", (fault, _, spoilt) => {
    expect(checkDiagram(ruleSet, { ...example, ...spoilt })).toBe(fault);
  });
});

describe(`a spoilt diagram is refused (SEED=${seed})`, () => {
  it.each(Object.entries(spoils))("%s", (what, spoil) => {
    let spoilt = 0;
    for (const { ruleSet, diagram, chance } of soundOnes) {
      const other = spoil(diagram, chance);
      if (!other || JSON.stringify(other) === JSON.stringify(diagram)) continue;
      spoilt += 1;
      const fault = checkDiagram(ruleSet, other);
      expect(fault, `SEED=${seed} ${what}: ${JSON.stringify(other)}`).toBeDefined();
      expect(fault).not.toBe("size");
    }
    expect(spoilt).toBeGreaterThan(10);
  });

  it("so is a diagram beside a rule set that decides otherwise, and one that takes too many steps", () => {
    let differing = 0;
    for (const { ruleSet, profiles } of programs) {
      for (const diagram of diagramsOf(ruleSet)) {
        expect(checkDiagram(ruleSet, diagram)).toBeUndefined();
        expect(checkDiagram(ruleSet, diagram, { steps: 3 })).toBe("size");
        for (const criterion of ruleSet.criteria.filter((c) => c.then.decision === diagram.decision)) {
          const without = {
            ...ruleSet,
            criteria: ruleSet.criteria.map((c) => (c === criterion ? { ...c, enabled: false } : c)),
          };
          const outcomeOf = (
            rules: RuleSet,
            { facts, evaluatedOn = anyDay }: Profile,
          ): string | undefined => {
            const made = evaluate(rules, facts, evaluatedOn).result.decisions[diagram.decision];
            return made?.kind === "one" ? made.outcome : undefined;
          };
          const isSeen = profiles.some((profile) => {
            const [before, after] = [ruleSet, without].map((r) => outcomeOf(r, profile));
            return before !== undefined && after !== undefined && before !== after;
          });
          if (!isSeen) continue;
          differing += 1;
          expect(checkDiagram(without, diagram), criterion.id).toBe("differs");
        }
      }
    }
    expect(differing).toBeGreaterThan(20);
  });

  it("what a release carries is used only where it is sound; a later form is left aside", () => {
    for (const { ruleSet } of programs) {
      const [diagram] = diagramsOf(ruleSet);
      if (!diagram) throw new Error("no diagram");
      const later = { ...diagram, schemaVersion: 2 };
      expect(checkedDiagrams(ruleSet, [diagram, diagram])).toEqual([diagram]);
      expect(checkedDiagrams(ruleSet, [later, null, { ...diagram, root: -1 }])).toEqual([]);
      expect(checkedDiagrams(ruleSet, undefined)).toEqual([]);
    }
  });
});
