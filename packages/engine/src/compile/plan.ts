// A rule set as a plan: the graph of its criteria, and the decisions they speak for, all by their places. Every way to
// run the rule set is made from its plan.
import { nodesOf, type Condition, type Decision, type RuleSet } from "../model/index.ts";
import { wordsFor } from "./bits.ts";
import { conditionReader } from "./condition.ts";
import type { Node } from "./graph.ts";
import { layoutOf, type Layout } from "./layout.ts";
import { Unmodelled } from "./unmodelled.ts";

/** An enabled criterion; its place among them, in the order of the document, is its bit in every mask. */
export interface PlannedCriterion {
  readonly id: string;
  readonly index: number;
  readonly node: number;
}

export interface PlannedOutcome {
  readonly id: string;
  readonly stop: boolean;
  readonly criteria: readonly PlannedCriterion[];
}

export interface Step {
  readonly decision: Decision;
  readonly index: number;
  readonly outcomes: readonly PlannedOutcome[];
  /** The place of the outcome that no criterion has to speak for; of a `one` decision. */
  readonly otherwise: number;
  /** Its first word in every mask, and how many it has: a bit for every outcome. */
  readonly word: number;
  readonly words: number;
  /** Whether the decision keeps its answers back while an earlier one waits for safety facts. */
  readonly withholds: boolean;
}

export interface Plan {
  readonly program: string;
  readonly layout: Layout;
  readonly nodes: readonly Node[];
  readonly steps: readonly Step[];
  readonly criteria: readonly PlannedCriterion[];
  /** How many words every mask has: those of the criteria, then those of each decision's outcomes. */
  readonly words: number;
  /** The optional facts that some enabled criterion reads, by place. */
  readonly optional: readonly number[];
}

/** @throws Unmodelled on a reference or a literal that parsing would have refused */
export function planOf(ruleSet: RuleSet): Plan {
  const layout = layoutOf(ruleSet.facts);
  const reader = conditionReader(ruleSet, layout);
  const enabled = ruleSet.criteria.filter((c) => c.enabled);
  let mask = wordsFor(enabled.length);
  const steps = ruleSet.decisions.map((decision, index): Step => {
    const own = enabled.flatMap((c, place) =>
      c.then.decision === decision.id
        ? [{ outcome: c.then.outcome, id: c.id, index: place, node: reader.node(c.when, index) }]
        : [],
    );
    const outcomes = decision.outcomes.map(({ id, tone }) => ({
      id,
      stop: tone === "stop",
      criteria: own.filter((c) => c.outcome === id),
    }));
    const otherwise = outcomes.findIndex((o) => o.id === decision.otherwise);
    if (decision.kind === "one" && otherwise < 0) throw new Unmodelled("undeclared-outcome", decision.id);
    const [word, words] = [mask, wordsFor(outcomes.length)];
    mask += words;
    const withholds = decision.withheldWhileSafetyUnknown === true;
    return { decision, index, outcomes, otherwise, word, words, withholds };
  });
  const read = factsRead(
    ruleSet,
    enabled.map((c) => c.when),
  );
  return {
    program: ruleSet.program,
    layout,
    nodes: reader.nodes,
    steps,
    criteria: steps.flatMap((s) => s.outcomes.flatMap((o) => o.criteria)).sort((a, b) => a.index - b.index),
    words: mask,
    optional: ruleSet.facts.flatMap((f, i) => (f.whenUnknown === "ignore" && read.has(f.id) ? [i] : [])),
  };
}

function factsRead(ruleSet: RuleSet, roots: readonly Condition[]): ReadonlySet<string> {
  const facts = new Set<string>();
  const named = new Set<string>();
  const waiting = [...roots];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const { node } of nodesOf(next)) {
      if ("fact" in node) facts.add(node.fact);
      else if ("condition" in node && !named.has(node.condition)) {
        named.add(node.condition);
        waiting.push(...ruleSet.conditions.filter((c) => c.id === node.condition).map((c) => c.when));
      }
    }
  }
  return facts;
}
