// The diagram of a `one` decision over complete persons: every `block` fact known, an optional fact known or plainly
// unknown. For them every verdict is true or false, so the decision is a plain function of the classes of values.
import type { Diagram, DiagramDimension } from "../model/diagram.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { present } from "../present.ts";
import { dimensionsOf, widthOf } from "./dimensions.ts";
import { Forest, TooLarge, type Ref } from "./forest.ts";
import { readDecision } from "./read-decision.ts";
import { oneDecision, readingsOf, readsParts, type Unmodelled } from "./readings.ts";

export interface BuildOptions {
  /** The most nodes that may ever stand in memory for one order of the facts. */
  readonly budget?: number;
}

/** No diagram: it would be larger than the budget, or persons cannot be told by their facts one by one. */
export type NoDiagram = { readonly tooLarge: number } | { readonly unmodelled: Unmodelled };

export const defaultBudget = 200_000;
/** The search for a better order stops once all orders together took so many times the budget of one. */
const searchFactor = 5;

/** What one order gave, and how many nodes that took. */
interface Built {
  readonly diagram: Diagram | undefined;
  readonly nodes: number;
}

/** The canonical diagram of a `one` decision for the best order of facts that was tried, or why there is none. */
export function buildDiagram(
  ruleSet: RuleSet,
  decision: string,
  { budget = defaultBudget }: BuildOptions = {},
): Diagram | NoDiagram {
  const readings = readingsOf(ruleSet, decision);
  if (readsParts(ruleSet, readings)) return { unmodelled: "derived" };
  const groups: (readonly DiagramDimension[])[] = [];
  for (const reading of readings) {
    const dimensions = dimensionsOf(ruleSet, reading);
    if (!dimensions) return { unmodelled: "number" };
    groups.push(dimensions);
  }
  const build = (order: readonly (readonly DiagramDimension[])[]): Built =>
    diagramOver(ruleSet, decision, { dimensions: order.flat(), budget });
  return bestOrder(groups, build, searchFactor * budget) ?? { tooLarge: budget };
}

/**
 * A few orders, then better places for one fact after another until none helps: the facts as the decision comes to
 * them and the other way round, each made smaller by moving single facts. What is tried depends on nothing but the rule
 * set, so that the same one always gives the same diagram.
 */
function bestOrder<T>(
  groups: readonly T[],
  build: (order: readonly T[]) => Built,
  work: number,
): Diagram | undefined {
  let best: { readonly order: readonly T[]; readonly diagram: Diagram } | undefined;
  let left = work;
  const attempt = (order: readonly T[]): void => {
    if (left <= 0) return;
    const { diagram, nodes } = build(order);
    left -= nodes;
    if (diagram && (!best || sizeOf(diagram) < sizeOf(best.diagram))) best = { order, diagram };
  };
  attempt(groups);
  attempt(groups.toReversed());
  // Each round may move every fact once; rounds that gain nothing end the search.
  for (let round = 0; round < 3; round += 1) {
    const before = best;
    if (!before) return undefined;
    for (const group of groups) {
      const others = present(best).order.filter((g) => g !== group);
      for (let place = 0; place <= others.length; place += 1) attempt(others.toSpliced(place, 0, group));
    }
    if (best === before) break;
  }
  return best?.diagram;
}

function sizeOf({ nodes }: Diagram): number {
  return nodes.reduce((sum, node) => sum + node.length, 0);
}

interface Over {
  readonly dimensions: readonly DiagramDimension[];
  readonly budget: number;
}

function diagramOver(ruleSet: RuleSet, decision: string, over: Over): Built {
  const forest = new Forest({ widths: over.dimensions.map(widthOf), budget: over.budget });
  try {
    const root = readDecision({ ruleSet, forest, dimensions: over.dimensions }, decision);
    const diagram = serialise(ruleSet, decision, { forest, root, dimensions: over.dimensions });
    return { diagram, nodes: forest.size };
  } catch (error) {
    if (error instanceof TooLarge) return { diagram: undefined, nodes: error.nodes };
    throw error;
  }
}

interface Rooted {
  readonly forest: Forest;
  readonly root: Ref;
  readonly dimensions: readonly DiagramDimension[];
}

function serialise(ruleSet: RuleSet, decision: string, { forest, root, dimensions }: Rooted): Diagram {
  const nodes: number[][] = [];
  // A node's reference is its place; what was a terminal stays below 0.
  const last = forest.rebuild(root, (level, children) => nodes.push([level, ...children]) - 1);
  const outcomes = oneDecision(ruleSet, decision).outcomes.map((o) => o.id);
  const safety = ruleSet.facts
    .filter((f) => f.safety && dimensions.some((d) => d.fact === f.id))
    .map((f) => f.id);
  return { schemaVersion: 1, decision, outcomes, safety, dimensions: [...dimensions], nodes, root: last };
}
