// A value that falls between two criteria: just below it one speaks, just above it one speaks, and of the value itself,
// the person being the same in everything else, none does. That is how a score of exactly 15 gets no answer.
import {
  type Decision,
  type Fact,
  type Finding,
  type Formula,
  type Path,
  type Question,
  type RuleSet,
} from "@jumelage/engine";
import { shown, type Law } from "../law.ts";
import { criteriaFor, factLeavesOf, numberIn } from "../reading.ts";
import type { Scene } from "../scene.ts";

interface Edge {
  readonly decision: Decision;
  readonly fact: Fact;
  readonly value: number;
  readonly question: Question;
}

export const gapAtThreshold: Law = {
  id: "gap-at-threshold",
  async apply(scene) {
    const findings: Omit<Finding, "law">[] = [];
    const undecided: Path[] = [];
    for (const edge of edgesOf(scene)) {
      const at = ["decisions", scene.ruleSet.decisions.indexOf(edge.decision)];
      const answer = await scene.ask(edge.question);
      if (answer.status === "undecided") undecided.push(at);
      if (answer.status !== "somebody") continue;
      const { decision, fact, value } = edge;
      const witness = await shown({ ...scene, ask: async () => answer }, edge.question, [decision.id]);
      findings.push({
        severity: "warning",
        at,
        also: [["facts", scene.ruleSet.facts.indexOf(fact)]],
        params: { decision: decision.id, fact: fact.id, threshold: value },
        ...(witness ? { witness } : {}),
      });
    }
    return { findings, undecided };
  },
};

function edgesOf({ ruleSet }: Scene): readonly Edge[] {
  return ruleSet.decisions
    .filter((d) => d.kind === "one")
    .flatMap((decision) => {
      const leaves = criteriaFor(ruleSet, decision.id).flatMap((c) => factLeavesOf(ruleSet, c.when));
      const numeric = ruleSet.facts.filter((f) => f.type === "integer" || f.type === "decimal");
      return numeric.flatMap((fact) => {
        const values = leaves
          .filter((leaf) => leaf.fact === fact.id)
          .map((leaf) => numberIn(ruleSet, leaf))
          .filter((v) => v !== undefined);
        const between = [...new Set(values)].filter((v) => hasNeighbours(fact, v));
        return between.map((value) => ({
          decision,
          fact,
          value,
          question: question(ruleSet, decision, { fact, value }),
        }));
      });
    });
}

function stepOf(fact: Fact): number {
  return fact.type === "decimal" ? 10 ** -(fact.scale ?? 0) : 1;
}

function hasNeighbours(fact: Fact, value: number): boolean {
  const { min = -Infinity, max = Infinity } = fact.range ?? {};
  return value - stepOf(fact) >= min && value + stepOf(fact) <= max;
}

function question(
  ruleSet: RuleSet,
  decision: Decision,
  { fact, value }: Pick<Edge, "fact" | "value">,
): Question {
  const criteria = criteriaFor(ruleSet, decision.id);
  const step = stepOf(fact);
  const speaks = (world: number): Formula => ({
    any: criteria.map((c) => ({ world, verdict: "true", of: c.when })),
  });
  return {
    worlds: [value, value - step, value + step].map((v) => ({
      ruleSet,
      person: {
        kind: "set",
        settings: [{ fact: fact.id, to: { known: Number(v.toFixed(fact.scale ?? 0)) } }],
      },
    })),
    ask: {
      all: [
        ...criteria.map((c): Formula => ({ world: 0, verdict: "false", of: c.when })),
        speaks(1),
        speaks(2),
      ],
    },
  };
}
