// A rule set as boolean nodes over atoms: conditions as two masks (true; may be true), decisions as the walk over their
// outcomes. Only what is asked for is built.
import type { Condition, DecisionLeaf, FactLeaf } from "../model/condition.ts";
import type { RuleSet } from "../model/rule-set.ts";
import type { Atoms, LeafTest } from "./atoms.ts";
import type { Builder } from "./builder.ts";
import { always, never } from "./graph.ts";
import { readDecisions } from "./decisions.ts";
import { found } from "./found.ts";
import type { Counting, Masks, RuleSetReading } from "./nodes.ts";

export function readingOf(
  ruleSet: RuleSet,
  { world, builder, atoms }: { world: number; builder: Builder; atoms: Atoms },
): RuleSetReading {
  const { and, or, not, atLeast } = builder;
  const named = new Map(ruleSet.conditions.map((c) => [c.id, c.when]));
  const parameters = new Map(ruleSet.parameters.map((p) => [p.id, p.value]));
  const kept = new Map<string, Masks>();
  const leaves = [new Map<FactLeaf, Masks>(), new Map<FactLeaf, Masks>()] as const;
  const ofDecisions = new Map<DecisionLeaf, Masks>();
  const keptRests = new Map<string, number>();
  const reading: RuleSetReading = {
    verdict,
    holds,
    restsOn: (condition, counts) => restsOn(condition, false, counts),
    decision: (id) =>
      found(
        ruleSet.decisions.find((d) => d.id === id),
        id,
      ),
    ...readDecisions(ruleSet, { builder, reading: () => reading }),
  };
  return reading;

  function leaf(condition: FactLeaf, negated: boolean): Masks {
    const known = leaves[negated ? 1 : 0].get(condition);
    if (known) return known;
    const { fact, operator } = condition;
    const value = literalOf(condition) ?? null;
    const node = (need: LeafTest["need"]): number =>
      builder.atom(atoms.place({ kind: "leaf", fact, world, test: { operator, value, negated, need } }));
    const masks: Masks = { must: node("must"), may: node("may") };
    leaves[negated ? 1 : 0].set(condition, masks);
    return masks;
  }

  function literalOf({ value }: FactLeaf): unknown {
    if (typeof value !== "object" || !("parameter" in value)) return value;
    return found(parameters.get(value.parameter), value.parameter);
  }

  function verdict(condition: Condition, negated = false): Masks {
    const both = (members: readonly Condition[], join: (nodes: readonly number[]) => number): Masks => {
      const masks = members.map((member) => verdict(member, negated));
      return { must: join(masks.map((m) => m.must)), may: join(masks.map((m) => m.may)) };
    };
    if ("always" in condition) return sure(negated ? never : always);
    if ("not" in condition) return verdict(condition.not, !negated);
    if ("all" in condition) return both(condition.all, negated ? or : and);
    if ("any" in condition) return both(condition.any, negated ? and : or);
    if ("atLeast" in condition) {
      const { count, of } = condition.atLeast;
      const needed = negated ? of.length - count + 1 : count;
      return both(of, (nodes) => atLeast(needed, nodes));
    }
    if ("condition" in condition) {
      const key = `${negated ? "not " : ""}${condition.condition}`;
      const known = kept.get(key);
      if (known) return known;
      const masks = verdict(found(named.get(condition.condition), condition.condition), negated);
      kept.set(key, masks);
      return masks;
    }
    if ("fact" in condition) return leaf(condition, negated);
    if ("state" in condition) {
      const inState = stateNode(condition.decision, condition.state);
      return sure(negated ? not(inState) : inState);
    }
    const { must, may } = outcomesMasks(condition);
    return negated ? { must: not(may), may: not(must) } : { must, may };
  }

  function stateNode(decision: string, states: readonly string[]): number {
    const { state } = reading.one(decision);
    return or(states.map((s) => state.get(s) ?? never));
  }

  function outcomesMasks(condition: DecisionLeaf): Masks {
    const masks = ofDecisions.get(condition) ?? decisionMasks(condition);
    ofDecisions.set(condition, masks);
    return masks;
  }

  /** An earlier decision is read through the outcomes that are possible: all of them listed, or some. */
  function decisionMasks({ decision, value }: DecisionLeaf): Masks {
    const { possible } = reading.one(decision);
    const list = typeof value === "string" ? [value] : value;
    const some = (listed: boolean): number =>
      or([...possible].filter(([outcome]) => list.includes(outcome) === listed).map(([, node]) => node));
    return { must: not(some(false)), may: some(true) };
  }

  function holds(condition: Condition): number {
    if ("always" in condition) return always;
    if ("not" in condition) return not(holds(condition.not));
    if ("all" in condition) return and(condition.all.map(holds));
    if ("any" in condition) return or(condition.any.map(holds));
    if ("atLeast" in condition) return atLeast(condition.atLeast.count, condition.atLeast.of.map(holds));
    if ("condition" in condition) return holds(found(named.get(condition.condition), condition.condition));
    return verdict(condition).must;
  }

  function restsOn(condition: Condition, negated: boolean, counts: Counting): number {
    if ("not" in condition) return restsOn(condition.not, !negated, counts);
    const { must, may } = verdict(condition, negated);
    const unknown = and([may, not(must)]);
    const below = (members: readonly Condition[]): number =>
      and([unknown, or(members.map((member) => restsOn(member, negated, counts)))]);
    if ("all" in condition) return below(condition.all);
    if ("any" in condition) return below(condition.any);
    if ("atLeast" in condition) return below(condition.atLeast.of);
    if ("condition" in condition) {
      const key = `${counts.name} ${negated ? "not " : ""}${condition.condition}`;
      const known = keptRests.get(key);
      if (known !== undefined) return known;
      const node = restsOn(found(named.get(condition.condition), condition.condition), negated, counts);
      keptRests.set(key, node);
      return node;
    }
    if ("fact" in condition) return counts.fact(condition.fact) ? unknown : never;
    if ("always" in condition || "state" in condition) return never;
    return and([unknown, reading.one(condition.decision).restsOn(counts)]);
  }
}

function sure(node: number): Masks {
  return { must: node, may: node };
}
