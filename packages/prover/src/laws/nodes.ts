// The conditions inside criteria and named conditions, and the questions whether each is ever the other way where it
// matters. A condition matters for a person when the whole reads otherwise once it is taken as true than as false.
import {
  nodesOf,
  type Condition,
  type Formula,
  type Path,
  type RuleSet,
  type Verdict,
} from "@jumelage/engine";
import { undecidedOf, whereNobody, type Verdicts } from "./law.ts";
import { factLeavesOf, nodesThrough, replaced } from "./reading.ts";
import type { Known } from "./scene.ts";

export interface PlacedNode {
  /** Where the whole condition stands in the document, and the node's place in it. */
  readonly at: Path;
  readonly inside: Path;
  readonly node: Condition;
  readonly whole: Condition;
  readonly criterion: string | undefined;
}

/** Every condition of enabled criteria and named conditions, wholes first; what always applies on purpose left out. */
export function placedNodes(ruleSet: RuleSet): readonly PlacedNode[] {
  const wholes = [
    ...ruleSet.criteria.flatMap((c, i) =>
      c.enabled ? [{ at: ["criteria", i, "when"], whole: c.when, criterion: c.id }] : [],
    ),
    ...ruleSet.conditions.map((c, i) => ({
      at: ["conditions", i, "when"],
      whole: c.when,
      criterion: undefined,
    })),
  ];
  return wholes.flatMap(({ at, whole, criterion }) =>
    [...nodesOf<never>(whole)]
      .filter(({ node }) => !("always" in node) && !("not" in node))
      .map(({ at: inside, node }) => ({ at, inside, node, whole, criterion })),
  );
}

/** Somebody for whom the condition is not true, all it reads being known, and for whom that matters. */
export function notTrueWhereItMatters(ruleSet: RuleSet, placed: PlacedNode): Formula {
  const { node } = placed;
  const is = (verdict: Verdict): Formula => ({ world: 0, verdict, of: node });
  // A condition about knowing is not about what is known.
  const notTrue: Formula = asksWhetherKnown(ruleSet, node)
    ? { not: is("true") }
    : { all: [is("false"), ...knownFacts(ruleSet, node)] };
  return { all: [notTrue, matters(placed)] };
}

/** Somebody for whom the condition is true, and for whom that matters. */
export function trueWhereItMatters(placed: PlacedNode): Formula {
  return { all: [{ world: 0, verdict: "true", of: placed.node }, matters(placed)] };
}

function matters({ whole, inside }: PlacedNode): Formula {
  const taken = replaced(whole, inside, { always: true });
  const refused = replaced(whole, inside, { not: { always: true } });
  return {
    any: (["true", "false", "unknown"] as const).map((verdict) => ({
      all: [{ world: 0, verdict, of: taken }, { not: { world: 0, verdict, of: refused } }],
    })),
  };
}

function asksWhetherKnown(ruleSet: RuleSet, node: Condition): boolean {
  return factLeavesOf(ruleSet, node).some((l) => l.operator === "isKnown" || l.operator === "isUnknown");
}

function knownFacts(ruleSet: RuleSet, node: Condition): readonly Formula[] {
  const facts = new Set([...nodesThrough(ruleSet, node)].flatMap((n) => ("fact" in n ? [n.fact] : [])));
  return [...facts].map((fact) => ({ world: 0, holds: { fact, operator: "isKnown" } }));
}

/** The verdicts of a law for which "nobody" is the finding about a condition; what stands inside another one is not told. */
export function verdictsOn(nodes: readonly PlacedNode[], known: ReadonlyMap<PlacedNode, Known>): Verdicts {
  const places = nodes.map((n) => ({ at: [...n.at, ...n.inside], about: n, known: known.get(n) }));
  const told = new Set(outermost(nodes.filter((n) => known.get(n) === "nobody")));
  const { findings } = whereNobody(
    places.filter(({ about }) => told.has(about)),
    ({ inside }) => ({ severity: "warning", params: { whole: inside.length === 0 } }),
  );
  return { findings, undecided: undecidedOf(places) };
}

/** The nodes that stand inside none of the others. */
function outermost(nodes: readonly PlacedNode[]): readonly PlacedNode[] {
  return nodes.filter(
    (n) =>
      !nodes.some(
        (other) =>
          other.whole === n.whole &&
          other.inside.length < n.inside.length &&
          other.inside.every((step, i) => step === n.inside[i]),
      ),
  );
}
