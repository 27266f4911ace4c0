// Conditions as nodes of the graph. A condition is read for the polarity it stands in, and a named one once for each.
import type { Condition, DecisionLeaf, RuleSet, StateLeaf } from "../model/index.ts";
import { FALSE, graphBuilder, SAFETY_UNKNOWN, TRUE, UNDETERMINED, type Node } from "./graph.ts";
import type { Layout } from "./layout.ts";
import { leafOf, literalOf } from "./leaf.ts";
import { Unmodelled } from "./unmodelled.ts";

/** A decision that later criteria may read: its place, and the place of each of its outcomes. */
interface Readable {
  readonly index: number;
  readonly outcomes: ReadonlyMap<string, number>;
}

export interface ConditionReader {
  readonly nodes: readonly Node[];
  /** The node of a criterion's condition; it may read the decisions before the place `before`. */
  node(condition: Condition, before: number): number;
}

export function conditionReader(ruleSet: RuleSet, layout: Layout): ConditionReader {
  const graph = graphBuilder();
  const parameters = new Map(ruleSet.parameters.map((p) => [p.id, p.value]));
  const named = new Map(ruleSet.conditions.map((c) => [c.id, c.when]));
  const nodesOfNamed = new Map<string, number>();
  const underWay = new Set<string>();
  const decisions = new Map(
    ruleSet.decisions.flatMap((d, index): readonly (readonly [string, Readable])[] =>
      d.kind === "one" ? [[d.id, { index, outcomes: new Map(d.outcomes.map((o, i) => [o.id, i])) }]] : [],
    ),
  );

  function read(node: Condition, negated: boolean, before: number): number {
    const below = (children: readonly Condition[]): readonly number[] =>
      children.map((child) => read(child, negated, before));
    if ("always" in node) return graph.leaf({ kind: "constant", verdict: negated ? FALSE : TRUE });
    if ("not" in node) return read(node.not, !negated, before);
    if ("all" in node) return negated ? graph.any(below(node.all)) : graph.all(below(node.all));
    if ("any" in node) return negated ? graph.all(below(node.any)) : graph.any(below(node.any));
    if ("atLeast" in node) {
      const { count, of } = node.atLeast;
      // Fewer than k of n hold exactly when more than n − k fail.
      return graph.atLeast(negated ? of.length - count + 1 : count, below(of));
    }
    if ("condition" in node) return readNamed(node.condition, negated);
    if ("fact" in node) {
      const slot = layout.byId.get(node.fact);
      if (!slot) throw new Unmodelled("undeclared-fact", node.fact);
      const literal = literalOf(node, parameters);
      return graph.leaf(leafOf({ slot, operator: node.operator, literal, negated }));
    }
    return "state" in node ? states(node, negated, before) : outcomes(node, negated, before);
  }

  function readNamed(id: string, negated: boolean): number {
    const when = named.get(id);
    if (!when) throw new Unmodelled("undeclared-condition", id);
    const key = `${negated ? "not " : ""}${id}`;
    const found = nodesOfNamed.get(key);
    if (found !== undefined) return found;
    if (underWay.has(id)) throw new Unmodelled("circular-conditions", id);
    underWay.add(id);
    const made = read(when, negated, 0);
    underWay.delete(id);
    nodesOfNamed.set(key, made);
    return made;
  }

  function readable(id: string, before: number): Readable {
    const decision = decisions.get(id);
    if (!decision || decision.index >= before) throw new Unmodelled("unavailable-decision", id);
    return decision;
  }

  function outcomes({ decision: id, value }: DecisionLeaf, negated: boolean, before: number): number {
    const decision = readable(id, before);
    const wanted = new Set((typeof value === "string" ? [value] : value).map((o) => placeIn(decision, o)));
    // All of what is possible is among some outcomes exactly when none of it is among the others.
    const among = [...decision.outcomes.values()].filter((place) => wanted.has(place) !== negated);
    return graph.leaf({ kind: "outcomes", decision: decision.index, among });
  }

  function states({ decision: id, state }: StateLeaf, negated: boolean, before: number): number {
    const decision = readable(id, before);
    const wanted = new Set(state.map((s) => stateIn(decision, s)));
    const every = [SAFETY_UNKNOWN, UNDETERMINED, ...decision.outcomes.values()];
    const among = every.filter((place) => wanted.has(place) !== negated);
    return graph.leaf({ kind: "states", decision: decision.index, among });
  }

  return { nodes: graph.nodes, node: (condition, before) => read(condition, false, before) };
}

function placeIn(decision: Readable, outcome: string): number {
  const place = decision.outcomes.get(outcome);
  if (place === undefined) throw new Unmodelled("undeclared-outcome", outcome);
  return place;
}

function stateIn(decision: Readable, state: string): number {
  if (state === "@undetermined") return UNDETERMINED;
  return state === "@safety-unknown" ? SAFETY_UNKNOWN : placeIn(decision, state);
}
